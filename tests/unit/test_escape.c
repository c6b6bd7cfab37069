#include "config.h"

#include "report/escape.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

static void
assert_shown(const char *text, size_t n, unsigned flags, const char *shown)
{
	struct buffer out = BUFFER_INIT;

	buffer_puts(&out, "");
	escape_add(&out, text, n, flags);
	cr_assert(out.len == strlen(shown) && !strcmp(out.data, shown),
		"“%s” instead of “%s”", out.data, shown);
	buffer_release(&out);
}

#define SHOWN(text, shown) \
	assert_shown((text), sizeof(text) - 1, 0, (shown))

Test(escape, plain_text_stays_as_it_is)
{
	SHOWN("We’re here – “today”, señor.", "We’re here – “today”, señor.");
	SHOWN("Спасибо. 谢谢。 நன்றி", "Спасибо. 谢谢。 நன்றி");
	SHOWN("", "");
}

Test(escape, controls_are_spelt_out)
{
	SHOWN("a\033[31mb", "a<U+001B>[31mb");
	SHOWN("a\0b\a\b\x7F", "a<U+0000>b<U+0007><U+0008><U+007F>");
	SHOWN("\xC2\x9B" "31m\xC2\x85", "<U+009B>31m<U+0085>");
}

Test(escape, what_has_no_shape_is_spelt_out)
{
	/* bidi, zero width, byte order mark, soft hyphen, separators */
	SHOWN("\u202Eab\u2066", "<U+202E>ab<U+2066>");
	SHOWN("a\u200Bb\u200D\uFEFF", "a<U+200B>b<U+200D><U+FEFF>");
	SHOWN("so\u00ADcalled", "so<U+00AD>called");
	SHOWN("a\u2028b\u2029", "a<U+2028>b<U+2029>");
	/* private use, noncharacters, unassigned, tags */
	SHOWN("\uE000\uFFFE\U0010FFFF", "<U+E000><U+FFFE><U+10FFFF>");
	SHOWN("\u0378\U000E0041", "<U+0378><U+E0041>");
}

Test(escape, bytes_that_are_not_utf8_are_spelt_out_but_not_u_fffd)
{
	SHOWN("a\xFF\xC3(", "a<0xFF><0xC3>(");
	SHOWN("communiqu\uFFFDs", "communiqu\uFFFDs");
}

Test(escape, white_space_is_one_blank_and_a_paragraph_a_pilcrow)
{
	SHOWN("a\t b\nc\r\nd", "a b c d");
	SHOWN("end.\n\nBegin", "end. ¶ Begin");
	SHOWN("end.\r\n \r\nBegin", "end. ¶ Begin");
	SHOWN("end.\r\rBegin", "end. ¶ Begin");
}

Test(escape, exact_text_keeps_blanks_and_names_other_spaces)
{
	assert_shown("a  b", 4, ESCAPE_EXACT, "a  b");
	assert_shown("a\nb\tc", 5, ESCAPE_EXACT, "a<U+000A>b<U+0009>c");
	assert_shown("a\u00A0b", 4, ESCAPE_EXACT, "a<U+00A0>b");
}

Test(escape, ascii_readers_get_ascii)
{
	assert_shown("a–b\n\nc", strlen("a–b\n\nc"), ESCAPE_ASCII,
		"a<U+2013>b / c");
	assert_shown("e\u0301", 3, ESCAPE_ASCII, "e<U+0301>");
}

Test(escape, a_mark_stays_with_its_base_and_is_spelt_out_without_one)
{
	struct shape shape;
	const char text[] = "e\u0301x", alone[] = "\u0301x";

	cr_assert_eq(escape_next(text, text + 4, 0, &shape), text + 3);
	cr_assert_eq(shape.cells, 1);
	cr_assert_eq(shape.n, 3);
	escape_next(alone, alone + 3, 0, &shape);
	cr_assert_eq(shape.n, 8);
	SHOWN("\u200B\u0301", "<U+200B><U+0301>");
}

Test(escape, a_heap_of_marks_does_not_overflow)
{
	struct buffer text = BUFFER_INIT;
	const char *p, *end;
	int i;

	buffer_putc(&text, 'a');
	for (i = 0; i < 1000; i++)
		buffer_puts(&text, "\u0301");
	end = text.data + text.len;
	for (p = text.data; p < end;) {
		struct shape shape;

		p = escape_next(p, end, 0, &shape);
		cr_assert_leq(shape.n, SHAPE_MAX);
	}
	buffer_release(&text);
}

