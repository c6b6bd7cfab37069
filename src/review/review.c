/*
 * Whether a finding fails is decided here and nowhere else, so that every
 * report and the exit status agree.  Verdicts that editors keep in files will
 * be looked up here; until then every finding is open.
 */
#include "config.h"

#include "review/review.h"

const char *
review_verdict(const struct review *review, const struct finding *finding)
{
	(void)review;
	(void)finding;
	return "open";
}

bool
review_fails(const struct review *review, const struct finding *finding)
{
	return !review->never_fail && finding->severity >= review->fail_on;
}

size_t
review_count(const struct review *review, enum severity severity)
{
	const struct comparison *cmp = review->comparison;
	size_t i, n = 0;

	for (i = 0; i < cmp->nfinding; i++)
		n += cmp->findings[i].severity == severity;
	return n;
}

/* Texts that have nothing to do with each other fail by that alone: a gate
 * must not pass the wrong file because there was nothing to compare. */
int
review_status(const struct review *review)
{
	const struct comparison *cmp = review->comparison;
	size_t i;

	if (cmp->relation == UNREADABLE)
		return 2;
	if (cmp->relation == UNRELATED && !review->never_fail)
		return 1;
	for (i = 0; i < cmp->nfinding; i++)
		if (review_fails(review, &cmp->findings[i]))
			return 1;
	return 0;
}
