/* How two documents stand to each other as wholes. */
#ifndef VERBATIM_COMPARE_RELATION_H
#define VERBATIM_COMPARE_RELATION_H

#include "compare/change.h"
#include "compare/comparison.h"

/* Words of the transcript that the reprint has; in the context's arena. */
struct coverage
coverage_count(const struct context *context);

/* From the finished comparison. */
enum document_relation
relation_judge(const struct context *context,
	const struct comparison *comparison);

#endif
