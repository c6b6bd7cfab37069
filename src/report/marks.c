/*
 * A finding is marked where its text is.  One that is an empty place is marked
 * in the piece that shows what is missing there.
 */
#include "config.h"

#include "report/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/paint.h"

/* Is the finding to be seen within this piece of text?  What is missing here
 * and stands in a piece of its own is not: that piece shows it. */
static bool
belongs(const struct piece *piece, enum side side,
	const struct finding *finding)
{
	enum side other = !side;
	struct span here = finding->span[side], text = piece->span[side];

	if (here.start < here.end)
		return spans_overlap(here, text);
	if (here.start < text.start || here.start > text.end)
		return false;
	return !finding->has[other] ||
		(piece->has[other] &&
		spans_overlap(finding->span[other], piece->span[other]));
}

/* What a displaced piece's head says is an ink, not a mark at either end. */
static bool
is_base(const struct piece *piece, struct span span, struct span text)
{
	return piece_is_displaced(piece) && span.start <= text.start &&
		span.end >= text.end;
}

static void
collect(const struct layout *layout, const struct piece *piece,
	enum side side, struct marks *marks)
{
	struct span text = piece->span[side];
	size_t i = layout_first_touching(layout, side, text.start);

	for (; i < layout->norder[side]; i++) {
		uint32_t index = layout->order[side][i];
		const struct finding *finding =
			&layout->comparison->findings[index];
		struct mark mark = { finding->span[side], index };

		if (mark.span.start > text.end)
			break;
		if (layout_hides(layout, index) ||
		    !belongs(piece, side, finding))
			continue;
		if (is_base(piece, mark.span, text)) {
			marks->base = index;
			continue;
		}
		if (mark.span.start < text.start)
			mark.span.start = text.start;
		if (mark.span.end > text.end)
			mark.span.end = text.end;
		*ARRAY_ADD(marks->mark, marks->n, marks->cap) = mark;
	}
}

static uint32_t
find_break(const struct layout *layout, const struct piece *piece,
	enum side side)
{
	const struct comparison *cmp = layout->comparison;
	uint32_t start = piece->span[side].start;
	const char *text = cmp->doc[side]->text;
	size_t i = layout_first_touching(layout, side, start);

	for (; i < layout->norder[side]; i++) {
		uint32_t index = layout->order[side][i];
		struct span span = cmp->findings[index].span[side];

		if (span.start >= start)
			break;
		if (span.end == start && !layout_hides(layout, index) &&
		    memchr(text + span.start, '\n', span_length(span)))
			return index;
	}
	return NO_FINDING;
}

void
marks_find(const struct layout *layout, const struct piece *piece,
	enum side side, struct marks *marks)
{
	marks->n = 0;
	marks->base = NO_FINDING;
	marks->broken = find_break(layout, piece, side);
	collect(layout, piece, side, marks);
}

void
marks_release(struct marks *marks)
{
	free(marks->mark);
}
