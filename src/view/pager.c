#include "config.h"

#include "view/pager.h"

#include <stdlib.h>
#include <string.h>

#include "view/draw.h"
#include "view/key.h"

struct pager {
	const char *title;
	pager_fill *fill;
	struct flow flow;
	size_t top;
};

static size_t
body_rows(const struct view *view)
{
	return view->nrow - 2;
}

static void
settle(struct view *view)
{
	struct pager *pager = view->pager;
	size_t rows = body_rows(view);

	if (pager->top + rows > pager->flow.nline)
		pager->top = pager->flow.nline > rows ?
			pager->flow.nline - rows : 0;
}

void
pager_arrange(struct view *view)
{
	struct pager *pager = view->pager;

	if (!pager)
		return;
	flow_reset(&pager->flow);
	pager->flow.width = pager->flow.first_width = view->ncolumn - 2;
	pager->flow.escape = view->ascii ? ESCAPE_ASCII : 0;
	pager->fill(view, &pager->flow);
	flow_end(&pager->flow);
	settle(view);
}

void
pager_open(struct view *view, const char *title, pager_fill *fill)
{
	pager_close(view);
	view->pager = memory_alloc(1, sizeof(*view->pager));
	view->pager->title = title;
	view->pager->fill = fill;
	flow_init(&view->pager->flow, view->ncolumn - 2, 0);
	pager_arrange(view);
}

void
pager_close(struct view *view)
{
	if (!view->pager)
		return;
	flow_release(&view->pager->flow);
	free(view->pager);
	view->pager = NULL;
}

static void
scroll(struct view *view, long n)
{
	struct pager *pager = view->pager;

	if (n < 0 && pager->top < (size_t)-n)
		pager->top = 0;
	else
		pager->top += (size_t)n;
	settle(view);
}

static void
key(struct view *view, uint32_t key)
{
	long page = (long)body_rows(view);

	switch (key) {
	case 'j': case KEY_ARROW_DOWN: case KEY_RETURN: case '\n':
		scroll(view, 1);
		break;
	case 'k': case KEY_ARROW_UP:
		scroll(view, -1);
		break;
	case ' ': case 'f': case KEY_PAGE_DOWN: case KEY_CONTROL('f'):
		scroll(view, page);
		break;
	case 'b': case KEY_PAGE_UP: case KEY_CONTROL('b'):
		scroll(view, -page);
		break;
	case 'd': case KEY_CONTROL('d'):
		scroll(view, page / 2);
		break;
	case 'u': case KEY_CONTROL('u'):
		scroll(view, -page / 2);
		break;
	case 'g': case KEY_TO_HOME:
		view->pager->top = 0;
		break;
	case 'G': case KEY_TO_END:
		view->pager->top = view->pager->flow.nline;
		settle(view);
		break;
	default:
		pager_close(view);
	}
}

void
pager_event(struct view *view, const struct event *event)
{
	if (event->type == EVENT_KEY)
		key(view, event->key);
	else if (event->mouse == MOUSE_WHEEL_UP)
		scroll(view, -3);
	else if (event->mouse == MOUSE_WHEEL_DOWN)
		scroll(view, 3);
}

void
pager_draw(const struct view *view, struct canvas *canvas)
{
	static const struct brush bar = { STYLE_STATUS, 0 };
	const struct pager *pager = view->pager;
	const struct flow *flow = &pager->flow;
	size_t rows = body_rows(view), i;

	canvas_fill(canvas, 0, 0, canvas->ncolumn, bar);
	canvas_puts(canvas, 0, 1, bar, pager->title);
	for (i = 0; i < rows && pager->top + i < flow->nline; i++)
		draw_line(canvas, 1 + (unsigned)i, 1, canvas->ncolumn, flow,
			pager->top + i);
	canvas_fill(canvas, view->nrow - 1, 0, canvas->ncolumn, bar);
	canvas_puts(canvas, view->nrow - 1, 1, bar,
		pager->top + rows < flow->nline ?
		"Space goes on, q goes back" : "q goes back");
}
