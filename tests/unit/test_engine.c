#include "config.h"

#include "compare/engine.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "prose.h"

struct lists {
	uint32_t *key[2];
	uint32_t n[2];
	struct run_list runs;
};

static void
lists_init(struct lists *lists, uint32_t n, uint32_t m)
{
	memset(lists, 0, sizeof(*lists));
	lists->n[0] = n;
	lists->n[1] = m;
	lists->key[0] = memory_alloc(n, sizeof(uint32_t));
	lists->key[1] = memory_alloc(m, sizeof(uint32_t));
}

static void
lists_release(struct lists *lists)
{
	free(lists->key[0]);
	free(lists->key[1]);
	free(lists->runs.run);
	engine_release();
}

static void
diff_lists(struct lists *lists, const uint32_t base[2])
{
	const uint32_t *const key[2] = { lists->key[0], lists->key[1] };

	engine_diff(key, lists->n, base, &lists->runs);
}

/* Runs are of equal keys, rise on both sides, and are not joined to others;
 * returns how many words they have. */
static uint32_t
assert_runs(const struct lists *lists, const uint32_t base[2])
{
	uint32_t total = 0, i;
	size_t r;

	for (r = 0; r < lists->runs.n; r++) {
		const struct run *run = &lists->runs.run[r];

		cr_assert(run->n);
		cr_assert(run->at[0] >= base[0] && run->at[1] >= base[1]);
		cr_assert(run->at[0] + run->n <= base[0] + lists->n[0]);
		cr_assert(run->at[1] + run->n <= base[1] + lists->n[1]);
		for (i = 0; i < run->n; i++)
			cr_assert_eq(lists->key[0][run->at[0] - base[0] + i],
				lists->key[1][run->at[1] - base[1] + i]);
		if (r) {
			uint32_t a = run[-1].at[0] + run[-1].n;
			uint32_t b = run[-1].at[1] + run[-1].n;

			cr_assert(a <= run->at[0] && b <= run->at[1]);
			cr_assert(a < run->at[0] || b < run->at[1]);
		}
		total += run->n;
	}
	return total;
}

/* The length of the longest common subsequence, the plain way. */
static uint32_t
longest_common(const struct lists *lists)
{
	uint32_t m = lists->n[1], i, j, longest;
	uint32_t *row = memory_alloc(m + 1, sizeof(*row));

	for (i = 0; i < lists->n[0]; i++) {
		uint32_t before = 0;

		for (j = 1; j <= m; j++) {
			uint32_t above = row[j];

			if (lists->key[0][i] == lists->key[1][j - 1])
				row[j] = before + 1;
			else if (row[j - 1] > row[j])
				row[j] = row[j - 1];
			before = above;
		}
	}
	longest = row[m];
	free(row);
	return longest;
}

static const uint32_t origin[2] = { 0, 0 };

Test(engine, runs_are_a_longest_common_subsequence)
{
	static const uint32_t bases[][2] = { { 0, 0 }, { 7, 1000000 } };
	uint64_t state = 3;
	uint32_t round, i, side;

	for (round = 0; round < 300; round++) {
		const uint32_t *base = bases[round % 2];
		uint32_t sorts = 1 + prose_random(&state, 1u << round % 8);
		struct lists lists;

		lists_init(&lists, prose_random(&state, 80),
			prose_random(&state, 80));
		for (side = 0; side < 2; side++)
			for (i = 0; i < lists.n[side]; i++)
				lists.key[side][i] =
					prose_random(&state, sorts);
		diff_lists(&lists, base);
		cr_assert_eq(assert_runs(&lists, base),
			longest_common(&lists), "round %u", round);
		lists_release(&lists);
	}
}

/* Where a diff for people would give up: few words, often repeated. */
Test(engine, long_lists_are_not_given_up)
{
	uint64_t state = 7;
	uint32_t round, i, side;

	for (round = 0; round < 8; round++) {
		struct lists lists;

		lists_init(&lists, 700, 600);
		for (side = 0; side < 2; side++)
			for (i = 0; i < lists.n[side]; i++)
				lists.key[side][i] = prose_random(&state,
					10u << round);
		diff_lists(&lists, origin);
		cr_assert_eq(assert_runs(&lists, origin),
			longest_common(&lists), "round %u", round);
		lists_release(&lists);
	}
}

