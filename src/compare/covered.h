/* How much of the transcript the reprint has, word for word. */
#ifndef VERBATIM_COMPARE_COVERED_H
#define VERBATIM_COMPARE_COVERED_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/comparison.h"

/* Are there words on that side of the finding? */
bool
finding_has_words(const struct comparison *cmp, const struct finding *finding,
	enum side side);

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
