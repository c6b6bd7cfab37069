/*
 * A table of hashes of all k-key sequences of one side, chained by place, is
 * enough for both uses: sequences that are unique on both sides, and sequences
 * that repeat a few times.
 */
#include "config.h"

#include "compare/anchor.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/timer.h"

#define NONE UINT32_MAX

/* Shorter sequences are phrases of the language, not of the speaker. */
#define REPEAT_KEYS 4

/* Places of one side by the hash of the k keys from there on. */
struct grams {
	const uint32_t *key;
	unsigned k;
	uint32_t start;
	uint32_t *bucket;		/* first place, or NONE */
	uint32_t *next;			/* by place - start */
	size_t mask;
};

static size_t
gram_hash(const uint32_t *key, unsigned k)
{
	uint64_t hash = 0;
	unsigned i;

	/* multiply and add, with the odd constant of splitmix64 */
	for (i = 0; i < k; i++)
		hash = (hash ^ key[i]) * 0x9E3779B97F4A7C15u;
	return (size_t)(hash >> 24);
}

static void
grams_init(struct grams *grams, const uint32_t *key, unsigned k,
	const uint32_t bounds[2])
{
	uint32_t n = bounds[1] - bounds[0] >= k ?
		bounds[1] - bounds[0] - k + 1 : 0;
	size_t nbucket = 64;
	uint32_t i;

	while (nbucket < n)
		nbucket *= 2;
	grams->key = key;
	grams->k = k;
	grams->start = bounds[0];
	grams->mask = nbucket - 1;
	grams->bucket = memory_alloc(nbucket, sizeof(*grams->bucket));
	memset(grams->bucket, 0xFF, nbucket * sizeof(*grams->bucket));
	grams->next = memory_alloc(n, sizeof(*grams->next));
	/* backwards, so that chains run forwards */
	for (i = n; i-- > 0; ) {
		size_t at = gram_hash(key + bounds[0] + i, k) & grams->mask;

		grams->next[i] = grams->bucket[at];
		grams->bucket[at] = bounds[0] + i;
	}
}

static void
grams_release(struct grams *grams)
{
	free(grams->bucket);
	free(grams->next);
}

/* Finds up to `most` places of the sequence; returns most + 1 for more.  Gives
 * up, as if there were more, after a long walk through one bucket. */
static unsigned
grams_find(const struct grams *grams, const uint32_t *gram, unsigned most,
	uint32_t *places)
{
	uint32_t at = grams->bucket[gram_hash(gram, grams->k) & grams->mask];
	unsigned n = 0, walked = 0;

	for (; at != NONE; at = grams->next[at - grams->start]) {
		if (++walked > 64 + most)
			return most + 1;
		if (memcmp(grams->key + at, gram, grams->k * sizeof(*gram)))
			continue;
		if (n == most)
			return most + 1;
		places[n++] = at;
	}
	return n;
}

static struct run
extend(const uint32_t *const key[2], const struct range *range, uint32_t a,
	uint32_t b)
{
	struct run run;
	uint32_t end[2] = { a, b };

	while (a > range->start[0] && b > range->start[1] &&
	       key[0][a - 1] == key[1][b - 1])
		a--, b--;
	while (end[0] < range->end[0] && end[1] < range->end[1] &&
	       key[0][end[0]] == key[1][end[1]])
		end[0]++, end[1]++;
	run.at[0] = a;
	run.at[1] = b;
	run.n = end[0] - a;
	return run;
}

static bool
on_diagonal(const struct run *run, uint32_t a, uint32_t b)
{
	return run->n && a >= run->at[0] && a < run->at[0] + run->n &&
		a - run->at[0] == b - run->at[1];
}

void
anchor_chain(const uint32_t *const key[2], struct range range, unsigned k,
	struct run_list *out)
{
	struct run_list found = { 0 };
	struct grams grams[2];
	struct run last = { { 0, 0 }, 0 };
	uint32_t a, own, place;
	size_t i;

