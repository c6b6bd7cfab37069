/*
 * Findings nest (a wrong figure within a passage that was moved), so a piece
 * is painted with a stack: the innermost difference gives the ink.
 */
#include "config.h"

#include "report/paint.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* A difference within the piece being painted. */
struct mark {
	struct span span;
	uint32_t finding;
};

struct painter {
	const struct layout *layout;
	const struct piece *piece;
	enum side side;
	struct flow *flow;
	struct ink base;		/* of what is within no difference */
	struct mark *marks;
	size_t nmark, cap;
	struct mark *stack;
	size_t depth, stack_cap;
};

/* Is the finding to be seen within this piece of text?  What is missing here
 * and stands in a piece of its own is not: that piece shows it. */
static bool
belongs(const struct painter *painter, const struct finding *finding)
{
	const struct piece *piece = painter->piece;
	enum side side = painter->side, other = !side;
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
is_base(const struct painter *painter, const struct finding *finding)
{
	const struct piece *piece = painter->piece;
	struct span span = finding->span[painter->side];

	return piece_is_displaced(piece) &&
		span.start <= piece->span[painter->side].start &&
		span.end >= piece->span[painter->side].end;
}

static struct ink
ink_of(const struct painter *painter, uint32_t index)
{
	const struct finding *finding =
		&painter->layout->comparison->findings[index];
	struct ink ink = { style_of_kind(finding->kind), index };

	return ink;
}

static void
collect(struct painter *painter)
{
	const struct layout *layout = painter->layout;
	const struct comparison *cmp = layout->comparison;
	enum side side = painter->side;
	struct span text = painter->piece->span[side];
	size_t i = layout_first_touching(layout, side, text.start);

	painter->nmark = 0;
	for (; i < layout->norder[side]; i++) {
		uint32_t index = layout->order[side][i];
		const struct finding *finding = &cmp->findings[index];
		struct mark mark = { finding->span[side], index };

		if (finding->span[side].start > text.end)
			break;
		if (!belongs(painter, finding))
			continue;
		if (is_base(painter, finding)) {
			painter->base = ink_of(painter, index);
			continue;
		}
		if (mark.span.start < text.start)
			mark.span.start = text.start;
		if (mark.span.end > text.end)
			mark.span.end = text.end;
		*ARRAY_ADD(painter->marks, painter->nmark, painter->cap) =
			mark;
	}
}

static struct ink
current_ink(const struct painter *painter)
{
	if (!painter->depth)
		return painter->base;
	return ink_of(painter, painter->stack[painter->depth - 1].finding);
}

static void
paint_to(struct painter *painter, uint32_t *at, uint32_t end)
{
	const struct document *doc =
		painter->layout->comparison->doc[painter->side];

	if (end > *at)
		flow_text(painter->flow, current_ink(painter),
			doc->text + *at, end - *at, *at);
	*at = end;
}

static void
paint_closing(struct painter *painter, uint32_t *at, uint32_t until)
{
	while (painter->depth) {
		struct mark top = painter->stack[painter->depth - 1];

		if (top.span.end > until)
			return;
		paint_to(painter, at, top.span.end);
		flow_mark(painter->flow, current_ink(painter), "▌");
		painter->depth--;
	}
}

/* Opens a difference; one that leaves the one it began in is cut there. */
static void
paint_opening(struct painter *painter, struct mark mark)
{
	struct mark *top = painter->depth ?
		&painter->stack[painter->depth - 1] : NULL;

	if (top && mark.span.end > top->span.end)
		mark.span.end = top->span.end;
	if (top && mark.span.start == top->span.start &&
	    mark.span.end == top->span.end)
		return;
	*ARRAY_ADD(painter->stack, painter->depth, painter->stack_cap) = mark;
	flow_mark(painter->flow, current_ink(painter), "▐");
}

static void
paint_text(struct painter *painter)
{
	struct span text = painter->piece->span[painter->side];
	uint32_t at = text.start;
	size_t i;

	collect(painter);
	for (i = 0; i < painter->nmark; i++) {
		paint_closing(painter, &at, painter->marks[i].span.start);
		paint_to(painter, &at, painter->marks[i].span.start);
		paint_opening(painter, painter->marks[i]);
	}
	paint_closing(painter, &at, text.end);
	paint_to(painter, &at, text.end);
}

/* The paragraph was broken before this piece, and on this side alone. */
static void
paint_break(struct painter *painter)
{
	const struct layout *layout = painter->layout;
	const struct comparison *cmp = layout->comparison;
	enum side side = painter->side;
	uint32_t start = painter->piece->span[side].start;
	const char *text = cmp->doc[side]->text;
	size_t i = layout_first_touching(layout, side, start);

	for (; i < layout->norder[side]; i++) {
		uint32_t index = layout->order[side][i];
		struct span span = cmp->findings[index].span[side];

		if (span.start >= start)
			break;
		if (span.end != start ||
		    !memchr(text + span.start, '\n', span_length(span)))
			continue;
		flow_mark(painter->flow, ink_of(painter, index), "▐¶▌");
		flow_words(painter->flow, painter->base, " ");
		break;
	}
}

void
paint_piece(const struct layout *layout, const struct piece *piece,
	enum side side, struct flow *flow)
{
	struct painter painter = { .layout = layout, .piece = piece,
		.side = side, .flow = flow };

	painter.base.style = STYLE_PLAIN;
	painter.base.finding = NO_FINDING;
	if (piece->has[side]) {
		paint_break(&painter);
		paint_text(&painter);
	}
	free(painter.marks);
	free(painter.stack);
}

