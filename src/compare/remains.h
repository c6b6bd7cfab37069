/* What is left of a misread character after others have had a go at it. */
#ifndef VERBATIM_COMPARE_REMAINS_H
#define VERBATIM_COMPARE_REMAINS_H

#include <stdbool.h>
#include <stdint.h>

#include "compare/misread.h"

/* What one sound character became: the steps (enum damage_step), the bytes it
 * takes of the damaged text, and what believing that costs. */
struct outcome {
	unsigned steps;
	unsigned length;
	unsigned cost;
};

/*
 * Finds what the character, misread, may be at p: the whole of it, or what is
 * left after controls were dropped, quotes straightened or educated, no-break
 * spaces made blanks, letters cased.  Fills up to n outcomes, each of another
 * length, and returns their number.
 */
unsigned
remains_find(const struct misreading *misreading, uint32_t code,
	const char *p, const char *end, struct outcome *out, unsigned n);

/* Can a part of a misread character have become this, or be what a mark before
 * it became? */
bool
remains_alike(uint32_t part, uint32_t got);

/* U+FFFD, ?, □, _ and their like. */
bool
is_placeholder(uint32_t code);

#endif
