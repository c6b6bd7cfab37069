/*
 * Scans file after file: one that cannot be read is said at the end, and keeps
 * nobody from the others.
 */
#include "config.h"

#include "command.h"
#include "compare/scan.h"
#include "reports.h"

static int
scan(struct reports *reports, const struct document *doc, struct keys *keys)
{
	const struct options *options = reports->options;
	struct comparison *cmp = scan_new(doc, keys);
	struct error none;		/* no rule here can fail */
	struct judged *judged = judged_new(&options->gate, cmp, &none);
	struct review review = { .comparison = &judged->comparison,
		.judged = judged,
		.gate = options->gate };
	int status = review_status(&review);

	reports_add(reports, &review);
	judged_free(judged);
	scan_free(cmp);
	return status;
}

static int
scan_file(struct reports *reports, const char *path, struct error *err)
{
	const struct options *options = reports->options;
	struct document_options how = { .format = options->input[REPRINT],
		.encoding = options->encoding[REPRINT],
		.max_bytes = options->max_bytes };
	struct keys *keys = keys_new();
	struct document *doc = document_open(path, &how, keys, err);
	int status = 2;

	if (doc)
		status = scan(reports, doc, keys);
	document_free(doc);
	keys_free(keys);
	return status;
}

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	struct reports reports;
	int i, worst = 0;

	if (output_spares_operands(options, err) ||
	    reports_begin(&reports, options, out, err))
		return 2;
	for (i = 0; i < options->noperand; i++) {
		struct error why = { "" };
		int status = scan_file(&reports, options->operands[i], &why);

		error_add(err, &why);
		if (status > worst)
			worst = status;
	}
	return reports_end(&reports, err) ? 2 : worst;
}

const struct command command_scan = {
	.bit = COMMAND_SCAN,
	.name = "scan",
	.operands = "FILE...",
	.least = 1,
	.most = ANY_NUMBER,
	.reports = true,
	.help = "Reports the damage that texts show by themselves, without a "
		"transcript: one report after the other, in JSON a list of "
		"them where there are several files.",
	.run = run
};
