/*
 * The list has one row for each finding that is shown, or for each pattern of
 * them; the row one is at is the one of the current finding.
 */
#include "config.h"

#include "view/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/escape.h"
#include "view/move.h"

#define VERDICT_CELLS 9
#define LINE_CELLS 6
#define COUNT_CELLS 6
#define KIND_CELLS 24

const char *const list_sorts[SORT_COUNT] = {
	[SORT_PLACE] = "place",
	[SORT_SEVERITY] = "severity",
	[SORT_KIND] = "kind"
};

struct item {
	uint32_t finding;		/* the first of the pattern */
	uint32_t n;			/* how many it stands for */
};

struct list {
	enum list_sort sort;
	bool each;			/* a row for each place of a pattern */
	struct item *item;
	size_t n, cap;
	size_t *row;			/* of each finding, by its index */
	size_t top;
};

struct list *
list_new(void)
{
	return memory_alloc(1, sizeof(struct list));
}

void
list_free(struct list *list)
{
	if (!list)
		return;
	free(list->item);
	free(list->row);
	free(list);
}

/* ---- rows ---- */


/* qsort has no context to give; there is one viewer. */
static const struct view *sorted_view;

static int
compare_items(const void *a, const void *b)
{
	const struct view *view = sorted_view;
	const struct item *x = a, *y = b;
	const struct finding *p = &view->cmp->findings[x->finding];
	const struct finding *q = &view->cmp->findings[y->finding];
	int order = 0;

	if (view->list->sort == SORT_SEVERITY)
		order = (int)q->severity - (int)p->severity;
	else if (view->list->sort == SORT_KIND)
		order = strcmp(p->kind->name, q->kind->name);
	if (order)
		return order;
	return view->rank[x->finding] < view->rank[y->finding] ? -1 : 1;
}

static void
add_item(struct view *view, uint32_t finding, size_t *of_pattern)
{
	struct list *list = view->list;
	struct item item = { finding, 1 };
	uint32_t pattern = view->cmp->findings[finding].pattern;

	if (pattern != NO_PATTERN && !list->each) {
		if (of_pattern[pattern]) {
			list->item[of_pattern[pattern] - 1].n++;
			return;
		}
		of_pattern[pattern] = list->n + 1;
	}
	*ARRAY_ADD(list->item, list->n, list->cap) = item;
}

/* A pattern's row is that of all its findings. */
static void
set_rows(struct view *view)
{
	const struct finding *findings = view->cmp->findings;
	struct list *list = view->list;
	size_t *of_pattern = memory_alloc(view->cmp->npattern,
		sizeof(*of_pattern)), i;

	for (i = 0; i < list->n; i++) {
		uint32_t finding = list->item[i].finding;

		list->row[finding] = i;
		if (findings[finding].pattern != NO_PATTERN)
			of_pattern[findings[finding].pattern] = i;
	}
	for (i = 0; i < view->cmp->nfinding; i++)
		if (!list->each && findings[i].pattern != NO_PATTERN)
			list->row[i] = of_pattern[findings[i].pattern];
	free(of_pattern);
}

void
list_refresh(struct view *view)
{
	struct list *list = view->list;
	size_t *of_pattern = memory_alloc(view->cmp->npattern,
		sizeof(*of_pattern)), i;

	list->n = 0;
	for (i = 0; i < view->cmp->nfinding; i++)
		if (!view->hidden[view->order[i]])
			add_item(view, view->order[i], of_pattern);
	free(of_pattern);
	sorted_view = view;
	if (list->n && list->sort != SORT_PLACE)
		qsort(list->item, list->n, sizeof(*list->item),
			compare_items);
	if (!list->row)
		list->row = memory_alloc(view->cmp->nfinding,
			sizeof(*list->row));
	set_rows(view);
}

enum list_sort
list_sorted_by(const struct list *list)
{
	return list->sort;
}

void
list_sort(struct view *view, enum list_sort sort)
{
	view->list->sort = sort;
	list_refresh(view);
}

void
list_toggle_patterns(struct view *view)
{
	view->list->each = !view->list->each;
	list_refresh(view);
}

/* ---- where one is ---- */

static size_t
selected(const struct view *view)
{
	if (view->current == NO_FINDING || view->hidden[view->current])
		return 0;
	return view->list->row[view->current];
}

bool
list_at_pattern(const struct view *view)
{
	size_t row = selected(view);

	return row < view->list->n && view->list->item[row].n > 1;
}

