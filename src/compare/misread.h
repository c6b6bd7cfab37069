/*
 * Text written in one charset and read in another, perhaps more than once, and
 * what becomes of one character of it.
 */
#ifndef VERBATIM_COMPARE_MISREAD_H
#define VERBATIM_COMPARE_MISREAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/codec.h"

#define MISREAD_LAYERS 3

/* Layer after layer: written in written[i], read in read[i].  NULL in written
 * stands for UTF-8. */
struct misreading {
	unsigned layers;
	const struct codec *written[MISREAD_LAYERS];
	const struct codec *read[MISREAD_LAYERS];
};

/* The code points that a character becomes; 0 where it becomes itself or the
 * reading is not of single characters (multibyte charsets). */
#define MISREAD_MOST 40

unsigned
misread_code(const struct misreading *misreading, uint32_t code,
	uint32_t out[MISREAD_MOST]);

/* Does any layer take several bytes for a character? */
bool
misread_is_multibyte(const struct misreading *misreading);

/* The whole text misread, appended; false where it cannot be written so. */
bool
misread_text(const struct misreading *misreading, const char *text, size_t n,
	struct buffer *out);

/*
 * All misreadings seen in the wild, the commonest first: calls try() until it
 * returns true.
 */
bool
misread_search(bool (*try)(void *, const struct misreading *), void *data);

#endif
