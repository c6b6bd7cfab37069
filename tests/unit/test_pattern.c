#include "config.h"

#include "compare/pattern.h"

#include <criterion/criterion.h>
#include <string.h>

#include "pair.h"
#include "prose.h"
#include "spoil.h"

/* Every finding is in one pattern, of its kind, and all are counted. */
static void
assert_patterns(const struct comparison *cmp)
{
	uint32_t counted[500] = { 0 };
	size_t i, all = 0;

	cr_assert_leq(cmp->npattern, 500);
	for (i = 0; i < cmp->nfinding; i++) {
		const struct finding *it = &cmp->findings[i];

		cr_assert_lt(it->pattern, cmp->npattern);
		cr_assert_eq(cmp->patterns[it->pattern].kind, it->kind);
		counted[it->pattern]++;
	}
	for (i = 0; i < cmp->npattern; i++) {
		const struct pattern *it = &cmp->patterns[i];

		cr_assert_eq(it->nfinding, counted[i]);
		cr_assert_lt(it->first, cmp->nfinding);
		cr_assert_eq(cmp->findings[it->first].pattern, i);
		cr_assert(!i || it[-1].first < it->first);
		all += it->nfinding;
	}
	/* the first is the first */
	for (i = 0; i < cmp->nfinding; i++)
		cr_assert_geq(i,
			cmp->patterns[cmp->findings[i].pattern].first);
	cr_assert_eq(all, cmp->nfinding);
}

#define SAID " is what they have said to us, and they will say it again. "

Test(pattern, one_change_at_many_places_is_one_pattern)
{
	struct pair pair;

	pair_compare(&pair, "I'm sure" SAID "It's late" SAID "We're here" SAID,
		"I’m sure" SAID "It’s late" SAID "We’re here" SAID);
	assert_patterns(pair.cmp);
	cr_assert_eq(pair.cmp->nfinding, 3);
	cr_assert_eq(pair.cmp->npattern, 1);
	cr_assert_eq(pair.cmp->patterns[0].nfinding, 3);
	cr_assert_str_eq(pair.cmp->patterns[0].from, "’");
	cr_assert_str_eq(pair.cmp->patterns[0].to, "'");
	pair_release(&pair);
}

Test(pattern, of_words_the_whole_is_the_change)
{
	struct pair pair;

	pair_compare(&pair, "A secretary" SAID "The sea" SAID "A secretary"
		SAID, "A minister" SAID "The harbour" SAID "A minister" SAID);
	assert_patterns(pair.cmp);
	cr_assert_eq(pair.cmp->npattern, 2);
	cr_assert_str_eq(pair.cmp->patterns[0].from, "minister");
	cr_assert_str_eq(pair.cmp->patterns[0].to, "secretary");
	cr_assert_eq(pair.cmp->patterns[0].nfinding, 2);
	cr_assert_str_eq(pair.cmp->patterns[1].from, "harbour");
	cr_assert_str_eq(pair.cmp->patterns[1].to, "sea");
	pair_release(&pair);
}

Test(pattern, the_same_change_of_another_kind_is_another_pattern)
{
	struct pair pair;

	pair_compare(&pair, "They don?t" SAID "They dont" SAID "They don't"
		SAID, "They don’t" SAID "They don’t" SAID "They don’t" SAID);
	assert_patterns(pair.cmp);
	cr_assert_eq(pair.cmp->nfinding, 3);
	cr_assert_eq(pair.cmp->npattern, 3);
	pair_release(&pair);
}

Test(pattern, nothing_found_is_no_pattern)
{
	struct pair pair;

	pair_compare(&pair, "We go.", "We go.");
	assert_patterns(pair.cmp);
	cr_assert_eq(pair.cmp->npattern, 0);
	pair_release(&pair);
	pair_compare(&pair, "", "");
	assert_patterns(pair.cmp);
	cr_assert_eq(pair.cmp->npattern, 0);
	pair_release(&pair);
}

/* A letter is not taken apart where its first byte is common to both. */
Test(pattern, a_change_is_of_whole_characters)
{
	struct pair pair;

	pair_compare(&pair, "They — go" SAID, "They – go" SAID);
	assert_patterns(pair.cmp);
	cr_assert_eq(pair.cmp->npattern, 1);
	cr_assert_str_eq(pair.cmp->patterns[0].from, "–");
	cr_assert_str_eq(pair.cmp->patterns[0].to, "—");
	pair_release(&pair);
}

Test(pattern, every_finding_of_a_long_text_is_in_its_pattern)
{
	static const char *const marks[][2] = {
		{ "'", "’" }, { "\"", "”" }, { " -- ", " – " },
		{ "\u00E2\u20AC\u201D", "—" }, { ", ", "; " }, { "?", "é" },
	};
	struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
	struct pair pair;
	uint32_t i;
	int side;

	for (i = 0; i < 120; i++)
		for (side = 0; side < 2; side++) {
			prose_sentence(&text[side], i);
			buffer_puts(&text[side], i % 4 ? " So" : "\n\nSo");
			buffer_puts(&text[side], marks[i % 6][side]);
			buffer_puts(&text[side], "s they say. ");
		}
	pair_compare(&pair, text[0].data, text[1].data);
	assert_patterns(pair.cmp);
	cr_assert_geq(pair.cmp->nfinding, 100);
	cr_assert_leq(pair.cmp->npattern, 12);
	pair_release(&pair);
	buffer_release(&text[0]);
	buffer_release(&text[1]);
}

Test(pattern, whatever_was_done_to_a_text_has_its_patterns)
{
	uint32_t round;

	for (round = 0; round < 20; round++) {
		struct buffer text = BUFFER_INIT;
		struct buffer spoilt = spoil_speech(round, 20, 20, true);
		struct pair pair;

		prose_add(&text, 0, 20);
		pair_compare(&pair, spoilt.data, text.data);
		assert_patterns(pair.cmp);
		pair_release(&pair);
		buffer_release(&text);
		buffer_release(&spoilt);
	}
}
