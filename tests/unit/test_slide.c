#include "config.h"

#include "compare/slide.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "pair.h"

struct slid {
	struct pair pair;
	uint32_t *key[2];
	struct run_list runs;
};

static void
slide_runs(struct slid *slid)
{
	const struct document *const doc[2] = { slid->pair.doc[0],
		slid->pair.doc[1] };
	const uint32_t *const key[2] = { slid->key[0], slid->key[1] };

	slide_gaps(doc, key, &slid->runs);
}

/* Two texts of which one lacks words: aligned from the left as far as it goes,
 * then the rest from the right. */
static void
slid_init(struct slid *slid, const char *reprint, const char *transcript)
{
	uint32_t left = 0, right, n[2];
	int side;

	memset(slid, 0, sizeof(*slid));
	pair_read(&slid->pair, reprint, transcript);
	for (side = 0; side < 2; side++) {
		const struct document *doc = slid->pair.doc[side];
		uint32_t i;

		n[side] = (uint32_t)doc->nword;
		slid->key[side] = memory_alloc(doc->nword, sizeof(uint32_t));
		for (i = 0; i < n[side]; i++)
			slid->key[side][i] = doc->words[i].key;
	}
	while (left + 1 < n[0] && left + 1 < n[1] &&
	       slid->key[0][left] == slid->key[1][left])
		left++;
	right = (n[0] < n[1] ? n[0] : n[1]) - left;
	run_list_add(&slid->runs, (struct run){ { 0, 0 }, left });
	*ARRAY_ADD(slid->runs.run, slid->runs.n, slid->runs.cap) =
		(struct run){ { n[0] - right, n[1] - right }, right };
}

static void
slid_release(struct slid *slid)
{
	free(slid->key[0]);
	free(slid->key[1]);
	free(slid->runs.run);
	pair_release(&slid->pair);
}

/* The words of the side between the two runs. */
static void
assert_gap(const struct slid *slid, enum side side, const char *words)
{
	const struct document *doc = slid->pair.doc[side];
	const struct run *run = slid->runs.run;
	uint32_t first = run[0].at[side] + run[0].n, last = run[1].at[side];
	uint32_t start = doc->words[first].start;
	uint32_t end = doc->words[last - 1].end;

	cr_assert(last > first);
	cr_assert(end - start == strlen(words) &&
		!memcmp(doc->text + start, words, end - start),
		"\"%.*s\", not \"%s\"", (int)(end - start), doc->text + start,
		words);
}

static void
assert_still_equal(const struct slid *slid)
{
	size_t i;

	for (i = 0; i < slid->runs.n; i++) {
		const struct run *run = &slid->runs.run[i];

		cr_assert(run->n);
		cr_assert(!memcmp(slid->key[0] + run->at[0],
			slid->key[1] + run->at[1],
			run->n * sizeof(uint32_t)));
	}
}

/* Each row: the text with all, the text that lacks words, and these. */
static const char *const rows[][3] = {
	/* sentences */
	{ "They came. We will stay. We will go. They left.",
	  "They came. We will go. They left.", "We will stay" },
	{ "I know. I know that it is late. I know that he left.",
	  "I know. I know that he left.", "I know that it is late" },
	{ "They came. We go, they say. We stay, they say. We left.",
	  "They came. We go, they say. We left.", "We stay, they say" },
	/* a paragraph rather than a sentence */
	{ "Zero.\n\nOne. Thank you. Two.\n\nOne. Thank you. Three.",
	  "Zero.\n\nOne. Thank you. Three.", "One. Thank you. Two" },
	/* a clause rather than any words */
	{ "It was hard, it was cold, it was late, they say.",
	  "It was hard, it was late, they say.", "it was cold" },
};

Test(slide, a_gap_goes_where_a_person_would_see_it)
{
	size_t i;
	int side;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (side = 0; side < 2; side++) {
			struct slid slid;

			slid_init(&slid, rows[i][side], rows[i][!side]);
			slide_runs(&slid);
			assert_still_equal(&slid);
			assert_gap(&slid, side, rows[i][2]);
			slid_release(&slid);
		}
}

Test(slide, where_no_place_is_better_nothing_moves)
{
	struct slid slid;
	struct run before[2];

	slid_init(&slid, "a b c x y b c x y d", "a b c x y d");
	memcpy(before, slid.runs.run, sizeof(before));
	slide_runs(&slid);
	cr_assert(!memcmp(before, slid.runs.run, sizeof(before)));
	slid_release(&slid);
}

Test(slide, no_run_vanishes_and_no_word_is_lost)
{
	static const char *const texts[][2] = {
		{ "x. x. x. x. x. x.", "x. x." },
		{ "x\n\nx\n\nx\n\nx", "x\n\nx" },
		{ "a. b. a. b. a. b. a.", "a. b. a." },
	};
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct slid slid;
		uint32_t total;

		slid_init(&slid, texts[i][0], texts[i][1]);
		total = slid.runs.run[0].n + slid.runs.run[1].n;
		slide_runs(&slid);
		assert_still_equal(&slid);
		cr_assert_eq(slid.runs.run[0].n + slid.runs.run[1].n, total);
		slid_release(&slid);
	}
}

Test(slide, a_gap_on_both_sides_stays_where_it_is)
{
	struct slid slid;
	struct run before[2] = { { { 0, 0 }, 2 }, { { 4, 3 }, 3 } };

	slid_init(&slid, "We go. No more. We go home.",
		"We go. More. We go home.");
	slid.runs.n = 0;
	run_list_add(&slid.runs, before[0]);
	run_list_add(&slid.runs, before[1]);
	slide_runs(&slid);
	cr_assert(!memcmp(before, slid.runs.run, sizeof(before)));
	slid_release(&slid);
}

Test(slide, no_runs_and_one_run_are_nothing_to_slide)
{
	struct slid slid;

	slid_init(&slid, "a b c", "a b c");
	slid.runs.n = 0;
	slide_runs(&slid);
	run_list_add(&slid.runs, (struct run){ { 0, 0 }, 3 });
	slide_runs(&slid);
	cr_assert_eq(slid.runs.n, 1);
	cr_assert_eq(slid.runs.run[0].n, 3);
	slid_release(&slid);
}
