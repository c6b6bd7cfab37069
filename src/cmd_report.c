/*
 * Opens the two, compares them, reports.  The transcript comes first: it is the
 * witness for the encoding of the reprint.
 */
#include "config.h"

#include <string.h>

#include "command.h"
#include "compare/comparison.h"
#include "review/review.h"

static struct document *
open_side(const struct options *options, enum side side,
	const struct document *witness, struct keys *keys, struct error *err)
{
	struct document_options how = { .format = options->input[side],
		.encoding = options->encoding[side],
		.max_bytes = options->max_bytes,
		.witness = witness };

	return document_open(options->operands[side], &how, keys, err);
}

static void
write_report(const struct options *options, const struct review *review,
	struct buffer *out)
{
	struct report_options wanted = { .colour = output_colour(options),
		.ascii = output_ascii(),
		.verbose = options->verbose,
		.width = output_width(options) };

	if (!options->width && options->format->widest &&
	    wanted.width > options->format->widest)
		wanted.width = options->format->widest;
	options->format->write(review, &wanted, out);
}

static int
compare(const struct options *options, struct document *const doc[2],
	const struct keys *keys, struct buffer *out, struct error *err)
{
	struct comparison *cmp = comparison_new(doc[REPRINT],
		doc[TRANSCRIPT], keys);
	struct review review = { .comparison = cmp,
		.fail_on = options->fail_on,
		.never_fail = options->never_fail };
	int status;

	write_report(options, &review, out);
	status = review_status(&review);
	if (status == 2)
		error_set(err, "Cannot compare %s with %s: the %s is no text "
			"that can be read.", doc[REPRINT]->name,
			doc[TRANSCRIPT]->name, cmp->unreadable == REPRINT ?
			"reprint" : "transcript");
	comparison_free(cmp);
	return status;
}

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	struct document *doc[2] = { NULL, NULL };
	struct keys *keys;
	int status = 2;

	if (!strcmp(options->operands[REPRINT], "-") &&
	    !strcmp(options->operands[TRANSCRIPT], "-")) {
		error_set(err, "Only one of the two can be read from standard "
			"input.");
		return status;
	}
	keys = keys_new();
	doc[TRANSCRIPT] = open_side(options, TRANSCRIPT, NULL, keys, err);
	if (doc[TRANSCRIPT])
		doc[REPRINT] = open_side(options, REPRINT, doc[TRANSCRIPT],
			keys, err);
	if (doc[REPRINT])
		status = compare(options, doc, keys, out, err);
	document_free(doc[REPRINT]);
	document_free(doc[TRANSCRIPT]);
	keys_free(keys);
	return status;
}

const struct command command_report = {
	.bit = COMMAND_REPORT,
	.name = "report",
	.operands = "REPRINT TRANSCRIPT",
	.noperand = 2,
	.help = "Compares a reprint with its transcript and reports what "
		"differs.",
	.run = run
};
