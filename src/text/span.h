/* A place in a text, and which of the two texts. */
#ifndef VERBATIM_TEXT_SPAN_H
#define VERBATIM_TEXT_SPAN_H

#include <stdint.h>

/* Indexes every two-sided array: doc[2], span[2]. */
enum side { REPRINT, TRANSCRIPT };

/* Half-open [start, end), in bytes of struct document's text.  An empty span
 * marks the place where something is missing. */
struct span {
	uint32_t start, end;
};

static inline uint32_t
span_length(struct span span)
{
	return span.end - span.start;
}

#endif
