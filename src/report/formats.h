/* The functions that the rows of report_formats[] name. */
#ifndef VERBATIM_REPORT_FORMATS_H
#define VERBATIM_REPORT_FORMATS_H

#include "report/report.h"

void
report_text(const struct review *review, const struct report_options *options,
	struct buffer *out);

void
report_json(const struct review *review, const struct report_options *options,
	struct buffer *out);

void
report_side_by_side(const struct review *review,
	const struct report_options *options, struct buffer *out);

void
report_html(const struct review *review, const struct report_options *options,
	struct buffer *out);

void
report_corrections(const struct review *review,
	const struct report_options *options, struct buffer *out);

void
report_jsonl(const struct review *review, const struct report_options *options,
	struct buffer *out);

void
report_markdown(const struct review *review,
	const struct report_options *options, struct buffer *out);

void
report_sarif(const struct review *review, const struct report_options *options,
	struct buffer *out);

void
report_github(const struct review *review, const struct report_options *options,
	struct buffer *out);

void
report_gitlab(const struct review *review, const struct report_options *options,
	struct buffer *out);

void
report_junit(const struct review *review, const struct report_options *options,
	struct buffer *out);

void
report_rdjsonl(const struct review *review,
	const struct report_options *options, struct buffer *out);

void
report_tap(const struct review *review, const struct report_options *options,
	struct buffer *out);

#endif
