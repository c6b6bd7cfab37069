#include "config.h"

#include "compare/anchor.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "prose.h"

#define MOST 400

struct lists {
	uint32_t a[MOST], b[MOST];
	uint32_t n[2];
	struct run_list runs;
};

static void
find_chain(struct lists *lists, struct range range, unsigned k)
{
	const uint32_t *const key[2] = { lists->a, lists->b };

	lists->runs.n = 0;
	anchor_chain(key, range, k, &lists->runs);
}

static struct range
whole(const struct lists *lists)
{
	return (struct range){ { 0, 0 }, { lists->n[0], lists->n[1] } };
}

static bool
are_equal(const struct lists *lists, const struct run *run)
{
	return !memcmp(lists->a + run->at[0], lists->b + run->at[1],
		run->n * sizeof(uint32_t));
}

/* Runs of equal keys within the range, that rise without overlap. */
static uint32_t
assert_chain(const struct lists *lists, struct range range)
{
	uint32_t total = 0;
	size_t i;
	int side;

	for (i = 0; i < lists->runs.n; i++) {
		const struct run *run = &lists->runs.run[i];

		cr_assert(run->n);
		for (side = 0; side < 2; side++)
			cr_assert(run->at[side] >= (i ? run[-1].at[side] +
				run[-1].n : range.start[side]) &&
				run->at[side] + run->n <= range.end[side]);
		cr_assert(are_equal(lists, run));
		total += run->n;
	}
	return total;
}

/* A text b, and a text a that is b with stretches dropped, doubled, moved and
 * replaced. */
static void
make_lists(struct lists *lists, uint64_t *state, uint32_t sorts)
{
	uint32_t i, at = 0;

	lists->n[1] = prose_random(state, MOST);
	for (i = 0; i < lists->n[1]; i++)
		lists->b[i] = prose_random(state, sorts);
	lists->n[0] = 0;
	while (lists->n[0] < MOST && at < lists->n[1]) {
		uint32_t what = prose_random(state, 40);

		if (what == 0)
			at += prose_random(state, 30);
		else if (what == 1)
			at -= prose_random(state, at + 1);
		else if (what == 2)
			lists->a[lists->n[0]++] = prose_random(state, sorts);
		else
			lists->a[lists->n[0]++] = lists->b[at++];
	}
}

Test(anchor, a_chain_rises_on_both_sides_without_overlap)
{
	struct lists lists = { .n = { 0, 0 } };
	uint64_t state = 5;
	uint32_t round;
	unsigned k;

	for (round = 0; round < 300; round++) {
		make_lists(&lists, &state, 1 + prose_random(&state,
			2u << round % 10));
		for (k = 2; k <= 6; k += 2) {
			struct range range = whole(&lists);

			find_chain(&lists, range, k);
			assert_chain(&lists, range);
			/* and it stays in a smaller range */
			range.start[0] = prose_random(&state, range.end[0] + 1);
			range.start[1] = prose_random(&state, range.end[1] + 1);
			range.end[0] -= prose_random(&state, range.end[0] -
				range.start[0] + 1);
			find_chain(&lists, range, k);
			assert_chain(&lists, range);
		}
	}
	free(lists.runs.run);
}

Test(anchor, a_list_against_itself_is_one_run)
{
	struct lists lists = { .n = { MOST, MOST } };
	uint32_t i;

	for (i = 0; i < MOST; i++)
		lists.a[i] = lists.b[i] = i % 150;
	lists.a[7] = lists.b[7] = 999;
	find_chain(&lists, whole(&lists), 6);
	cr_assert_eq(lists.runs.n, 1);
	cr_assert_eq(lists.runs.run[0].n, MOST);
	free(lists.runs.run);
}

Test(anchor, nothing_is_unique_in_one_word_repeated)
{
	struct lists lists = { .n = { MOST, MOST } };

	find_chain(&lists, whole(&lists), 4);
	cr_assert_eq(lists.runs.n, 0);
	free(lists.runs.run);
}

