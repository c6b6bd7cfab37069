#include "config.h"

#include "base/utf8.h"

#include <criterion/criterion.h>
#include <string.h>

/* What the first code point of some bytes must be. */
struct sample {
	const char *bytes;
	uint32_t code;
	unsigned len;
};

static void
assert_decoded(const struct sample *sample, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		const char *p = sample[i].bytes;
		unsigned len = 99;
		uint32_t code = utf8_decode(p, p + strlen(p), &len);

		cr_assert(code == sample[i].code && len == sample[i].len,
			"sample %zu: U+%04X in %u bytes", i, code, len);
	}
}

#define ASSERT_DECODED(samples) \
	assert_decoded(samples, sizeof(samples) / sizeof(*(samples)))

Test(utf8, every_code_point_survives_the_round_trip)
{
	char bytes[UTF8_MAX];
	uint32_t code;
	unsigned n, len;

	for (code = 0; code <= 0x10FFFF; code++) {
		if (code == 0xD800)
			code = 0xE000;
		n = utf8_encode(code, bytes);
		if (utf8_decode(bytes, bytes + n, &len) != code || len != n)
			cr_assert_fail("U+%04X did not survive", code);
	}
}

Test(utf8, a_code_point_takes_the_fewest_bytes)
{
	static const struct sample edges[] = {
		{ "\x7F", 0x7F, 1 }, { "\xC2\x80", 0x80, 2 },
		{ "\xDF\xBF", 0x7FF, 2 }, { "\xE0\xA0\x80", 0x800, 3 },
		{ "\xED\x9F\xBF", 0xD7FF, 3 }, { "\xEE\x80\x80", 0xE000, 3 },
		{ "\xEF\xBF\xBF", 0xFFFF, 3 },
		{ "\xF0\x90\x80\x80", 0x10000, 4 },
		{ "\xF4\x8F\xBF\xBF", 0x10FFFF, 4 },
	};
	char bytes[UTF8_MAX];
	size_t i;

	ASSERT_DECODED(edges);
	for (i = 0; i < sizeof(edges) / sizeof(*edges); i++) {
		cr_assert_eq(utf8_encode(edges[i].code, bytes), edges[i].len);
		cr_assert_eq(memcmp(bytes, edges[i].bytes, edges[i].len), 0);
	}
}

Test(utf8, longer_forms_than_needed_are_not_characters)
{
	static const struct sample overlong[] = {
		{ "\xC0\x80", CODE_REPLACEMENT, 1 },
		{ "\xC1\xBF", CODE_REPLACEMENT, 1 },
		{ "\xE0\x9F\xBF", CODE_REPLACEMENT, 1 },
		{ "\xF0\x8F\xBF\xBF", CODE_REPLACEMENT, 1 },
	};

	ASSERT_DECODED(overlong);
}

Test(utf8, a_surrogate_is_not_a_character)
{
	static const struct sample surrogates[] = {
		{ "\xED\xA0\x80", CODE_REPLACEMENT, 1 },
		{ "\xED\xBF\xBF", CODE_REPLACEMENT, 1 },
	};
	char bytes[UTF8_MAX];

	ASSERT_DECODED(surrogates);
	cr_assert_eq(utf8_encode(0xDFFF, bytes), 3);
	cr_assert_eq(memcmp(bytes, "\xEF\xBF\xBD", 3), 0);
}

Test(utf8, there_is_nothing_above_the_last_plane)
{
	static const struct sample above[] = {
		{ "\xF4\x90\x80\x80", CODE_REPLACEMENT, 1 },
		{ "\xF5\x80\x80\x80", CODE_REPLACEMENT, 1 },
		{ "\xFF", CODE_REPLACEMENT, 1 },
	};
	char bytes[UTF8_MAX];

	ASSERT_DECODED(above);
	cr_assert_eq(utf8_encode(0x110000, bytes), 3);
	cr_assert_eq(memcmp(bytes, "\xEF\xBF\xBD", 3), 0);
}

/* Unicode 15, table 3-8: the maximal part of a sequence, then what follows. */
Test(utf8, a_broken_sequence_ends_before_what_does_not_belong)
{
	static const struct sample broken[] = {
		{ "\x80", CODE_REPLACEMENT, 1 },
		{ "\xBF\xBF", CODE_REPLACEMENT, 1 },
		{ "\xC3", CODE_REPLACEMENT, 1 },
		{ "\xC3 ", CODE_REPLACEMENT, 1 },
		{ "\xC3\xC3\xA9", CODE_REPLACEMENT, 1 },
		{ "\xE2\x80", CODE_REPLACEMENT, 2 },
		{ "\xE2\x80" "A", CODE_REPLACEMENT, 2 },
		{ "\xE2" "A\x80", CODE_REPLACEMENT, 1 },
		{ "\xF0\x9F\x98", CODE_REPLACEMENT, 3 },
		{ "\xF0\x9F\x98" "A", CODE_REPLACEMENT, 3 },
	};

	ASSERT_DECODED(broken);
}

Test(utf8, a_nul_is_a_character)
{
	unsigned len;

	cr_assert_eq(utf8_decode("", &""[1], &len), 0);
	cr_assert_eq(len, 1);
}

Test(utf8, one_can_walk_back_the_way_one_came)
{
	static const char text[] = "a\u00E9\u2013\U0001F600z";
	static const int starts[] = { 0, 1, 3, 6, 10 };
	const char *p = text + sizeof(text) - 1;
	int i;

	for (i = 4; i >= 0; i--) {
		p = utf8_back(text, p);
		cr_assert_eq(p - text, starts[i]);
	}
}

Test(utf8, the_valid_prefix_ends_at_the_first_bad_byte)
{
	/* 64 bytes, among them a U+FFFD that somebody wrote */
	static const char good[] = "plain words, plain words, "
		"\u2013 \uFFFD \u00E9 \U0001F600 and then plain words";
	size_t n = sizeof(good) - 1, i;
	char text[sizeof(good)];

	cr_assert_eq(utf8_valid_prefix(good, n), n);
	cr_assert_eq(utf8_valid_prefix(good, 0), 0);
	for (i = 0; i < n; i++) {
		const char *at = good + i;

		if (((unsigned char)*at & 0xC0) == 0x80)
			continue;
		memcpy(text, good, sizeof(good));
		text[i] = '\xFF';
		cr_assert_eq(utf8_valid_prefix(text, n), i);
	}
}

Test(utf8, a_text_cut_in_a_character_is_valid_up_to_it)
{
	static const char text[] = "July \u2013";

	cr_assert_eq(utf8_valid_prefix(text, 8), 8);
	cr_assert_eq(utf8_valid_prefix(text, 7), 5);
	cr_assert_eq(utf8_valid_prefix(text, 6), 5);
}

Test(utf8, code_points_are_counted_and_not_bytes)
{
	cr_assert_eq(utf8_count("", 0), 0);
	cr_assert_eq(utf8_count("a\0b", 3), 3);
	cr_assert_eq(utf8_count("\u00E9\u2013\U0001F600", 9), 3);
}
