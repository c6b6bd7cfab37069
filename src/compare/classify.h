/* From edits to findings: what is it, and why. */
#ifndef VERBATIM_COMPARE_CLASSIFY_H
#define VERBATIM_COMPARE_CLASSIFY_H

#include "base/buffer.h"
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

/* Gives each finding its identity, which rests on its kind, its readings and
 * the words around them. */
void
findings_identify(const struct context *context, struct finding_list *list);

/* Adds the text in quotation marks, or its beginning where it is long. */
void
finding_quote(struct buffer *out, const char *text, size_t n);

#endif