	if (range.end[0] - range.start[0] < k ||
	    range.end[1] - range.start[1] < k)
		return;
	for (i = 0; i < 2; i++)
		grams_init(&grams[i], key[i], k, (uint32_t[]){
			range.start[i], range.end[i] });
	for (a = range.start[0]; a + k <= range.end[0]; a++) {
		if (grams_find(&grams[1], key[0] + a, 1, &place) != 1 ||
		    on_diagonal(&last, a, place) ||
		    grams_find(&grams[0], key[0] + a, 1, &own) != 1)
			continue;
		last = extend(key, &range, a, place);
		*ARRAY_ADD(found.run, found.n, found.cap) = last;
	}
	grams_release(&grams[0]);
	grams_release(&grams[1]);
	anchor_keep_chain(&found);
	for (i = 0; i < found.n; i++)
		run_list_add(out, found.run[i]);
	free(found.run);
}

/* Sequences that stand in more places than this say nothing of any of them. */
#define MOST_PLACES 8

static void
interval_runs(const uint32_t *const key[2], const struct grams *grams,
	struct range range, struct run_list *out)
{
	struct run last[MOST_PLACES] = { { { 0, 0 }, 0 } };
	uint32_t places[MOST_PLACES];
	uint32_t a;

	for (a = range.start[0]; a + grams->k <= range.end[0]; a++) {
		unsigned i, j, n = grams_find(grams, key[0] + a, MOST_PLACES,
			places);

		for (i = 0; i < n && n <= MOST_PLACES; i++) {
			for (j = 0; j < MOST_PLACES; j++)
				if (on_diagonal(&last[j], a, places[i]))
					break;
			if (j < MOST_PLACES)
				continue;
			memmove(last + 1, last,
				(MOST_PLACES - 1) * sizeof(*last));
			last[0] = extend(key, &range, a, places[i]);
			*ARRAY_ADD(out->run, out->n, out->cap) = last[0];
		}
	}
}

void
anchor_runs(const uint32_t *const key[2], const struct span *intervals,
	size_t ninterval, const uint32_t bounds[2], struct run_list *out)
{
	struct grams grams;
	size_t i;

	grams_init(&grams, key[1], REPEAT_KEYS, bounds);
	for (i = 0; i < ninterval; i++)
		interval_runs(key, &grams, (struct range){
			{ intervals[i].start, bounds[0] },
			{ intervals[i].end, bounds[1] } }, out);
	grams_release(&grams);
}

/* ---- the chain ---- */

/* Highest weight so far of a chain that ends at or before a place of the second
 * list: a Fenwick tree over the sorted ends (Fenwick 1994). */
struct best {
	const uint64_t *weight;
	uint32_t *tree;			/* run + 1, 0: none */
	size_t n;
};

static void
best_put(struct best *best, size_t at, uint32_t run)
{
	for (at++; at <= best->n; at += at & -at)
		if (!best->tree[at] ||
		    best->weight[best->tree[at] - 1] < best->weight[run])
			best->tree[at] = run + 1;
}

static uint32_t
best_get(const struct best *best, size_t upto)
{
	uint32_t found = 0;

	for (; upto; upto -= upto & -upto)
		if (best->tree[upto] && (!found ||
		    best->weight[best->tree[upto] - 1] >
		    best->weight[found - 1]))
			found = best->tree[upto];
	return found;
}

/*
 * Neighbours may overlap a little where a phrase repeats at a seam: for the
 * order a run ends before its last few keys, and is trimmed afterwards.
 */
static uint32_t
slack(const struct run *run)
{
	return run->n / 2 < 8 ? run->n / 2 : 8;
}

static int
by_start(const void *a, const void *b)
{
	const struct run *x = a, *y = b;

	if (x->at[0] != y->at[0])
		return x->at[0] < y->at[0] ? -1 : 1;
	if (x->at[1] != y->at[1])
		return x->at[1] < y->at[1] ? -1 : 1;
	return 0;
}

