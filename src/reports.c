/*
 * Reports are made while the texts are at hand, and files written when all are
 * made: where a text cannot be read, no file says that there was nothing to
 * find.
 */
#include "config.h"

#include "reports.h"

#include <string.h>

#include "command.h"

/* Is there a report besides those that have a file of their own? */
static bool
has_main(const struct options *options)
{
	return !options->noutput || options->output || options->format_given;
}

static const struct report_frame *
frame_of(const struct reports *reports, const struct report_format *format)
{
	return reports->many ? &format->many : &format->one;
}

static void
put(struct buffer *out, const char *text)
{
	if (text)
		buffer_puts(out, text);
}

static int
begin(const struct reports *reports, const struct report_format *format,
	struct buffer *out, struct error *err)
{
	if (reports->many && format->alone)
		return error_set(err, "A report in the format %s has room for "
			"one text.", format->name);
	put(out, frame_of(reports, format)->opening);
	return 0;
}

int
reports_begin(struct reports *reports, const struct options *options,
	struct buffer *out, struct error *err)
{
	unsigned i;
	int rc = 0;

	memset(reports, 0, sizeof(*reports));
	reports->options = options;
	reports->out = out;
	reports->many = options->noperand > options->command->least;
	if (has_main(options))
		rc = begin(reports, options->format, out, err);
	for (i = 0; i < options->noutput && !rc; i++)
		rc = begin(reports, options->outputs[i].format,
			&reports->extra[i], err);
	if (rc) {
		out->len = 0;
		reports_release(reports);
	}
	return rc;
}

static void
add(struct reports *reports, const struct output *output,
	const struct review *review, struct buffer *out)
{
	if (reports->n)
		put(out, frame_of(reports, output->format)->between);
	output_report(reports->options, output, review, out);
}

void
reports_add(struct reports *reports, const struct review *review)
{
	const struct options *options = reports->options;
	const struct output own = { options->format, options->output };
	unsigned i;

	if (has_main(options))
		add(reports, &own, review, reports->out);
	for (i = 0; i < options->noutput; i++)
		add(reports, &options->outputs[i], review,
			&reports->extra[i]);
	reports->n++;
}

int
reports_end(struct reports *reports, struct error *err)
{
	const struct options *options = reports->options;
	unsigned i;
	int rc = 0;

	if (!reports->n && !reports->many) {
		reports->out->len = 0;
		reports_release(reports);
		return 0;
	}
	if (has_main(options))
		put(reports->out, frame_of(reports, options->format)->closing);
	for (i = 0; i < options->noutput; i++) {
		const struct output *output = &options->outputs[i];
		struct error why = { "" };

		put(&reports->extra[i], frame_of(reports,
			output->format)->closing);
		if (!output_write(output->path, &reports->extra[i], &why))
			continue;
		error_add(err, &why);
		rc = -1;
	}
	reports_release(reports);
	return rc;
}

void
reports_release(struct reports *reports)
{
	unsigned i;

	for (i = 0; i < OUTPUTS_MOST; i++)
		buffer_release(&reports->extra[i]);
}
