/*
 * Two documents compared: all that is known, immutable once made.
 *
 *	documents -> matches -> changes -> findings -> patterns
 *
 * Each arrow is one function from const input to fresh output, and
 * comparison.c is that list and nothing else.
 */
#ifndef VERBATIM_COMPARE_COMPARISON_H
#define VERBATIM_COMPARE_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory.h"
#include "compare/finding.h"
#include "text/document.h"
#include "text/fold.h"

enum relation {
	EQUAL, CHANGED, MOVED, DUPLICATED, REPRINT_ONLY, TRANSCRIPT_ONLY
};

extern const char *const relation_names[];	/* "equal", …, "reprint-only" */

/*
 * A piece of a paragraph opposite a piece of a paragraph.  Where a paragraph
 * was split or merged there is a piece for each part.
 */
struct piece {
	enum relation relation;
	struct span span[2];
	/* The span and what is between it and the next piece's on that side:
	 * the tiles of a side leave no hole. */
	struct span tile[2];
	bool has[2];
	uint32_t paragraph[2];		/* index; valid where has */
	float similarity;		/* words alike by all words, 0 to 1 */
};

/* How the two documents stand to each other as wholes. */
enum document_relation {
	VERBATIM, WHOLE_REPRINT, EXCERPT, OTHER_VERSION, SHARED_TEXT,
	UNRELATED, UNREADABLE,
	ALONE			/* no transcript: see compare/scan.h */
};

extern const char *const document_relation_names[]; /* "verbatim", … */

struct coverage {
	uint32_t nword;			/* of the transcript, labels apart */
	uint32_t ncovered;		/* of them that the reprint has */
	uint32_t *speaker_covered;	/* for each of doc[TRANSCRIPT]'s
					   speakers; of its nword */
};

/* A stretch of the reprint of one sort: see compare/zone.h. */
struct zone {
	struct span span;		/* from its first mark to its last */
	const char *sort;		/* "straight quotes", or a chain */
	uint32_t nmark;
};

struct comparison {
	const struct document *doc[2];	/* borrowed */
	const struct keys *keys;	/* borrowed */
	enum document_relation relation;
	enum side unreadable;		/* which, where relation says so */

	/* In the reprint's order; what only the transcript has stands where
	 * the transcript has it. */
	struct piece *pieces;
	size_t npiece;

	/* By reprint start, then transcript start. */
	struct finding *findings;
	size_t nfinding;
	/* By the first place. */
	struct pattern *patterns;
	size_t npattern;

	/* Where the sort of quotes or of damage changes; else none. */
	struct zone *zones;
	size_t nzone;

	struct coverage coverage;

	/* What was not searched for single words in common: gaps of more words
	 * a side than this in which no sequence corresponds. */
	uint32_t gap_most;
	uint32_t ngap_left;

	/* paragraphs of the reprint that belong to the transcript's text
	 * (body), not to the reprint's own furniture (apparatus) */
	bool *body;

	struct arena arena;
};

/* Cannot fail; both documents and the keys must outlive it. */
struct comparison *
comparison_new(const struct document *reprint,
	const struct document *transcript, const struct keys *keys);

/* The same, with another limit to the words of a gap; 0: the default. */
struct comparison *
comparison_new_within(const struct document *reprint,
	const struct document *transcript, const struct keys *keys,
	uint32_t gap_most);

void
comparison_free(struct comparison *cmp);

#endif
