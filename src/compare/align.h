/*
 * Which words of the reprint are which words of the transcript.
 */
#ifndef VERBATIM_COMPARE_ALIGN_H
#define VERBATIM_COMPARE_ALIGN_H

#include <stddef.h>
#include <stdint.h>

#include "compare/anchor.h"
#include "compare/comparison.h"
#include "text/document.h"
#include "text/fold.h"

#define NO_WORD UINT32_MAX

/*
 * A passage of the one that stands opposite a passage of the other.  The main
 * block comes first and spans all that keeps the transcript's order; then those
 * that stand elsewhere (MOVED) or a second time (DUPLICATED), by the reprint's
 * order.
 */
struct block {
	enum relation relation;		/* CHANGED for the main one */
	struct range range;		/* words; may hold unmatched ones */
};

struct alignment {
	/* Words of a side of a gap beyond which it is not searched for words
	 * in common one by one, and the gaps for which that was so. */
	uint32_t gap_most;
	uint32_t ngap_left;
	/* For each word the index of its match, or NO_WORD.  A word of the
	 * transcript that is printed twice names the aligned copy. */
	uint32_t *mate[2];
	/* For each word the block that it belongs to: 0 for what is in the
	 * main one or in none. */
	uint32_t *block_of[2];
	struct block *blocks;
	size_t nblock;
	uint32_t n[2];			/* words */
};

/* Beyond this the engine's quadratic cost (96 s for 1 MB against 1 MB) is not
 * paid, unless somebody asks for it. */
#define GAP_MOST 1000

/* Never fails; two texts that share nothing have no mates at all.  gap_most is
 * GAP_MOST, or what was asked for. */
void
align(const struct document *const doc[2], const struct keys *keys,
	uint32_t gap_most, struct alignment *out);

void
alignment_release(struct alignment *alignment);

#endif
