/*
 * A ring: items [delivered, taken) are with the threads or wait for their turn.
 * One lock is enough, since it is held for moments: the work takes milliseconds
 * and is done without it.
 */
#include "config.h"

#include "base/crew.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/memory.h"

#define STACK ((size_t)8 << 20)		/* what main() has, whatever ulimit */
#define WAIT_NS 200000000L

struct crew {
	const struct crew_work *work;
	const struct crew_room *room;
	pthread_mutex_t lock;
	pthread_cond_t freed;		/* an item may be taken again */
	pthread_cond_t ready;		/* the next to be delivered is done, or
					   nothing is left */
	size_t taken, delivered;
	bool *done;			/* of each item in the ring */
	bool ended;			/* nothing is left to be taken */
};

static void *
item_at(const struct crew *crew, size_t at)
{
	return (char *)crew->room->items +
		at % crew->room->nitem * crew->room->size;
}

static bool *
done_at(const struct crew *crew, size_t at)
{
	return &crew->done[at % crew->room->nitem];
}

/* Takes the next item; false where there is none any more. */
static bool
take(struct crew *crew, size_t *at)
{
	while (!crew->ended &&
	    crew->taken - crew->delivered == crew->room->nitem)
		pthread_cond_wait(&crew->freed, &crew->lock);
	if (!crew->ended && !crew->work->next(crew->work->data,
	    item_at(crew, crew->taken))) {
		crew->ended = true;
		pthread_cond_broadcast(&crew->freed);
		pthread_cond_signal(&crew->ready);
	}
	*at = crew->taken;
	crew->taken += !crew->ended;
	return !crew->ended;
}

static void *
run_thread(void *data)
{
	struct crew *crew = data;
	size_t at;

	pthread_mutex_lock(&crew->lock);
	while (take(crew, &at)) {
		pthread_mutex_unlock(&crew->lock);
		crew->work->perform(crew->work->data, item_at(crew, at));
		pthread_mutex_lock(&crew->lock);
		*done_at(crew, at) = true;
		if (at == crew->delivered)
			pthread_cond_signal(&crew->ready);
	}
	pthread_mutex_unlock(&crew->lock);
	return NULL;
}

/* ---- the caller's thread ---- */

static void
wait_a_little(struct crew *crew)
{
	struct timespec until;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_nsec += WAIT_NS;
	until.tv_sec += until.tv_nsec / 1000000000L;
	until.tv_nsec %= 1000000000L;
	if (pthread_cond_timedwait(&crew->ready, &crew->lock, &until) !=
	    ETIMEDOUT)
		return;
	pthread_mutex_unlock(&crew->lock);
	crew->work->wait(crew->work->data);
	pthread_mutex_lock(&crew->lock);
}

/* False where nothing is left. */
static bool
wait_for_next(struct crew *crew)
{
	for (;;) {
		bool any = crew->delivered < crew->taken;

		if (any && *done_at(crew, crew->delivered))
			return true;
		if (!any && crew->ended)
			return false;
		if (crew->work->wait)
			wait_a_little(crew);
		else
			pthread_cond_wait(&crew->ready, &crew->lock);
	}
}

static void
deliver_all(struct crew *crew)
{
	bool go_on = true;

	pthread_mutex_lock(&crew->lock);
	while (go_on && wait_for_next(crew)) {
		pthread_mutex_unlock(&crew->lock);
		go_on = crew->work->deliver(crew->work->data,
			item_at(crew, crew->delivered));
		pthread_mutex_lock(&crew->lock);
		*done_at(crew, crew->delivered) = false;
		crew->delivered++;
		pthread_cond_signal(&crew->freed);
	}
	crew->ended = true;
	pthread_cond_broadcast(&crew->freed);
	pthread_mutex_unlock(&crew->lock);
}

/* Returns how many there are, at least one, or a negative error number. */
static int
start_threads(struct crew *crew, pthread_t *threads)
{
	pthread_attr_t attr;
	unsigned n;
	int rc = 0;

	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, STACK);
	for (n = 0; n < crew->room->nthread && !rc; n += !rc)
		rc = pthread_create(&threads[n], &attr, run_thread, crew);
	pthread_attr_destroy(&attr);
	return n ? (int)n : -rc;
}

int
crew_run(const struct crew_work *work, const struct crew_room *room,
	struct error *err)
{
	pthread_t *threads = memory_alloc(room->nthread, sizeof(*threads));
	struct crew crew = { .work = work, .room = room,
		.lock = PTHREAD_MUTEX_INITIALIZER,
		.freed = PTHREAD_COND_INITIALIZER,
		.ready = PTHREAD_COND_INITIALIZER,
		.done = memory_alloc(room->nitem, sizeof(bool)) };
	int i, n = start_threads(&crew, threads);

	if (n > 0)
		deliver_all(&crew);
	else
		error_set(err, "Cannot start a thread: %s.", strerror(-n));
	for (i = 0; i < n; i++)
		pthread_join(threads[i], NULL);
	pthread_cond_destroy(&crew.ready);
	pthread_cond_destroy(&crew.freed);
	pthread_mutex_destroy(&crew.lock);
	free(crew.done);
	free(threads);
	return n > 0 ? 0 : -1;
}
