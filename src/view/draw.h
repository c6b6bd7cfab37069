/* The parts of the screen, each drawn into its rows of the frame. */
#ifndef VERBATIM_VIEW_DRAW_H
#define VERBATIM_VIEW_DRAW_H

#include "view/view.h"

/* Draws a line of a flow that has ended, from the column up to the last. */
void
draw_line(struct canvas *canvas, unsigned row, unsigned column,
	unsigned last, const struct flow *flow, size_t line);

void
body_draw(struct view *view, struct canvas *canvas);

/* Moves to what was clicked on; row is the body's. */
void
body_click(struct view *view, unsigned row, unsigned column);

/* The overview: what of the transcript the reprint has, and where findings
 * are. */
void
strip_draw(struct view *view, struct canvas *canvas);

void
strip_click(struct view *view, unsigned row);

/* What is known of the current finding. */
void
detail_draw(struct view *view, struct canvas *canvas);

/* The same at length, for the pager. */
void
detail_fill(const struct view *view, struct flow *flow);

#endif
