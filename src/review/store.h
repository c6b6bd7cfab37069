/*
 * A review file: decisions, one a line, sorted by finding and time.
 *
 * The file is a set of lines, so that git merges it well: a line is never
 * altered, the order in which lines stand says nothing, and a line that stands
 * twice counts once.  What git leaves around a conflict is passed over and
 * told of.  A file that holds anything else is refused, and never written over.
 *
 * Several writers lose nothing: to add, the file is locked, read again, added
 * to, written beside, synced, renamed, and its folder synced (see
 * review/locked_file.h).  Lines are as review/store_line.h has them, below a
 * first line that says what the file is.
 */
#ifndef VERBATIM_REVIEW_STORE_H
#define VERBATIM_REVIEW_STORE_H

#include "review/verdict.h"

struct store;

/* The review file that goes with a reprint: REPRINT.review.  NULL for standard
 * input, which has none.  The caller frees it. */
char *
store_path_beside(const char *reprint);

/*
 * Reads the file; one that is not there is empty.  NULL with err set where it
 * cannot be read or is no review file.  The store copies the path.
 */
struct store *
store_open(const char *path, struct error *err);

void
store_free(struct store *store);

const char *
store_path(const struct store *store);

/* Is there a file, or was there when it was read? */
bool
store_exists(const struct store *store);

/* A sentence on what is odd about the file and does no harm; NULL: nothing.
 * Valid until the next call. */
const char *
store_notice(struct store *store);

/* Its decisions by finding, then time.  Valid until the next store_add() or
 * store_reload(). */
const struct decision *
store_decisions(const struct store *store, size_t *n);

/* The last decision on the finding; NULL where there never was one. */
const struct decision *
store_last(const struct store *store, uint64_t finding);

/*
 * Adds decisions, with all that others have added meanwhile.  When it returns
 * 0 they are on disk and survive a loss of power; at -1 with err set the file
 * and the store are as they were.  Times are set here: now, but always later
 * than what the file has on the same finding.
 */
int
store_add(struct store *store, const struct decision *decisions, size_t n,
	struct error *err);

/* Appends what a file with these decisions and their times has in it. */
void
store_write(const struct decision *decisions, size_t n, struct buffer *out);

/* Reads again where the file has changed since; 1 where it had, 0 where not,
 * -1 with err set. */
int
store_reload(struct store *store, struct error *err);

#endif
