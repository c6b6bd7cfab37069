/*
 * Work that several threads do, handed over in the order in which it was given
 * out.
 *
 * An item is whatever the caller keeps of one piece of work.  There is a fixed
 * number of them, used again and again: how far the threads may run ahead of
 * the one that is handed over next, and all the memory that is taken however
 * much there is to do.  The threads share nothing but the queue.
 */
#ifndef VERBATIM_BASE_CREW_H
#define VERBATIM_BASE_CREW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct crew_work {
	void *data;			/* for all of these */
	/* Fills the item in; false where nothing is left to do.  By any
	 * thread, one at a time, and in order. */
	bool (*next)(void *data, void *item);
	/* Does the work.  By any thread, many at a time. */
	void (*perform)(void *data, void *item);
	/* Takes what came of it, in order; false stops it all.  By the caller's
	 * thread. */
	bool (*deliver)(void *data, void *item);
	/* Called some times a second while the caller's thread waits; NULL:
	 * nothing. */
	void (*wait)(void *data);
};

/* The items, nitem of size bytes each, and how many threads are to work. */
struct crew_room {
	void *items;
	size_t size, nitem;
	unsigned nthread;
};

/*
 * Returns when all is delivered, or deliver() has returned false; no thread is
 * left then.  -1 with err set where not even one can be started.
 */
int
crew_run(const struct crew_work *work, const struct crew_room *room,
	struct error *err);

#endif
