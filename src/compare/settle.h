/* What is done with the edits when all of them are there. */
#ifndef VERBATIM_COMPARE_SETTLE_H
#define VERBATIM_COMPARE_SETTLE_H

#include "compare/change.h"

/*
 * Sorts the edits by place, works out the damage of each, joins damaged words
 * that touch, shows changed figures whole, and adds the reprint's paragraphs
 * that have no words.
 */
void
edits_settle(const struct context *context, struct edit_list *list);

#endif
