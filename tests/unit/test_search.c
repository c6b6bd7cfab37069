#include "config.h"

#include "text/search.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"

/* Offset of the n-th match, or -1. */
static long
nth(const char *pattern, const char *text, int n)
{
	struct search *search = search_new(pattern);
	struct span match = { 0, 0 };
	size_t from = 0;
	long at = -1;

	while (n-- && search_next(search, text, strlen(text), from, &match)) {
		at = n ? -1 : (long)match.start;
		from = match.start + 1;
	}
	search_free(search);
	return at;
}

Test(search, case_counts_only_where_the_pattern_has_a_capital)
{
	cr_assert_eq(nth("oak", "An OAK, an oak", 1), 3);
	cr_assert_eq(nth("Oak", "An OAK, an oak, an Oak", 1), 19);
	cr_assert_eq(nth("ØRE", "en øre, en ØRE", 1), 12);
	cr_assert_eq(nth("øre", "en ØRE", 1), 3);
}

Test(search, a_phrase_is_found_across_lines)
{
	cr_assert_eq(nth("by the sea", "a house by\n  the\xc2\xa0sea.", 1), 8);
	cr_assert_eq(nth("by the sea", "by thesea", 1), -1);
}

Test(search, straight_marks_stand_for_curly_ones)
{
	cr_assert_eq(nth("don't", "I don’t", 1), 2);
	cr_assert_eq(nth("\"well-", "“Well—yes”", 1), 0);
}

Test(search, nothing_to_look_for_is_no_search)
{
	cr_assert_null(search_new(""));
}

Test(search, the_way_back_finds_the_same_places)
{
	struct search *search = search_new("reed");
	struct buffer text = BUFFER_INIT;
	size_t at[64], n = 0, i, from = 0;
	struct span match;

	for (i = 0; i < 40; i++)
		buffer_printf(&text, "%*s reed %*s", (int)(i * 97 % 731), "",
			(int)(i * 31 % 700), "");
	while (search_next(search, text.data, text.len, from, &match)) {
		at[n++] = match.start;
		from = match.start + 1;
	}
	cr_assert_eq(n, 40);
	from = text.len;
	while (search_previous(search, text.data, text.len, from, &match)) {
		cr_assert_gt(n, 0);
		cr_assert_eq(match.start, at[--n]);
		cr_assert_eq(match.end, match.start + 4);
		from = match.start;
	}
	cr_assert_eq(n, 0);
	search_free(search);
	buffer_release(&text);
}

Test(search, a_match_may_begin_before_the_place_and_reach_beyond)
{
	struct search *search = search_new("oak tree");
	struct span match;

	cr_assert(search_previous(search, "oak tree", 8, 3, &match));
	cr_assert_eq(match.end, 8);
	search_free(search);
}
