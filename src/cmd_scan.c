/*
 * Scans file after file: one that cannot be read is said at the end, and keeps
 * nobody from the others.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "command.h"
#include "compare/scan.h"
#include "review/review.h"

/* Whether reports stand in a list depends on how many are asked for, not on how
 * many there come to be. */
static bool
is_list(const struct options *options)
{
	return options->noperand > 1 && !strcmp(options->format->name, "json");
}

static void
put_separator(const struct options *options, struct buffer *out, bool first)
{
	if (is_list(options))
		buffer_puts(out, first ? "[" : ",\n");
	else if (!first)
		buffer_putc(out, '\n');
}

static int
scan(const struct options *options, const struct document *doc,
	struct keys *keys, struct buffer *out)
{
	struct comparison *cmp = scan_new(doc, keys);
	struct review review = { .comparison = cmp,
		.fail_on = options->fail_on,
		.never_fail = options->never_fail };
	int status = review_status(&review);

	output_report(options, &review, out);
	scan_free(cmp);
	return status;
}

static int
scan_file(const struct options *options, const char *path, struct buffer *out,
	struct error *err)
{
	struct document_options how = { .format = options->input[REPRINT],
		.encoding = options->encoding[REPRINT],
		.max_bytes = options->max_bytes };
	struct keys *keys = keys_new();
	struct document *doc = document_open(path, &how, keys, err);
	int status = 2;

	if (doc) {
		put_separator(options, out, !out->len);
		status = scan(options, doc, keys, out);
	}
	document_free(doc);
	keys_free(keys);
	return status;
}

/* One sentence behind the other. */
static void
add_error(struct error *all, const struct error *err)
{
	size_t n = strlen(all->text);

	if (*err->text)
		snprintf(all->text + n, sizeof(all->text) - n, "%s%s",
			n ? " " : "", err->text);
}

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	int i, worst = 0;

	if (output_spares_operands(options, err))
		return 2;
	for (i = 0; i < options->noperand; i++) {
		struct error why = { "" };
		int status = scan_file(options, options->operands[i], out,
			&why);

		add_error(err, &why);
		if (status > worst)
			worst = status;
	}
	if (is_list(options))
		buffer_puts(out, out->len ? "]\n" : "[]\n");
	return worst;
}

const struct command command_scan = {
	.bit = COMMAND_SCAN,
	.name = "scan",
	.operands = "FILE...",
	.least = 1,
	.most = ANY_NUMBER,
	.help = "Reports the damage that texts show by themselves, without a "
		"transcript: one report after the other, in JSON a list of "
		"them where there are several files.",
	.run = run
};
