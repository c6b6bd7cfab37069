/* A report for a person, being printed: lines of runs at their columns. */
#ifndef VERBATIM_REPORT_PAGE_H
#define VERBATIM_REPORT_PAGE_H

#include "report/flow.h"
#include "report/report.h"
#include "report/theme.h"

struct page {
	struct buffer *out;
	size_t line;			/* where in it the line begins */
	bool colour;
	struct theme theme;
	unsigned escape;		/* flags */
	unsigned width;			/* cells */
	enum style style;		/* the terminal's at the moment */
	unsigned column;		/* cells filled of the current line */
	unsigned written;		/* of them; blanks wait, so that no
					   line ends with one */
};

struct page
page_begin(const struct report_options *options, struct buffer *out);

/* Moves on to the column, and at least by a blank if the line has gone beyond
 * it. */
void
page_to(struct page *page, unsigned column);

/* Puts words of our own. */
void
page_own(struct page *page, enum style style, const char *words);

/* Puts what a report has made safe already. */
void
page_shown(struct page *page, enum style style, const struct buffer *text);

/* Puts a line of a flow that has ended. */
void
page_line(struct page *page, const struct flow *flow, size_t line);

/* Puts the whole flow, from the current column on for the first line, from
 * `indent` for the rest, and leaves the last line open. */
void
page_flow(struct page *page, const struct flow *flow, unsigned indent);

void
page_newline(struct page *page);

#endif