Test(anchor, shorter_lists_than_the_sequence_have_no_anchors)
{
	struct lists lists = { .a = { 1, 2, 3 }, .b = { 1, 2, 3 } };
	uint32_t a, b;

	for (a = 0; a <= 3; a++)
		for (b = 0; b <= 3; b++) {
			lists.n[0] = a;
			lists.n[1] = b;
			find_chain(&lists, whole(&lists), 3);
			cr_assert_eq(lists.runs.n, a == 3 && b == 3);
		}
	free(lists.runs.run);
}

Test(anchor, of_two_passages_that_changed_places_the_longer_stays)
{
	struct lists lists = { .n = { 100, 100 } };
	uint32_t i;

	/* 60 words, then 40 the one way, 40 and 60 the other */
	for (i = 0; i < 100; i++) {
		lists.b[i] = i;
		lists.a[i] = (i + 60) % 100;
	}
	find_chain(&lists, whole(&lists), 4);
	cr_assert_eq(assert_chain(&lists, whole(&lists)), 60);
	cr_assert_eq(lists.runs.run[0].at[0], 40);
	cr_assert_eq(lists.runs.run[0].at[1], 0);
	free(lists.runs.run);
}

/* Longest row of single words that rises on both sides, the plain way. */
static uint32_t
longest_rising(const struct run *run, size_t n)
{
	uint32_t best[MOST], longest = 0;
	size_t i, j;

	for (i = 0; i < n; i++) {
		best[i] = 1;
		for (j = 0; j < n; j++)
			if (run[j].at[0] < run[i].at[0] &&
			    run[j].at[1] < run[i].at[1] && j < i &&
			    best[j] + 1 > best[i])
				best[i] = best[j] + 1;
		if (best[i] > longest)
			longest = best[i];
	}
	return longest;
}

Test(anchor, the_chain_kept_is_a_heaviest_one)
{
	uint64_t state = 11;
	uint32_t round, i;

	for (round = 0; round < 200; round++) {
		struct run_list list = { 0 };
		uint32_t n = prose_random(&state, 60), longest;

		/* in order of the first side, anywhere on the second */
		for (i = 0; i < n; i++)
			*ARRAY_ADD(list.run, list.n, list.cap) = (struct run){
				{ i, prose_random(&state, 60) }, 1 };
		longest = longest_rising(list.run, list.n);
		anchor_keep_chain(&list);
		cr_assert_eq(list.n, longest, "round %u: %zu of %u", round,
			list.n, longest);
		for (i = 1; i < list.n; i++)
			cr_assert(list.run[i - 1].at[0] < list.run[i].at[0] &&
				list.run[i - 1].at[1] < list.run[i].at[1]);
		free(list.run);
	}
}

Test(anchor, runs_that_overlap_are_trimmed_where_they_meet)
{
	struct run_list list = { 0 };

	*ARRAY_ADD(list.run, list.n, list.cap) =
		(struct run){ { 0, 0 }, 20 };
	*ARRAY_ADD(list.run, list.n, list.cap) =
		(struct run){ { 17, 37 }, 20 };
	*ARRAY_ADD(list.run, list.n, list.cap) =
		(struct run){ { 60, 54 }, 20 };
	anchor_keep_chain(&list);
	cr_assert_eq(list.n, 3);
	cr_assert(list.run[1].at[0] == 20 && list.run[1].at[1] == 40 &&
		list.run[1].n == 17);
	cr_assert(list.run[2].at[0] == 63 && list.run[2].at[1] == 57 &&
		list.run[2].n == 17);
	free(list.run);
}

/* Runs of any length, anywhere: what is kept is the end of one, and no two
 * overlap. */
