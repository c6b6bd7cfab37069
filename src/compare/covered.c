/* The figures behind the bars: which words, and of whom. */
#include "config.h"

#include "compare/covered.h"

#include <stdlib.h>

#include "base/memory.h"

static void
mark_words(const struct document *doc, struct span span, bool *covered,
	bool value)
{
	size_t i = document_word_at(doc, span.start);
	size_t end = document_word_at(doc, span.end);

	for (; i < end; i++)
		covered[i] = value;
}

bool
finding_has_words(const struct comparison *cmp, const struct finding *finding,
	enum side side)
{
	const struct document *doc = cmp->doc[side];

	return finding->has[side] &&
		document_word_at(doc, finding->span[side].start) <
		document_word_at(doc, finding->span[side].end);
}

bool *
covered_words(const struct comparison *cmp)
{
	const struct document *doc = cmp->doc[TRANSCRIPT];
	bool *covered = memory_alloc(doc->nword, sizeof(*covered));
	size_t i;

	for (i = 0; i < cmp->npiece; i++) {
		const struct piece *piece = &cmp->pieces[i];

		if (piece->has[REPRINT] && piece->has[TRANSCRIPT] &&
		    piece->relation != DUPLICATED)
			mark_words(doc, piece->span[TRANSCRIPT], covered, true);
	}
	for (i = 0; i < cmp->nfinding; i++) {
		const struct finding *finding = &cmp->findings[i];

		if (finding->has[TRANSCRIPT] &&
		    !finding_has_words(cmp, finding, REPRINT))
			mark_words(doc, finding->span[TRANSCRIPT], covered,
				false);
	}
	return covered;
}

static int
compare_shares(const void *a, const void *b)
{
	const struct share *x = a, *y = b;

	if (x->speaker->nword != y->speaker->nword)
		return x->speaker->nword > y->speaker->nword ? -1 : 1;
	return x->speaker < y->speaker ? -1 : 1;
}

size_t
covered_shares(const struct comparison *cmp, struct share *shares)
{
	const struct document *doc = cmp->doc[TRANSCRIPT];
	size_t i, n = 0;

	for (i = 0; i < doc->nspeaker; i++) {
		if (!doc->speakers[i].nword)
			continue;
		shares[n].speaker = &doc->speakers[i];
		shares[n++].covered = cmp->coverage.speaker_covered[i];
	}
	if (n)
		qsort(shares, n, sizeof(*shares), compare_shares);
	return n;
}
