/* Paragraphs that damage hides from the alignment. */
#ifndef VERBATIM_COMPARE_HIDDEN_H
#define VERBATIM_COMPARE_HIDDEN_H

#include "compare/change.h"

/*
 * Looks for the paragraphs of the reprint's span in which nothing is left to
 * align among those of the transcript's span, by their shape.  Adds the edits
 * of those found, and notes their words as hidden; false where there is none.
 */
bool
hidden_compare(const struct context *context, const struct span span[2],
	struct edit_list *out);

#endif
