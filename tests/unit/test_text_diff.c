#include "config.h"

#include "compare/text_diff.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static unsigned
differences(const char *a, const char *b)
{
	return text_differences(a, strlen(a), b, strlen(b));
}

struct row {
	const char *a, *b;
	unsigned found;
};

static void
assert_rows(const struct row *row, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		unsigned found = differences(row[i].a, row[i].b);

		cr_assert_eq(found, row[i].found, "%s, %s: %#x", row[i].a,
			row[i].b, found);
	}
}

#define ASSERT_ROWS(rows) assert_rows(rows, sizeof(rows) / sizeof(*(rows)))

Test(text_diff, equal_texts_differ_in_no_way)
{
	static const struct row rows[] = {
		{ "", "", 0 }, { "a", "a", 0 }, { "été’s", "été’s", 0 },
		{ "漢字", "漢字", 0 },
	};

	ASSERT_ROWS(rows);
}

Test(text_diff, one_way_of_differing_is_named)
{
	static const struct row rows[] = {
		{ "Holm", "HOLM", DIFFERS_CASE },
		{ "a", "A", DIFFERS_CASE }, { "É", "é", DIFFERS_CASE },
		{ "ДОМ", "дом", DIFFERS_CASE },
		{ "e", "é", DIFFERS_ACCENT_LOST },
		{ "Lodz", "Łódź", DIFFERS_ACCENT_LOST },
		{ "communiqués", "communiques", DIFFERS_ACCENT_ADDED },
		{ "don't", "don’t", DIFFERS_QUOTES },
		{ "‘a’", "'a'", DIFFERS_QUOTES },
		{ "dont", "don't", DIFFERS_APOSTROPHE },
		{ "don’t", "dont", DIFFERS_APOSTROPHE },
		{ "ﬁnd", "find", DIFFERS_LIGATURE },
		{ "Ａ", "A", DIFFERS_LIGATURE },
		{ "e\u0301", "é", DIFFERS_NORMALIZATION },
		{ "가", "\u1100\u1161", DIFFERS_NORMALIZATION },
		{ "co\u00ADop", "coop", DIFFERS_INVISIBLE },
		{ "\uFEFFa", "a", DIFFERS_INVISIBLE },
		{ "a", "b", DIFFERS_OTHER }, { "a", "", DIFFERS_OTHER },
		{ "", "a", DIFFERS_OTHER }, { "a", "ab", DIFFERS_OTHER },
	};

	ASSERT_ROWS(rows);
}

Test(text_diff, several_ways_are_all_named)
{
	static const struct row rows[] = {
		{ "DON'T", "don’t", DIFFERS_CASE | DIFFERS_QUOTES },
		{ "COMMUNIQUES", "communiqués",
		  DIFFERS_CASE | DIFFERS_ACCENT_LOST },
		{ "e\u00ADt", "ét", DIFFERS_ACCENT_LOST | DIFFERS_INVISIBLE },
	};

	ASSERT_ROWS(rows);
}

Test(text_diff, what_one_lost_the_other_gained)
{
	static const char *const rows[][2] = {
		{ "e", "é" }, { "Holm", "HOLM" }, { "don't", "don’t" },
		{ "dont", "don't" }, { "ﬁnd", "find" }, { "a", "b" },
		{ "e\u0301", "é" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		unsigned one = differences(rows[i][0], rows[i][1]);
		unsigned other = differences(rows[i][1], rows[i][0]);
		unsigned both = one & other;

		cr_assert(one && other);
		cr_assert_eq((one ^ both) | (other ^ both), i ? 0 :
			DIFFERS_ACCENT_LOST | DIFFERS_ACCENT_ADDED);
	}
}

Test(text_diff, long_and_odd_texts_differ_in_other_ways)
{
	size_t n = 60000, i;
	char *a = malloc(n), *b = malloc(n);

	memset(a, 'a', n);
	memset(b, 'a', n);
	b[n - 1] = 'A';
	cr_assert_eq(text_differences(a, n, b, n), DIFFERS_OTHER);
	cr_assert_eq(text_differences(a, n, a, n), 0);
	for (i = 0; i + 1 < n; i += 2)
		memcpy(a + i, "\u0301", 2);
	cr_assert_eq(text_differences(a, n, b, n), DIFFERS_OTHER);
	for (i = 200; i < 300; i++)
		cr_assert(text_differences(a, i & ~1u, b, i));
	cr_assert_eq(text_differences("a\0b", 3, "a\0c", 3), DIFFERS_OTHER);
	cr_assert_eq(text_differences("a\0B", 3, "a\0b", 3), DIFFERS_CASE);
	free(a);
	free(b);
}

Test(text_diff, marks_are_of_a_class)
{
	static const struct {
		const char *text;
		enum mark_class class;
	} rows[] = {
		{ "", MARK_NONE }, { "  \t\u00A0", MARK_NONE },
		{ "\"", MARK_QUOTE }, { "'", MARK_QUOTE },
		{ "“", MARK_QUOTE }, { "»", MARK_QUOTE },
		{ "“ ‘", MARK_QUOTE }, { "-", MARK_DASH },
		{ "–", MARK_DASH }, { " — ", MARK_DASH },
		{ "--", MARK_DASH }, { "−", MARK_DASH },
		{ "…", MARK_ELLIPSIS }, { "...", MARK_ELLIPSIS },
		{ ". . .", MARK_ELLIPSIS }, { "….", MARK_ELLIPSIS },
		{ ".", MARK_OTHER }, { ",", MARK_OTHER },
		{ "**", MARK_MARKUP }, { "_", MARK_MARKUP },
		{ "#", MARK_MARKUP }, { "-\"", MARK_OTHER },
		{ ",”", MARK_OTHER }, { "...\"", MARK_OTHER },
		{ "a", MARK_OTHER },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_assert_eq(text_mark_class(rows[i].text,
			strlen(rows[i].text)), rows[i].class, "\"%s\"",
			rows[i].text);
	cr_assert_eq(text_mark_class("\0", 1), MARK_OTHER);
}
