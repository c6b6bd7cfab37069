/* What reports say of verdicts. */
#ifndef VERBATIM_REPORT_DECIDED_H
#define VERBATIM_REPORT_DECIDED_H

#include "report/flow.h"
#include "review/review.h"

/* The first digits of an id. */
void
decided_id(struct buffer *out, uint64_t id, int digits);

/* "rejected by Ann, 2026-11-21: ask the agency"; of a baseline,
 * "accepted in the baseline". */
void
decided_add(struct flow *flow, struct ink ink,
	const struct decision *decision);

/* Would decided_add() say the same of the two?  NULL is like nothing. */
bool
decided_alike(const struct decision *a, const struct decision *b);

/* "3 ignored. 2 known to the project. 1 weighed otherwise. 1 gap of more than
 * 1,000 words not searched for single words (--max-gap). " */
void
decided_left_out(struct buffer *out, const struct review *review);

/* "3 ignored. 5 reviewed in reprint.txt.review: 3 accepted, 2 rejected. 1
 * orphan. 7 in the baseline FILE. " */
void
decided_tail(struct flow *flow, struct ink ink, const struct review *review);

/* "Exit status 1: 2 findings fail (--fail-on error)." */
void
decided_status(struct flow *flow, struct ink ink, const struct review *review);

#endif
