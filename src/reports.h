/*
 * The reports of a run: one on standard output or where --output says, and one
 * for each --output FORMAT=FILE.
 *
 *	reports_begin(), reports_add() for each review, reports_end()
 */
#ifndef VERBATIM_REPORTS_H
#define VERBATIM_REPORTS_H

#include "base/buffer.h"
#include "base/error.h"
#include "options.h"
#include "review/review.h"

struct reports {
	const struct options *options;
	struct buffer *out;		/* borrowed: what the command prints */
	struct buffer extra[OUTPUTS_MOST];
	bool many;			/* texts were given, not one */
	size_t n;			/* reviews so far */
};

/* out must be empty.  -1 with err set where a format has no room for so many
 * texts. */
int
reports_begin(struct reports *reports, const struct options *options,
	struct buffer *out, struct error *err);

void
reports_add(struct reports *reports, const struct review *review);

/*
 * Ends the reports, writes the files, each whole or not at all, and releases
 * everything.  -1 with err set where one could not be written; the others are
 * written nevertheless.
 */
int
reports_end(struct reports *reports, struct error *err);

/* The same without writing anything. */
void
reports_release(struct reports *reports);

#endif
