/* Reports on which version of a transcript a reprint was made from: a table,
 * one row a format. */
#ifndef VERBATIM_REPORT_HISTORY_H
#define VERBATIM_REPORT_HISTORY_H

#include "compare/provenance.h"
#include "report/report.h"

struct history_format {
	const char *name;		/* that of the report_format */
	void (*write)(const struct provenance *provenance,
		const struct report_options *options, struct buffer *out);
};

/* NULL where there is none of the name. */
const struct history_format *
history_format_find(const char *name);

/* 0 where the reprint was made from one of the versions, and nothing that was
 * corrected since stands in it; else 1. */
int
history_status(const struct provenance *provenance);

/* Corrections that the reprint does not have yet, above notes or all. */
size_t
history_standing(const struct provenance *provenance, bool with_notes);

void
history_text(const struct provenance *provenance,
	const struct report_options *options, struct buffer *out);

void
history_json(const struct provenance *provenance,
	const struct report_options *options, struct buffer *out);

#endif
