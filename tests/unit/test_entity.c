#include "config.h"

#include "text/entity.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static void
assert_reads(const char *text, const char *reference, uint32_t first,
	uint32_t second)
{
	uint32_t code[2] = { 0, 0 }, length = 0;
	unsigned n = entity_read(text, text + strlen(text), code, &length);

	cr_assert_eq(n, second ? 2 : 1, "%s: %u", text, n);
	cr_assert_eq(code[0], first, "%s: U+%04X", text, code[0]);
	cr_assert_eq(code[1], second, "%s: U+%04X", text, code[1]);
	cr_assert_eq(length, strlen(reference), "%s: %u", text, length);
}

static void
assert_none(const char *text, size_t n)
{
	uint32_t code[2], length;
	char *copy = malloc(n + !n);

	/* at the end of a block of its own, so that no byte more is read */
	memcpy(copy, text, n);
	cr_assert_eq(entity_read(copy, copy + n, code, &length), 0, "%s",
		text);
	free(copy);
}

Test(entity, a_name_is_one_character)
{
	assert_reads("&amp;", "&amp;", '&', 0);
	assert_reads("&lt;", "&lt;", '<', 0);
	assert_reads("&rsquo;", "&rsquo;", 0x2019, 0);
	assert_reads("&ndash;", "&ndash;", 0x2013, 0);
	assert_reads("&nbsp;", "&nbsp;", 0xA0, 0);
	assert_reads("&frac12;", "&frac12;", 0xBD, 0);
	assert_reads("&zwnj;", "&zwnj;", 0x200C, 0);
}

Test(entity, the_case_of_a_name_counts)
{
	assert_reads("&eacute;", "&eacute;", 0xE9, 0);
	assert_reads("&Eacute;", "&Eacute;", 0xC9, 0);
	assert_none("&eAcute;", 8);
	assert_none("&RSQUO;", 7);
}

Test(entity, some_names_are_two_characters)
{
	assert_reads("&NotEqualTilde;", "&NotEqualTilde;", 0x2242, 0x338);
}

Test(entity, the_longest_name_of_html_is_known)
{
	const char *longest = "&CounterClockwiseContourIntegral;";

	cr_assert_eq(strlen(longest), ENTITY_MAX);
	assert_reads(longest, longest, 0x2233, 0);
}

Test(entity, numbers_are_read_in_both_bases)
{
	assert_reads("&#8217;", "&#8217;", 0x2019, 0);
	assert_reads("&#x2019;", "&#x2019;", 0x2019, 0);
	assert_reads("&#X2019;", "&#X2019;", 0x2019, 0);
	assert_reads("&#xe9;", "&#xe9;", 0xE9, 0);
	assert_reads("&#0233;", "&#0233;", 0xE9, 0);
	assert_reads("&#1114111;", "&#1114111;", 0x10FFFF, 0);
	assert_reads("&#128512;", "&#128512;", 0x1F600, 0);
}

Test(entity, a_reference_ends_with_its_semicolon)
{
	assert_reads("&amp;rsquo;", "&amp;", '&', 0);
	assert_reads("&eacute;s", "&eacute;", 0xE9, 0);
	assert_reads("&#233;;", "&#233;", 0xE9, 0);
}

Test(entity, what_is_no_character_is_no_reference)
{
	static const char *const rows[] = {
		"&#0;", "&#xD800;", "&#xDFFF;", "&#57343;", "&#1114112;",
		"&#x110000;", "&#4294967361;", "&#18446744073709551681;",
		"&#x10000000000000041;", "&#99999999999999999999999999;"
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_none(rows[i], strlen(rows[i]));
}

Test(entity, what_is_not_closed_or_has_no_name_is_no_reference)
{
	static const char *const rows[] = {
		"&", "&a", "&;", "&#", "&#;", "&#x", "&#x;", "&#1", "&amp",
		"&rsquo", "& amp;", "&am p;", "&-;", "&#-1;", "&#+1;",
		"&#12a;", "&#xg;", "&##1;", "&a#1;", "&nosuchname;", "amp;",
		"&\xC3\xA9;", "&amp\n;", "&rsquo said that he would go home;"
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_none(rows[i], strlen(rows[i]));
	assert_none("&am\0p;", 6);
	assert_none("", 0);
}

Test(entity, nothing_behind_the_end_is_looked_at)
{
	const char *text = "&CounterClockwiseContourIntegral;";
	size_t n;

	for (n = 0; n < strlen(text); n++)
		assert_none(text, n);
}

Test(entity, names_without_an_end_are_passed_quickly)
{
	static char text[100000];
	uint32_t code[2], length;
	size_t i;

	memset(text, 'a', sizeof(text));
	text[0] = '&';
	for (i = 0; i < 100000; i++)
		cr_assert_eq(entity_read(text, text + sizeof(text), code,
			&length), 0);
}
