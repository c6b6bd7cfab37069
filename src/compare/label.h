/* Speaker labels, compared as such. */
#ifndef VERBATIM_COMPARE_LABEL_H
#define VERBATIM_COMPARE_LABEL_H

#include "compare/change.h"

/* Adds EDIT_LABEL and EDIT_SWALLOWED edits. */
void
labels_compare(const struct context *context, struct edit_list *out);

/*
 * "QÂ Â Â" opens the reprint's paragraph where "Q   " opens the transcript's: a
 * label that damage has hidden.  Fills the edit where it explains all that lies
 * before the two words (indices), the first of their paragraphs that are
 * aligned.
 */
bool
label_is_damaged(const struct context *context, const uint32_t word[2],
	struct edit *edit);

#endif
