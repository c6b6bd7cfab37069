/* From edits to findings: what is it, and why. */
#ifndef VERBATIM_COMPARE_CLASSIFY_H
#define VERBATIM_COMPARE_CLASSIFY_H

#include "compare/change.h"
#include "compare/finding.h"

struct finding_list {
	struct finding *finding;
	size_t n, cap;
};

/* One finding for each edit that a kind explains; all are, but for edits of
 * white space that nobody would see. */
void
classify(const struct context *context, const struct edit_list *edits,
	struct finding_list *out);

#endif
