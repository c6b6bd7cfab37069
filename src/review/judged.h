/*
 * What a gate makes of a comparison: the same findings, as heavy as they are to
 * count, but for those that are ignored.
 *
 * The comparison itself stays as it is.  What is judged is a comparison too,
 * so that who reports or shows it need not know that anything was asked.
 */
#ifndef VERBATIM_REVIEW_JUDGED_H
#define VERBATIM_REVIEW_JUDGED_H

#include "base/memory.h"
#include "compare/comparison.h"
#include "review/gate.h"
#include "review/goal.h"

struct judged {
	const struct comparison *whole;	/* as it was made; borrowed */
	/*
	 * The same but for the findings and what patterns say of them.
	 * Behind findings[nfinding] stand those that are ignored.  A pattern
	 * keeps its index, though all its findings may be ignored: then
	 * nfinding of it is 0, and first is one of the ignored.
	 */
	struct comparison comparison;
	size_t nignored;
	/* Why a finding is known, and so no more than a note: "known
	 * furniture"; NULL: it is not.  Of findings[], the ignored too. */
	const char **known;
	struct goal *goals;
	size_t ngoal, goal_cap;
	struct arena arena;
};

/* NULL with err set where something that is asked for cannot be: a speaker
 * whom nobody knows, a pattern that costs too much. */
struct judged *
judged_new(const struct gate *gate, const struct comparison *cmp,
	struct error *err);

void
judged_free(struct judged *judged);

#endif
