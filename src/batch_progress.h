/* How far a batch is, on one line of a terminal that is drawn again and again:
 * how many pairs, how fast, and how long it will still take. */
#ifndef VERBATIM_BATCH_PROGRESS_H
#define VERBATIM_BATCH_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct batch_progress {
	bool on;
	uint64_t total;			/* pairs that are left at the start */
	uint64_t done;			/* of them */
	struct timespec start, shown;
};

/* Draws only where standard error is a terminal that can, and is not told so
 * in vain, since the lines themselves go to a terminal (is_seen). */
void
batch_progress_init(struct batch_progress *progress, uint64_t total,
	bool is_seen);

/* Draws it, but not more than some times a second. */
void
batch_progress_show(struct batch_progress *progress);

/* Takes it off the terminal. */
void
batch_progress_end(struct batch_progress *progress);

#endif
