/* How much of the transcript the reprint has, for reports that draw it. */
#ifndef VERBATIM_REPORT_COVERED_H
#define VERBATIM_REPORT_COVERED_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/comparison.h"

/* Which words of the transcript the reprint has: those of the pieces that both
 * have, but for what is missing within them.  The caller frees them. */
bool *
covered_words(const struct comparison *cmp);

struct share {
	const struct speaker *speaker;
	size_t covered;			/* of the speaker's nword */
};

/* Fills in the speakers who say anything, the one who says most first, and
 * returns their number: at most the transcript's nspeaker. */
size_t
covered_shares(const struct comparison *cmp, struct share *shares);

#endif
