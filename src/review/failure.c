/*
 * What fails, and why: decided here and nowhere else, so that every report and
 * the exit status agree.
 */
#include "config.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "review/review.h"

/* What a gate can fail by, besides the goals. */
#define FAILURES_MOST 3

struct failures {
	struct arena *arena;
	struct failure *failure;
	size_t n;
};

const char *
review_fail_on(const struct review *review)
{
	const struct gate *gate = &review->gate;

	if (gate->never_fail)
		return "none";
	return gate->fail_on_as_given ? gate->fail_on_as_given :
		severity_names[gate->fail_on];
}

/* What a rule of the project knows fails as the note that it is. */
static bool
is_wanted(const struct review *review, const struct finding *finding)
{
	const struct gate *gate = &review->gate;

	return !gate->never_fail && (finding->severity >= gate->fail_on ||
		(kind_set_has(&gate->fails, finding->kind) &&
			!review_known(review, finding)));
}

bool
review_fails(const struct review *review, const struct finding *finding)
{
	return is_wanted(review, finding) && !review_passed(review, finding);
}

static size_t
count_failing(const struct review *review)
{
	const struct comparison *cmp = review->comparison;
	size_t i, n = 0;

	for (i = 0; i < cmp->nfinding; i++)
		n += review_fails(review, &cmp->findings[i]);
	return n;
}

/* What was let pass and is gone. */
static size_t
count_gone(const struct review *review)
{
	const struct decision **stale, **orphans;
	size_t n = review_stale(review, &stale);
	size_t i, norphan = review_orphans(review, &orphans);

	for (i = 0; i < norphan; i++)
		n += verdicts[orphans[i]->verdict].passes;
	free(stale);
	free(orphans);
	return n;
}

static void
add(struct failures *failures, const char *option, const char *value,
	const char *reason)
{
	failures->failure[failures->n++] = (struct failure){ option, value,
		reason, false };
}

/* Texts that have nothing to do with each other fail by that alone: a gate
 * must not pass the wrong file because there was nothing to compare. */
static void
add_findings(struct failures *failures, const struct review *review)
{
	size_t n = count_failing(review);

	if (review->comparison->relation == UNRELATED &&
	    !review->gate.never_fail) {
		add(failures, "fail-on", review_fail_on(review),
			"the two have nothing to do with each other");
	} else if (n) {
		add(failures, "fail-on", review_fail_on(review),
			arena_printf(failures->arena, n == 1 ?
				"%zu finding fails" : "%zu findings fail", n));
		failures->failure[failures->n - 1].by_findings = true;
	}
}

static void
add_goals(struct failures *failures, const struct review *review)
{
	const struct judged *judged = review->judged;
	struct buffer reason = BUFFER_INIT;
	size_t i;

	for (i = 0; judged && i < judged->ngoal; i++) {
		if (goal_is_met(&judged->goals[i]))
			continue;
		reason.len = 0;
		goal_put(&reason, &judged->goals[i]);
		add(failures, "min-coverage", judged->goals[i].value,
			arena_copy(failures->arena, reason.data, reason.len));
	}
	buffer_release(&reason);
}

static void
add_gone(struct failures *failures, const struct review *review)
{
	size_t n = review->gate.strict ? count_gone(review) : 0;

	if (n)
		add(failures, "strict", NULL, arena_printf(failures->arena,
			n == 1 ? "%zu finding that was let pass is gone" :
			"%zu findings that were let pass are gone", n));
}

size_t
review_failures(const struct review *review, struct arena *arena,
	const struct failure **list)
{
	size_t ngoal = review->judged ? review->judged->ngoal : 0;
	struct failures failures = { .arena = arena,
		.failure = arena_alloc(arena, ngoal + FAILURES_MOST,
			sizeof(struct failure)) };

	*list = failures.failure;
	if (review->comparison->relation == UNREADABLE)
		return 0;
	add_findings(&failures, review);
	add_goals(&failures, review);
	add_gone(&failures, review);
	return failures.n;
}

int
review_status(const struct review *review)
{
	const struct failure *list;
	struct arena arena;
	size_t n;

	if (review->comparison->relation == UNREADABLE)
		return 2;
	arena_init(&arena);
	n = review_failures(review, &arena, &list);
	arena_release(&arena);
	return n > 0;
}
