/*
 * Nobody knows how many rows there are in all: that would be to lay out the
 * whole text.  A place is a block and a row in it, and moving is stepping from
 * block to block.  The blocks of some screens are kept laid out.
 */
#include "config.h"

#include "view/move.h"

#include <stdlib.h>
#include <string.h>

#define SLOTS 256

struct rowcache {
	struct slot {
		bool used;
		size_t block;
		struct rows rows;
	} slot[SLOTS];
};

struct rowcache *
rowcache_new(void)
{
	struct rowcache *cache = memory_alloc(1, sizeof(*cache));
	size_t i;

	for (i = 0; i < SLOTS; i++)
		rows_init(&cache->slot[i].rows);
	return cache;
}

void
rowcache_free(struct rowcache *cache)
{
	size_t i;

	for (i = 0; i < SLOTS; i++)
		rows_release(&cache->slot[i].rows);
	free(cache);
}

void
move_forget(struct view *view)
{
	size_t i;

	for (i = 0; i < SLOTS; i++)
		view->rows->slot[i].used = false;
}

const struct rows *
move_rows(struct view *view, size_t block)
{
	struct slot *slot = &view->rows->slot[block % SLOTS];

	if (!slot->used || slot->block != block) {
		layout_rows(view->layout, block, &slot->rows);
		slot->used = true;
		slot->block = block;
	}
	return &slot->rows;
}

static uint32_t
count_rows(struct view *view, size_t block)
{
	return (uint32_t)move_rows(view, block)->nrow;
}

/* ---- stepping ---- */

static bool
step_down(struct view *view, struct position *place)
{
	size_t next;

	if (place->row + 1 < count_rows(view, place->block)) {
		place->row++;
		return true;
	}
	for (next = layout_next(view->layout, place->block);
	    next < view->layout->nblock;
	    next = layout_next(view->layout, next))
		if (count_rows(view, next)) {
			place->block = next;
			place->row = 0;
			return true;
		}
	return false;
}

static bool
step_up(struct view *view, struct position *place)
{
	size_t block = place->block;

	if (place->row) {
		place->row--;
		return true;
	}
	while (block) {
		uint32_t nrow;

		block = layout_previous(view->layout, block);
		nrow = count_rows(view, block);
		if (nrow) {
			place->block = block;
			place->row = nrow - 1;
			return true;
		}
	}
	return false;
}

struct position
move_from(struct view *view, struct position from, long n, long *moved)
{
	long i = 0;

	if (view->layout->nblock)
		for (; i < labs(n); i++)
			if (!(n > 0 ? step_down(view, &from) :
			    step_up(view, &from)))
				break;
	if (moved)
		*moved = n > 0 ? i : -i;
	return from;
}

static int
compare_places(struct position a, struct position b)
{
	if (a.block != b.block)
		return a.block < b.block ? -1 : 1;
	return (a.row > b.row) - (a.row < b.row);
}

long
move_distance(struct view *view, struct position a, struct position b,
	long most)
{
	long i;

	for (i = 0; i <= most; i++) {
		if (!compare_places(a, b))
			return i;
		if (compare_places(a, b) > 0 || !step_down(view, &a))
			break;
	}
	return -1;
}

/* ---- keeping in order ---- */

/* To what is there, where folds or rows have gone. */
static struct position
sound(struct view *view, struct position place)
{
	const struct layout *layout = view->layout;
	uint32_t nrow;

	if (!layout->nblock)
		return (struct position){ 0, 0 };
	if (place.block >= layout->nblock)
		place = (struct position){ layout->nblock - 1, UINT32_MAX };
	if (layout_is_folded(layout, place.block))
		place = (struct position){ layout->blocks[place.block].head,
			UINT32_MAX };
	nrow = count_rows(view, place.block);
	if (place.row >= nrow)
		place.row = nrow ? nrow - 1 : 0;
	return place;
}

/* No more blank below the text than there must be. */
static void
fill_body(struct view *view)
{
	long rows = (long)view->frame.body_rows, left;

	move_from(view, view->top, rows - 1, &left);
	if (left < rows - 1)
		view->top = move_from(view, view->top, left - (rows - 1),
			NULL);
}

