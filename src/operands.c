/* The transcript comes first: it is the witness for the encoding of the
 * reprint. */
#include "config.h"

#include "operands.h"

#include <string.h>

static struct document *
open_side(const struct operands *operands, const struct options *options,
	enum side side, struct error *err)
{
	struct document_options how = { .format = options->input[side],
		.encoding = options->encoding[side],
		.max_bytes = options->max_bytes,
		.witness = operands->doc[TRANSCRIPT] };

	return document_open(options->operands[side], &how, operands->keys,
		err);
}

int
operands_open(struct operands *operands, const struct options *options,
	struct error *err)
{
	static const enum side order[] = { TRANSCRIPT, REPRINT };
	int i;

	memset(operands, 0, sizeof(*operands));
	if (!strcmp(options->operands[REPRINT], "-") &&
	    !strcmp(options->operands[TRANSCRIPT], "-"))
		return error_set(err, "Only one of the two can be read from "
			"standard input.");
	operands->keys = keys_new();
	for (i = 0; i < 2; i++) {
		operands->doc[order[i]] = open_side(operands, options,
			order[i], err);
		if (!operands->doc[order[i]]) {
			operands_release(operands);
			return -1;
		}
	}
	return 0;
}

void
operands_release(struct operands *operands)
{
	document_free(operands->doc[REPRINT]);
	document_free(operands->doc[TRANSCRIPT]);
	keys_free(operands->keys);
	memset(operands, 0, sizeof(*operands));
}
