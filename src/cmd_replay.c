/*
 * The third person's side of a report: the reprint, from the transcript and
 * the report alone.
 */
#include "config.h"

#include <string.h>

#include "command.h"
#include "report/certificate.h"
#include "text/fold.h"

enum { REPORT_OPERAND, TRANSCRIPT_OPERAND };

/* Only its bytes and its decoded are wanted, so whatever it is, it is read as
 * plain text. */
static int
replay(const struct options *options, const struct certificate *certificate,
	struct buffer *out, struct error *err)
{
	struct document_options how = { .format = &input_text,
		.encoding = certificate_encoding(certificate),
		.max_bytes = options->max_bytes };
	struct keys *keys = keys_new();
	struct document *transcript = document_open(
		options->operands[TRANSCRIPT_OPERAND], &how, keys, err);
	int rc = -1;

	if (transcript)
		rc = certificate_replay(certificate, transcript, out, err);
	document_free(transcript);
	keys_free(keys);
	return rc ? 2 : 0;
}

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	char *const *operands = options->operands;
	struct certificate *certificate;
	int status;

	if (!strcmp(operands[REPORT_OPERAND], "-") &&
	    !strcmp(operands[TRANSCRIPT_OPERAND], "-")) {
		error_set(err, "Only one of the two can be read from standard "
			"input.");
		return 2;
	}
	if (output_spares_operands(options, err))
		return 2;
	certificate = certificate_open(operands[REPORT_OPERAND], err);
	if (!certificate)
		return 2;
	status = replay(options, certificate, out, err);
	certificate_free(certificate);
	return status;
}

const struct command command_replay = {
	.bit = COMMAND_REPLAY,
	.name = "replay",
	.operands = "REPORT.json TRANSCRIPT",
	.least = 2,
	.most = 2,
	.help = "Rebuilds the reprint, byte for byte, from a JSON report and "
		"the transcript: what the report says is all there is.",
	.run = run
};
