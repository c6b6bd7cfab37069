/* The parts of the text report: one function each, in the order printed. */
#ifndef VERBATIM_REPORT_TEXT_H
#define VERBATIM_REPORT_TEXT_H

#include "report/entry.h"
#include "report/page.h"

/* The column in which what is said about a place begins. */
unsigned
text_column(const struct page *page);

/* "EXCERPT, 34% of the transcript: 10 places damaged.": one or two sentences,
 * the first run of which is the answer and has its style. */
void
verdict_add(struct flow *flow, const struct review *review,
	const struct entries *entries);

/* One or two lines: what the reprint is, and what is wrong with it. */
void
text_verdict(struct page *page, const struct review *review,
	const struct entries *entries);

/* How much of the transcript the reprint has, as bars. */
void
text_coverage(struct page *page, const struct comparison *cmp);

/* A section for each heading: passages first, then by severity.  Of each so
 * many entries at most are listed, and the others counted; 0: as many as are
 * good to read, or all of them if verbose. */
void
text_sections(struct page *page, const struct review *review,
	const struct entries *entries, bool verbose, size_t most);

/* The verdicts whose finding has gone or changed, and what of the baseline has.
 */
void
text_orphans(struct page *page, const struct review *review,
	const struct entries *entries);

/* How many notes there are, by kind, and where the reprint changes hands. */
void
text_notes(struct page *page, const struct comparison *cmp,
	const struct entries *entries);

#endif
