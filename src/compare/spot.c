/*
 * Findings may lie one in the other (a label and the damage in it, a passage
 * that was moved and the edits in it).  A byte is accounted for once, so the
 * passages are put aside and of what else overlaps the first one has it.
 */
#include "config.h"

#include "compare/spot.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/core.h"

static uint32_t
overlap(struct span a, struct span b)
{
	uint32_t start = a.start > b.start ? a.start : b.start;
	uint32_t end = a.end < b.end ? a.end : b.end;

	return start < end ? end - start : 0;
}

/* Pieces that stand elsewhere in the transcript's order, or again. */
struct displaced {
	const struct piece **piece;
	size_t n, cap;
};

static void
find_displaced(const struct comparison *cmp, struct displaced *out)
{
	size_t i;

	for (i = 0; i < cmp->npiece; i++)
		if (cmp->pieces[i].relation == MOVED ||
		    cmp->pieces[i].relation == DUPLICATED)
			*ARRAY_ADD(out->piece, out->n, out->cap) =
				&cmp->pieces[i];
}

/* Does the finding speak of a whole passage?  The first of its pieces is
 * looked at, of which it may leave out the ends. */
static bool
is_passage(const struct displaced *displaced, const struct finding *finding)
{
	size_t low = 0, high = displaced->n;
	int side;

	if (!finding->has[REPRINT] || !finding->has[TRANSCRIPT])
		return false;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (displaced->piece[middle]->span[REPRINT].end <=
		    finding->span[REPRINT].start)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == displaced->n)
		return false;
	for (side = 0; side < 2; side++) {
		struct span piece = displaced->piece[low]->span[side];

		if (overlap(piece, finding->span[side]) <
		    span_length(piece) / 2 + 1)
			return false;
	}
	return true;
}

static void
add_spot(const struct comparison *cmp, const struct finding *finding,
	struct spots *out)
{
	struct spot spot = { .finding = finding,
		.opposite = finding->has[TRANSCRIPT] };
	int side;

	memcpy(spot.text, finding->span, sizeof(spot.text));
	if (spot.opposite && kind_family(finding->kind)->by_glyph)
		core_trim(cmp->doc, spot.text);
	for (side = 0; side < 2; side++)
		if (finding->has[side])
			spot.decoded[side] = document_decoded(cmp->doc[side],
				spot.text[side]);
	*ARRAY_ADD(out->spot, out->n, out->cap) = spot;
}

static int
by_place(const void *a, const void *b)
{
	const struct spot *x = a, *y = b;
	struct span p = x->decoded[REPRINT], q = y->decoded[REPRINT];

	if (p.start != q.start)
		return p.start < q.start ? -1 : 1;
	if (p.end != q.end)
		return p.end < q.end ? -1 : 1;
	return x->finding < y->finding ? -1 : x->finding > y->finding;
}

static void
part(struct spots *spots)
{
	size_t i, kept = 0;
	uint32_t end = 0;

	for (i = 0; i < spots->n; i++) {
		struct spot spot = spots->spot[i];
		struct span *at = &spot.decoded[REPRINT];

		if (at->start < end && at->end <= end)
			continue;
		if (at->start < end) {
			at->start = end;
			spot.opposite = false;
		}
		end = at->end;
		spots->spot[kept++] = spot;
	}
	spots->n = kept;
}

void
spots_find(const struct comparison *cmp, struct spots *out)
{
	struct displaced displaced = { 0 };
	size_t i;

	memset(out, 0, sizeof(*out));
	find_displaced(cmp, &displaced);
	for (i = 0; i < displaced.n; i++)
		if (displaced.piece[i]->relation == DUPLICATED)
			*ARRAY_ADD(out->again, out->nagain, out->again_cap) =
				document_decoded(cmp->doc[REPRINT],
					displaced.piece[i]->span[REPRINT]);
	for (i = 0; i < cmp->nfinding; i++)
		if (cmp->findings[i].has[REPRINT] &&
		    !is_passage(&displaced, &cmp->findings[i]))
			add_spot(cmp, &cmp->findings[i], out);
	if (out->n)
		qsort(out->spot, out->n, sizeof(*out->spot), by_place);
	part(out);
	free(displaced.piece);
}

void
spots_release(struct spots *spots)
{
	free(spots->spot);
	free(spots->again);
}
