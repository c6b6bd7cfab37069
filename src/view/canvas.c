/*
 * The grid is small and made anew for each frame; the library that carries it
 * to the terminal sends only what has changed.
 */
#include "config.h"

#include "view/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/escape.h"

void
canvas_init(struct canvas *canvas)
{
	memset(canvas, 0, sizeof(*canvas));
}

void
canvas_release(struct canvas *canvas)
{
	free(canvas->cell);
	buffer_release(&canvas->pool);
}

static void
blank_cells(struct cell *cell, size_t n, struct brush brush)
{
	const struct cell blank = { .cells = 1, .style = (uint8_t)brush.style,
		.flags = (uint8_t)brush.flags };

	while (n--)
		*cell++ = blank;
}

void
canvas_clear(struct canvas *canvas, unsigned nrow, unsigned ncolumn)
{
	static const struct brush plain = { STYLE_PLAIN, 0 };

	if (nrow != canvas->nrow || ncolumn != canvas->ncolumn) {
		free(canvas->cell);
		canvas->cell = memory_alloc((size_t)nrow * ncolumn,
			sizeof(*canvas->cell));
		canvas->nrow = nrow;
		canvas->ncolumn = ncolumn;
	}
	canvas->pool.len = 0;
	canvas->cursor_row = canvas->cursor_column = -1;
	blank_cells(canvas->cell, (size_t)nrow * ncolumn, plain);
}

static struct cell *
cell_at(struct canvas *canvas, unsigned row, unsigned column)
{
	return &canvas->cell[(size_t)row * canvas->ncolumn + column];
}

/* How many of the cells from the column on are on the canvas. */
static unsigned
on_canvas(const struct canvas *canvas, unsigned row, unsigned column,
	unsigned cells)
{
	if (row >= canvas->nrow || column >= canvas->ncolumn)
		return 0;
	return cells < canvas->ncolumn - column ? cells :
		canvas->ncolumn - column;
}

/* What is wide and loses some of its cells becomes blank. */
static void
part_wide(struct canvas *canvas, unsigned row, unsigned column)
{
	struct cell *cell;
	unsigned n;

	if (column >= canvas->ncolumn || cell_at(canvas, row, column)->cells)
		return;
	while (!cell_at(canvas, row, column)->cells)
		column--;
	cell = cell_at(canvas, row, column);
	for (n = cell->cells; n; n--, cell++) {
		cell->n = 0;
		cell->cells = 1;
	}
}

void
canvas_fill(struct canvas *canvas, unsigned row, unsigned column,
	unsigned cells, struct brush brush)
{
	cells = on_canvas(canvas, row, column, cells);
	if (!cells)
		return;
	part_wide(canvas, row, column);
	part_wide(canvas, row, column + cells);
	blank_cells(cell_at(canvas, row, column), cells, brush);
}

void
canvas_paint(struct canvas *canvas, unsigned row, unsigned column,
	unsigned cells, struct brush brush)
{
	unsigned i;

	cells = on_canvas(canvas, row, column, cells);
	for (i = 0; i < cells; i++) {
		struct cell *cell = cell_at(canvas, row, column + i);

		cell->style = (uint8_t)brush.style;
		cell->flags = (uint8_t)brush.flags;
	}
}

static void
put_shape(struct canvas *canvas, unsigned row, unsigned column,
	struct brush brush, const struct shape *shape)
{
	struct cell cell = { .text = (uint32_t)canvas->pool.len,
		.n = (uint8_t)shape->n, .cells = (uint8_t)shape->cells,
		.style = (uint8_t)brush.style, .flags = (uint8_t)brush.flags };
	unsigned i;

	buffer_add(&canvas->pool, shape->text, shape->n);
	part_wide(canvas, row, column);
	part_wide(canvas, row, column + shape->cells);
	*cell_at(canvas, row, column) = cell;
	cell.n = cell.cells = 0;
	for (i = 1; i < shape->cells; i++)
		*cell_at(canvas, row, column + i) = cell;
}

/* Blanks are not folded here, and a space of another sort was let through. */
static const char *
next_shape(const char *p, const char *end, struct shape *shape)
{
	return escape_next(p, end, *p == ' ' ? ESCAPE_EXACT : 0, shape);
}

unsigned
canvas_put(struct canvas *canvas, unsigned row, unsigned column,
	unsigned cells, struct brush brush, const char *text, size_t n)
{
	const char *p = text, *end = text + n;
	unsigned last = column + on_canvas(canvas, row, column, cells);

	while (p < end && column < last) {
		struct shape shape;

		p = next_shape(p, end, &shape);
		if (column + shape.cells > last)
			break;
		put_shape(canvas, row, column, brush, &shape);
		column += shape.cells;
	}
	return column;
}

unsigned
canvas_puts(struct canvas *canvas, unsigned row, unsigned column,
	struct brush brush, const char *text)
{
	return canvas_put(canvas, row, column, canvas->ncolumn, brush, text,
		strlen(text));
}

void
canvas_row(const struct canvas *canvas, unsigned row, struct buffer *out)
{
	const struct cell *cell = canvas->cell +
		(size_t)row * canvas->ncolumn;
	size_t end = out->len;
	unsigned i;

	buffer_puts(out, "");
	for (i = 0; i < canvas->ncolumn; i++) {
		if (cell[i].n)
			buffer_add(out, canvas->pool.data + cell[i].text,
				cell[i].n);
		else if (cell[i].cells)
			buffer_putc(out, ' ');
		if (cell[i].n && canvas->pool.data[cell[i].text] != ' ')
			end = out->len;
	}
	out->len = end;
	if (out->data)
		out->data[end] = '\0';
}
