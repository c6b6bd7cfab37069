/* Only what fails is kept: what does not would but become stale. */
#include "config.h"

#include "review/baseline.h"

#include <stdlib.h>

#include "base/memory.h"

int
baseline_may_be_written(const char *path, struct error *err)
{
	struct store *store = store_open(path, err);
	const struct decision *decisions;
	size_t i, n;
	int rc = 0;

	if (!store)
		return -1;
	decisions = store_decisions(store, &n);
	for (i = 0; i < n && !rc; i++)
		if (decisions[i].time)
			rc = error_set(err, "%s has the verdicts of a "
				"reviewer, so no baseline is written over it.",
				path);
	store_free(store);
	return rc;
}

void
baseline_write(const struct review *review, struct buffer *out)
{
	const struct comparison *cmp = review->comparison;
	struct review alone = *review;
	struct decision *decision = NULL;
	struct arena arena;
	size_t i, n = 0, cap = 0;

	alone.baseline = NULL;
	arena_init(&arena);
	for (i = 0; i < cmp->nfinding; i++)
		if (review_fails(&alone, &cmp->findings[i]))
			*ARRAY_ADD(decision, n, cap) = review_decide(review,
				&cmp->findings[i], ACCEPTED, "", "", &arena);
	store_write(decision, n, out);
	free(decision);
	arena_release(&arena);
}
