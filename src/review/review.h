/*
 * A comparison as somebody looks at it: what counts, and what was decided.
 *
 * All that reports and the viewer are given.  No report decides what a finding
 * is, or whether it fails.
 */
#ifndef VERBATIM_REVIEW_REVIEW_H
#define VERBATIM_REVIEW_REVIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/comparison.h"

struct review {
	const struct comparison *comparison;	/* borrowed */
	enum severity fail_on;
	bool never_fail;			/* --fail-on none */
};

/* The word JSON and text give for what was decided: "open", … */
const char *
review_verdict(const struct review *review, const struct finding *finding);

/* Does this finding make the review fail? */
bool
review_fails(const struct review *review, const struct finding *finding);

/* How many findings have the severity. */
size_t
review_count(const struct review *review, enum severity severity);

/* 0: nothing fails, 1: something does, 2: the two cannot be compared. */
int
review_status(const struct review *review);

#endif
