/* Strict where it reads: for each string of bytes there is one spelling. */
#include "config.h"

#include "base/base64.h"

#include <stdint.h>
#include <string.h>

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	"abcdefghijklmnopqrstuvwxyz0123456789+/";

void
base64_encode(const char *bytes, size_t n, struct buffer *out)
{
	const unsigned char *p = (const unsigned char *)bytes;
	size_t i, k;

	for (i = 0; i < n; i += 3) {
		size_t have = n - i < 3 ? n - i : 3;
		uint32_t group = (uint32_t)p[i] << 16;

		if (have > 1)
			group |= (uint32_t)p[i + 1] << 8;
		if (have > 2)
			group |= p[i + 2];
		for (k = 0; k < 4; k++)
			buffer_putc(out, k > have ? '=' :
				digits[group >> (18 - 6 * k) & 63]);
	}
}

/* Four characters; returns how many bytes they are, 0 where they are none. */
static unsigned
decode_group(const char *text, char bytes[3])
{
	uint32_t group = 0;
	unsigned have = text[3] != '=' ? 3 : text[2] != '=' ? 2 : 1;
	unsigned i;

	for (i = 0; i <= have; i++) {
		const char *digit = text[i] ? strchr(digits, text[i]) : NULL;

		if (!digit)
			return 0;
		group |= (uint32_t)(digit - digits) << (18 - 6 * i);
	}
	/* bits that no byte gets are none */
	if (group & (((uint32_t)1 << (24 - 8 * have)) - 1))
		return 0;
	for (i = 0; i < have; i++)
		bytes[i] = (char)(group >> (16 - 8 * i));
	return have;
}

bool
base64_decode(const char *text, size_t n, struct buffer *out)
{
	size_t start = out->len, i;

	for (i = 0; i + 4 <= n; i += 4) {
		char bytes[3];
		unsigned have = decode_group(text + i, bytes);

		if (!have || (have < 3 && i + 4 < n))
			break;
		buffer_add(out, bytes, have);
	}
	if (i == n)
		return true;
	out->len = start;
	return false;
}
