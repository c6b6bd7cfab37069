/*
 * Findings nest (a wrong figure within a passage that was moved), so a piece
 * is painted with a stack: the innermost difference gives the ink.
 */
#include "config.h"

#include "report/paint.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/marks.h"

struct painter {
	const struct layout *layout;
	const struct piece *piece;
	enum side side;
	struct flow *flow;
	struct ink base;		/* of what is within no difference */
	struct marks marks;
	struct mark *stack;
	size_t depth, stack_cap;
	struct span match;		/* of the search: the next */
	bool found;			/* is there one? */
};

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
paint_base(struct painter *painter)
{
	if (painter->marks.base != NO_FINDING)
		painter->base = ink_of(painter, painter->marks.base);
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

	find_match(painter, at);
	for (i = 0; i < painter->marks.n; i++) {
		paint_closing(painter, &at, painter->marks.mark[i].span.start);
		paint_to(painter, &at, painter->marks.mark[i].span.start);
		paint_opening(painter, painter->marks.mark[i]);
	}
	paint_closing(painter, &at, text.end);
	paint_to(painter, &at, text.end);
}

/* The paragraph was broken before this piece, and on this side alone. */
static void
paint_break(struct painter *painter)
{
	if (painter->marks.broken == NO_FINDING)
		return;
	flow_mark(painter->flow, ink_of(painter, painter->marks.broken),
		"▐¶▌");
	flow_words(painter->flow, painter->base, " ");
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
		marks_find(layout, piece, side, &painter.marks);
		paint_break(&painter);
		paint_base(&painter);
		paint_text(&painter);
	}
	marks_release(&painter.marks);
	free(painter.stack);
}

