/* What a command looks at that has to do with verdicts: the two documents, what
 * is found in them, and what was decided. */
#ifndef VERBATIM_REVIEWED_H
#define VERBATIM_REVIEWED_H

#include "operands.h"
#include "review/review.h"

struct reviewed {
	struct operands operands;
	struct comparison *comparison;
	struct judged *judged;		/* of the comparison */
	struct store *store, *baseline;
	struct review review;		/* of these, as the options say */
};

/*
 * Opens the operands, the baseline that is asked for, and the review file: the
 * one that --review names, or the one beside the reprint.  A review file that
 * is not there is empty.  There is none at all with --no-review, nor, where no
 * file is named, for a reprint that is standard input or in a git repository.
 * What the options say of findings holds in the review.  -1 with err set, and
 * nothing to release, where that cannot be.
 */
int
reviewed_open(struct reviewed *reviewed, const struct options *options,
	struct error *err);

void
reviewed_release(struct reviewed *reviewed);

/* The exit status that follows; 2, with err set, where the two cannot be
 * compared. */
int
reviewed_status(const struct review *review, struct error *err);

/* Appends the name of who decides: as the options have it, or the
 * environment, or the system. */
void
reviewer_name(const struct options *options, struct buffer *out);

#endif
