/*
 * Matches are met as they are read: piece by piece, in each the reprint's
 * before the transcript's.  A match that a piece's end cuts is none.
 */
#include "config.h"

#include "view/find.h"

#include "view/move.h"
#include "view/prompt.h"

/* ---- from place to place ---- */

/* Is the side's text of the piece on the screen, in this layout? */
static bool
is_shown(const struct view *view, const struct piece *piece, enum side side)
{
	enum side column = layout_column_side(view->layout);

	/* what was printed twice is looked for where it was said */
	if (!piece->has[side] || (side == TRANSCRIPT &&
	    piece->relation == DUPLICATED))
		return false;
	return view->layout->options.mode == LAYOUT_COLUMNS ||
		side == column || !piece->has[column];
}

/* Looks in one side of a piece, from an offset of the text on or back. */
static bool
look(struct view *view, uint32_t index, enum side side, int step,
	uint32_t from)
{
	const struct piece *piece = &view->cmp->pieces[index];
	struct span span = piece->span[side], match;
	const char *text = view->cmp->doc[side]->text + span.start;
	size_t n = span_length(span);
	bool found;

	if (!is_shown(view, piece, side))
		return false;
	if (from < span.start)
		from = span.start;
	if (from > span.end)
		from = span.end;
	found = step > 0 ?
		search_next(view->search, text, n, from - span.start, &match) :
		search_previous(view->search, text, n, from - span.start,
			&match);
	if (!found)
		return false;
	view->match.start = match.start + span.start;
	view->match.end = match.end + span.start;
	view->match_side = side;
	view->matched = true;
	return true;
}

/* The next in the order of reading behind (piece, side, offset). */
static bool
search_from(struct view *view, uint32_t piece, enum side side,
	uint32_t offset, int step, bool *wrapped)
{
	uint32_t npiece = (uint32_t)view->cmp->npiece, i = piece;
	size_t count;
	int at = (int)side;

	*wrapped = false;
	if (!npiece)
		return false;
	if (look(view, i, side, step, offset))
		return true;
	for (count = 0; count < 2 * (size_t)npiece; count++) {
		at += step;
		if (at < REPRINT || at > TRANSCRIPT) {
			at = step > 0 ? REPRINT : TRANSCRIPT;
			i += (uint32_t)step;
			if (i >= npiece) {
				i = step > 0 ? 0 : npiece - 1;
				*wrapped = true;
			}
		}
		if (look(view, i, (enum side)at, step, step > 0 ? 0 :
		    UINT32_MAX))
			return true;
	}
	return false;
}

/* Remembers the fold that the match is in, if it has to be opened. */
static void
note_fold(struct view *view)
{
	const struct layout *layout = view->layout;
	uint32_t head = layout->blocks[layout_block_of(layout, view_piece_at(
		view, view->match_side, view->match.start))].head;

	view->search_opened = head == NO_BLOCK || layout->blocks[head].open ?
		NO_BLOCK : head;
}

static void
go(struct view *view, uint32_t piece, enum side side, uint32_t offset,
	int step)
{
	bool wrapped;

	if (!search_from(view, piece, side, offset, step, &wrapped)) {
		view->matched = false;
		view_complain(view, "Not found.");
		return;
	}
	note_fold(view);
	move_to_offset(view, view->match_side, view->match.start);
	if (wrapped)
		view_say(view, step > 0 ? "The search went on at the top." :
			"The search went on at the end.");
}

static void
go_from(struct view *view, struct position from, int step)
{
	const struct layout *layout = view->layout;
	enum side side = REPRINT;
	uint32_t offset = 0, piece;

	if (!layout->nblock || from.block >= layout->nblock)
		return;
	piece = layout->blocks[from.block].piece;
	if (!move_offset(view, from, &side, &offset))
		side = REPRINT;
	go(view, piece, side, offset, step);
}

static void
set_pattern(struct view *view, const char *pattern)
{
	search_free(view->search);
	view->search = search_new(pattern);
	view->layout->options.search = view->search;
	view->matched = false;
	move_forget(view);
}

void
find_forget(struct view *view)
{
	set_pattern(view, "");
}

void
find_pattern(struct view *view, const char *pattern, bool back)
{
	set_pattern(view, pattern);
	view->search_back = back;
	if (view->search)
		go_from(view, view->cursor, back ? -1 : 1);
}

void
find_next(struct view *view, int step)
{
	uint32_t piece;

	if (!view->search) {
		view_complain(view, "Nothing has been looked for; / does.");
		return;
	}
	if (view->search_back)
		step = -step;
	if (!view->matched) {
		go_from(view, view->cursor, step);
		return;
	}
	piece = view_piece_at(view, view->match_side, view->match.start);
	go(view, piece, view->match_side, view->match.start + (step > 0),
		step);
}

/* ---- the prompt ---- */

/* All is as it was before anything was typed. */
static void
restore(struct view *view)
{
	if (view->search_opened != NO_BLOCK)
		view->layout->blocks[view->search_opened].open = false;
	view->search_opened = NO_BLOCK;
	move_forget(view);
	view->top = view->search_top;
	view->cursor = view->search_from;
	view->current = view->search_current;
	move_settle(view);
}

static void
change(struct view *view, const char *line)
{
	restore(view);
	set_pattern(view, line);
	view->message.len = 0;
	if (view->search)
		go_from(view, view->search_from, view->search_back ? -1 : 1);
}

static void
enter(struct view *view, const char *line)
{
	if (!*line && !view->search)
		return;
	if (!view->matched && view->search)
		view_complain(view, "Not found: %s", line);
}

static void
cancel(struct view *view)
{
	find_forget(view);
	view->message.len = 0;
	restore(view);
}

static const struct prompt_kind forward = {
	.sign = "/", .enter = enter, .change = change, .cancel = cancel
};

static const struct prompt_kind backward = {
	.sign = "\\", .enter = enter, .change = change, .cancel = cancel
};

void
find_open(struct view *view, bool back)
{
	view->search_back = back;
	view->search_from = view->cursor;
	view->search_top = view->top;
	view->search_current = view->current;
	view->search_opened = NO_BLOCK;
	prompt_open(view, back ? &backward : &forward, "");
}
