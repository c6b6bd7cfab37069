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
#include "review/gate.h"
#include "review/judged.h"
#include "review/store.h"

/* All that is pointed at is borrowed. */
struct review {
	/* As it is to be reported: findings that are ignored are not in it,
	 * and severities are those that were asked for. */
	const struct comparison *comparison;
	const struct judged *judged;	/* which has the comparison; NULL: it
					   is as it was made */
	struct gate gate;
	struct store *store;		/* NULL: no file, all findings are
					   open */
	const struct store *baseline;	/* NULL: none */
};

/* The comparison as it was made, whatever was asked for: the ledger accounts
 * for all of it. */
const struct comparison *
review_whole(const struct review *review);

/* How many findings are ignored; *first is the first of them. */
size_t
review_ignored(const struct review *review, const struct finding **first);

/* Which rule of the project makes the finding, one of those that are reported,
 * no more than a note: "known furniture".  NULL: none does. */
const char *
review_known(const struct review *review, const struct finding *finding);

/* How many findings a rule knows. */
size_t
review_count_known(const struct review *review);

/* How many others weigh what somebody asked for, not what their kind does. */
size_t
review_count_weighed(const struct review *review);

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

/* Has the baseline the finding, just as it is? */
bool
review_in_baseline(const struct review *review, const struct finding *finding);

size_t
review_count_baseline(const struct review *review);

/* The decision by which the finding passes: the reviewer's, or the baseline's.
 * NULL where there is none, or the gate is strict. */
const struct decision *
review_passed(const struct review *review, const struct finding *finding);

/* Does this finding make the review fail?  One that was accepted, or is in the
 * baseline, does so only where the gate is strict. */
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

/* The same for the baseline: what it lets pass, and is there no more. */
size_t
review_stale(const struct review *review, const struct decision ***list);

/* What is to be kept of a decision on the finding; the strings are in the
 * arena. */
struct decision
review_decide(const struct review *review, const struct finding *finding,
	enum verdict verdict, const char *reviewer, const char *note,
	struct arena *arena);

/* A gate that the review does not pass. */
struct failure {
	const char *option;		/* "min-coverage" */
	const char *value;		/* "KERRY=100%", as given; NULL: the
					   option has none */
	const char *reason;		/* "KERRY: 64% of 1906 words are
					   covered" */
	bool by_findings;		/* each of which says so itself */
};

/* All of them; they and the reasons are the arena's. */
size_t
review_failures(const struct review *review, struct arena *arena,
	const struct failure **list);

/* What --fail-on says, or would have said. */
const char *
review_fail_on(const struct review *review);

/* 0: nothing fails, 1: something does, 2: the two cannot be compared. */
int
review_status(const struct review *review);

#endif
