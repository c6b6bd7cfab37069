/* HTML character references, named and numeric. */
#ifndef VERBATIM_TEXT_ENTITY_H
#define VERBATIM_TEXT_ENTITY_H

#include <stdint.h>

/* Longest of the HTML standard: "&CounterClockwiseContourIntegral;" */
#define ENTITY_MAX 33

/*
 * The reference at p ('&' first, ';' last).  Stores up to two code points and
 * the length in bytes, and returns how many code points there are: 0 where
 * there is no reference.
 */
unsigned
entity_read(const char *p, const char *end, uint32_t code[2],
	uint32_t *length);

#endif