void
list_move(struct view *view, long n)
{
	const struct list *list = view->list;
	long row = (long)selected(view) + n;

	if (!list->n)
		return;
	if (row < 0)
		row = 0;
	if (row >= (long)list->n)
		row = (long)list->n - 1;
	move_to_finding(view, list->item[row].finding);
}

bool
list_click(struct view *view, unsigned row)
{
	const struct list *list = view->list;
	size_t index = list->top + row - view->frame.list_row - 1;

	if (row == view->frame.list_row || index >= list->n)
		return false;
	move_to_finding(view, list->item[index].finding);
	return true;
}

/* ---- drawing ---- */

static void
keep_selected(struct view *view)
{
	struct list *list = view->list;
	size_t rows = view->frame.list_rows - 1, row = selected(view);

	if (row < list->top)
		list->top = row;
	if (row >= list->top + rows)
		list->top = row + 1 - rows;
	if (list->top + rows > list->n)
		list->top = list->n > rows ? list->n - rows : 0;
}

static void
draw_heading(struct view *view, struct canvas *canvas)
{
	static const struct brush bar = { STYLE_STATUS, 0 };
	const struct list *list = view->list;
	unsigned row = view->frame.list_row;
	char text[128];

	snprintf(text, sizeof(text), " %zu %s by %s%s", list->n,
		list->each ? "findings" : "findings and patterns",
		list_sorts[list->sort], view->list_focus ?
		" - Tab goes back to the text" : " - Tab comes here");
	canvas_fill(canvas, row, 0, canvas->ncolumn, bar);
	canvas_puts(canvas, row, 0, bar, text);
}

/* Puts both readings, the reprint's first. */
static void
put_readings(const struct view *view, struct canvas *canvas, unsigned row,
	unsigned column, struct brush brush, const struct finding *finding)
{
	char reading[READING_SIZE];
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		struct buffer shown = BUFFER_INIT;

		if (side == TRANSCRIPT)
			column = canvas_puts(canvas, row, column, brush,
				view->ascii ? " <- " : " ← ");
		if (!review_reading(view->cmp, finding, (enum side)side,
		    reading))
			continue;
		escape_add(&shown, reading, strlen(reading), view->ascii ?
			ESCAPE_ASCII : 0);
		column = canvas_put(canvas, row, column, canvas->ncolumn,
			brush, shown.data, shown.len);
		buffer_release(&shown);
	}
}

static void
draw_item(struct view *view, struct canvas *canvas, unsigned row,
	const struct item *item, bool at)
{
	const struct finding *finding = &view->cmp->findings[item->finding];
	enum side side = finding->has[REPRINT] ? REPRINT : TRANSCRIPT;
	struct brush brush = { at ? STYLE_SELECTED : STYLE_PLAIN, 0 };
	struct brush family = { at ? STYLE_SELECTED :
		style_of_kind(finding->kind), 0 };
	unsigned column = 1;
	char text[32];

	canvas_fill(canvas, row, 0, canvas->ncolumn, brush);
	canvas_puts(canvas, row, 0, brush, at ? view->ascii ? ">" : "›" : " ");
	snprintf(text, sizeof(text), "%c%-5u",
		side == REPRINT ? ' ' : 't', (unsigned)document_place(
		view->cmp->doc[side], finding->span[side]).line);
	canvas_puts(canvas, row, column, brush, text);
	column += LINE_CELLS + 1;
	canvas_puts(canvas, row, column, brush, verdicts[view->verdict[
		item->finding]].name);
	column += VERDICT_CELLS;
	if (item->n > 1) {
		snprintf(text, sizeof(text), view->ascii ? "x%u" : "×%u",
			item->n);
		canvas_puts(canvas, row, column, brush, text);
	}
	column += COUNT_CELLS;
	canvas_puts(canvas, row, column, family, finding->kind->name);
	put_readings(view, canvas, row, column + KIND_CELLS, brush, finding);
}

void
list_draw(struct view *view, struct canvas *canvas)
{
	const struct list *list = view->list;
	unsigned i;

	if (!view->frame.list_rows)
		return;
	keep_selected(view);
	draw_heading(view, canvas);
	for (i = 0; i + 1 < view->frame.list_rows; i++)
		if (list->top + i < list->n)
			draw_item(view, canvas, view->frame.list_row + 1 + i,
				&list->item[list->top + i],
				view->current != NO_FINDING &&
				list->top + i == selected(view));
}
