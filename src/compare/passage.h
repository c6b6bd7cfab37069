/*
 * Words of one document that nothing of the other stands opposite, cut into
 * passages that can be named: the rest of a paragraph, whole paragraphs, turns.
 */
#ifndef VERBATIM_COMPARE_PASSAGE_H
#define VERBATIM_COMPARE_PASSAGE_H

#include "compare/change.h"

/* Where on the other side something is missing. */
struct gap {
	struct span words;		/* of the side that has them */
	uint32_t place;			/* byte of the other side's text */
	bool at_start, at_end;		/* before the first, behind the last
					   aligned word */
};

/* Adds an edit for each part of the transcript's words. */
void
passage_omitted(const struct context *context, const struct gap *gap,
	struct edit_list *out);

/* Adds an edit for each part of the reprint's words. */
void
passage_inserted(const struct context *context, const struct gap *gap,
	struct edit_list *out);

/* The bytes of words [start, end), opening and closing marks included. */
struct span
passage_span(const struct document *doc, struct span words);

/* Does a sentence begin with the word, or end before it? */
bool
sentence_starts(const struct document *doc, uint32_t word);

#endif
