/* Corrections that a transcript makes in place. */
#ifndef VERBATIM_COMPARE_CORRECTION_H
#define VERBATIM_COMPARE_CORRECTION_H

#include "compare/change.h"

/*
 * "<s>call</s> [meeting]" and "~~call~~ [meeting]" give two readings.  Replaces
 * the edits that lie in such a place by one EDIT_CORRECTION, if the reprint has
 * something there.
 */
void
corrections_join(const struct context *context, struct edit_list *list);

#endif
