/*
 * Findings as a report for a person lists them: the same difference at many
 * places is one entry.
 */
#ifndef VERBATIM_REPORT_ENTRY_H
#define VERBATIM_REPORT_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/comparison.h"

struct entry {
	const struct finding *finding;	/* the first */
	const struct pattern *pattern;	/* NULL where there is none */
	size_t member, nmember;		/* entries->members[member …) */
	enum severity severity;		/* the worst of them */
	bool only[2];			/* text of some length, and the other
					   side has none of its words */
};

struct entries {
	struct entry *entry;
	size_t n, cap;
	uint32_t *members;		/* findings, by their places */
};

/*
 * Sorted by what weighs: passages that the reprint lacks in their order, then
 * severity, number of places, place.
 */
void
entries_make(const struct comparison *cmp, struct entries *entries);

void
entries_release(struct entries *entries);

#endif
