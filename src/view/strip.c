/*
 * A row of the strip is a stretch of the transcript, by bytes.  Findings that
 * have a verdict leave it, so that it empties as one gets on.
 */
#include "config.h"

#include <stdlib.h>

#include "view/draw.h"
#include "view/move.h"

struct strip {
	const struct view *view;
	unsigned rows;
	uint32_t length;		/* bytes of the transcript */
	double *covered;		/* bytes, by row */
	enum style *mark;		/* STYLE_PLAIN: no finding */
	enum severity *worst;
};

static unsigned
row_of(const struct strip *strip, uint32_t offset)
{
	unsigned row = (unsigned)((uint64_t)offset * strip->rows /
		(strip->length ? strip->length : 1));

	return row < strip->rows ? row : strip->rows - 1;
}

static double
row_start(const struct strip *strip, unsigned row)
{
	return (double)row * strip->length / strip->rows;
}

static void
cover(struct strip *strip, struct span span)
{
	unsigned row, last = row_of(strip, span.end);

	for (row = row_of(strip, span.start); row <= last; row++) {
		double from = row_start(strip, row);
		double to = row_start(strip, row + 1);

		from = from > span.start ? from : span.start;
		to = to < span.end ? to : span.end;
		if (to > from)
			strip->covered[row] += to - from;
	}
}

static void
mark(struct strip *strip, uint32_t index)
{
	const struct view *view = strip->view;
	const struct finding *finding = &view->cmp->findings[index];
	const struct piece *piece = &view->cmp->pieces[view->piece[index]];
	unsigned row;

	if (finding->has[TRANSCRIPT])
		row = row_of(strip, finding->span[TRANSCRIPT].start);
	else if (view->cmp->npiece && piece->has[TRANSCRIPT])
		row = row_of(strip, piece->tile[TRANSCRIPT].start);
	else
		return;
	if (strip->mark[row] != STYLE_PLAIN &&
	    strip->worst[row] >= finding->severity)
		return;
	strip->worst[row] = finding->severity;
	strip->mark[row] = style_of_severity(finding->severity);
}

static void
fill(struct strip *strip)
{
	const struct view *view = strip->view;
	const struct comparison *cmp = view->cmp;
	uint32_t i;

	for (i = 0; i < cmp->npiece; i++)
		if (cmp->pieces[i].has[REPRINT] &&
		    cmp->pieces[i].has[TRANSCRIPT] &&
		    cmp->pieces[i].relation != DUPLICATED)
			cover(strip, cmp->pieces[i].tile[TRANSCRIPT]);
	for (i = 0; i < cmp->nfinding; i++)
		if (!view->hidden[i] && view->verdict[i] == OPEN)
			mark(strip, i);
}

/* The rows of the strip that the body shows: [*first, *last]. */
static bool
window(const struct strip *strip, struct view *view, unsigned *first,
	unsigned *last)
{
	const struct layout *layout = view->layout;
	struct position foot = move_from(view, view->top,
		(long)view->frame.body_rows - 1, NULL);
	const struct comparison *cmp = view->cmp;
	uint32_t i, end;
	bool found = false;

	if (!layout->nblock)
		return false;
	i = layout->blocks[view->top.block].piece;
	end = layout->blocks[foot.block].piece;
	for (; i <= end; i++) {
		unsigned row;

		if (!cmp->pieces[i].has[TRANSCRIPT])
			continue;
		row = row_of(strip, cmp->pieces[i].span[TRANSCRIPT].start);
		if (!found || row < *first)
			*first = row;
		if (!found || row > *last)
			*last = row;
		found = true;
	}
	return found;
}

/* How much of the row's stretch the reprint has: 0 for nothing to 3 for all. */
static unsigned
shade_of(const struct strip *strip, unsigned row)
{
	double size = (double)strip->length / strip->rows;
	double share = size ? strip->covered[row] / size : 0;

	return share <= 0.01 ? 0 : share < 0.5 ? 1 : share < 0.98 ? 2 : 3;
}

static void
draw_row(const struct strip *strip, struct canvas *canvas, unsigned row,
	bool in_window)
{
	static const char *const shades[] = { "░", "▒", "▓", "█" };
	static const char *const plain[] = { ".", "-", "+", "#" };
	static const struct brush rule = { STYLE_RULE, 0 };
	const struct view *view = strip->view;
	struct brush brush = { strip->mark[row], 0 };
	unsigned at = view->frame.body_row + row;
	unsigned column = view->frame.strip;
	unsigned covered = shade_of(strip, row);
	const char *shade = view->ascii ? plain[covered] : shades[covered];

	canvas_puts(canvas, at, column + 1, rule, view->ascii ?
		in_window ? "[" : "|" : in_window ? "▐" : "▕");
	if (brush.style == STYLE_PLAIN)
		brush.style = covered ? STYLE_COVERED : STYLE_UNCOVERED;
	else
		shade = strip->worst[row] > NOTE ? "!" : view->ascii ? "'" :
			"·";
	canvas_puts(canvas, at, column + 2, brush, shade);
}

void
strip_draw(struct view *view, struct canvas *canvas)
{
	struct strip strip = { .view = view, .rows = view->frame.body_rows,
		.length = (uint32_t)view->cmp->doc[TRANSCRIPT]->ntext };
	unsigned row, first = 1, last = 0;

	if (!view->frame.strip_columns)
		return;
	strip.covered = memory_alloc(strip.rows, sizeof(*strip.covered));
	strip.mark = memory_alloc(strip.rows, sizeof(*strip.mark));
	strip.worst = memory_alloc(strip.rows, sizeof(*strip.worst));
	fill(&strip);
	window(&strip, view, &first, &last);
	for (row = 0; row < strip.rows; row++)
		draw_row(&strip, canvas, row, row >= first && row <= last);
	free(strip.covered);
	free(strip.mark);
	free(strip.worst);
}

void
strip_click(struct view *view, unsigned row)
{
	uint64_t length = view->cmp->doc[TRANSCRIPT]->ntext;

	move_to_offset(view, TRANSCRIPT, (uint32_t)(length * row /
		view->frame.body_rows));
}
