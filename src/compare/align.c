/*
 * Anchors first, then the gaps between them, then away with what chance alone
 * explains, then what is left over is looked for elsewhere.
 *
 * Nothing here knows of paragraphs or sentences except to choose among
 * alignments that are equally good; so omissions of any length, splits and
 * merges are all the same to it.
 */
#include "config.h"

#include "compare/align.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/timer.h"
#include "compare/chance.h"
#include "compare/slide.h"

/* Gaps up to this size go to the engine at once. */
#define SMALL_GAP 48
/* Larger ones, up to GAP_MOST, do so only after shorter anchors failed; what
 * is opposite less than this may be anybody's words. */
#define TOLD_GAP 6
/* A run goes on behind a difference of so many words in all … */
#define BRIDGE 8
/* … where so many words behind it are alike. */
#define BRIDGEHEAD 3

struct aligner {
	const struct document *const *doc;
	const uint32_t *key[2];
	struct run_list *out;
	uint32_t gap_most;
	uint32_t *ngap_left;
};

static bool
alike(const struct aligner *al, uint32_t a, uint32_t b, uint32_t n)
{
	return !memcmp(al->key[0] + a, al->key[1] + b, n * sizeof(uint32_t));
}

/* The length of the run from the range's start on, and takes it off. */
static struct run
take_head(const struct aligner *al, struct range *range)
{
	struct run run = { { range->start[0], range->start[1] }, 0 };

	while (range->start[0] < range->end[0] &&
	       range->start[1] < range->end[1] &&
	       al->key[0][range->start[0]] == al->key[1][range->start[1]]) {
		range->start[0]++, range->start[1]++;
		run.n++;
	}
	return run;
}

static struct run
take_tail(const struct aligner *al, struct range *range)
{
	struct run run = { { range->end[0], range->end[1] }, 0 };

	while (range->start[0] < range->end[0] &&
	       range->start[1] < range->end[1] &&
	       al->key[0][range->end[0] - 1] ==
	       al->key[1][range->end[1] - 1]) {
		range->end[0]--, range->end[1]--;
		run.n++;
	}
	run.at[0] = range->end[0];
	run.at[1] = range->end[1];
	return run;
}

/* Skips the difference at the range's start (or end), if it is a small one. */
static bool
bridge(const struct aligner *al, struct range *range, bool backwards)
{
	uint32_t room[2], total, skip;
	int side;

	for (side = 0; side < 2; side++)
		room[side] = range->end[side] - range->start[side];
	for (total = 1; total <= BRIDGE; total++)
		for (skip = 0; skip <= total; skip++) {
			/* equal skips first: 1+1, then 0+2, 2+0 */
			uint32_t a = total / 2 + (skip % 2 ?
				(skip + 1) / 2 : -(skip / 2));
			uint32_t b = total - a;
			uint32_t x, y;

			if (a > total || a + BRIDGEHEAD > room[0] ||
			    b + BRIDGEHEAD > room[1])
				continue;
			x = backwards ? range->end[0] - a - BRIDGEHEAD :
				range->start[0] + a;
			y = backwards ? range->end[1] - b - BRIDGEHEAD :
				range->start[1] + b;
			if (!alike(al, x, y, BRIDGEHEAD))
				continue;
			if (backwards) {
				range->end[0] -= a;
				range->end[1] -= b;
			} else {
				range->start[0] += a;
				range->start[1] += b;
			}
			return true;
		}
	return false;
}

/* Goes on from what is aligned at the left of the gap. */
static void
extend_right(const struct aligner *al, struct range *range)
{
	do
		run_list_add(al->out, take_head(al, range));
	while (bridge(al, range, false));
}

static void
extend_left(const struct aligner *al, struct range *range,
	struct run_list *found)
{
	do {
		struct run run = take_tail(al, range);

		if (run.n)
			*ARRAY_ADD(found->run, found->n, found->cap) = run;
	} while (bridge(al, range, true));
}

static uint32_t
length(const struct range *range, int side)
{
	return range->end[side] - range->start[side];
}

static void
fill_gap(const struct aligner *al, struct range range, bool left, bool right);

