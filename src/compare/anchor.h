/*
 * Anchors: where two lists of keys surely correspond.
 *
 * Sequences of k keys that occur once in each list are extended to maximal
 * runs, and of the runs a chain of greatest total length is kept that rises in
 * both (as in MUMmer: Delcher et al. 1999, Nucleic Acids Research 27:2369).
 */
#ifndef VERBATIM_COMPARE_ANCHOR_H
#define VERBATIM_COMPARE_ANCHOR_H

#include "compare/engine.h"
#include "text/span.h"

/* A stretch of both lists: [start, end) in each. */
struct range {
	uint32_t start[2], end[2];
};

/*
 * Appends the chain for the range in order; nothing where no sequence of k keys
 * is unique.  key[] are the whole lists.  Time and memory are linear in the
 * range but for the sorting of the runs.
 */
void
anchor_chain(const uint32_t *const key[2], struct range range, unsigned k,
	struct run_list *out);

/*
 * All maximal runs of at least four keys between some intervals of the first
 * list and the second list from bounds[0] to bounds[1], also of sequences that
 * repeat a few times; unordered.  A run does not leave its
 * interval.
 */
void
anchor_runs(const uint32_t *const key[2], const struct span *intervals,
	size_t ninterval, const uint32_t bounds[2], struct run_list *out);

/* Keeps of the runs a heaviest chain that rises on both sides, trimmed so that
 * nothing overlaps. */
void
anchor_keep_chain(struct run_list *list);

#endif
