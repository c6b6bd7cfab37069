/* What changed of two readings, without what did not. */
#ifndef VERBATIM_COMPARE_CORE_H
#define VERBATIM_COMPARE_CORE_H

#include "text/document.h"

/*
 * Takes off the code points that both spans (in bytes of text) begin with, and
 * then those that both end with: "I'm" and "I’m" leave ' and ’.
 */
void
core_trim(const struct document *const doc[2], struct span span[2]);

#endif
