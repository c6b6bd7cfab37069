/*
 * A screen in memory: a grid of cells, each with what it shows and how.
 *
 * The viewer draws here; only screen.c carries it to a terminal, and tests read
 * it as it is.  What goes beyond an edge is cut off.
 */
#ifndef VERBATIM_VIEW_CANVAS_H
#define VERBATIM_VIEW_CANVAS_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "report/style.h"

enum cell_flags {
	CELL_CURRENT = 1,		/* of the finding one is at */
	CELL_DECIDED = 2,		/* of one that has a verdict */
	CELL_MATCH = 4			/* of the search */
};

struct cell {
	uint32_t text;			/* offset in pool */
	uint8_t n;			/* bytes; 0: a blank, or no first cell
					   of a wide character */
	uint8_t cells;			/* that it takes; 0 for all but the
					   first of a wide character */
	uint8_t style;			/* enum style */
	uint8_t flags;
};

struct canvas {
	unsigned nrow, ncolumn;
	struct cell *cell;		/* row by row */
	struct buffer pool;
	int cursor_row, cursor_column;	/* -1: hidden */
};

/* How something is put. */
struct brush {
	enum style style;
	unsigned flags;
};

void
canvas_init(struct canvas *canvas);

void
canvas_release(struct canvas *canvas);

/* Empties it, at a size. */
void
canvas_clear(struct canvas *canvas, unsigned nrow, unsigned ncolumn);

/*
 * Puts text that is safe to show (it came from escape.h or is our own) and
 * returns the column behind it.  At most `cells` are filled; a wide character
 * that has no room ends it.
 */
unsigned
canvas_put(struct canvas *canvas, unsigned row, unsigned column,
	unsigned cells, struct brush brush, const char *text, size_t n);

/* The same for a string of our own. */
unsigned
canvas_puts(struct canvas *canvas, unsigned row, unsigned column,
	struct brush brush, const char *text);

/* Gives all cells of a stretch the brush, and leaves what they show. */
void
canvas_paint(struct canvas *canvas, unsigned row, unsigned column,
	unsigned cells, struct brush brush);

/* Blanks a stretch. */
void
canvas_fill(struct canvas *canvas, unsigned row, unsigned column,
	unsigned cells, struct brush brush);

/* Appends what a row shows, without the blanks at its end. */
void
canvas_row(const struct canvas *canvas, unsigned row, struct buffer *out);

#endif
