/* The same difference at many places is one pattern. */
#ifndef VERBATIM_COMPARE_PATTERN_H
#define VERBATIM_COMPARE_PATTERN_H

#include "compare/change.h"
#include "compare/classify.h"

/* Sets every finding's pattern; returns the patterns, in the context's arena,
 * ordered by their first place. */
struct pattern *
patterns_find(const struct context *context, struct finding_list *findings,
	size_t *n);

#endif
