#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "view/act.h"
#include "view/list.h"
#include "view/move.h"

static long
page(const struct view *view)
{
	long rows = (long)view->frame.body_rows;

	return rows > 2 ? rows - 1 : 1;
}

/* One row of what the keys go to. */
static void
go(struct view *view, long n)
{
	if (view->list_focus && view->frame.list_rows)
		list_move(view, n);
	else
		move_cursor(view, n);
}

/* A screen of it: the body scrolls, and the cursor with it. */
static void
go_pages(struct view *view, long n)
{
	if (view->list_focus && view->frame.list_rows) {
		list_move(view, n);
		return;
	}
	view->top = move_from(view, view->top, n, NULL);
	move_cursor(view, n);
}

void
act_down(struct view *view, const char *argument)
{
	(void)argument;
	go(view, 1);
}

void
act_up(struct view *view, const char *argument)
{
	(void)argument;
	go(view, -1);
}

void
act_scroll_down(struct view *view, const char *argument)
{
	(void)argument;
	move_scroll(view, 1);
}

void
act_scroll_up(struct view *view, const char *argument)
{
	(void)argument;
	move_scroll(view, -1);
}

void
act_page_down(struct view *view, const char *argument)
{
	(void)argument;
	go_pages(view, page(view));
}

void
act_page_up(struct view *view, const char *argument)
{
	(void)argument;
	go_pages(view, -page(view));
}

void
act_half_down(struct view *view, const char *argument)
{
	(void)argument;
	go_pages(view, (page(view) + 1) / 2);
}

void
act_half_up(struct view *view, const char *argument)
{
	(void)argument;
	go_pages(view, -(page(view) + 1) / 2);
}

void
act_first(struct view *view, const char *argument)
{
	(void)argument;
	move_to_first(view);
}

void
act_last(struct view *view, const char *argument)
{
	(void)argument;
	move_to_last(view);
}

/* ---- paragraphs and speakers ---- */

/* A block begins a paragraph where it has a gap before it, or is the first. */
static bool
begins_paragraph(struct view *view, size_t block)
{
	const struct rows *rows = move_rows(view, block);

	return !block || view->layout->blocks[block].folds ||
		(rows->nrow && rows->row[0].kind == ROW_GAP);
}

static bool
begins_speaker(struct view *view, size_t block)
{
	uint32_t piece = view->layout->blocks[block].piece;

	return !piece || strcmp(layout_speaker(view->cmp, piece),
		layout_speaker(view->cmp, piece - 1));
}

/* The first row of the block that has text. */
static struct position
block_start(struct view *view, size_t block)
{
	const struct rows *rows = move_rows(view, block);
	struct position position = { block, 0 };

	while (position.row + 1 < rows->nrow &&
	    rows->row[position.row].kind == ROW_GAP)
		position.row++;
	return position;
}

/* The number of blocks looked at is bounded, so that no key waits for a text
 * in which there is none. */
#define BLOCKS_MOST 20000

static bool
go_block(struct view *view, int step,
	bool (*begins)(struct view *view, size_t block))
{
	const struct layout *layout = view->layout;
	size_t block = view->cursor.block, count;

	for (count = 0; layout->nblock && count < BLOCKS_MOST; count++) {
		size_t next = step > 0 ? layout_next(layout, block) :
			layout_previous(layout, block);

		if (next >= layout->nblock || next == block)
			return false;
		block = next;
		if (begins(view, block)) {
			move_to(view, block_start(view, block));
			return true;
		}
	}
	return false;
}

void
act_next_paragraph(struct view *view, const char *argument)
{
	(void)argument;
	if (!go_block(view, 1, begins_paragraph))
		move_to_last(view);
}

void
act_previous_paragraph(struct view *view, const char *argument)
{
	(void)argument;
	if (!go_block(view, -1, begins_paragraph))
		move_to_first(view);
}

static void
go_speaker(struct view *view, int step)
{
	if (!go_block(view, step, begins_speaker))
		view_complain(view, step > 0 ? "Nobody else speaks below." :
			"Nobody else speaks above.");
}

void
act_next_speaker(struct view *view, const char *argument)
{
	(void)argument;
	go_speaker(view, 1);
}

void
act_previous_speaker(struct view *view, const char *argument)
{
	(void)argument;
	go_speaker(view, -1);
}

/* ---- lines ---- */

/* The offset in the text of the first thing on the line, or behind it; false
 * where the document has no such line. */
static bool
offset_of_line(const struct document *doc, unsigned long line,
	uint32_t *offset)
{
	size_t low = 0, high = doc->nword;

	if (!line || line > doc->nline || !doc->nword)
		return false;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		struct span at = { doc->words[middle].start,
			doc->words[middle].end };

		if (document_place(doc, at).line < line)
			low = middle + 1;
		else
			high = middle;
	}
	*offset = doc->words[low < doc->nword ? low : low - 1].start;
	return true;
}

void
act_line(struct view *view, const char *argument)
{
	enum side side = *argument == 't' ? TRANSCRIPT : REPRINT;
	const char *digits = argument + (side == TRANSCRIPT);
	const struct document *doc = view->cmp->doc[side];
	unsigned long line = strtoul(digits, NULL, 10);
	uint32_t offset;

	if (!*digits || digits[strspn(digits, "0123456789")])
		view_complain(view, "A line is a number, behind t one of the "
			"transcript: 17, t17.");
	else if (!offset_of_line(doc, line, &offset))
		view_complain(view, "The %s has %zu lines.", side == REPRINT ?
			"reprint" : "transcript", doc->nline);
	else
		move_to_offset(view, side, offset);
}
