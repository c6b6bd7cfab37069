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

#include "base/memory.h"
#include "compare/comparison.h"
#include "review/store.h"

struct review {
	const struct comparison *comparison;	/* borrowed */
	enum severity fail_on;
	bool never_fail;			/* --fail-on none */
	struct store *store;			/* borrowed; NULL: no file, all
						   findings are open */
};

#define READING_SIZE 400		/* bytes, with a NUL */

/*
 * What of a finding's reading is kept with a decision: white space folded to
 * one blank, and of a long one the beginning and the end, 80 code points in
 * all.  False, and "", where the finding has no place on that side.
 */
bool
review_reading(const struct comparison *cmp, const struct finding *finding,
	enum side side, char reading[READING_SIZE]);

/*
 * The decision that is in force on the finding: the last one by its id, and
 * only where that was made of the same kind and the same words.  NULL where
 * there is none.  Valid as long as the store is not added to.
 */
const struct decision *
review_decision(const struct review *review, const struct finding *finding);

/* OPEN where nothing was decided. */
enum verdict
review_verdict(const struct review *review, const struct finding *finding);

/* Does this finding make the review fail?  One that was accepted does not. */
bool
review_fails(const struct review *review, const struct finding *finding);

/* How many findings have the severity. */
size_t
review_count(const struct review *review, enum severity severity);

/* How many findings have the verdict. */
size_t
review_count_verdict(const struct review *review, enum verdict verdict);

/*
 * Verdicts in force whose finding is gone or has changed: appends pointers to
 * the decisions, in the file's order, and returns how many.  The caller frees
 * *list.
 */
size_t
review_orphans(const struct review *review, const struct decision ***list);

/* What is to be kept of a decision on the finding; the strings are in the
 * arena. */
struct decision
review_decide(const struct review *review, const struct finding *finding,
	enum verdict verdict, const char *reviewer, const char *note,
	struct arena *arena);

/* 0: nothing fails, 1: something does, 2: the two cannot be compared. */
int
review_status(const struct review *review);

#endif
