/* Among alignments that are equally good, the one a person would choose. */
#ifndef VERBATIM_COMPARE_SLIDE_H
#define VERBATIM_COMPARE_SLIDE_H

#include "compare/engine.h"
#include "text/document.h"

/*
 * Where words stand on one side only, and the words before them are like their
 * last words (or the words behind like their first), they may as well stand
 * earlier or later.  Moves each such gap to where it begins and ends with a
 * paragraph, a turn, a sentence or at least a comma.
 */
void
slide_gaps(const struct document *const doc[2], const uint32_t *const key[2],
	struct run_list *runs);

#endif
