#include "config.h"

#include "base/sha256.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"

static void
assert_sum(const char *bytes, size_t n, const char *sum)
{
	char hex[SHA256_HEX];

	sha256_hex(bytes, n, hex);
	cr_assert_str_eq(hex, sum);
}

/* NIST, example values for FIPS 180-4 */
Test(sha256, the_examples_of_the_standard)
{
	const char *two_blocks =
		"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

	assert_sum("abc", 3, "ba7816bf8f01cfea414140de5dae2223"
		"b00361a396177a9cb410ff61f20015ad");
	assert_sum("", 0, "e3b0c44298fc1c149afbf4c8996fb924"
		"27ae41e4649b934ca495991b7852b855");
	assert_sum(two_blocks, strlen(two_blocks),
		"248d6a61d20638b8e5c026930c3e6039"
		"a33ce45964ff2167f6ecedd419db06c1");
}

Test(sha256, a_million_letters)
{
	struct buffer text = BUFFER_INIT;

	memset(buffer_reserve(&text, 1000000), 'a', 1000000);
	assert_sum(text.data, 1000000, "cdc76e5c9914fb9281a1c7e284d73e67"
		"f1809a48a497200e046d39ccc7112cd0");
	buffer_release(&text);
}

/* The length goes into the block of the last byte, or into one more. */
Test(sha256, the_ends_of_a_block)
{
	char text[64];

	memset(text, 'a', sizeof(text));
	assert_sum(text, 55, "9f4390f8d30c2dd92ec9f095b65e2b9a"
		"e9b0a925a5258e241c9f1e910f734318");
	assert_sum(text, 56, "b35439a4ac6f0948b6d6f9e3c6af0f5f"
		"590ce20f1bde7090ef7970686ec6738a");
	assert_sum(text, 64, "ffe054fe7ae0cb6dc65c3af9b61d5209"
		"f439851db43d0ba5997337df154668eb");
}
