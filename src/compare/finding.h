/*
 * What the comparison finds, one by one, and the kinds there are.
 *
 * The kinds, their names and meanings are a promise to other programs; they
 * are rows of const tables in the rule_*.c files, one table a family.
 */
#ifndef VERBATIM_COMPARE_FINDING_H
#define VERBATIM_COMPARE_FINDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/span.h"

enum severity { NOTE, WARNING, ERROR };

extern const char *const severity_names[];	/* "note", "warning", "error" */

struct context;
struct edit;
struct explanation;

/*
 * A kind of finding.  explains() says whether an edit is of this kind; of the
 * kinds that explain an edit the first in the order of the tables is taken.
 */
struct kind {
	const char *name;		/* "encoding.mojibake" */
	enum severity severity;		/* by default */
	const char *title;		/* "Bytes read in the wrong charset" */
	const char *help;		/* one sentence: what it means */
	bool (*explains)(const struct context *context,
		const struct edit *edit, struct explanation *why);
};

/* A family of kinds: the part of the name before the dot. */
struct family {
	const char *name;		/* "encoding" */
	const char *heading;		/* of its section: DAMAGED */
	const struct kind *kinds;	/* ends with a row without a name */
	bool by_glyph;			/* what recurs is a mark or letter, not
					   the word that it stands in */
};

/* In the order in which kinds take precedence; ends with NULL. */
extern const struct family *const families[];

/* By full name; NULL where there is none. */
const struct kind *
kind_find(const char *name);

const struct family *
kind_family(const struct kind *kind);

/* Its number among all kinds, which are fewer than KINDS_ROOM. */
#define KINDS_ROOM 128

unsigned
kind_index(const struct kind *kind);

/* Why a finding came about.  Strings live as long as the comparison. */
struct explanation {
	const char *codec;		/* "windows-1252", or NULL */
	unsigned layers;		/* times it was misread, 0: not known */
	const char *restored;		/* what it should read, or NULL */
	const char *chain;		/* the steps in words, or NULL */
	const char *certainty;		/* "proved by many places", "proved by
					   one place", "likely", or NULL */
	const char *calendar;		/* which reading of a date the calendar
					   supports, or NULL */
	bool light;			/* no more than a note, whatever its
					   kind: a repetition left out */
};

#define NO_PATTERN UINT32_MAX

struct finding {
	const struct kind *kind;
	enum severity severity;
	/* In bytes of each document's text.  Where has is false there is no
	 * place on that side at all (JSON null). */
	struct span span[2];
	bool has[2];
	const char *message;		/* one sentence for a person */
	struct explanation explanation;
	uint32_t pattern;		/* index into patterns */
	uint64_t id;			/* by content: the same in every run,
					   and after an edit elsewhere */
};

/* One difference found at one place or many: "–" became "" at 10 places. */
struct pattern {
	const struct kind *kind;
	const char *from, *to;		/* what changed, without what did not:
					   transcript's, reprint's; "" for
					   nothing */
	uint32_t first;			/* findings[] of the first place */
	uint32_t nfinding;
};

#endif
