/*
 * Verdicts: what a reviewer decided of a finding.
 *
 * A decision is one line of a review file (see review/store.h).  Decisions are
 * never altered or taken away: a new one on the same finding takes the place
 * of the old, which stays as history.  To take a verdict back is to decide
 * that the finding is open.
 */
#ifndef VERBATIM_REVIEW_VERDICT_H
#define VERBATIM_REVIEW_VERDICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"

enum verdict {
	OPEN,				/* nothing is decided */
	ACCEPTED,			/* may stay as it is */
	REJECTED,			/* needs correction */
	FIXED,				/* has been corrected */
	SKIPPED,			/* seen, and left for later */
	VERDICT_COUNT
};

struct verdict_row {
	const char *name;		/* "accepted": in files and reports */
	const char *act;		/* "accept": as one says to do it */
	const char *help;
	bool passes;			/* a finding with it does not fail */
	bool pending;			/* it leaves something to be done */
	bool corrects;			/* the finding goes into a correction */
	const char *heading;		/* under which reports keep findings
					   with it apart; NULL: they do not */
};

extern const struct verdict_row verdicts[VERDICT_COUNT];

/* By name or act; -1 where there is none. */
int
verdict_find(const char *name);

/*
 * The strings are UTF-8, whatever was read.  What the finding was like when it
 * was decided is kept, so that a finding that has gone can still be named.
 */
struct decision {
	uint64_t finding;		/* its id */
	int64_t time;			/* milliseconds since 1970, UTC */
	enum verdict verdict;
	const char *reviewer;		/* "" where nobody is named */
	const char *kind;		/* name of the finding's */
	const char *reading[2];		/* excerpts, NULL: no place there */
	const char *note;		/* "" for none */
};

#define TIME_SIZE 25			/* with a NUL */

/* "2026-11-21T09:30:00.250Z" (ISO 8601, in UTC).  Times beyond the years 1970
 * to 9999 are moved to the end of them that is nearer. */
void
time_write(int64_t time, char text[TIME_SIZE]);

/* -1 where it is not written just so. */
int64_t
time_read(const char *text, size_t n);

#endif
