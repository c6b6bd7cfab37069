/* Words left out, or put in, and the marks around them. */
#ifndef VERBATIM_COMPARE_ONE_SIDED_H
#define VERBATIM_COMPARE_ONE_SIDED_H

#include "compare/change.h"

/*
 * Compares two stretches of which only the side `has` has words of its own,
 * `words`.  False, with nothing added, where there are too many marks around
 * them.
 */
bool
one_sided_compare(const struct context *context, const struct span span[2],
	struct span words, enum side has, struct edit_list *out);

/* "%" opposite "percent": adds one edit, a sign for a word.  span (bytes) and
 * words (indices) are of both sides. */
bool
one_sided_sign(const struct context *context, const struct span *span,
	const struct span *words, struct edit_list *out);

#endif
