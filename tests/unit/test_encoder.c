#include "config.h"

#include "text/encoder.h"

#include <criterion/criterion.h>
#include <string.h>

#include "text/charset.h"

static void
assert_encoded(const char *charset, const char *text, const char *bytes,
	size_t n)
{
	struct encoder *encoder = encoder_new(charset);
	struct buffer out = BUFFER_INIT;

	cr_assert(encoder, "%s", charset);
	cr_assert(encoder_add(encoder, text, strlen(text), &out));
	cr_assert_eq(out.len, n);
	cr_assert_eq(memcmp(out.data, bytes, n), 0);
	encoder_free(encoder);
	buffer_release(&out);
}

Test(encoder, what_charset_decodes_comes_back)
{
	assert_encoded("UTF-8", "a’é", "a\xE2\x80\x99\xC3\xA9", 6);
	assert_encoded("windows-1252", "a’é", "a\x92\xE9", 3);
	assert_encoded("UTF-16LE", "a’", "a\0\x19\x20", 4);
	assert_encoded("UTF-16BE", "😀", "\xD8\x3D\xDE\x00", 4);
	assert_encoded("Shift_JIS", "日", "\x93\xFA", 2);
}

Test(encoder, all_single_bytes_come_back)
{
	char bytes[256];
	struct buffer text = BUFFER_INIT;
	struct source_map map = { 0 };
	struct encoder *encoder = encoder_new("windows-1252");
	struct buffer back = BUFFER_INIT;
	struct error err;
	size_t nbad = 0;
	int i;

	for (i = 0; i < 256; i++)
		bytes[i] = (char)i;
	cr_assert_eq(charset_decode("windows-1252", bytes, 256, 0, &text, &map,
		&nbad, &err), 0);
	cr_assert(encoder_add(encoder, text.data, text.len, &back));
	cr_assert_eq(back.len, 256);
	cr_assert_eq(memcmp(back.data, bytes, 256), 0);
	encoder_free(encoder);
	buffer_release(&text);
	buffer_release(&back);
	source_map_release(&map);
}

Test(encoder, what_a_charset_lacks_leaves_nothing)
{
	struct encoder *encoder = encoder_new("windows-1252");
	struct buffer out = BUFFER_INIT;

	buffer_puts(&out, "here");
	cr_assert_not(encoder_add(encoder, "ab→cd", 7, &out));
	cr_assert_eq(out.len, 4);
	/* a full-width letter only looks like one */
	cr_assert_not(encoder_add(encoder, "Ａ", 3, &out));
	cr_assert(encoder_add(encoder, "é", 2, &out));
	cr_assert_eq(out.len, 5);
	encoder_free(encoder);
	buffer_release(&out);
}

Test(encoder, a_long_text_is_one)
{
	struct encoder *encoder = encoder_new("UTF-16LE");
	struct buffer text = BUFFER_INIT, out = BUFFER_INIT;
	size_t i;

	for (i = 0; i < 5000; i++)
		buffer_puts(&text, "é😀");
	cr_assert(encoder_add(encoder, text.data, text.len, &out));
	cr_assert_eq(out.len, 5000 * 6);
	for (i = 0; i < out.len; i += 6)
		cr_assert_eq(memcmp(out.data + i, "\xE9\0\x3D\xD8\x00\xDE", 6),
			0);
	encoder_free(encoder);
	buffer_release(&text);
	buffer_release(&out);
}

Test(encoder, there_is_none_for_a_charset_that_there_is_not)
{
	cr_assert_null(encoder_new("x-none-such"));
}

Test(encoder, state_is_known)
{
	struct encoder *plain = encoder_new("UTF-8");
	struct encoder *shifting = encoder_new("ISO-2022-JP");

	cr_assert_not(encoder_has_state(plain));
	cr_assert(encoder_has_state(shifting));
	encoder_free(plain);
	encoder_free(shifting);
}
