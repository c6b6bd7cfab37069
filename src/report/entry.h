/*
 * Findings as a report for a person lists them: the same difference at many
 * places is one entry, if the same was decided of them.
 */
#ifndef VERBATIM_REPORT_ENTRY_H
#define VERBATIM_REPORT_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "review/review.h"

#define NO_CAUSE SIZE_MAX

struct entry {
	const struct finding *finding;	/* the first */
	const struct pattern *pattern;	/* NULL where there is none */
	size_t member, nmember;		/* entries->members[member …) */
	enum severity severity;		/* the worst of them */
	enum verdict verdict;		/* on all of them */
	bool only[2];			/* text of some length, and the other
					   side has none of its words */
	size_t cause;			/* entries->causes[], or NO_CAUSE */
};

/* Entries of one kind and verdict that came about in one way. */
struct cause {
	const struct finding *finding;	/* the first of the first entry */
	enum verdict verdict;
	size_t nentry;
	size_t nfinding;
};

struct entries {
	struct entry *entry;
	size_t n, cap;
	struct cause *causes;
	size_t ncause, cause_cap;
	uint32_t *members;		/* findings, by their places */
	bool *placed;			/* paragraphs of the reprint that stand
					   in the transcript's order, not as
					   furniture or a second time */
	int id_digits;			/* that tell all findings apart */
};

/* Is it much the same passage on both sides, so that to show it once is
 * enough? */
bool
finding_is_displaced(const struct comparison *cmp,
	const struct finding *finding);

/*
 * Sorted by what weighs: passages that the reprint lacks in their order, then
 * severity, number of places, place.  Those whose verdict has a heading of its
 * own come last.
 */
void
entries_make(const struct review *review, struct entries *entries);

/* Under which the entry is listed: "DAMAGED". */
const char *
entry_heading(const struct entry *entry);

void
entries_release(struct entries *entries);

#endif
