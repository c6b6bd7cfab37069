/* Parts of the JSON report, for what is made of many. */
#ifndef VERBATIM_REPORT_JSON_H
#define VERBATIM_REPORT_JSON_H

#include "base/buffer.h"
#include "compare/ledger.h"
#include "review/review.h"

/* Appends the text as a JSON string, on one line; bytes that are not UTF-8
 * become U+FFFD.  NULL becomes null. */
void
json_put_string(struct buffer *out, const char *text);

/* Appends what the report has as its "summary", on one line.  The ledger is
 * that of the comparison, or NULL where there is no transcript. */
void
json_put_summary(struct buffer *out, const struct review *review,
	const struct ledger *ledger);

#endif