/* Anchors within the gap, and the gaps between those. */
static bool
fill_by_anchors(const struct aligner *al, struct range range, bool left,
	bool right)
{
	static const unsigned lengths[] = { 6, 4, 3, 2 };
	enum phase phase = timer_enter(PHASE_ANCHORS);
	struct run_list chain = { 0 };
	size_t i;

	for (i = 0; i < sizeof(lengths) / sizeof(*lengths) && !chain.n; i++)
		anchor_chain(al->key, range, lengths[i], &chain);
	timer_enter(phase);
	for (i = 0; i < chain.n; i++) {
		struct run run = chain.run[i];
		struct range gap = range;

		gap.end[0] = run.at[0];
		gap.end[1] = run.at[1];
		fill_gap(al, gap, left || i, true);
		run_list_add(al->out, run);
		range.start[0] = run.at[0] + run.n;
		range.start[1] = run.at[1] + run.n;
	}
	if (chain.n)
		fill_gap(al, range, true, right);
	free(chain.run);
	return chain.n > 0;
}

static void
fill_by_engine(const struct aligner *al, struct range range)
{
	const uint32_t *const key[2] = {
		al->key[0] + range.start[0], al->key[1] + range.start[1]
	};

	engine_diff(key, (uint32_t[]){ length(&range, 0), length(&range, 1) },
		range.start, al->out);
}

/* No longer sequence is in both, nor is the gap short enough for the engine. */
static void
leave_gap(const struct aligner *al, struct range *range)
{
	if (length(range, 0) >= TOLD_GAP && length(range, 1) >= TOLD_GAP)
		++*al->ngap_left;
	extend_right(al, range);
}

/* left, right: what lies there is aligned, so the text may run on. */
static void
fill_gap(const struct aligner *al, struct range range, bool left, bool right)
{
	struct run_list tail = { 0 };
	uint32_t n[2] = { length(&range, 0), length(&range, 1) };

	if (!n[0] || !n[1])
		return;
	if (n[0] > SMALL_GAP || n[1] > SMALL_GAP) {
		if (left)
			extend_right(al, &range);
		if (right)
			extend_left(al, &range, &tail);
		if (!fill_by_anchors(al, range, left, right)) {
			if (length(&range, 0) <= al->gap_most &&
			    length(&range, 1) <= al->gap_most)
				fill_by_engine(al, range);
			else
				leave_gap(al, &range);
		}
	} else {
		fill_by_engine(al, range);
	}
	while (tail.n)
		run_list_add(al->out, tail.run[--tail.n]);
	free(tail.run);
}

/* ---- what the main order leaves over ---- */

/* Fewer words may be anybody's. */
#define PASSAGE_WORDS 6

static void
set_mates(struct alignment *out, const struct run_list *runs, uint32_t block)
{
	bool again = out->blocks[block].relation == DUPLICATED;
	size_t i;
	uint32_t k;

	for (i = 0; i < runs->n; i++)
		for (k = 0; k < runs->run[i].n; k++) {
			uint32_t a = runs->run[i].at[0] + k;
			uint32_t b = runs->run[i].at[1] + k;

			out->mate[0][a] = b;
			if (!again)
				out->mate[1][b] = a;
		}
}

static void
own_range(struct alignment *out, uint32_t block)
{
	const struct block *it = &out->blocks[block];
	uint32_t i;

	for (i = it->range.start[0]; i < it->range.end[0]; i++)
		out->block_of[0][i] = block;
	if (it->relation == DUPLICATED)
		return;
	for (i = it->range.start[1]; i < it->range.end[1]; i++)
		out->block_of[1][i] = block;
}

/* Intervals of the reprint's words that nothing stands opposite. */
static struct span *
unmatched(const struct alignment *out, size_t *n)
{
	struct span *list = NULL;
	size_t cap = 0;
	uint32_t i, start = 0;

	*n = 0;
	for (i = 0; i <= out->n[0]; i++) {
		if (i < out->n[0] && out->mate[0][i] == NO_WORD)
			continue;
		if (i - start >= PASSAGE_WORDS)
			*ARRAY_ADD(list, *n, cap) = (struct span){ start, i };
		start = i + 1;
	}
	return list;
}

static struct range
hull(const struct run_list *runs)
{
	const struct run *first = &runs->run[0];
	const struct run *last = &runs->run[runs->n - 1];

	return (struct range){ { first->at[0], first->at[1] },
		{ last->at[0] + last->n, last->at[1] + last->n } };
}

