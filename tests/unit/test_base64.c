#include "config.h"

#include "base/base64.h"

#include <criterion/criterion.h>
#include <string.h>

static void
assert_spelt(const char *bytes, size_t n, const char *text)
{
	struct buffer out = BUFFER_INIT;

	base64_encode(bytes, n, &out);
	cr_assert_str_eq(out.len ? out.data : "", text);
	out.len = 0;
	cr_assert(base64_decode(text, strlen(text), &out));
	cr_assert_eq(out.len, n);
	cr_assert(!n || !memcmp(out.data, bytes, n));
	buffer_release(&out);
}

/* RFC 4648, section 10 */
Test(base64, the_vectors_of_the_standard)
{
	assert_spelt("", 0, "");
	assert_spelt("f", 1, "Zg==");
	assert_spelt("fo", 2, "Zm8=");
	assert_spelt("foo", 3, "Zm9v");
	assert_spelt("foob", 4, "Zm9vYg==");
	assert_spelt("fooba", 5, "Zm9vYmE=");
	assert_spelt("foobar", 6, "Zm9vYmFy");
}

Test(base64, any_bytes_come_back)
{
	char bytes[256];
	struct buffer text = BUFFER_INIT, back = BUFFER_INIT;
	int i;

	for (i = 0; i < 256; i++)
		bytes[i] = (char)i;
	base64_encode(bytes, 256, &text);
	cr_assert(base64_decode(text.data, text.len, &back));
	cr_assert_eq(back.len, 256);
	cr_assert_eq(memcmp(back.data, bytes, 256), 0);
	buffer_release(&text);
	buffer_release(&back);
}

Test(base64, another_spelling_is_refused_and_nothing_is_added)
{
	static const char *const wrong[] = { "Z", "Zg", "Zg=", "Zg==Zg==",
		"Zh==", "Zm9=", "Zm 9", "=AAA", "====", "Zm9v\n", "Zm-v" };
	struct buffer out = BUFFER_INIT;
	size_t i;

	buffer_puts(&out, "here");
	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		cr_assert_not(base64_decode(wrong[i], strlen(wrong[i]), &out),
			"%s", wrong[i]);
		cr_assert_eq(out.len, 4);
	}
	cr_assert_not(base64_decode("Zg\0=", 4, &out));
	buffer_release(&out);
}
