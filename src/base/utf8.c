/*
 * Written out rather than taken from a library because it is the innermost
 * loop of everything; the table of well-formed sequences is Unicode 15,
 * table 3-7.
 */
#include "config.h"

#include "base/utf8.h"

#include <string.h>

uint32_t
utf8_decode(const char *p, const char *end, unsigned *len)
{
	const unsigned char *s = (const unsigned char *)p;
	size_t room = (size_t)(end - p);
	unsigned char low = 0x80, high = 0xBF;
	unsigned need, i;
	uint32_t code;

	*len = 1;
	if (s[0] < 0x80)
		return s[0];
	if (s[0] >= 0xC2 && s[0] <= 0xDF) {
		need = 1;
		code = s[0] & 0x1F;
	} else if ((s[0] & 0xF0) == 0xE0) {
		need = 2;
		code = s[0] & 0x0F;
		if (s[0] == 0xE0)
			low = 0xA0;
		else if (s[0] == 0xED)
			high = 0x9F;
	} else if (s[0] >= 0xF0 && s[0] <= 0xF4) {
		need = 3;
		code = s[0] & 0x07;
		if (s[0] == 0xF0)
			low = 0x90;
		else if (s[0] == 0xF4)
			high = 0x8F;
	} else {
		return CODE_REPLACEMENT;
	}
	for (i = 1; i <= need; i++) {
		if (i >= room || s[i] < low || s[i] > high)
			return CODE_REPLACEMENT;
		code = code << 6 | (s[i] & 0x3F);
		low = 0x80;
		high = 0xBF;
		*len = i + 1;
	}
	return code;
}

unsigned
utf8_encode(uint32_t code, char out[UTF8_MAX])
{
	if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
		code = CODE_REPLACEMENT;
	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		out[0] = (char)(0xC0 | code >> 6);
		out[1] = (char)(0x80 | (code & 0x3F));
		return 2;
	}
	if (code < 0x10000) {
		out[0] = (char)(0xE0 | code >> 12);
		out[1] = (char)(0x80 | (code >> 6 & 0x3F));
		out[2] = (char)(0x80 | (code & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | code >> 18);
	out[1] = (char)(0x80 | (code >> 12 & 0x3F));
	out[2] = (char)(0x80 | (code >> 6 & 0x3F));
	out[3] = (char)(0x80 | (code & 0x3F));
	return 4;
}

bool
utf8_is_white(uint32_t code)
{
	return code == ' ' || (code >= '\t' && code <= '\r');
}

const char *
utf8_back(const char *start, const char *p)
{
	do
		p--;
	while (p > start && ((unsigned char)*p & 0xC0) == 0x80);
	return p;
}

size_t
utf8_valid_prefix(const char *text, size_t n)
{
	const char *p = text, *end = text + n;

	while (p < end) {
		unsigned len;

		if (end - p >= 8) {
			uint64_t eight;

			memcpy(&eight, p, 8);
			if (!(eight & 0x8080808080808080u)) {
				p += 8;
				continue;
			}
		}
		if (utf8_decode(p, end, &len) == CODE_REPLACEMENT &&
		    (len != 3 || memcmp(p, "\xEF\xBF\xBD", 3)))
			break;
		p += len;
	}
	return (size_t)(p - text);
}

size_t
utf8_count(const char *text, size_t n)
{
	const uint64_t low = 0x0101010101010101u;
	uint64_t eight;
	size_t i = 0, inner = 0;

	/* the bytes that begin with the bits 10 are within a code point */
	for (; n - i >= 8; i += 8) {
		memcpy(&eight, text + i, 8);
		inner += (size_t)__builtin_popcountll(eight >> 7 &
			~(eight >> 6) & low);
	}
	for (; i < n; i++)
		inner += ((unsigned char)text[i] & 0xC0) == 0x80;
	return n - inner;
}