/* Makes what the row is about the current finding, unless it is already. */
static void
adopt_finding(struct view *view)
{
	const struct rows *rows = move_rows(view, view->cursor.block);
	const struct row *row = rows->row + view->cursor.row;
	uint32_t found = NO_FINDING, i;
	int side;

	if (view->cursor.row >= rows->nrow)
		return;
	for (side = TRANSCRIPT; side >= REPRINT; side--) {
		const struct flow *flow = &rows->flow[side];
		const struct line *line;

		if (row->line[side] == NO_LINE)
			continue;
		line = &flow->line[row->line[side]];
		for (i = line->nrun; i-- > 0;) {
			uint32_t it = flow->run[line->run + i].ink.finding;

			if (it == NO_FINDING || view->hidden[it])
				continue;
			if (it == view->current)
				return;
			found = it;
		}
	}
	if (found != NO_FINDING)
		view->current = found;
}

void
move_settle(struct view *view)
{
	long rows = (long)view->frame.body_rows;

	view->top = sound(view, view->top);
	view->cursor = sound(view, view->cursor);
	if (!view->layout->nblock || !rows)
		return;
	if (move_distance(view, view->top, view->cursor, rows - 1) < 0)
		view->top = move_from(view, view->cursor,
			compare_places(view->cursor, view->top) < 0 ? 0 :
			1 - rows, NULL);
	fill_body(view);
}

/* ---- moving ---- */

void
move_cursor(struct view *view, long n)
{
	view->cursor = move_from(view, view->cursor, n, NULL);
	move_settle(view);
	if (view->layout->nblock)
		adopt_finding(view);
}

void
move_scroll(struct view *view, long n)
{
	long rows = (long)view->frame.body_rows, moved;

	view->top = move_from(view, view->top, n, &moved);
	fill_body(view);
	if (move_distance(view, view->top, view->cursor, rows - 1) >= 0)
		return;
	view->cursor = n > 0 ? view->top :
		move_from(view, view->top, rows - 1, NULL);
	if (view->layout->nblock)
		adopt_finding(view);
}

/* What is jumped to stands a third down the body, unless it is on screen. */
static void
show(struct view *view, struct position place)
{
	long rows = (long)view->frame.body_rows;

	view->cursor = sound(view, place);
	if (move_distance(view, view->top, view->cursor, rows - 2) < 0)
		view->top = move_from(view, view->cursor, -(rows / 3), NULL);
	move_settle(view);
}

void
move_to(struct view *view, struct position place)
{
	show(view, place);
	if (view->layout->nblock)
		adopt_finding(view);
}

void
move_to_first(struct view *view)
{
	move_to(view, (struct position){ 0, 0 });
}

void
move_to_last(struct view *view)
{
	move_to(view, (struct position){ SIZE_MAX, 0 });
}

/* ---- places of things ---- */

static bool
row_shows(const struct rows *rows, const struct row *row, uint32_t finding)
{
	int side;
	uint32_t i;

	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		const struct flow *flow = &rows->flow[side];

		if (row->line[side] == NO_LINE)
			continue;
		for (i = 0; i < flow->line[row->line[side]].nrun; i++)
			if (flow->run[flow->line[row->line[side]].run +
			    i].ink.finding == finding)
				return true;
	}
	return false;
}

static bool
find_row(struct view *view, size_t block, uint32_t finding, uint32_t *row)
{
	const struct rows *rows = move_rows(view, block);

	for (*row = 0; *row < rows->nrow; ++*row)
		if (row_shows(rows, &rows->row[*row], finding))
			return true;
	return false;
}

bool
move_shows(struct view *view, uint32_t finding)
{
	struct position at = view->top;
	long moved = 1;
	unsigned i;

	for (i = 0; view->layout->nblock && moved &&
	     i < view->frame.body_rows; i++) {
		const struct rows *rows = move_rows(view, at.block);

		if (at.row < rows->nrow &&
		    row_shows(rows, &rows->row[at.row], finding))
			return true;
		at = move_from(view, at, 1, &moved);
	}
	return false;
}

static void
open_fold(struct view *view, size_t block)
{
	uint32_t head = view->layout->blocks[block].head;

	if (head == NO_BLOCK || view->layout->blocks[head].open)
		return;
	view->layout->blocks[head].open = true;
	move_forget(view);
}

/* The head of a fold shows what the fold as a whole is about; what is within
 * it is seen only when it is open. */
