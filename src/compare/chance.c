/*
 * The weakest run goes first, for what it leaves is a wider gap in which its
 * neighbours may turn out to be chance as well; what stays is believed in the
 * gap that it really stands in.
 */
#include "config.h"

#include "compare/chance.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Bits over what a gap gives by chance; 2^-4 runs a gap are let through. */
#define MARGIN 4.0
/* Words that a language has and a short text has not: frequencies in a text of
 * three words say nothing. */
#define UNSEEN 500
/* A word that occurs once says no more than this, in however long a text:
 * names and slips recur. */
#define MOST_BITS 14.0f
/* Runs with no wider gap between them stand or fall together. */
#define CLUSTER_GAP 12
/* Bits over chance that a cluster needs … */
#define CLUSTER_MARGIN 8.0
/* … and as many more where it may be a phrase of the subject: where less than
 * this share of the words of its paragraphs are matched. */
#define PHRASE_MARGIN 22.0
#define PHRASE_SHARE 0.65

/* A paragraph of the reprint of which less than this share is matched, with
 * less to say than this, is not the transcript's. */
#define STRAY_SHARE 0.4f
#define STRAY_BITS 60.0

struct chance {
	const uint32_t *key;		/* of the first text */
	float *bits;			/* by key */
};

struct chance *
chance_new(const uint32_t *const key[2], const uint32_t n[2], size_t nkey)
{
	struct chance *chance = memory_alloc(1, sizeof(*chance));
	uint32_t *count = memory_alloc(nkey, sizeof(*count));
	double all = (double)n[0] + n[1] + UNSEEN;
	uint32_t i;
	int side;

	for (side = 0; side < 2; side++)
		for (i = 0; i < n[side]; i++)
			count[key[side][i]]++;
	chance->key = key[0];
	chance->bits = memory_alloc(nkey, sizeof(*chance->bits));
	for (i = 0; i < nkey; i++) {
		/* a word that both have is counted twice, as one */
		float bits = (float)log2(all / (count[i] + 1.0));

		chance->bits[i] = bits < MOST_BITS ? bits : MOST_BITS;
	}
	free(count);
	return chance;
}

void
chance_free(struct chance *chance)
{
	free(chance->bits);
	free(chance);
}

static double
run_bits(const struct chance *chance, const struct run *run)
{
	double bits = 0;
	uint32_t i;

	for (i = 0; i < run->n; i++)
		bits += chance->bits[chance->key[run->at[0] + i]];
	return bits;
}

/* log2 of the pairs of words in a gap of a words against b. */
static double
gap_bits(uint32_t a, uint32_t b)
{
	return log2((double)(a ? a : 1) * (b ? b : 1));
}

/* Runs as a list from which they can be taken. */
struct island {
	struct run first, last;		/* the same for a single run */
	double bits;
	size_t before, after;		/* indices; 0 and n + 1 are the ends */
	bool gone;
};

static double
bits_between(const struct island *x, const struct island *y)
{
	return gap_bits(y->first.at[0] - x->last.at[0] - x->last.n,
		y->first.at[1] - x->last.at[1] - x->last.n);
}

/*
 * How far the island is above chance.  A run that continues a neighbour needs
 * to be believed in the narrower of its two gaps only.
 */
static double
surplus(const struct island *list, size_t i)
{
	double before = bits_between(&list[list[i].before], &list[i]);
	double after = bits_between(&list[i], &list[list[i].after]);

	return list[i].bits - (before < after ? before : after);
}

/* A heap of islands, the weakest on top.  An entry whose surplus has changed
 * since is old and passed over. */
struct entry {
	double surplus;
	size_t island;
};

struct heap {
	struct entry *entry;
	size_t n, cap;
};

static void
heap_put(struct heap *heap, struct entry entry)
{
	size_t at = heap->n;

	*ARRAY_ADD(heap->entry, heap->n, heap->cap) = entry;
	while (at && heap->entry[(at - 1) / 2].surplus > entry.surplus) {
		heap->entry[at] = heap->entry[(at - 1) / 2];
		at = (at - 1) / 2;
	}
	heap->entry[at] = entry;
}

static struct entry
heap_take(struct heap *heap)
{
	struct entry top = heap->entry[0];
	struct entry last = heap->entry[--heap->n];
	size_t at = 0, child;

	while ((child = 2 * at + 1) < heap->n) {
		if (child + 1 < heap->n && heap->entry[child + 1].surplus <
		    heap->entry[child].surplus)
			child++;
		if (heap->entry[child].surplus >= last.surplus)
			break;
		heap->entry[at] = heap->entry[child];
		at = child;
	}
	if (heap->n)
		heap->entry[at] = last;
	return top;
}

/* list[1 .. n] are the islands, list[0] and list[n + 1] the ends. */
static void
drop_weak(struct island *list, size_t n, double margin)
{
	struct heap heap = { 0 };
	size_t i;

	for (i = 1; i <= n; i++) {
		list[i].before = i - 1;
		list[i].after = i + 1;
	}
	for (i = 1; i <= n; i++)
		if (surplus(list, i) < margin)
			heap_put(&heap, (struct entry){ surplus(list, i), i });
	while (heap.n) {
		struct entry top = heap_take(&heap);
		struct island *it = &list[top.island];
		size_t beside[2] = { it->before, it->after };

		if (it->gone || surplus(list, top.island) > top.surplus)
			continue;
		it->gone = true;
		list[it->before].after = it->after;
		list[it->after].before = it->before;
		for (i = 0; i < 2; i++)
			if (beside[i] && beside[i] <= n &&
			    surplus(list, beside[i]) < margin)
				heap_put(&heap, (struct entry){
					surplus(list, beside[i]),
					beside[i] });
	}
	free(heap.entry);
}

