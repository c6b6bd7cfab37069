/*
 * UTF-8, one code point at a time.
 *
 * Text inside the program is always valid UTF-8 (the charset layer sees to
 * that), may contain NULs, and is passed as pointer and end or length.
 */
#ifndef VERBATIM_BASE_UTF8_H
#define VERBATIM_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define UTF8_MAX 4
#define CODE_REPLACEMENT 0xFFFDu

/*
 * Decodes the code point at p (p < end) and stores its length in bytes.
 * Bytes that are not UTF-8 (Unicode 15, table 3-7) give U+FFFD with the length
 * of the maximal ill-formed part, at least 1.
 */
uint32_t
utf8_decode(const char *p, const char *end, unsigned *len);

/* The first byte from p on that is not ASCII, or end. */
static inline const char *
utf8_skip_ascii(const char *p, const char *end)
{
	uint64_t eight;

	while (end - p >= 8) {
		memcpy(&eight, p, 8);
		if (eight & 0x8080808080808080u)
			break;
		p += 8;
	}
	while (p < end && !(*p & 0x80))
		p++;
	return p;
}

/* Writes 1 to 4 bytes and returns their number. */
unsigned
utf8_encode(uint32_t code, char out[UTF8_MAX]);

/* White space of ASCII, at which text is wrapped: to set it otherwise changes
 * nothing that is said. */
bool
utf8_is_white(uint32_t code);

/* The start of the code point that ends at p (start < p). */
const char *
utf8_back(const char *start, const char *p);

/* The offset of the first byte that is not UTF-8, or n where all is. */
size_t
utf8_valid_prefix(const char *text, size_t n);

/* Code points in n bytes of valid UTF-8. */
size_t
utf8_count(const char *text, size_t n);

#endif
