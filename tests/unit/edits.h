/*
 * What holds for the edits of any two texts, whatever they are.
 */
#ifndef VERBATIM_TESTS_EDITS_H
#define VERBATIM_TESTS_EDITS_H

#include "pair.h"

/* The edits are in order, do not overlap, and tell each word once. */
void
edits_check(const struct pair *pair);

/* What the edits leave is the same in both texts, unless something moved. */
void
edits_check_rest(const struct pair *pair);

#endif
