/* Going about: rows, pages, ends, paragraphs, speakers, lines, folds, the
 * mouse, and what becomes of the place when the screen changes. */
#include "config.h"

#include "view/move.h"

#include <criterion/criterion.h>
#include <string.h>

#include "prose.h"
#include "spoil.h"
#include "viewer.h"

/* A speech of many screens. */
static void
open_long(struct viewer *viewer)
{
	struct buffer reprint = spoil_speech(3, 60, 12, false);
	struct buffer transcript = BUFFER_INIT;

	prose_add(&transcript, 0, 80);
	viewer_init(viewer, reprint.data, transcript.data);
	buffer_release(&reprint);
	buffer_release(&transcript);
}

static void
press_times(struct viewer *viewer, const char *keys, unsigned n)
{
	while (n--)
		viewer_type(viewer, keys);
}

/* The offset of what is at the cursor. */
static uint32_t
offset_at(struct viewer *viewer)
{
	enum side side = REPRINT;
	uint32_t offset = 0;

	cr_assert(move_offset(viewer->view, viewer->view->cursor, &side,
		&offset));
	return offset;
}

Test(view_move, it_begins_at_the_first_finding)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	cr_assert_str_eq(viewer_kind(&viewer), "truncation.head");
	cr_assert(strstr(viewer_status(&viewer), "finding 1/12"));
	viewer_release(&viewer);
}

Test(view_move, it_begins_there_even_when_the_screen_was_too_small)
{
	struct viewer viewer;
	struct view *view;

	viewer_init(&viewer, "We met the man by the sea today and it was "
		"good.\n\nThen we went hom.\n", "We met the man by the sea "
		"today and it was good.\n\nThen we went home.\n");
	view = view_new(&viewer.review, "", false);
	view_resize(view, 30, 5);
	view_resize(view, 24, 80);
	cr_assert_eq(view->current, 0);
	view_free(view);
	viewer_release(&viewer);
}

Test(view_move, a_row_further_and_back)
{
	struct viewer viewer;
	unsigned row;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	row = viewer_cursor(&viewer);
	viewer_type(&viewer, "j");
	cr_assert_eq(viewer_cursor(&viewer), row + 1);
	viewer_type(&viewer, "<Down>");
	cr_assert_eq(viewer_cursor(&viewer), row + 2);
	viewer_type(&viewer, "k<Up>");
	cr_assert_eq(viewer_cursor(&viewer), row);
	press_times(&viewer, "k", 5);
	cr_assert_eq(viewer_cursor(&viewer), row);
	viewer_release(&viewer);
}

Test(view_move, the_ends_are_ends)
{
	struct viewer viewer;
	struct position last;

	open_long(&viewer);
	viewer_type(&viewer, "G");
	last = viewer.view->cursor;
	viewer_type(&viewer, "j<PageDown>d<C-e>");
	cr_assert_eq(memcmp(&last, &viewer.view->cursor, sizeof(last)), 0);
	viewer_type(&viewer, "g");
	cr_assert_eq(viewer.view->cursor.block, 0);
	viewer_type(&viewer, "k<PageUp><C-u><C-y>");
	cr_assert_eq(viewer.view->cursor.block, 0);
	cr_assert_eq(viewer.view->cursor.row, 0);
	viewer_release(&viewer);
}

Test(view_move, pages_meet_all_rows)
{
	struct viewer viewer;
	unsigned pages;

	open_long(&viewer);
	viewer_type(&viewer, "g");
	for (pages = 0; pages < 500; pages++) {
		const struct frame *frame = &viewer.view->frame;
		struct position top = viewer.view->top;

		viewer_type(&viewer, "<Space>");
		if (!memcmp(&top, &viewer.view->top, sizeof(top)))
			break;
		cr_assert_gt(move_distance(viewer.view, top,
			viewer.view->top, frame->body_rows - 1), 0);
	}
	cr_assert(pages > 5 && pages < 500);
	viewer_release(&viewer);
}

