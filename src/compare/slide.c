/* The same idea as git's indent heuristic, with sentences for indentation. */
#include "config.h"

#include "compare/slide.h"

#include <stdbool.h>
#include <string.h>

#include "text/glyph.h"

/* How good a place between two words is to begin or end an omission. */
enum { SAME_CLAUSE, CLAUSE, SENTENCE, PARAGRAPH };

static int
seam(const struct document *doc, uint32_t word)
{
	const char *p, *end;
	int best = SAME_CLAUSE;

	if (!word || word >= doc->nword)
		return PARAGRAPH;
	p = doc->text + doc->words[word - 1].end;
	end = doc->text + doc->words[word].start;
	if (document_paragraph_at(doc, doc->words[word - 1].start) !=
	    document_paragraph_at(doc, doc->words[word].start))
		return PARAGRAPH;
	for (; p < end; p++)
		if (strchr(".!?", *p) && *p)
			best = SENTENCE;
		else if (best < CLAUSE && strchr(",;:()", *p) && *p)
			best = CLAUSE;
		else if (best < CLAUSE && (*p & 0x80))
			best = CLAUSE;
	return best;
}

/*
 * The gap of n words on `side` before runs[1].  Moves it by `by` words: to the
 * left, when negative.
 */
static void
shift(struct run *runs, int64_t by)
{
	runs[0].n = (uint32_t)(runs[0].n + by);
	runs[1].at[0] = (uint32_t)(runs[1].at[0] + by);
	runs[1].at[1] = (uint32_t)(runs[1].at[1] + by);
	runs[1].n = (uint32_t)(runs[1].n - by);
}

static void
slide(const struct document *doc, const uint32_t *key, struct run *runs,
	int side)
{
	uint32_t start = runs[0].at[side] + runs[0].n;
	uint32_t end = runs[1].at[side];
	int64_t by, best = 0, low = 0, high = 0;
	int score, best_score;

	/* one word of each run stays, so that no run vanishes */
	while (-low + 1 < runs[0].n &&
	       key[start + low - 1] == key[end + low - 1])
		low--;
	while (high + 1 < runs[1].n && key[start + high] == key[end + high])
		high++;
	best_score = 2 * seam(doc, start) + 2 * seam(doc, end) + 1;
	for (by = low; by <= high; by++) {
		score = 2 * seam(doc, (uint32_t)(start + by)) +
			2 * seam(doc, (uint32_t)(end + by)) + !by;
		if (score > best_score) {
			best_score = score;
			best = by;
		}
	}
	shift(runs, best);
}

void
slide_gaps(const struct document *const doc[2], const uint32_t *const key[2],
	struct run_list *runs)
{
	size_t i;

	for (i = 0; i + 1 < runs->n; i++) {
		struct run *pair = &runs->run[i];
		bool empty[2];
		int side;

		for (side = 0; side < 2; side++)
			empty[side] = pair[0].at[side] + pair[0].n ==
				pair[1].at[side];
		if (empty[0] != empty[1])
			slide(doc[empty[0]], key[empty[0]], pair, empty[0]);
	}
}
