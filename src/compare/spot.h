/*
 * Where the findings lie in the reprint, one behind the other: what the ledger
 * sets otherwise, and what parts the stretches that it copies.
 */
#ifndef VERBATIM_COMPARE_SPOT_H
#define VERBATIM_COMPARE_SPOT_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/comparison.h"

struct spot {
	const struct finding *finding;
	/* What changed, without what both readings begin and end with where
	 * it is the glyphs that count; in bytes of text and of decoded. */
	struct span text[2], decoded[2];
	bool opposite;			/* the transcript has a place too, and
					   decoded[] stand for each other */
};

/*
 * Spots are sorted and do not overlap in the reprint's decoded.  A finding that
 * only says of a passage that it stands elsewhere, or again, is no spot.
 */
struct spots {
	struct spot *spot;
	size_t n, cap;
	struct span *again;		/* decoded: passages printed again, of
					   which no finding tells how they
					   differ */
	size_t nagain, again_cap;
};

void
spots_find(const struct comparison *cmp, struct spots *out);

void
spots_release(struct spots *spots);

#endif