Test(view_move, a_page_down_and_up_is_where_one_was)
{
	struct viewer viewer;
	struct position top, cursor;

	open_long(&viewer);
	viewer_type(&viewer, "gfffjj");
	top = viewer.view->top;
	cursor = viewer.view->cursor;
	viewer_type(&viewer, "fb");
	cr_assert_eq(memcmp(&top, &viewer.view->top, sizeof(top)), 0);
	cr_assert_eq(memcmp(&cursor, &viewer.view->cursor, sizeof(top)), 0);
	viewer_type(&viewer, "d<C-u>");
	cr_assert_eq(memcmp(&cursor, &viewer.view->cursor, sizeof(top)), 0);
	viewer_release(&viewer);
}

Test(view_move, scrolling_leaves_the_cursor_on_its_row_while_it_can)
{
	struct viewer viewer;
	struct position cursor;

	open_long(&viewer);
	viewer_type(&viewer, "gjjjjj");
	cursor = viewer.view->cursor;
	viewer_type(&viewer, "<C-e><C-e>");
	cr_assert_eq(memcmp(&cursor, &viewer.view->cursor, sizeof(cursor)),
		0);
	viewer_type(&viewer, "<C-y>");
	cr_assert_eq(memcmp(&cursor, &viewer.view->cursor, sizeof(cursor)),
		0);
	press_times(&viewer, "<C-e>", 9);
	cr_assert_eq(viewer_cursor(&viewer), viewer.view->frame.body_row);
	viewer_release(&viewer);
}

Test(view_move, paragraphs_and_speakers_are_gone_to)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_type(&viewer, "g)");
	cr_assert(strstr(viewer_row(&viewer, viewer_cursor(&viewer)),
		"MINISTER OAK:"));
	viewer_type(&viewer, "}");
	cr_assert(strstr(viewer_row(&viewer, viewer_cursor(&viewer)),
		"to begin in May"));
	viewer_type(&viewer, ")");
	cr_assert(strstr(viewer_row(&viewer, viewer_cursor(&viewer)),
		"COMMISSIONER REED:"));
	viewer_type(&viewer, "(");
	cr_assert(strstr(viewer_row(&viewer, viewer_cursor(&viewer)),
		"MINISTER OAK:"));
	viewer_type(&viewer, "}{");
	cr_assert(strstr(viewer_row(&viewer, viewer_cursor(&viewer)),
		"MINISTER OAK:"));
	viewer_type(&viewer, "G)");
	cr_assert(strstr(viewer_status(&viewer), "Nobody else speaks below."));
	viewer_release(&viewer);
}

Test(view_move, a_line_of_either_side_is_gone_to)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_type(&viewer, ":3<Enter>");
	cr_assert(strstr(viewer_row(&viewer, viewer_cursor(&viewer)),
		"to begin in May"));
	viewer_type(&viewer, ":t7<Enter>");
	cr_assert(strstr(viewer_row(&viewer, viewer_cursor(&viewer)),
		"COMMISSIONER REED:"));
	/* within a fold that is closed */
	viewer_type(&viewer, ":t1<Enter>");
	cr_assert(strstr(viewer_row(&viewer, viewer_cursor(&viewer)),
		"Welcome, all of"));
	viewer_release(&viewer);
}

/* ---- folds ---- */

Test(view_move, a_fold_opens_and_closes_at_the_cursor)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_type(&viewer, "<Enter>");
	cr_assert(viewer_shows(&viewer, "▾ 25 words"));
	cr_assert(viewer_shows(&viewer, "small room by"));
	viewer_type(&viewer, "jj<Enter>");
	cr_assert(viewer_shows(&viewer, "▸ 25 words"));
	cr_assert_not(viewer_shows(&viewer, "small room by"));
	viewer_type(&viewer, "jjjj<Enter>");
	cr_assert(strstr(viewer_status(&viewer), "There is no fold here."));
	viewer_release(&viewer);
}

Test(view_move, all_folds_open_and_close)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_resize(&viewer, 120, 50);
	viewer_type(&viewer, "+");
	cr_assert(viewer_shows(&viewer, "by the water"));
	cr_assert(viewer_shows(&viewer, "wet stairs"));
	viewer_type(&viewer, "G-");
	cr_assert_not(viewer_shows(&viewer, "by the water"));
	cr_assert_not(viewer_shows(&viewer, "wet stairs"));
	viewer_release(&viewer);
}