Test(anchor, whatever_overlaps_is_trimmed)
{
	uint64_t state = 13;
	uint32_t round;
	size_t i, k;

	for (round = 0; round < 300; round++) {
		struct run_list list = { 0 };
		struct run given[40];

		for (i = 0; i < 40; i++) {
			given[i].at[0] = prose_random(&state, 100);
			given[i].at[1] = prose_random(&state, 100);
			given[i].n = 1 + prose_random(&state, 25);
			*ARRAY_ADD(list.run, list.n, list.cap) = given[i];
		}
		anchor_keep_chain(&list);
		cr_assert_gt(list.n, 0);
		for (i = 0; i < list.n; i++) {
			const struct run *run = &list.run[i];
			uint32_t end = run->at[0] + run->n;

			cr_assert_gt(run->n, 0);
			cr_assert(!i || (run[-1].at[0] + run[-1].n <=
				run->at[0] && run[-1].at[1] + run[-1].n <=
				run->at[1]));
			for (k = 0; k < 40; k++)
				if (given[k].at[0] + given[k].n == end &&
				    given[k].at[1] + given[k].n ==
				    run->at[1] + run->n &&
				    given[k].n >= run->n)
					break;
			cr_assert_lt(k, 40);
		}
		free(list.run);
	}
}

Test(anchor, an_empty_list_keeps_an_empty_chain)
{
	struct run_list list = { 0 };

	anchor_keep_chain(&list);
	cr_assert_eq(list.n, 0);
}

static void
assert_maximal(const struct lists *lists, const struct run *run,
	struct span interval, const uint32_t bounds[2])
{
	uint32_t end[2] = { run->at[0] + run->n, run->at[1] + run->n };

	cr_assert_geq(run->n, 4);
	cr_assert(run->at[0] >= interval.start && end[0] <= interval.end);
	cr_assert(run->at[1] >= bounds[0] && end[1] <= bounds[1]);
	cr_assert(are_equal(lists, run));
	cr_assert(run->at[0] == interval.start || run->at[1] == bounds[0] ||
		lists->a[run->at[0] - 1] != lists->b[run->at[1] - 1]);
	cr_assert(end[0] == interval.end || end[1] == bounds[1] ||
		lists->a[end[0]] != lists->b[end[1]]);
}

Test(anchor, runs_are_maximal_and_stay_in_their_interval)
{
	struct lists lists = { .n = { 0, 0 } };
	uint64_t state = 17;
	uint32_t round;
	size_t i;

	for (round = 0; round < 200; round++) {
		const uint32_t *const key[2] = { lists.a, lists.b };
		struct span intervals[2];
		uint32_t bounds[2], half;

		make_lists(&lists, &state, 2 + prose_random(&state, 200));
		half = lists.n[0] / 2;
		intervals[0] = (struct span){ half / 3, half };
		intervals[1] = (struct span){ half, lists.n[0] };
		bounds[0] = prose_random(&state, lists.n[1] / 4 + 1);
		bounds[1] = lists.n[1];
		lists.runs.n = 0;
		anchor_runs(key, intervals, 2, bounds, &lists.runs);
		for (i = 0; i < lists.runs.n; i++)
			assert_maximal(&lists, &lists.runs.run[i],
				intervals[lists.runs.run[i].at[0] >= half],
				bounds);
	}
	free(lists.runs.run);
}

Test(anchor, a_passage_is_found_at_each_of_its_places)
{
	const uint32_t bounds[2] = { 0, 90 };
	const struct span interval = { 10, 20 };
	struct lists lists = { .n = { 30, 90 } };
	const uint32_t *const key[2] = { lists.a, lists.b };
	uint32_t i;

	for (i = 0; i < 30; i++)
		lists.a[i] = i;
	for (i = 0; i < 90; i++)
		lists.b[i] = i % 30 < 10 ? 10 + i % 30 : 1000 + i;
	anchor_runs(key, &interval, 1, bounds, &lists.runs);
	cr_assert_eq(lists.runs.n, 3);
	for (i = 0; i < 3; i++) {
		cr_assert_eq(lists.runs.run[i].n, 10);
		cr_assert_eq(lists.runs.run[i].at[1] % 30, 0);
	}
	free(lists.runs.run);
}
