/* How two documents stand to each other as wholes. */
#ifndef VERBATIM_COMPARE_RELATION_H
#define VERBATIM_COMPARE_RELATION_H

#include "compare/change.h"
#include "compare/comparison.h"

/* Words of the transcript that the reprint has; in the context's arena. */
struct coverage
coverage_count(const struct context *context);

/* Sets relation (and unreadable) of the otherwise finished comparison. */
void
relation_judge(const struct context *context,
	struct comparison *comparison);

#endif
