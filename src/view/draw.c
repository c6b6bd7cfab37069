/* The whole screen: what is above and below the text, and in which order. */
#include "config.h"

#include "view/draw.h"

#include <stdio.h>
#include <string.h>

#include "report/escape.h"
#include "report/phrase.h"
#include "view/action.h"
#include "view/list.h"
#include "view/move.h"
#include "view/pager.h"
#include "view/prompt.h"

static const struct brush status = { STYLE_STATUS, 0 };

static void
draw_rule(const struct view *view, struct canvas *canvas, unsigned row)
{
	static const struct brush rule = { STYLE_RULE, 0 };
	unsigned i;

	for (i = 0; i < canvas->ncolumn; i++)
		canvas_puts(canvas, row, i, rule, view->ascii ? "-" : "─");
}

/* 0 where the side has nothing there. */
static uint32_t
line_at_cursor(struct view *view, enum side side)
{
	const struct layout *layout = view->layout;
	const struct piece *piece;
	struct span at;

	if (!layout->nblock)
		return 0;
	piece = &view->cmp->pieces[
		layout->blocks[view->cursor.block].piece];
	if (!piece->has[side])
		return 0;
	at = piece->span[side];
	if (layout->options.mode == LAYOUT_COLUMNS)
		move_offset_of(view, view->cursor, side, &at.start);
	return document_place(view->cmp->doc[side], at).line;
}

static void
draw_name(struct view *view, struct canvas *canvas, enum side side,
	unsigned column, unsigned cells)
{
	static const struct brush heading = { STYLE_HEADING, 0 };
	static const struct brush place = { STYLE_PLACE, 0 };
	unsigned escape = ESCAPE_EXACT | (view->ascii ? ESCAPE_ASCII : 0);
	uint32_t line = line_at_cursor(view, side);
	struct buffer shown = BUFFER_INIT;
	const char *name;
	char text[16] = "";
	unsigned taken = 0;

	if (line) {
		snprintf(text, sizeof(text), "L%u", (unsigned)line);
		taken = (unsigned)strlen(text) + 2;
	}
	name = phrase_short_path(view->cmp->doc[side]->name, cells - taken,
		escape);
	escape_add(&shown, name, strlen(name), escape);
	canvas_put(canvas, 0, column, cells - taken, heading, shown.data,
		shown.len);
	if (taken)
		canvas_puts(canvas, 0, column + cells - taken + 1, place,
			text);
	buffer_release(&shown);
}

static void
draw_title(struct view *view, struct canvas *canvas)
{
	const struct layout_options *options = &view->layout->options;
	unsigned half = (view->frame.strip - 1) / 2;
	enum side left = view->swapped ? TRANSCRIPT : REPRINT;

	if (options->mode == LAYOUT_ONE) {
		draw_name(view, canvas, options->side, 1,
			view->frame.strip - 1);
	} else {
		draw_name(view, canvas, left, 1, half);
		draw_name(view, canvas, !left, half + 2, half);
	}
	if (view->frame.body_row > 1)
		draw_rule(view, canvas, 1);
}

/* ---- the status line ---- */

static void
add_folds(const struct view *view, struct buffer *out)
{
	const struct filter *filter = &view->filter;
	const char *comma = "";
	size_t i;
	const struct {
		bool on;
		const char *name;
	} folds[] = {
		{ filter->fold_typography, "typography" },
		{ filter->fold_case, "case" },
		{ filter->fold_spaces, "spaces" },
		{ filter->fold_decided, "decided" }
	};

	if (view->nfolded)
		buffer_printf(out, "  folded %zu:", view->nfolded);
	else if (filter->fold_typography || filter->fold_case ||
	    filter->fold_spaces || filter->fold_decided)
		buffer_puts(out, "  folded 0:");
	for (i = 0; i < sizeof(folds) / sizeof(*folds); i++)
		if (folds[i].on) {
			buffer_printf(out, "%s %s", comma, folds[i].name);
			comma = ",";
		}
}

static void
add_filter(const struct view *view, struct buffer *out)
{
	const struct filter *filter = &view->filter;

	if (filter->least > NOTE)
		buffer_printf(out, "  from %s", severity_names[filter->least]);
	if (filter->decided)
		buffer_puts(out, filter->decided == UNDECIDED ?
			"  only open" : "  only decided");
	if (filter->kind)
		buffer_printf(out, "  only %s", filter->kind);
	if (filter->speaker) {
		buffer_puts(out, "  only ");
		escape_add(out, filter->speaker, strlen(filter->speaker),
			ESCAPE_EXACT | (view->ascii ? ESCAPE_ASCII : 0));
	}
}