static uint32_t
total(const struct run_list *runs)
{
	uint32_t n = 0;
	size_t i;

	for (i = 0; i < runs->n; i++)
		n += runs->run[i].n;
	return n;
}

/* The runs that lie within the interval and go with its heaviest run. */
static void
gather(const struct run_list *all, struct span interval, struct run_list *out)
{
	const struct run *best = NULL;
	uint32_t reach = 2 * span_length(interval);
	size_t i;

	for (i = 0; i < all->n; i++) {
		const struct run *run = &all->run[i];

		if (run->at[0] >= interval.start &&
		    run->at[0] + run->n <= interval.end &&
		    (!best || run->n > best->n))
			best = run;
	}
	for (i = 0; best && i < all->n; i++) {
		const struct run *run = &all->run[i];

		if (run->at[0] < interval.start ||
		    run->at[0] + run->n > interval.end ||
		    run->at[1] + reach < best->at[1] ||
		    run->at[1] > best->at[1] + reach)
			continue;
		*ARRAY_ADD(out->run, out->n, out->cap) = *run;
	}
	anchor_keep_chain(out);
}

static bool
already_aligned(const struct alignment *out, const struct run_list *runs)
{
	uint32_t k, taken = 0;
	size_t i;

	for (i = 0; i < runs->n; i++)
		for (k = 0; k < runs->run[i].n; k++)
			taken += out->mate[1][runs->run[i].at[1] + k] !=
				NO_WORD;
	return taken * 2 > total(runs);
}

/* Cuts a thin end off: a run with a gap before it that is wider than itself. */
static void
drop_stragglers(struct run_list *runs)
{
	while (runs->n > 1) {
		struct run *last = &runs->run[runs->n - 1];
		uint32_t gap = last->at[0] - last[-1].at[0] - last[-1].n;

		if (gap <= last->n + 2)
			break;
		runs->n--;
	}
	while (runs->n > 1) {
		struct run *first = runs->run;
		uint32_t gap = first[1].at[0] - first->at[0] - first->n;

		if (gap <= first->n + 2)
			break;
		memmove(first, first + 1, --runs->n * sizeof(*first));
	}
}

static void
place_interval(const struct aligner *al, const struct chance *chance,
	const struct run_list *all, struct span interval,
	struct alignment *out, size_t *cap)
{
	struct run_list chain = { 0 }, found = { 0 };
	struct aligner inner = *al;
	struct range range;
	size_t i;

	if (span_length(interval) < PASSAGE_WORDS)
		return;
	gather(all, interval, &chain);
	drop_stragglers(&chain);
	if (!chain.n || total(&chain) < PASSAGE_WORDS ||
	    !chance_exceeded(chance, &chain, (uint32_t[]){
			span_length(interval), out->n[1] })) {
		free(chain.run);
		return;
	}
	range = hull(&chain);
	inner.out = &found;
	for (i = 0; i < chain.n; i++) {
		if (i) {
			struct run *before = &chain.run[i - 1];

			fill_gap(&inner, (struct range){
				{ before->at[0] + before->n,
				  before->at[1] + before->n },
				{ chain.run[i].at[0], chain.run[i].at[1] } },
				true, true);
		}
		run_list_add(&found, chain.run[i]);
	}
	slide_gaps(al->doc, al->key, &found);
	*ARRAY_ADD(out->blocks, out->nblock, *cap) = (struct block){
		already_aligned(out, &found) ? DUPLICATED : MOVED, range };
	set_mates(out, &found, (uint32_t)out->nblock - 1);
	own_range(out, (uint32_t)out->nblock - 1);
	free(chain.run);
	free(found.run);
	place_interval(al, chance, all, (struct span){ interval.start,
		range.start[0] }, out, cap);
	place_interval(al, chance, all, (struct span){ range.end[0],
		interval.end }, out, cap);
}

static void
place_leftovers(const struct aligner *al, const struct chance *chance,
	struct alignment *out, size_t cap)
{
	struct run_list all = { 0 };
	size_t i, n;
	struct span *list = unmatched(out, &n);

	timer_enter(PHASE_ANCHORS);
	if (n)
		anchor_runs(al->key, list, n, (uint32_t[]){ 0, out->n[1] },
			&all);
	timer_enter(PHASE_GAPS);
	for (i = 0; i < n && all.n; i++)
		place_interval(al, chance, &all, list[i], out, &cap);
	free(all.run);
	free(list);
}

