#include "config.h"

#include <stdio.h>
#include <string.h>

#include "view/draw.h"
#include "view/move.h"

/* Where the parts of a row begin. */
struct columns {
	unsigned text[2];		/* by side */
	unsigned gutter, width;
	unsigned rule;			/* 0: none */
};

static struct columns
columns_of(const struct view *view)
{
	const struct layout *layout = view->layout;
	struct geometry geometry = layout_geometry(layout);
	struct columns columns = { .gutter = geometry.gutter,
		.width = geometry.column };
	unsigned first = VIEW_CURSOR + geometry.margin + geometry.gutter;
	enum side left = view->swapped ? TRANSCRIPT : REPRINT;

	columns.text[left] = columns.text[!left] = first;
	if (layout->options.mode != LAYOUT_COLUMNS)
		return columns;
	columns.rule = first + geometry.column + 1;
	columns.text[!left] = first + geometry.column + LAYOUT_RULE +
		geometry.gutter;
	return columns;
}

static struct brush
brush_of(const struct view *view, struct ink ink)
{
	struct brush brush = { ink.style, 0 };

	if (ink.match) {
		brush.flags |= CELL_MATCH;
		if (ink.finding == NO_FINDING)
			brush.style = STYLE_MATCH;
	}
	if (ink.finding == NO_FINDING)
		return brush;
	if (ink.finding == view->current)
		brush.flags |= CELL_CURRENT;
	if (view->verdict[ink.finding] != OPEN)
		brush.flags |= CELL_DECIDED;
	return brush;
}

static void
draw_text(const struct view *view, struct canvas *canvas, unsigned row,
	unsigned column, unsigned cells, const struct flow *flow,
	uint32_t index)
{
	const struct line *line = &flow->line[index];
	unsigned last = column + cells;
	uint32_t i;

	for (i = 0; i < line->nrun; i++) {
		const struct text_run *run = &flow->run[line->run + i];

		column = canvas_put(canvas, row, column, last - column,
			brush_of(view, run->ink), flow->shown.data +
			run->start, run->n);
	}
}

static void
draw_number(struct canvas *canvas, unsigned row, unsigned column,
	unsigned gutter, uint32_t number)
{
	static const struct brush brush = { STYLE_PLACE, 0 };
	char text[16];

	if (!number || !gutter)
		return;
	snprintf(text, sizeof(text), "%*u", (int)gutter - 1,
		(unsigned)number);
	canvas_puts(canvas, row, column - gutter, brush, text);
}

static void
draw_row(const struct view *view, struct canvas *canvas, unsigned at,
	const struct rows *rows, const struct row *row)
{
	static const struct brush rule = { STYLE_RULE, 0 };
	struct columns columns = columns_of(view);
	int side;

	if (row->margin != NO_LINE)
		draw_text(view, canvas, at, VIEW_CURSOR, canvas->ncolumn,
			&rows->margin, row->margin);
	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		if (row->line[side] == NO_LINE)
			continue;
		draw_number(canvas, at, columns.text[side], columns.gutter,
			row->number[side]);
		draw_text(view, canvas, at, columns.text[side], columns.width,
			&rows->flow[side], row->line[side]);
	}
	if (columns.rule)
		canvas_puts(canvas, at, columns.rule, rule,
			view->ascii ? "|" : "│");
}

void
body_draw(struct view *view, struct canvas *canvas)
{
	static const struct brush cursor = { STYLE_KEY, 0 };
	struct position at = view->top;
	unsigned i;

	for (i = 0; i < view->frame.body_rows && view->layout->nblock; i++) {
		const struct rows *rows = move_rows(view, at.block);
		unsigned row = view->frame.body_row + i;
		long moved;

		if (at.row < rows->nrow)
			draw_row(view, canvas, row, rows, &rows->row[at.row]);
		if (at.block == view->cursor.block &&
		    at.row == view->cursor.row)
			canvas_puts(canvas, row, 0, cursor,
				view->ascii ? ">" : "›");
		at = move_from(view, at, 1, &moved);
		if (!moved)
			break;
	}
}

/* The finding whose run has the column; NO_FINDING where there is none. */
static uint32_t
finding_at(const struct view *view, const struct rows *rows,
	const struct row *row, unsigned column)
{
	struct columns columns = columns_of(view);
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		const struct flow *flow = &rows->flow[side];
		unsigned at = columns.text[side];
		const struct line *line;
		uint32_t i;

		if (row->line[side] == NO_LINE)
			continue;
		line = &flow->line[row->line[side]];
		for (i = 0; i < line->nrun; i++) {
			const struct text_run *run =
				&flow->run[line->run + i];

			if (column >= at && column < at + run->cells)
				return run->ink.finding;
			at += run->cells;
		}
	}
	return NO_FINDING;
}

void
body_click(struct view *view, unsigned row, unsigned column)
{
	struct position at = move_from(view, view->top, (long)row, NULL);
	const struct rows *rows;
	uint32_t finding;

	if (!view->layout->nblock)
		return;
	view->cursor = at;
	move_cursor(view, 0);
	rows = move_rows(view, at.block);
	if (at.row >= rows->nrow)
		return;
	finding = finding_at(view, rows, &rows->row[at.row], column);
	if (finding != NO_FINDING && !view->hidden[finding])
		view->current = finding;
}
