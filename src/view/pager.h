/* A text over the whole screen: help, a draft, what is known of a finding. */
#ifndef VERBATIM_VIEW_PAGER_H
#define VERBATIM_VIEW_PAGER_H

#include "view/view.h"

/* Fills a flow of the screen's width. */
typedef void pager_fill(const struct view *view, struct flow *flow);

/* The title is borrowed. */
void
pager_open(struct view *view, const char *title, pager_fill *fill);

void
pager_close(struct view *view);

/* After a change of size. */
void
pager_arrange(struct view *view);

void
pager_event(struct view *view, const struct event *event);

void
pager_draw(const struct view *view, struct canvas *canvas);

#endif