struct end {
	uint32_t at[2];
	uint32_t run;
};

static int
by_end(const void *a, const void *b, int side)
{
	const struct end *x = a, *y = b;

	if (x->at[side] != y->at[side])
		return x->at[side] < y->at[side] ? -1 : 1;
	return x->run < y->run ? -1 : x->run > y->run;
}

static int
by_end_0(const void *a, const void *b)
{
	return by_end(a, b, 0);
}

static int
by_end_1(const void *a, const void *b)
{
	return by_end(a, b, 1);
}

static size_t
ends_before(const struct end *ends, size_t n, uint32_t place)
{
	size_t low = 0;

	while (low < n) {
		size_t middle = low + (n - low) / 2;

		if (ends[middle].at[1] <= place)
			low = middle + 1;
		else
			n = middle;
	}
	return low;
}

/* Fills previous[] (run + 1) and returns the last run of the best chain. */
static uint32_t
chain_runs(const struct run_list *list, uint32_t *previous)
{
	size_t n = list->n, i, done = 0;
	struct end *by_a = memory_alloc(n, sizeof(*by_a));
	struct end *by_b = memory_alloc(n, sizeof(*by_b));
	uint32_t *rank = memory_alloc(n, sizeof(*rank));
	uint64_t *weight = memory_alloc(n, sizeof(*weight));
	struct best best = { weight, memory_alloc(n + 1, sizeof(uint32_t)),
		n };
	uint32_t last = 0;

	for (i = 0; i < n; i++) {
		const struct run *run = &list->run[i];

		by_a[i].at[0] = run->at[0] + run->n - slack(run);
		by_a[i].at[1] = run->at[1] + run->n - slack(run);
		by_a[i].run = (uint32_t)i;
	}
	memcpy(by_b, by_a, n * sizeof(*by_a));
	qsort(by_a, n, sizeof(*by_a), by_end_0);
	qsort(by_b, n, sizeof(*by_b), by_end_1);
	for (i = 0; i < n; i++)
		rank[by_b[i].run] = (uint32_t)i;
	for (i = 0; i < n; i++) {
		const struct run *run = &list->run[i];

		for (; done < n && by_a[done].at[0] <= run->at[0]; done++)
			best_put(&best, rank[by_a[done].run], by_a[done].run);
		previous[i] = best_get(&best, ends_before(by_b, n,
			run->at[1]));
		weight[i] = run->n + (previous[i] ?
			weight[previous[i] - 1] : 0);
		if (weight[i] > weight[last])
			last = (uint32_t)i;
	}
	free(by_a);
	free(by_b);
	free(rank);
	free(weight);
	free(best.tree);
	return last;
}

void
anchor_keep_chain(struct run_list *list)
{
	uint32_t *previous, at;
	size_t i, kept = 0;
	enum phase phase;
	bool *keep;

	if (!list->n)
		return;
	phase = timer_enter(PHASE_CHAIN);
	qsort(list->run, list->n, sizeof(*list->run), by_start);
	previous = memory_alloc(list->n, sizeof(*previous));
	keep = memory_alloc(list->n, sizeof(*keep));
	for (at = chain_runs(list, previous) + 1; at; at = previous[at - 1])
		keep[at - 1] = true;
	for (i = 0; i < list->n; i++) {
		struct run run = list->run[i];
		uint32_t over = 0;
		int side;

		if (!keep[i])
			continue;
		for (side = 0; kept && side < 2; side++) {
			const struct run *last = &list->run[kept - 1];
			uint32_t end = last->at[side] + last->n;

			if (end > run.at[side] && end - run.at[side] > over)
				over = end - run.at[side];
		}
		if (over >= run.n)
			continue;
		run.at[0] += over;
		run.at[1] += over;
		run.n -= over;
		list->run[kept++] = run;
	}
	list->n = kept;
	free(previous);
	free(keep);
	timer_enter(phase);
}