/* ---- the place on another screen ---- */

Test(view_move, another_size_keeps_the_place)
{
	static const unsigned sizes[][2] = { { 120, 40 }, { 40, 8 },
		{ 73, 20 }, { 200, 60 }, { 60, 9 }, { 39, 7 }, { 80, 24 } };
	struct viewer viewer;
	uint32_t finding, block;
	size_t i, round;

	open_long(&viewer);
	viewer_type(&viewer, "nnnnnnnnnnnn");
	finding = viewer.view->current;
	block = (uint32_t)viewer.view->cursor.block;
	for (round = 0; round < 3; round++)
		for (i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
			viewer_resize(&viewer, sizes[i][0], sizes[i][1]);
			cr_assert_eq(viewer.view->current, finding);
			cr_assert_eq(viewer.view->cursor.block, block);
		}
	viewer_release(&viewer);
}

Test(view_move, a_window_that_is_dragged_does_not_creep)
{
	struct viewer viewer;
	uint32_t offset;
	unsigned width;

	open_long(&viewer);
	viewer_type(&viewer, "gffjjj");
	offset = offset_at(&viewer);
	for (width = 80; width < 140; width++)
		viewer_resize(&viewer, width, 24);
	for (; width > 80; width--)
		viewer_resize(&viewer, width, 24);
	viewer_resize(&viewer, 80, 24);
	cr_assert_eq(offset_at(&viewer), offset);
	viewer_release(&viewer);
}

Test(view_move, the_cursor_stays_at_its_height)
{
	struct viewer viewer;
	unsigned row;

	open_long(&viewer);
	viewer_type(&viewer, "gffjjj");
	row = viewer_cursor(&viewer);
	viewer_type(&viewer, "y");
	cr_assert_eq(viewer_cursor(&viewer), row);
	viewer_type(&viewer, "#");
	cr_assert_eq(viewer_cursor(&viewer), row);
	viewer_release(&viewer);
}

/* ---- from finding to finding ---- */

Test(view_move, findings_are_met_in_their_order_and_round)
{
	struct viewer viewer;
	unsigned i;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	for (i = 1; i < viewer.view->cmp->nfinding; i++) {
		viewer_type(&viewer, "n");
		cr_assert_eq(viewer.view->rank[viewer.view->current], i);
		cr_assert(viewer_flagged(&viewer, CELL_CURRENT) > 0);
	}
	viewer_type(&viewer, "n");
	cr_assert_eq(viewer.view->rank[viewer.view->current], 0);
	cr_assert(strstr(viewer_status(&viewer), "on from the top"));
	viewer_type(&viewer, "p");
	cr_assert_eq(viewer.view->rank[viewer.view->current], i - 1);
	cr_assert(strstr(viewer_status(&viewer), "on from the end"));
	viewer_type(&viewer, "p");
	cr_assert_eq(viewer.view->rank[viewer.view->current], i - 2);
	viewer_release(&viewer);
}

Test(view_move, the_next_of_the_same_kind)
{
	struct viewer viewer;
	uint32_t first;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_type(&viewer, "n");
	first = viewer.view->current;
	press_times(&viewer, "]", 3);
	cr_assert_str_eq(viewer_kind(&viewer), "encoding.mangled");
	cr_assert_neq(viewer.view->current, first);
	viewer_type(&viewer, "]");
	cr_assert_eq(viewer.view->current, first);
	viewer_type(&viewer, "[");
	cr_assert_str_eq(viewer_kind(&viewer), "encoding.mangled");
	viewer_type(&viewer, "g]");
	cr_assert(strstr(viewer_status(&viewer),
		"There is no other of this kind."));
	viewer_release(&viewer);
}

Test(view_move, the_row_one_comes_to_says_which_finding_is_current)
{
	struct viewer viewer;
	unsigned row;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	cr_assert(viewer_finds(&viewer, "▐harbor▌", &row));
	press_times(&viewer, "j", row - viewer_cursor(&viewer));
	cr_assert_str_eq(viewer_kind(&viewer), "wording.spelling");
	viewer_release(&viewer);
}

