/*
 * What somebody asked to count, and how much: the wishes, as the command line
 * and the configuration files have them.  review/judged.h is what comes of
 * them for two documents.
 *
 * A value is checked when it is given, so that a mistake is told with its
 * place, and long before any document is read.  All strings are borrowed.  A
 * function that sets something returns -1 with err set where the value is
 * wrong.  Where values add up, an empty one takes back those before, as in
 * git-config(1).
 */
#ifndef VERBATIM_REVIEW_GATE_H
#define VERBATIM_REVIEW_GATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "review/kind_set.h"

/* A project may be a stranger's, so all that it may ask for is bounded. */
#define GATE_VALUES_MOST 64		/* of one sort */
#define GATE_PARTS_MOST 16		/* of a value that is a group */
#define GATE_BYTES_MOST 500		/* of such a value */

struct gate_values {
	const char *value[GATE_VALUES_MOST];
	unsigned n;
};

/* Above all severities: none fails by how much it weighs. */
#define NO_SEVERITY ((enum severity)(ERROR + 1))

/* All zero: every finding fails, and each counts as its kind has it. */
struct gate {
	enum severity fail_on;		/* the least, or NO_SEVERITY */
	bool never_fail;		/* --fail-on none */
	struct kind_set fails;		/* whatever they weigh */
	const char *fail_on_as_given;	/* "warning,typography"; NULL: the
					   default */
	bool strict;			/* what was accepted counts too */
	struct kind_set ignored;
	unsigned char severity[KINDS_ROOM];	/* of the kind with the index,
					   plus 1; 0: its own */
	struct gate_values coverage;	/* "90%", "KERRY=100%" */
	struct gate_values aliases;	/* "KERRY = SECRETARY KERRY" */
	struct gate_values equivalents;	/* "colour/color" */
	struct gate_values furniture;	/* paragraph patterns: see
					   review/passage_rule.h */
	struct gate_values ignored_passages;
};

/* "warning", "error,typography", "encoding.mojibake", "none": replaces what
 * was said before. */
int
gate_fail_on(struct gate *gate, const char *value, struct error *err);

/* "typography,structure.split": adds to those before. */
int
gate_ignore(struct gate *gate, const char *value, struct error *err);

/* "wording.spelling=error", "typography=warning": the last that is said of a
 * kind holds. */
int
gate_weigh(struct gate *gate, const char *value, struct error *err);

/* "90%", "KERRY=100%": the last that is said of a speaker holds. */
int
gate_cover(struct gate *gate, const char *value, struct error *err);

/* "KERRY = SECRETARY KERRY" */
int
gate_alias(struct gate *gate, const char *value, struct error *err);

/* "colour/color" */
int
gate_equate(struct gate *gate, const char *value, struct error *err);

/* "Read also: *", "/^Page [0-9]+$/" */
int
gate_furniture(struct gate *gate, const char *value, struct error *err);

int
gate_ignore_passage(struct gate *gate, const char *value, struct error *err);

/* ---- values that have parts ---- */

/* A part of a value, without the blanks around. */
struct gate_part {
	const char *text;
	size_t n;
};

/* Takes the next part up to the separator from *rest, and moves that on (to
 * NULL at the end).  False at the end. */
bool
gate_next(const char **rest, char separator, struct gate_part *part);

#define ALIAS_SEPARATOR '='
#define EQUIVALENT_SEPARATOR '/'

/* Takes "KERRY=99.5%" apart: *speaker is empty for the whole, *share in
 * hundredths of a percent.  False where it is not so written. */
bool
gate_read_share(const char *value, struct gate_part *speaker,
	unsigned *share);

#endif
