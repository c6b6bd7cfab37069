#include "config.h"

#include "viewer.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "report/escape.h"
#include "view/key.h"
#include "view/move.h"
#include "view/prompt.h"

const char viewer_transcript[] =
	"MODERATOR: Welcome, all of you, to this small room by the water. "
	"The minister has little time, so let us begin at once with her.\n"
	"\n"
	"MINISTER OAK: We met the fishermen today – late, as ever – and we "
	"agreed on a plan for the harbour. It costs 4 million crowns, and "
	"nobody in this room has asked for more than that.\n"
	"\n"
	"It’s to begin in May, when the ice has gone – if it goes – and the "
	"boats are back from the north. The commissioner’s office will keep "
	"the books, and the fishermen will keep an eye on the office.\n"
	"\n"
	"COMMISSIONER REED: Thank you, Minister. I have 12 boats, and all of "
	"them will lie in the new harbour before the summer is over. There is "
	"one thing that I did not agree to, and that is the colour.\n"
	"\n"
	"MODERATOR: With that we have come to the end. Thank you all, and do "
	"mind the wet stairs on your way out of this house tonight.\n";

const char viewer_reprint[] =
	"MINISTER OAK: We met the fishermen today \"\" late, as ever \"\" and "
	"we agreed on a plan for the harbor. It costs 6 million crowns, and "
	"nobody in this room has asked for more than that.\n"
	"\n"
	"It's to begin in May, when the ice has gone \"\" if it goes \"\" and "
	"the boats are back from the north. The commissioner's office will "
	"keep the books, and the fishermen will keep an eye on the office.\n"
	"\n"
	"COMMISSIONER REED: Thank you, minister. I have 12 boats, and all of "
	"them will lie in the new harbour before the summer is over. There is "
	"one thing that I did agree to, and that is the colour.\n";

/* ---- life ---- */

static void
open_view(struct viewer *viewer, const char *reprint, const char *transcript,
	bool ascii)
{
	const char *tmp = getenv("TMPDIR");
	struct error err;

	memset(viewer, 0, sizeof(*viewer));
	snprintf(viewer->folder, sizeof(viewer->folder),
		"%s/verbatim-view-XXXXXX", tmp && strlen(tmp) < 40 ? tmp :
		"/tmp");
	cr_assert(mkdtemp(viewer->folder));
	snprintf(viewer->path, sizeof(viewer->path), "%s/review",
		viewer->folder);
	pair_compare(&viewer->pair, reprint, transcript);
	viewer->review.comparison = viewer->pair.cmp;
	viewer->review.gate.fail_on = WARNING;
	viewer->review.store = store_open(viewer->path, &err);
	cr_assert(viewer->review.store, "%s", err.text);
	viewer->view = view_new(&viewer->review, "A. Reader", ascii);
	canvas_init(&viewer->canvas);
	viewer_resize(viewer, 80, 24);
}

void
viewer_init(struct viewer *viewer, const char *reprint,
	const char *transcript)
{
	open_view(viewer, reprint, transcript, false);
}

void
viewer_init_ascii(struct viewer *viewer, const char *reprint,
	const char *transcript)
{
	open_view(viewer, reprint, transcript, true);
}

void
viewer_release(struct viewer *viewer)
{
	char command[256];

	view_free(viewer->view);
	canvas_release(&viewer->canvas);
	store_free(viewer->review.store);
	pair_release(&viewer->pair);
	snprintf(command, sizeof(command), "rm -rf '%s'", viewer->folder);
	cr_assert_eq(system(command), 0);
}

/* ---- events ---- */

static void
send(struct viewer *viewer, struct event event)
{
	view_event(viewer->view, &event);
	view_draw(viewer->view, &viewer->canvas);
	viewer_check(viewer);
}

void
viewer_resize(struct viewer *viewer, unsigned ncolumn, unsigned nrow)
{
	send(viewer, (struct event){ .type = EVENT_RESIZE, .row = nrow,
		.column = ncolumn });
}

void
viewer_key(struct viewer *viewer, uint32_t key)
{
	send(viewer, (struct event){ .type = EVENT_KEY, .key = key });
}

void
viewer_mouse(struct viewer *viewer, enum mouse mouse, unsigned row,
	unsigned column)
{
	send(viewer, (struct event){ .type = EVENT_MOUSE, .mouse = mouse,
		.row = row, .column = column });
}

void
viewer_idle(struct viewer *viewer)
{
	send(viewer, (struct event){ .type = EVENT_NONE });
}

static const char *
type_named(struct viewer *viewer, const char *keys)
{
	const char *end = strchr(keys, '>');
	char name[16];
	uint32_t key = '<';

	cr_assert(end && end - keys < 16, "no name of a key: <%s", keys);
	snprintf(name, sizeof(name), "%.*s", (int)(end - keys), keys);
	if (strcmp(name, "lt"))
		cr_assert(key_parse(name, &key), "no key: %s", name);
	viewer_key(viewer, key);
	return end + 1;
}

void
viewer_type(struct viewer *viewer, const char *keys)
{
	const char *end = keys + strlen(keys);

	while (keys < end) {
		unsigned len = 0;

		if (*keys == '<') {
			keys = type_named(viewer, keys + 1);
			continue;
		}
		viewer_key(viewer, utf8_decode(keys, end, &len));
		keys += len;
	}
}

