/* Speaker labels, compared as such. */
#ifndef VERBATIM_COMPARE_LABEL_H
#define VERBATIM_COMPARE_LABEL_H

#include "compare/change.h"

/* Adds EDIT_LABEL and EDIT_SWALLOWED edits. */
void
labels_compare(const struct context *context, struct edit_list *out);

#endif
