/* The newest version is opened first: it is the witness for the encoding of the
 * reprint. */
#include "config.h"

#include <string.h>

#include "command.h"
#include "report/history.h"
#include "text/fold.h"

#define VERSIONS_MOST 1000

enum { REPRINT_OPERAND, PATH_OPERAND };

static struct document_options
options_of(const struct options *options, enum side side,
	const struct document *witness)
{
	return (struct document_options){ .format = options->input[side],
		.encoding = options->encoding[side],
		.max_bytes = options->max_bytes,
		.witness = witness };
}

static void
write_report(const struct options *options,
	const struct history_format *format,
	const struct provenance *provenance, struct buffer *out)
{
	struct report_options wanted = { .colour = output_colour(options),
		.theme = &options->palette,
		.ascii = output_ascii(),
		.verbose = options->verbose,
		.width = output_width(options) };

	if (!options->width && options->format->widest &&
	    wanted.width > options->format->widest)
		wanted.width = options->format->widest;
	format->write(provenance, &wanted, out);
}

static int
tell_history(const struct options *options,
	const struct archive_history *history,
	const struct history_format *format, struct buffer *out,
	struct error *err)
{
	struct keys *keys = keys_new();
	struct document_options versions = options_of(options, TRANSCRIPT,
		NULL), reprints;
	struct provenance provenance = { .newest = provenance_newest(history,
		&versions, keys, err) };
	struct document *reprint = NULL;
	int status = 2;

	reprints = options_of(options, REPRINT, provenance.newest);
	if (provenance.newest)
		reprint = document_open(options->operands[REPRINT_OPERAND],
			&reprints, keys, err);
	provenance.reprint = reprint;
	if (reprint) {
		provenance_find(&provenance, history, &versions, keys);
		write_report(options, format, &provenance, out);
		status = history_status(&provenance);
	}
	provenance_release(&provenance);
	document_free(reprint);
	keys_free(keys);
	return status;
}

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	const struct history_format *format = history_format_find(
		options->format->name);
	struct archive_history history;
	int status;

	if (!format) {
		error_set(err, "The history of a transcript is told as text "
			"or as json, not as %s.", options->format->name);
		return 2;
	}
	if (output_spares_operands(options, err) ||
	    archive_history(&history, options->operands[PATH_OPERAND],
		options->max_versions ? options->max_versions : VERSIONS_MOST,
		err))
		return 2;
	status = tell_history(options, &history, format, out, err);
	archive_history_release(&history);
	return status;
}

const struct command command_history = {
	.bit = COMMAND_HISTORY,
	.name = "history",
	.operands = "REPRINT PATH",
	.least = 2,
	.most = 2,
	.help = "Says which version of a transcript in a git repository a "
		"reprint was made from, and what was corrected since.",
	.run = run
};