void
move_to_finding(struct view *view, uint32_t finding)
{
	const struct layout *layout = view->layout;
	struct position place = { 0, 0 };
	uint32_t head;

	view->current = finding;
	if (!layout->nblock)
		return;
	place.block = layout_block_of(layout, view->piece[finding]);
	head = layout->blocks[place.block].head;
	if (head != NO_BLOCK && find_row(view, head, finding, &place.row)) {
		place.block = head;
	} else {
		open_fold(view, place.block);
		if (!find_row(view, place.block, finding, &place.row)) {
			const struct finding *it = &view->cmp->findings[
				finding];
			enum side side = it->has[REPRINT] ? REPRINT :
				TRANSCRIPT;

			place.row = move_row_of(view, place.block, side,
				it->span[side].start);
		}
	}
	show(view, place);
}

/* Whose text is in the flow of the side: where there is one column, it has that
 * of the other side where there is no other. */
static enum side
side_in_flow(const struct view *view, size_t block, enum side side)
{
	const struct piece *piece = &view->cmp->pieces[
		view->layout->blocks[block].piece];

	return view->layout->options.mode == LAYOUT_COLUMNS ||
		piece->has[side] ? side : !side;
}

/* The place on the other side of the block, as far into it. */
static uint32_t
opposite(const struct view *view, size_t block, enum side side,
	uint32_t offset)
{
	const struct piece *piece = &view->cmp->pieces[
		view->layout->blocks[block].piece];
	struct span from = piece->span[side], to = piece->span[!side];

	if (!span_length(from) || offset <= from.start)
		return to.start;
	if (offset >= from.end)
		return to.end;
	return to.start + (uint32_t)((uint64_t)(offset - from.start) *
		span_length(to) / span_length(from));
}

uint32_t
move_row_of(struct view *view, size_t block, enum side side, uint32_t offset)
{
	const struct rows *rows = move_rows(view, block);
	uint32_t i, found = 0;
	bool any = false;

	if (view->layout->options.mode != LAYOUT_COLUMNS) {
		enum side column = layout_column_side(view->layout);

		if (side_in_flow(view, block, column) != side)
			offset = opposite(view, block, side, offset);
		side = column;
	}
	for (i = 0; i < rows->nrow; i++) {
		uint32_t line = rows->row[i].line[side], source;

		if (line == NO_LINE)
			continue;
		source = rows->flow[side].line[line].source;
		if (source == NO_SOURCE)
			continue;
		if (any && source > offset)
			break;
		found = i;
		any = true;
	}
	return found;
}

void
move_to_offset(struct view *view, enum side side, uint32_t offset)
{
	struct position place;

	if (!view->layout->nblock)
		return;
	place.block = layout_block_of(view->layout,
		view_piece_at(view, side, offset));
	open_fold(view, place.block);
	place.row = move_row_of(view, place.block, side, offset);
	move_to(view, place);
}

static bool
row_offset(const struct rows *rows, uint32_t row, enum side side,
	uint32_t *offset)
{
	uint32_t line = rows->row[row].line[side];

	if (line == NO_LINE || rows->flow[side].line[line].source == NO_SOURCE)
		return false;
	*offset = rows->flow[side].line[line].source;
	return true;
}

bool
move_offset_of(struct view *view, struct position place, enum side side,
	uint32_t *offset)
{
	const struct rows *rows;
	uint32_t i;

	if (!view->layout->nblock)
		return false;
	rows = move_rows(view, place.block);
	for (i = place.row; i < rows->nrow; i++)
		if (row_offset(rows, i, side, offset))
			return true;
	for (i = place.row; i-- > 0;)
		if (i < rows->nrow && row_offset(rows, i, side, offset))
			return true;
	return false;
}

bool
move_offset(struct view *view, struct position place, enum side *side,
	uint32_t *offset)
{
	const struct rows *rows;
	uint32_t i;
	int it;

	if (!view->layout->nblock)
		return false;
	rows = move_rows(view, place.block);
	for (i = place.row; i < rows->nrow; i++)
		for (it = REPRINT; it <= TRANSCRIPT; it++)
			if (row_offset(rows, i, (enum side)it, offset)) {
				*side = side_in_flow(view, place.block,
					(enum side)it);
				return true;
			}
	return false;
}