static void
set_ends(struct island *list, size_t n, struct range whole)
{
	list[0].last = (struct run){ { whole.start[0], whole.start[1] }, 0 };
	list[n + 1].first = (struct run){ { whole.end[0], whole.end[1] }, 0 };
}

static void
drop_single(const struct chance *chance, struct run_list *runs,
	struct range whole)
{
	struct island *list = memory_alloc(runs->n + 2, sizeof(*list));
	size_t i, kept = 0;

	for (i = 0; i < runs->n; i++) {
		list[i + 1].first = list[i + 1].last = runs->run[i];
		list[i + 1].bits = run_bits(chance, &runs->run[i]);
	}
	set_ends(list, runs->n, whole);
	drop_weak(list, runs->n, MARGIN);
	for (i = 0; i < runs->n; i++)
		if (!list[i + 1].gone)
			runs->run[kept++] = runs->run[i];
	runs->n = kept;
	free(list);
}

static bool
close_by(const struct run *x, const struct run *y)
{
	return y->at[0] - x->at[0] - x->n <= CLUSTER_GAP &&
		y->at[1] - x->at[1] - x->n <= CLUSTER_GAP;
}

/* Matched words of each paragraph of the reprint, as a share. */
static float *
matched_shares(const struct document *doc, const struct run_list *runs)
{
	float *share = memory_alloc(doc->nparagraph, sizeof(*share));
	size_t i, para = 0;
	uint32_t k;

	for (i = 0; i < runs->n; i++)
		for (k = 0; k < runs->run[i].n; k++) {
			const struct paragraph *it;

			for (;; para++) {
				it = &doc->paragraphs[para];
				if (runs->run[i].at[0] + k <
				    it->word + it->nword)
					break;
			}
			share[para] += 1.0f / (float)it->nword;
		}
	return share;
}

/* The paragraph that the run begins in. */
static size_t
paragraph_at(const struct document *doc, const struct run *run)
{
	return document_paragraph_at(doc, doc->words[run->at[0]].start);
}

static void
drop_clusters(const struct chance *chance, struct run_list *runs,
	const struct document *doc, struct range whole)
{
	float *share = matched_shares(doc, runs);
	struct island *list = memory_alloc(runs->n + 2, sizeof(*list));
	size_t *cluster = memory_alloc(runs->n, sizeof(*cluster));
	size_t i, n = 0, kept = 0;

	for (i = 0; i < runs->n; i++) {
		struct run *run = &runs->run[i];

		if (!i || !close_by(run - 1, run)) {
			list[++n].first = *run;
			if (share[paragraph_at(doc, run)] < PHRASE_SHARE)
				list[n].bits -= PHRASE_MARGIN;
		} else {
			list[n].bits -= gap_bits(
				run->at[0] - run[-1].at[0] - run[-1].n,
				run->at[1] - run[-1].at[1] - run[-1].n);
		}
		list[n].bits += run_bits(chance, run);
		list[n].last = *run;
		cluster[i] = n;
	}
	set_ends(list, n, whole);
	drop_weak(list, n, CLUSTER_MARGIN);
	for (i = 0; i < runs->n; i++)
		if (!list[cluster[i]].gone)
			runs->run[kept++] = runs->run[i];
	runs->n = kept;
	free(list);
	free(cluster);
	free(share);
}

/* Words of a heading or a byline that happen to stand in the text near by. */
static void
drop_strays(const struct chance *chance, struct run_list *runs,
	const struct document *doc)
{
	float *share = matched_shares(doc, runs);
	double *bits = memory_alloc(doc->nparagraph, sizeof(*bits));
	size_t i, kept = 0;

	for (i = 0; i < runs->n; i++)
		bits[paragraph_at(doc, &runs->run[i])] +=
			run_bits(chance, &runs->run[i]);
	for (i = 0; i < runs->n; i++) {
		size_t para = paragraph_at(doc, &runs->run[i]);

		if (share[para] >= STRAY_SHARE || bits[para] >= STRAY_BITS)
			runs->run[kept++] = runs->run[i];
	}
	runs->n = kept;
	free(share);
	free(bits);
}

void
chance_drop_islands(const struct chance *chance, struct run_list *runs,
	const struct document *reprint, struct range whole)
{
	drop_single(chance, runs, whole);
	drop_clusters(chance, runs, reprint, whole);
	drop_strays(chance, runs, reprint);
}

bool
chance_exceeded(const struct chance *chance, const struct run_list *runs,
	const uint32_t n[2])
{
	double bits = 0;
	size_t i;

	for (i = 0; i < runs->n; i++)
		bits += run_bits(chance, &runs->run[i]);
	return bits > gap_bits(n[0], n[1]) + CLUSTER_MARGIN;
}