/* The rank of the current finding among those that are shown, from 1. */
static size_t
rank_shown(const struct view *view)
{
	size_t i, rank = 0;

	for (i = 0; i < view->cmp->nfinding; i++) {
		rank += !view->hidden[view->order[i]];
		if (view->order[i] == view->current)
			break;
	}
	return rank;
}

static void
add_place(const struct view *view, struct buffer *out)
{
	const struct finding *finding;
	enum side side;
	struct place place;

	if (view->current == NO_FINDING || view->hidden[view->current]) {
		buffer_printf(out, " %zu findings", view->nshown);
		return;
	}
	finding = &view->cmp->findings[view->current];
	side = finding->has[REPRINT] ? REPRINT : TRANSCRIPT;
	place = document_place(view->cmp->doc[side], finding->span[side]);
	buffer_printf(out, " %s%u:%u  finding %zu/%zu", side == REPRINT ? "" :
		"t", place.line, place.column, rank_shown(view), view->nshown);
}

static void
add_counts(const struct view *view, struct buffer *out)
{
	enum verdict verdict;

	for (verdict = OPEN; verdict < VERDICT_COUNT; verdict++)
		if (verdict <= REJECTED || view->count[verdict])
			buffer_printf(out, "  %s %zu", verdicts[verdict].name,
				view->count[verdict]);
	if (view->norphan)
		buffer_printf(out, "  orphans %zu", view->norphan);
}

static void
add_hint(const struct view *view, const char *name, const char *word,
	struct buffer *out)
{
	struct buffer keys = BUFFER_INIT;

	bindings_keys(view->bindings, action_find(name, strlen(name), NULL),
		&keys);
	if (keys.len)
		buffer_printf(out, "%.*s %s  ", (int)strcspn(keys.data, " "),
			keys.data, word);
	buffer_release(&keys);
}

static void
draw_hints(const struct view *view, struct canvas *canvas, unsigned from)
{
	struct buffer text = BUFFER_INIT;
	unsigned cells;

	add_hint(view, "accept", "accept", &text);
	add_hint(view, "reject", "reject", &text);
	add_hint(view, "next-finding", "next", &text);
	add_hint(view, "help", "help", &text);
	cells = (unsigned)text.len;
	if (cells && from + cells + 1 < canvas->ncolumn)
		canvas_puts(canvas, view->frame.status_row,
			canvas->ncolumn - cells + 1, status, text.data);
	buffer_release(&text);
}

static void
draw_status(const struct view *view, struct canvas *canvas)
{
	static const struct brush bad = { STYLE_MESSAGE, 0 };
	struct buffer text = BUFFER_INIT;
	unsigned row = view->frame.status_row, column;

	canvas_fill(canvas, row, 0, canvas->ncolumn, status);
	if (view->message_bad && view->message.len) {
		canvas_fill(canvas, row, 0, canvas->ncolumn, bad);
		canvas_put(canvas, row, 1, canvas->ncolumn, bad,
			view->message.data, view->message.len);
		return;
	}
	if (view->message.len)
		buffer_printf(&text, " %s", view->message.data);
	else
		add_place(view, &text);
	add_counts(view, &text);
	add_folds(view, &text);
	add_filter(view, &text);
	column = canvas_put(canvas, row, 0, canvas->ncolumn, status,
		text.data, text.len);
	draw_hints(view, canvas, column);
	buffer_release(&text);
}

void
draw_line(struct canvas *canvas, unsigned row, unsigned column,
	unsigned last, const struct flow *flow, size_t line)
{
	const struct line *it = &flow->line[line];
	uint32_t i;

	for (i = 0; i < it->nrun; i++) {
		const struct text_run *run = &flow->run[it->run + i];
		struct brush brush = { run->ink.style, 0 };

		column = canvas_put(canvas, row, column, last - column, brush,
			flow->shown.data + run->start, run->n);
	}
}

void
view_draw(struct view *view, struct canvas *canvas)
{
	static const struct brush plain = { STYLE_PLAIN, 0 };

	canvas_clear(canvas, view->nrow, view->ncolumn);
	if (view->nrow < VIEW_LEAST_ROWS ||
	    view->ncolumn < VIEW_LEAST_COLUMNS) {
		canvas_puts(canvas, 0, 0, plain, "Too small: 40x8 is needed.");
		return;
	}
	if (view->pager) {
		pager_draw(view, canvas);
		return;
	}
	draw_title(view, canvas);
	body_draw(view, canvas);
	strip_draw(view, canvas);
	list_draw(view, canvas);
	detail_draw(view, canvas);
	if (prompt_is_open(view))
		prompt_draw(view, canvas);
	else
		draw_status(view, canvas);
}
