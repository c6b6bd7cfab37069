/* Words that only stand in another order. */
#ifndef VERBATIM_COMPARE_ORDER_H
#define VERBATIM_COMPARE_ORDER_H

#include "compare/change.h"

/*
 * An alignment in order shows "our relations" for "relations our" as a word
 * left out here and put in there.  Joins each such two edits of out->edit[from
 * ..] into one EDIT_ORDER over both places.
 */
void
order_find(const struct context *context, struct edit_list *out,
	size_t from);

#endif
