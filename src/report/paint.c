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
	struct span match;		/* of the search: the next */
	bool found;			/* is there one? */
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
	struct ink ink = { .style = style_of_kind(finding->kind),
		.finding = index };

	if (verdicts[review_verdict(painter->layout->review, finding)].passes)
		ink.style = STYLE_FAINT;
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
		if (layout_hides(layout, index) || !belongs(painter, finding))
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

/* The next match that ends behind the offset. */
static void
find_match(struct painter *painter, uint32_t from)
{
	const struct layout *layout = painter->layout;
	const struct document *doc = layout->comparison->doc[painter->side];

	painter->found = layout->options.search &&
		search_next(layout->options.search, doc->text,
			painter->piece->span[painter->side].end, from,
			&painter->match);
}

/* Adds [*at, end) of the text; a match of the search may have begun before it
 * and go on behind. */
static void
paint_to(struct painter *painter, uint32_t *at, uint32_t end)
{
	const struct document *doc =
		painter->layout->comparison->doc[painter->side];

	while (*at < end) {
		struct ink ink = current_ink(painter);
		uint32_t stop = end;

		ink.match = painter->found &&
			painter->match.start <= *at;
		if (ink.match && painter->match.end < end)
			stop = painter->match.end;
		else if (!ink.match && painter->found &&
		    painter->match.start < end)
			stop = painter->match.start;
		if (stop > *at)
			flow_text(painter->flow, ink, doc->text + *at,
				stop - *at, *at);
		*at = stop;
		if (ink.match && stop == painter->match.end)
			find_match(painter, stop);
	}
}

/* The transcript's reading behind the reprint's. */
static void
paint_other(struct painter *painter, uint32_t index)
{
	const struct comparison *cmp = painter->layout->comparison;
	enum side other = !painter->side;
	const struct finding *finding = &cmp->findings[index];
	struct span span = finding->span[other];
	struct ink ink = ink_of(painter, index);

	if (painter->layout->options.mode != LAYOUT_INLINE ||
	    !finding->has[other] || !painter->piece->has[other])
		return;
	flow_mark(painter->flow, ink, "←");
	ink.style = STYLE_TRANSCRIPT;
	flow_text(painter->flow, ink, cmp->doc[other]->text + span.start,
		span_length(span), NO_SOURCE);
}

static void
paint_closing(struct painter *painter, uint32_t *at, uint32_t until)
{
	while (painter->depth) {
		struct mark top = painter->stack[painter->depth - 1];

		if (top.span.end > until)
			return;
		paint_to(painter, at, top.span.end);
		paint_other(painter, top.finding);
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
	find_match(painter, at);
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
		if (span.end != start || layout_hides(layout, index) ||
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