void
viewer_command(struct viewer *viewer, const char *line)
{
	viewer_type(viewer, ":");
	viewer_type(viewer, line);
	viewer_type(viewer, "<Enter>");
}

/* ---- what is on the screen ---- */

const char *
viewer_row(const struct viewer *viewer, unsigned row)
{
	static struct buffer ring[8];
	static unsigned next;
	struct buffer *out = &ring[next++ % 8];

	cr_assert_lt(row, viewer->canvas.nrow);
	out->len = 0;
	canvas_row(&viewer->canvas, row, out);
	return out->data;
}

const char *
viewer_status(const struct viewer *viewer)
{
	return viewer_row(viewer, viewer->canvas.nrow - 1);
}

bool
viewer_finds(const struct viewer *viewer, const char *text, unsigned *row)
{
	for (*row = 0; *row < viewer->canvas.nrow; ++*row)
		if (strstr(viewer_row(viewer, *row), text))
			return true;
	return false;
}

bool
viewer_shows(const struct viewer *viewer, const char *text)
{
	unsigned row;

	return viewer_finds(viewer, text, &row);
}

size_t
viewer_flagged(const struct viewer *viewer, enum cell_flags flag)
{
	const struct canvas *canvas = &viewer->canvas;
	size_t i, n = 0;

	for (i = 0; i < (size_t)canvas->nrow * canvas->ncolumn; i++)
		n += (canvas->cell[i].flags & flag) != 0;
	return n;
}

const char *
viewer_kind(const struct viewer *viewer)
{
	return viewer->view->current == NO_FINDING ? "" :
		viewer->view->cmp->findings[viewer->view->current].kind->name;
}

unsigned
viewer_cursor(const struct viewer *viewer)
{
	struct view *view = viewer->view;

	return view->frame.body_row + (unsigned)move_distance(view, view->top,
		view->cursor, view->frame.body_rows);
}

/* ---- what must hold ---- */

static void
check_cell(const struct viewer *viewer, unsigned row, unsigned column)
{
	const struct canvas *canvas = &viewer->canvas;
	const struct cell *cell = &canvas->cell[
		(size_t)row * canvas->ncolumn + column];
	const char *text = canvas->pool.data + cell->text, *end;
	struct shape shape;
	unsigned i;

	if (!cell->n)
		return;
	end = escape_next(text, text + cell->n, (*text == ' ' ?
		ESCAPE_EXACT : 0) | (viewer->view->ascii ? ESCAPE_ASCII : 0),
		&shape);
	cr_assert(end == text + cell->n && shape.n == cell->n &&
		!memcmp(shape.text, text, shape.n),
		"%u:%u is not fit to show: “%.*s”, which is “%.*s”", row,
		column, cell->n, text, (int)shape.n, shape.text);
	cr_assert_eq(shape.cells, cell->cells);
	for (i = 1; i < cell->cells; i++)
		cr_assert(!cell[i].cells && !cell[i].n);
}

static void
check_rows(const struct viewer *viewer)
{
	const struct canvas *canvas = &viewer->canvas;
	unsigned row, column;

	for (row = 0; row < canvas->nrow; row++) {
		const struct cell *cell = canvas->cell +
			(size_t)row * canvas->ncolumn;

		for (column = 0; column < canvas->ncolumn;
		    column += cell[column].cells) {
			cr_assert(cell[column].cells, "%u:%u is half of "
				"something", row, column);
			check_cell(viewer, row, column);
		}
		cr_assert_eq(column, canvas->ncolumn);
	}
}

static void
check_cursor(const struct viewer *viewer)
{
	struct view *view = viewer->view;
	const struct layout *layout = view->layout;

	if (!layout->nblock || view->nrow < VIEW_LEAST_ROWS ||
	    view->ncolumn < VIEW_LEAST_COLUMNS)
		return;
	cr_assert_lt(view->cursor.block, layout->nblock);
	cr_assert_not(layout_is_folded(layout, view->cursor.block));
	cr_assert_lt(view->cursor.row,
		move_rows(view, view->cursor.block)->nrow);
	cr_assert_geq(move_distance(view, view->top, view->cursor,
		(long)view->frame.body_rows - 1), 0,
		"the cursor is not on the screen");
	if (!view->pager)
		cr_assert_eq(strncmp(viewer_row(viewer,
			viewer_cursor(viewer)), view->ascii ? ">" : "›",
			view->ascii ? 1 : 3), 0);
}

void
viewer_check(struct viewer *viewer)
{
	const struct view *view = viewer->view;
	const struct canvas *canvas = &viewer->canvas;

	cr_assert_eq(canvas->nrow, view->nrow);
	cr_assert_eq(canvas->ncolumn, view->ncolumn);
	check_rows(viewer);
	check_cursor(viewer);
	cr_assert(view->current == NO_FINDING ||
		view->current < view->cmp->nfinding);
	cr_assert_leq(view->nshown, view->cmp->nfinding);
	if (prompt_is_open(view) && canvas->cursor_row >= 0)
		cr_assert(canvas->cursor_column >= 0 &&
			(unsigned)canvas->cursor_column < canvas->ncolumn);
}