Test(escape, cells_are_those_of_a_terminal)
{
	cr_assert_eq(escape_cells("abc", 3, 0), 3);
	cr_assert_eq(escape_cells("谢谢", 6, 0), 4);
	cr_assert_eq(escape_cells("e\u0301", 3, 0), 1);
	cr_assert_eq(escape_cells("\u1112\u1161\u11AB", 9, 0), 2);
	cr_assert_eq(escape_cells("\u202E", 3, 0), 8);
	cr_assert_eq(escape_cells("a\n\nb", 4, 0), 5);
}

Test(escape, our_own_furniture_has_an_ascii_form)
{
	struct buffer out = BUFFER_INIT;

	escape_own(&out, "[“a” ← b] ▸ … │", ESCAPE_ASCII);
	cr_assert_str_eq(out.data, "[\"a\" <- b] > ... |");
	buffer_release(&out);
}

Test(escape, blank_is_white_space_of_any_sort)
{
	cr_assert(escape_is_blank(" \u00A0\n", 4));
	cr_assert_not(escape_is_blank(" x", 2));
	cr_assert_not(escape_is_blank("", 0));
}

/* Is it all text that a terminal takes for nothing but text? */
static bool
is_safe(const struct buffer *out)
{
	size_t i;

	if (utf8_valid_prefix(out->data, out->len) != out->len)
		return false;
	for (i = 0; i < out->len; i++) {
		unsigned char c = (unsigned char)out->data[i];

		if (c < 0x20 || c == 0x7F ||
		    (c == 0xC2 && (unsigned char)out->data[i + 1] < 0xA0))
			return false;
	}
	return true;
}

Test(escape, whatever_the_bytes_the_outcome_is_safe)
{
	uint32_t random = 1;
	int round, i;

	for (round = 0; round < 2000; round++) {
		struct buffer out = BUFFER_INIT;
		char bytes[24];
		unsigned flags = (unsigned)round % 4;

		for (i = 0; i < (int)sizeof(bytes); i++) {
			random = random * 1664525u + 1013904223u;
			bytes[i] = (char)(random >> 24);
			/* so that some of them are UTF-8 */
			if (i % 3 && round % 2)
				bytes[i] = (char)(0x80 | (bytes[i] & 0x3F));
			else if (round % 2)
				bytes[i] = (char)(0xC0 | (bytes[i] & 0x2F));
		}
		escape_add(&out, bytes, sizeof(bytes), flags);
		cr_assert(is_safe(&out), "round %d", round);
		buffer_release(&out);
	}
}

/* ---- what others obey ---- */

Test(escape, commands_are_spelt_out_and_nothing_else_with_their_marks)
{
	SHOWN("##[error]x", "<U+0023>#[error]x");
	SHOWN("a ##VSO[x] ###teamcity[",
		"a <U+0023>#VSO[x] #<U+0023>#teamcity[");
	SHOWN("a ::error::b :::", "a <U+003A>:error<U+003A>:b "
		"<U+003A><U+003A>:");
	SHOWN("#1, C#, ## 2, #[a], ##vs [, QUESTION: no", "#1, C#, ## 2, "
		"#[a], ##vs [, QUESTION: no");
}

static void
assert_line(const char *line, const char *mended)
{
	struct buffer out = BUFFER_INIT;

	buffer_puts(&out, "ok 1\n");
	buffer_puts(&out, line);
	escape_line(&out, 5);
	cr_assert(!strncmp(out.data, "ok 1\n", 5) &&
		!strcmp(out.data + 5, mended) &&
		out.len == strlen(out.data), "“%s” instead of “%s”",
		out.data + 5, mended);
	buffer_release(&out);
}

Test(escape, a_line_that_would_be_obeyed_is_mended)
{
	assert_line("", "");
	assert_line("  ", "  ");
	assert_line("We said :: so.", "We said :: so.");
	assert_line("  ::error::x", "  <U+003A>:error::x");
	assert_line("a ##[x ##vso[y", "a <U+0023>#[x <U+0023>#vso[y");
}

Test(escape, a_line_of_tap_is_moved)
{
	assert_line("ok 2 - x", " ok 2 - x");
	assert_line("not ok", " not ok");
	assert_line("okra, OK? Okay", "okra, OK? Okay");
	assert_line("1..9", " 1..9");
	assert_line("bail out! x", " bail out! x");
	assert_line("12 boats", "12 boats");
	assert_line("  ok 2", "  ok 2");
}