Test(engine, equal_lists_are_one_run)
{
	struct lists lists;
	uint32_t i;

	lists_init(&lists, 500, 500);
	for (i = 0; i < 500; i++)
		lists.key[0][i] = lists.key[1][i] = i % 7;
	diff_lists(&lists, origin);
	cr_assert_eq(lists.runs.n, 1);
	cr_assert_eq(assert_runs(&lists, origin), 500);
	lists_release(&lists);
}

Test(engine, nothing_has_nothing_in_common_with_anything)
{
	uint32_t n;

	for (n = 0; n < 3; n++) {
		struct lists lists;

		lists_init(&lists, n % 2 * 5, n / 2 * 5);
		diff_lists(&lists, origin);
		cr_assert_eq(lists.runs.n, 0);
		lists_release(&lists);
	}
}

Test(engine, a_word_missing_anywhere_is_found)
{
	uint32_t at, i, side;

	for (side = 0; side < 2; side++)
		for (at = 0; at <= 20; at++) {
			struct lists lists;
			uint32_t *whole, *less;

			lists_init(&lists, 20 + !side, 20 + side);
			whole = lists.key[side];
			less = lists.key[!side];
			for (i = 0; i < 21; i++) {
				whole[i] = 100 + i;
				if (i != at)
					*less++ = 100 + i;
			}
			diff_lists(&lists, origin);
			cr_assert_eq(assert_runs(&lists, origin), 20);
			lists_release(&lists);
		}
}

Test(engine, one_word_repeated_is_matched_as_often_as_both_have_it)
{
	struct lists lists;

	lists_init(&lists, 900, 600);
	diff_lists(&lists, origin);
	cr_assert_eq(assert_runs(&lists, origin), 600);
	lists_release(&lists);
}

Test(engine, a_reversed_list_keeps_one_word)
{
	struct lists lists;
	uint32_t i;

	lists_init(&lists, 300, 300);
	for (i = 0; i < 300; i++)
		lists.key[0][i] = lists.key[1][299 - i] = i;
	diff_lists(&lists, origin);
	cr_assert_eq(assert_runs(&lists, origin), 1);
	lists_release(&lists);
}

/* Keys become lines of text: no two may become the same line. */
Test(engine, keys_that_differ_in_one_bit_are_other_words)
{
	int bit;

	for (bit = 0; bit < 30; bit++) {
		struct lists lists;

		lists_init(&lists, 2, 2);
		lists.key[0][0] = 1u << bit;
		lists.key[1][0] = 0;
		lists.key[0][1] = lists.key[1][1] = (1u << 30) - 1;
		diff_lists(&lists, origin);
		cr_assert_eq(assert_runs(&lists, origin), 1);
		lists_release(&lists);
	}
}

Test(engine, it_starts_again_after_it_was_released)
{
	struct lists lists;
	int i;

	engine_release();
	for (i = 0; i < 3; i++) {
		lists_init(&lists, 3, 4);
		diff_lists(&lists, origin);
		cr_assert_eq(assert_runs(&lists, origin), 3);
		lists_release(&lists);
		engine_release();
	}
}

Test(engine, a_run_that_goes_on_joins_the_last)
{
	struct run_list list = { 0 };

	run_list_add(&list, (struct run){ { 3, 5 }, 0 });
	cr_assert_eq(list.n, 0);
	run_list_add(&list, (struct run){ { 3, 5 }, 2 });
	run_list_add(&list, (struct run){ { 5, 7 }, 4 });
	cr_assert_eq(list.n, 1);
	cr_assert_eq(list.run[0].n, 6);
	/* a gap on either side parts them */
	run_list_add(&list, (struct run){ { 9, 12 }, 1 });
	run_list_add(&list, (struct run){ { 11, 13 }, 1 });
	cr_assert_eq(list.n, 3);
	run_list_add(&list, (struct run){ { 12, 14 }, 0 });
	cr_assert_eq(list.n, 3);
	free(list.run);
}