/* A label is opposite a label, never the same name in what is said: its words
 * get keys of their own. */
static uint32_t *
copy_keys(const struct document *doc, const struct keys *keys)
{
	uint32_t *key = memory_alloc(doc->nword, sizeof(*key));
	uint32_t nkey = (uint32_t)keys_count(keys);
	size_t i;
	uint32_t k;

	for (i = 0; i < doc->nword; i++)
		key[i] = doc->words[i].key;
	for (i = 0; i < doc->nparagraph; i++)
		for (k = 0; k < doc->paragraphs[i].nlabel; k++)
			key[doc->paragraphs[i].word + k] += nkey;
	return key;
}

/* Unmatched words right before a pair of mates that are the same word, a label
 * on one side: merged paragraphs have the second one's label inside. */
static void
match_before(const struct document *const doc[2], struct alignment *out,
	uint32_t a, uint32_t b)
{
	while (a-- > 0 && b-- > 0 && out->mate[0][a] == NO_WORD &&
	       out->mate[1][b] == NO_WORD &&
	       doc[0]->words[a].key == doc[1]->words[b].key) {
		out->mate[0][a] = b;
		out->mate[1][b] = a;
		out->block_of[0][a] = out->block_of[0][a + 1];
		out->block_of[1][b] = out->block_of[1][b + 1];
	}
}

static void
match_inline_labels(const struct document *const doc[2],
	struct alignment *out)
{
	size_t side, i;

	for (side = 0; side < 2; side++)
		for (i = 0; i < doc[side]->nparagraph; i++) {
			const struct paragraph *para =
				&doc[side]->paragraphs[i];
			uint32_t word = para->word + para->nlabel;
			uint32_t mate;

			if (!para->nlabel || !(word < out->n[side]))
				continue;
			mate = out->mate[side][word];
			if (mate != NO_WORD &&
			    out->mate[!side][mate] == word)
				match_before(doc, out, side ? mate : word,
					side ? word : mate);
		}
}

static uint32_t *
filled(size_t n, int byte)
{
	uint32_t *array = memory_alloc(n, sizeof(*array));

	memset(array, byte, n * sizeof(*array));
	return array;
}

/* All words of both, however few they are. */
static bool
is_whole(const struct run_list *runs, struct range all)
{
	return runs->n == 1 && runs->run[0].n == length(&all, 0) &&
		runs->run[0].n == length(&all, 1);
}

void
align(const struct document *const doc[2], const struct keys *keys,
	uint32_t gap_most, struct alignment *out)
{
	uint32_t *key[2] = { copy_keys(doc[0], keys),
		copy_keys(doc[1], keys) };
	struct run_list runs = { 0 };
	struct aligner al = { doc, { key[0], key[1] }, &runs, gap_most,
		&out->ngap_left };
	struct chance *chance;
	struct range all = { { 0, 0 }, { (uint32_t)doc[0]->nword,
		(uint32_t)doc[1]->nword } };
	size_t cap = 0;
	int side;

	memset(out, 0, sizeof(*out));
	out->gap_most = gap_most;
	for (side = 0; side < 2; side++) {
		out->n[side] = (uint32_t)doc[side]->nword;
		out->mate[side] = filled(doc[side]->nword, 0xFF);
		out->block_of[side] = filled(doc[side]->nword, 0);
	}
	*ARRAY_ADD(out->blocks, out->nblock, cap) = (struct block){
		CHANGED, all };
	chance = chance_new(al.key, out->n, 2 * keys_count(keys));
	fill_gap(&al, all, false, false);
	if (!is_whole(&runs, all))
		chance_drop_islands(chance, &runs, doc[REPRINT], all);
	slide_gaps(doc, al.key, &runs);
	set_mates(out, &runs, 0);
	free(runs.run);
	place_leftovers(&al, chance, out, cap);
	match_inline_labels(doc, out);
	chance_free(chance);
	free(key[0]);
	free(key[1]);
}

void
alignment_release(struct alignment *alignment)
{
	int side;

	for (side = 0; side < 2; side++) {
		free(alignment->mate[side]);
		free(alignment->block_of[side]);
	}
	free(alignment->blocks);
}
