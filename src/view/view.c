/*
 * What follows from the comparison, the verdicts and the filter is worked out
 * here whenever one of them changes, so that drawing only looks up.
 */
#include "config.h"

#include "view/view.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "view/action.h"
#include "view/decide.h"
#include "view/draw.h"
#include "view/key.h"
#include "view/list.h"
#include "view/move.h"
#include "view/pager.h"
#include "view/prompt.h"

/* From how many rows and columns on there is room for what. */
#define ROWS_FOR_RULES 16
#define ROWS_FOR_DETAIL 20
#define DETAIL_ROWS 4
#define LIST_LEAST 3
#define COLUMNS_FOR_STRIP 60
#define COLUMNS_FOR_BOTH 72
#define STRIP 3				/* columns, a blank among them */

/* ---- order ---- */

struct keyed {
	uint32_t first, second, index;
};

static int
compare_keyed(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	if (x->second != y->second)
		return x->second < y->second ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

static uint32_t *
sorted_indices(struct keyed *keyed, size_t n)
{
	uint32_t *indices = memory_alloc(n, sizeof(*indices));
	size_t i;

	if (n)
		qsort(keyed, n, sizeof(*keyed), compare_keyed);
	for (i = 0; i < n; i++)
		indices[i] = keyed[i].index;
	return indices;
}

static void
order_tiles(struct view *view, enum side side)
{
	const struct comparison *cmp = view->cmp;
	struct keyed *keyed = memory_alloc(cmp->npiece, sizeof(*keyed));
	uint32_t i;
	size_t n = 0;

	for (i = 0; i < cmp->npiece; i++) {
		const struct piece *piece = &cmp->pieces[i];

		if (piece->has[side] && (side == REPRINT ||
		    piece->relation != DUPLICATED))
			keyed[n++] = (struct keyed){ piece->tile[side].start,
				0, i };
	}
	view->tiles[side] = sorted_indices(keyed, n);
	view->ntile[side] = n;
	free(keyed);
}

/* Which of a side's tiles has the offset, or is the last before it. */
static size_t
tile_at(const struct view *view, enum side side, uint32_t offset)
{
	size_t low = 0, high = view->ntile[side];

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		uint32_t piece = view->tiles[side][middle];

		if (view->cmp->pieces[piece].tile[side].start <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

uint32_t
view_piece_at(const struct view *view, enum side side, uint32_t offset)
{
	return view->ntile[side] ?
		view->tiles[side][tile_at(view, side, offset)] : 0;
}

/* What stands between two pieces is shown with the second. */
static uint32_t
piece_of(const struct view *view, const struct finding *finding)
{
	enum side side = finding->has[REPRINT] &&
		(span_length(finding->span[REPRINT]) ||
		!span_length(finding->span[TRANSCRIPT])) ? REPRINT :
		TRANSCRIPT;
	uint32_t start = finding->span[side].start, piece;
	size_t tile;

	if (!view->ntile[side])
		return 0;
	tile = tile_at(view, side, start);
	piece = view->tiles[side][tile];
	if (start >= view->cmp->pieces[piece].span[side].end &&
	    span_length(finding->span[side]) && tile + 1 < view->ntile[side])
		piece = view->tiles[side][tile + 1];
	return piece;
}

static void
order_findings(struct view *view)
{
	const struct comparison *cmp = view->cmp;
	struct keyed *keyed = memory_alloc(cmp->nfinding, sizeof(*keyed));
	uint32_t i;

	for (i = 0; i < cmp->nfinding; i++) {
		view->piece[i] = piece_of(view, &cmp->findings[i]);
		keyed[i] = (struct keyed){ view->piece[i], i, i };
	}
	view->order = sorted_indices(keyed, cmp->nfinding);
	for (i = 0; i < cmp->nfinding; i++)
		view->rank[view->order[i]] = i;
	free(keyed);
}

/* ---- what follows from verdicts and filter ---- */

static void
count_verdicts(struct view *view)
{
	const struct decision **orphans = NULL;
	size_t i;

	memset(view->count, 0, sizeof(view->count));
	for (i = 0; i < view->cmp->nfinding; i++) {
		view->verdict[i] = review_verdict(view->review,
			&view->cmp->findings[i]);
		view->count[view->verdict[i]]++;
	}
	view->norphan = review_orphans(view->review, &orphans);
	free(orphans);
}

/* How many the filter would show without live folds. */
static size_t
count_unfolded(const struct view *view, bool *shown)
{
	struct filter filter = view->filter;

	filter.fold_typography = filter.fold_case = false;
	filter.fold_spaces = filter.fold_decided = false;
	return filter_select(&filter, view->review, shown);
}

static void
select_shown(struct view *view)
{
	size_t i, n = view->cmp->nfinding, all;
	bool *shown = memory_alloc(n, sizeof(*shown)), changed = false;

	all = count_unfolded(view, shown);
	view->nshown = filter_select(&view->filter, view->review, shown);
	view->nfolded = all - view->nshown;
	for (i = 0; i < n; i++) {
		changed |= view->hidden[i] == shown[i];
		view->hidden[i] = !shown[i];
	}
	free(shown);
	if (changed)
		move_forget(view);
}

void
view_refresh(struct view *view)
{
	count_verdicts(view);
	select_shown(view);
	list_refresh(view);
	move_settle(view);
}

bool
view_is_at_current(const struct view *view)
{
	const struct layout *layout = view->layout;
	size_t block;

	if (view->current == NO_FINDING || !layout->nblock)
		return view->current != NO_FINDING;
	block = layout_block_of(layout, view->piece[view->current]);
	return block == view->cursor.block ||
		layout->blocks[block].head == view->cursor.block;
}

long
view_rank_from(const struct view *view, int step)
{
	size_t low = 0, high = view->cmp->nfinding;
	uint32_t piece;

	if (view_is_at_current(view))
		return (long)view->rank[view->current] + step;
	piece = view->layout->nblock ?
		view->layout->blocks[view->cursor.block].piece : 0;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (view->piece[view->order[middle]] < piece)
			low = middle + 1;
		else
			high = middle;
	}
	return (long)low - (step < 0);
}

bool
view_is_open(const struct view *view, uint32_t finding)
{
	return view->verdict[finding] == OPEN;
}

uint32_t
view_find(const struct view *view, int step,
	bool (*wants)(const struct view *view, uint32_t finding))
{
	long n = (long)view->cmp->nfinding, count;
	long i = view_rank_from(view, step);
	bool at_current = view_is_at_current(view);

	for (count = 0; count < n; count++, i += step) {
		uint32_t finding = view->order[(i + n) % n];

		if (!view->hidden[finding] &&
		    !(at_current && finding == view->current) &&
		    (!wants || wants(view, finding)))
			return finding;
	}
	return NO_FINDING;
}

/* ---- the screen's parts ---- */

static enum layout_mode
mode_for(const struct view *view, unsigned width)
{
	switch (view->columns) {
	case COLUMNS_BOTH:
		return LAYOUT_COLUMNS;
	case COLUMNS_INLINE:
		return LAYOUT_INLINE;
	case COLUMNS_REPRINT:
	case COLUMNS_TRANSCRIPT:
		return LAYOUT_ONE;
	default:
		return width >= COLUMNS_FOR_BOTH ? LAYOUT_COLUMNS :
			LAYOUT_INLINE;
	}
}

static unsigned
list_rows(const struct view *view)
{
	unsigned rows = view->nrow / 3;

	if (!view->show_list)
		return 0;
	return rows < LIST_LEAST ? LIST_LEAST : rows;
}

/* From the foot up; the body has what is left. */
static void
set_frame(struct view *view)
{
	struct frame *frame = &view->frame;
	unsigned rule = view->nrow >= ROWS_FOR_RULES, foot;

	frame->status_row = view->nrow - 1;
	frame->detail_rows = view->show_detail &&
		view->nrow >= ROWS_FOR_DETAIL ? DETAIL_ROWS : 1;
	frame->list_rows = list_rows(view);
	foot = frame->status_row - frame->detail_rows;
	frame->detail_row = foot;
	foot -= frame->list_rows;
	frame->list_row = foot;
	foot -= rule;
	frame->body_row = 1 + rule;
	frame->body_rows = foot - frame->body_row;
	frame->strip_columns = view->show_strip &&
		view->ncolumn >= COLUMNS_FOR_STRIP ? STRIP : 0;
	frame->strip = view->ncolumn - frame->strip_columns;
}

static void
set_layout(struct view *view)
{
	struct layout_options *options = &view->layout->options;

	options->width = view->ncolumn - VIEW_CURSOR -
		view->frame.strip_columns;
	options->mode = mode_for(view, options->width);
	options->side = view->columns == COLUMNS_TRANSCRIPT ? TRANSCRIPT :
		REPRINT;
	options->line_numbers = view->show_numbers;
	options->search = view->search;
}

static bool
is_too_small(const struct view *view)
{
	return view->nrow < VIEW_LEAST_ROWS ||
		view->ncolumn < VIEW_LEAST_COLUMNS;
}

/* Finds the text at the cursor.  While that stays where it was put it is what
 * it was then, so that a window that is dragged does not creep. */
static bool
find_anchor(struct view *view)
{
	if (!view->frame.body_rows)
		return false;
	if (!view->anchored || view->anchor.block != view->cursor.block ||
	    view->anchor.row != view->cursor.row)
		view->anchored = move_offset(view, view->cursor,
			&view->anchor_side, &view->anchor_offset);
	return view->anchored;
}

void
view_arrange(struct view *view)
{
	bool known, folded;
	long above;

	if (is_too_small(view))
		return;
	known = find_anchor(view);
	folded = view->layout->nblock &&
		view->layout->blocks[view->cursor.block].folds;
	above = known ? move_distance(view, view->top, view->cursor,
		view->frame.body_rows) : 0;
	set_frame(view);
	set_layout(view);
	move_forget(view);
	if (known && !folded)
		view->cursor.row = move_row_of(view, view->cursor.block,
			view->anchor_side, view->anchor_offset);
	if (above >= (long)view->frame.body_rows)
		above = (long)view->frame.body_rows - 1;
	view->top = move_from(view, view->cursor, above > 0 ? -above : 0,
		NULL);
	move_settle(view);
	view->anchor = view->cursor;
	pager_arrange(view);
}

void
view_resize(struct view *view, unsigned nrow, unsigned ncolumn)
{
	bool first = !view->frame.body_rows;

	view->nrow = nrow;
	view->ncolumn = ncolumn;
	view_arrange(view);
	if (first && view->nshown && !is_too_small(view))
		move_to_finding(view, view_find(view, 1, NULL));
}

/* ---- life ---- */

struct view *
view_new(struct review *review, const char *reviewer, bool ascii)
{
	const struct comparison *cmp = review->comparison;
	struct layout_options options = { .width = 80, .ascii = ascii };
	struct view *view = memory_alloc(1, sizeof(*view));
	size_t n = cmp->nfinding;

	view->review = review;
	view->cmp = cmp;
	view->reviewer = reviewer;
	view->ascii = ascii;
	view->verdict = memory_alloc(n, sizeof(*view->verdict));
	view->hidden = memory_alloc(n, sizeof(*view->hidden));
	view->rank = memory_alloc(n, sizeof(*view->rank));
	view->piece = memory_alloc(n, sizeof(*view->piece));
	options.hidden = view->hidden;
	view->layout = layout_new(review, &options);
	view->show_detail = view->show_strip = true;
	view->current = NO_FINDING;
	view->rows = rowcache_new();
	view->list = list_new();
	view->undo = undo_new();
	view->bindings = bindings_new();
	view->prompt = prompt_new();
	order_tiles(view, REPRINT);
	order_tiles(view, TRANSCRIPT);
	order_findings(view);
	view_refresh(view);
	return view;
}

void
view_free(struct view *view)
{
	if (!view)
		return;
	pager_close(view);
	prompt_free(view->prompt);
	bindings_free(view->bindings);
	undo_free(view->undo);
	list_free(view->list);
	rowcache_free(view->rows);
	layout_free(view->layout);
	search_free(view->search);
	buffer_release(&view->message);
	free(view->tiles[REPRINT]);
	free(view->tiles[TRANSCRIPT]);
	free(view->order);
	free(view->piece);
	free(view->rank);
	free(view->hidden);
	free(view->verdict);
	free(view);
}

/* ---- messages ---- */

static void
say(struct view *view, bool bad, const char *format, va_list args)
{
	char text[1024];

	vsnprintf(text, sizeof(text), format, args);
	view->message.len = 0;
	escape_add(&view->message, text, strlen(text), ESCAPE_EXACT |
		(view->ascii ? ESCAPE_ASCII : 0));
	view->message_bad = bad;
}

void
view_say(struct view *view, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(view, false, format, args);
	va_end(args);
}

void
view_complain(struct view *view, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(view, true, format, args);
	va_end(args);
}

/* ---- events ---- */

static void
reload(struct view *view)
{
	struct error err = { "" };
	int rc;

	if (!view->review->store)
		return;
	rc = store_reload(view->review->store, &err);
	if (rc > 0) {
		view_refresh(view);
		view_say(view, "%s has changed and was read again.",
			store_path(view->review->store));
	} else if (rc < 0) {
		view_complain(view, "%s", err.text);
	}
}

static bool
is_within(unsigned row, unsigned first, unsigned n)
{
	return row >= first && row < first + n;
}

static void
click(struct view *view, unsigned row, unsigned column)
{
	const struct frame *frame = &view->frame;

	if (is_within(row, frame->list_row, frame->list_rows)) {
		view->list_focus = list_click(view, row);
	} else if (is_within(row, frame->body_row, frame->body_rows)) {
		view->list_focus = false;
		if (frame->strip_columns && column >= frame->strip)
			strip_click(view, row - frame->body_row);
		else
			body_click(view, row - frame->body_row, column);
	}
}

static void
mouse(struct view *view, const struct event *event)
{
	bool on_list = is_within(event->row, view->frame.list_row,
		view->frame.list_rows);
	int step = event->mouse == MOUSE_WHEEL_UP ? -3 : 3;

	switch (event->mouse) {
	case MOUSE_WHEEL_UP:
	case MOUSE_WHEEL_DOWN:
		if (on_list)
			list_move(view, step);
		else
			move_scroll(view, step);
		break;
	case MOUSE_DOUBLE:
		click(view, event->row, event->column);
		if (!on_list)
			action_find("toggle-fold", 11, NULL)->run(view, "");
		break;
	case MOUSE_CLICK:
		click(view, event->row, event->column);
		break;
	}
}

static void
key(struct view *view, uint32_t key)
{
	const struct action *action = bindings_find(view->bindings, key);
	struct buffer name = BUFFER_INIT;

	if (action) {
		action->run(view, "");
		return;
	}
	key_name(key, &name);
	view_complain(view, "%s does nothing here; ? shows the keys.",
		name.data);
	buffer_release(&name);
}

static bool
quits(const struct view *view, const struct event *event)
{
	const struct action *action = event->type == EVENT_KEY ?
		bindings_find(view->bindings, event->key) : NULL;

	return action && !strcmp(action->name, "quit");
}

void
view_event(struct view *view, const struct event *event)
{
	switch (event->type) {
	case EVENT_RESIZE:
		view_resize(view, event->row, event->column);
		return;
	case EVENT_HANGUP:
		view->quit = true;
		return;
	case EVENT_NONE:
		reload(view);
		return;
	case EVENT_KEY:
	case EVENT_MOUSE:
		break;
	}
	view->message.len = 0;
	if (is_too_small(view))
		view->quit = quits(view, event);
	else if (view->pager)
		pager_event(view, event);
	else if (event->type == EVENT_KEY && prompt_is_open(view))
		prompt_key(view, event->key);
	else if (event->type == EVENT_KEY)
		key(view, event->key);
	else if (!prompt_is_open(view))
		mouse(view, event);	/* a note is on one finding */
}
