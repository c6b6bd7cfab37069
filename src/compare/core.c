/*
 * Equal bytes of UTF-8 are equal code points but for a last one that is cut in
 * two, which is given back.
 */
#include "config.h"

#include "compare/core.h"

#include <stdbool.h>

static bool
is_within(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

static void
trim_start(const char *const text[2], struct span span[2])
{
	uint32_t first = span[0].start;

	while (span[0].start < span[0].end && span[1].start < span[1].end &&
	       text[0][span[0].start] == text[1][span[1].start]) {
		span[0].start++;
		span[1].start++;
	}
	while (span[0].start > first && span[0].start < span[0].end &&
	       is_within((unsigned char)text[0][span[0].start])) {
		span[0].start--;
		span[1].start--;
	}
}

static void
trim_end(const char *const text[2], struct span span[2])
{
	uint32_t last = span[0].end;

	while (span[0].end > span[0].start && span[1].end > span[1].start &&
	       text[0][span[0].end - 1] == text[1][span[1].end - 1]) {
		span[0].end--;
		span[1].end--;
	}
	while (span[0].end < last &&
	       is_within((unsigned char)text[0][span[0].end])) {
		span[0].end++;
		span[1].end++;
	}
}

void
core_trim(const struct document *const doc[2], struct span span[2])
{
	const char *const text[2] = { doc[0]->text, doc[1]->text };

	trim_start(text, span);
	trim_end(text, span);
}