Test(view_move, the_next_finding_is_the_next_from_the_cursor)
{
	struct viewer viewer;
	uint32_t next;

	open_long(&viewer);
	viewer_type(&viewer, "gfffff");
	next = viewer.view->current;
	viewer_type(&viewer, "n");
	cr_assert_geq(viewer.view->cursor.block, viewer.view->top.block);
	viewer_type(&viewer, "g:t40<Enter>n");
	cr_assert_gt(viewer.view->rank[viewer.view->current],
		viewer.view->rank[next]);
	viewer_release(&viewer);
}

/* ---- the mouse ---- */

Test(view_move, a_click_goes_to_the_row_and_the_finding)
{
	struct viewer viewer;
	const char *text;
	unsigned row;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	cr_assert(viewer_finds(&viewer, "▐6▌", &row));
	text = viewer_row(&viewer, row);
	viewer_mouse(&viewer, MOUSE_CLICK, row,
		(unsigned)(strstr(text, "6▌") - text - 2));
	cr_assert_eq(viewer_cursor(&viewer), row);
	cr_assert_str_eq(viewer_kind(&viewer), "wording.number");
	viewer_release(&viewer);
}

Test(view_move, a_click_on_any_row_moves_nothing_but_the_cursor)
{
	struct viewer viewer;
	unsigned i;

	open_long(&viewer);
	viewer_type(&viewer, "gff");
	for (i = 0; i < viewer.view->frame.body_rows; i++) {
		struct position top = viewer.view->top;

		viewer_mouse(&viewer, MOUSE_CLICK,
			viewer.view->frame.body_row + i, 20);
		cr_assert_eq(viewer_cursor(&viewer),
			viewer.view->frame.body_row + i);
		cr_assert_eq(memcmp(&top, &viewer.view->top, sizeof(top)), 0);
	}
	viewer_release(&viewer);
}

Test(view_move, a_double_click_opens_a_fold)
{
	struct viewer viewer;
	unsigned row;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	cr_assert(viewer_finds(&viewer, "▸ 25 words", &row));
	viewer_mouse(&viewer, MOUSE_DOUBLE, row, 50);
	cr_assert(viewer_shows(&viewer, "▾ 25 words"));
	viewer_release(&viewer);
}

Test(view_move, the_wheel_scrolls_three_rows)
{
	struct viewer viewer;
	struct position top;

	open_long(&viewer);
	viewer_type(&viewer, "g");
	top = move_from(viewer.view, viewer.view->top, 3, NULL);
	viewer_mouse(&viewer, MOUSE_WHEEL_DOWN, 5, 5);
	cr_assert_eq(memcmp(&top, &viewer.view->top, sizeof(top)), 0);
	viewer_mouse(&viewer, MOUSE_WHEEL_UP, 5, 5);
	cr_assert_eq(viewer.view->top.block, 0);
	viewer_release(&viewer);
}

Test(view_move, a_click_on_the_strip_goes_to_that_part_of_the_transcript)
{
	struct viewer viewer;
	size_t before = 0;
	unsigned i;

	open_long(&viewer);
	for (i = 0; i < viewer.view->frame.body_rows; i++) {
		viewer_mouse(&viewer, MOUSE_CLICK,
			viewer.view->frame.body_row + i, 79);
		cr_assert_geq(viewer.view->cursor.block, before);
		before = viewer.view->cursor.block;
	}
	cr_assert_gt(before, viewer.view->layout->nblock / 2);
	viewer_release(&viewer);
}

Test(view_move, a_click_while_something_is_typed_does_nothing)
{
	struct viewer viewer;
	uint32_t current;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	current = viewer.view->current;
	viewer_type(&viewer, "eto be asked");
	viewer_mouse(&viewer, MOUSE_CLICK, 8, 21);
	viewer_mouse(&viewer, MOUSE_WHEEL_DOWN, 8, 21);
	cr_assert_eq(viewer.view->current, current);
	viewer_type(&viewer, "<Enter>");
	cr_assert(viewer_shows(&viewer, "to be asked"));
	viewer_release(&viewer);
}
