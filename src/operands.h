/* The reprint and the transcript that a command is given. */
#ifndef VERBATIM_OPERANDS_H
#define VERBATIM_OPERANDS_H

#include "base/error.h"
#include "options.h"
#include "text/document.h"
#include "text/fold.h"

struct operands {
	struct keys *keys;
	struct document *doc[2];
};

/* Opens the two operands; -1 with err set, and nothing to release, where that
 * cannot be. */
int
operands_open(struct operands *operands, const struct options *options,
	struct error *err);

void
operands_release(struct operands *operands);

#endif
