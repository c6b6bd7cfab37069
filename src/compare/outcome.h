/* What one sound character may have become. */
#ifndef VERBATIM_COMPARE_OUTCOME_H
#define VERBATIM_COMPARE_OUTCOME_H

#include <stdint.h>

#include "compare/misread.h"
#include "compare/remains.h"

enum { OUTCOMES = 48 };

struct outcomes {
	struct outcome list[OUTCOMES];
	unsigned n;
};

/* All that the code point may have become at p, the misreading being one that
 * the text may have gone through (NULL: none); p == end: only nothing. */
void
outcomes_find(struct outcomes *out, const struct misreading *misreading,
	uint32_t code, const char *p, const char *end);

#endif
