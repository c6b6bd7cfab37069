/*
 * Reports: a table, one row a format.
 *
 * A report is a function from a review to bytes.  To add one: a file NAME.c and
 * a row in report.c.
 */
#ifndef VERBATIM_REPORT_REPORT_H
#define VERBATIM_REPORT_REPORT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "review/review.h"

struct theme;

struct report_options {
	bool colour;
	const struct theme *theme;	/* NULL: the default */
	bool ascii;			/* the reader has no more than ASCII */
	bool verbose;			/* list notes one by one */
	unsigned width;			/* cells, at least 40 */
	size_t most;			/* findings under a heading; 0: as the
					   format has it */
};

/* What stands around reports, and between two; NULL is nothing. */
struct report_frame {
	const char *opening, *between, *closing;
};

struct report_format {
	const char *name;		/* "text" */
	const char *help;
	unsigned widest;		/* cells of a line that is still good
					   to read; 0: as wide as can be */
	/* Appends the report, between those of others.  Cannot fail.
	 * NULL: there is none. */
	void (*write)(const struct review *review,
		const struct report_options *options, struct buffer *out);
	struct report_frame one;	/* around the report of one text */
	struct report_frame many;	/* around those of several */
	bool alone;			/* there cannot be several */
};

/* Ends with a row without a name; the first is the default. */
extern const struct report_format report_formats[];

const struct report_format *
report_format_find(const char *name);

#endif
