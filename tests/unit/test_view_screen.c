/* The whole screen: columns, parts, sizes, and documents of all sorts. */
#include "config.h"

#include "view/view.h"

#include <criterion/criterion.h>
#include <string.h>

#include "view/action.h"
#include "viewer.h"

/* Opens, moves about and looks at all there is, at many sizes. */
static void
look_around(const char *reprint, const char *transcript)
{
	static const unsigned sizes[][2] = { { 40, 8 }, { 80, 24 },
		{ 120, 40 }, { 41, 60 }, { 250, 9 }, { 39, 8 }, { 1, 1 } };
	struct viewer viewer;
	size_t i;

	viewer_init(&viewer, reprint, transcript);
	for (i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		viewer_resize(&viewer, sizes[i][0], sizes[i][1]);
		viewer_type(&viewer, "Gg}{)(npoO[]+-<Enter>lfbjk<Tab>,.<Tab>l"
			"|G|g|f|b|~#y/e<Enter>>\\a<Enter><lt><Esc>mi\x1b?q"
			"<C-e><C-y>");
	}
	viewer_release(&viewer);
}

Test(view_screen, documents_without_anything_in_them)
{
	look_around("", "");
	look_around("", viewer_transcript);
	look_around(viewer_reprint, "");
	look_around("\n\n \n", " ");
}

Test(view_screen, documents_without_findings)
{
	struct viewer viewer;

	look_around(viewer_transcript, viewer_transcript);
	viewer_init(&viewer, "We met today.\n", "We met today.\n");
	cr_assert(viewer_shows(&viewer, "We met today."));
	cr_assert(strstr(viewer_status(&viewer), " 0 findings"));
	viewer_release(&viewer);
}

Test(view_screen, documents_that_have_nothing_to_do_with_each_other)
{
	look_around("The herring was dear this year, and so was the salt "
		"for it.\n\nNobody bought any.\n", viewer_transcript);
}

Test(view_screen, what_has_no_shape_is_spelt_out)
{
	struct viewer viewer;

	viewer_init(&viewer, "We met \u202Ethe fishermen\u200B on the\x1b[2J "
		"pier and it was\x07 good to be there.\n",
		"We met the fishermen on the pier and it was good to be "
		"there.\n");
	viewer_resize(&viewer, 160, 24);
	cr_assert(viewer_shows(&viewer, "<U+202E>"));
	cr_assert(viewer_shows(&viewer, "<U+200B>"));
	cr_assert(viewer_shows(&viewer, "<U+001B>[2J"));
	cr_assert(viewer_shows(&viewer, "<U+0007>"));
	viewer_release(&viewer);
	look_around("\u202Ea\u2066b\u200Bc\x1b[31m\x07\u0301\ufeff\u2028 d",
		"\u0300\u0301\u0302 日本\u00A0語 שלום \U000E0041 x\u3000y");
}

Test(view_screen, wide_and_combining_characters_stay_in_their_columns)
{
	struct viewer viewer;
	unsigned row;
	const char *rule;

	viewer_init(&viewer, "日本語の新聞は今日の会議について書いた。"
		"e\u0301te\u0301 en Provence.\n", "日本語の新聞は今日の会議"
		"について書いた。été en Provence.\n");
	cr_assert(viewer_finds(&viewer, "日本語", &row));
	rule = strstr(viewer_row(&viewer, row), "│");
	cr_assert(rule);
	cr_assert(strstr(rule, "日本語"));
	viewer_release(&viewer);
}

Test(view_screen, a_terminal_of_ascii_gets_ascii)
{
	struct viewer viewer;

	viewer_init_ascii(&viewer, viewer_reprint, viewer_transcript);
	cr_assert(viewer_shows(&viewer, "{harbor}"));
	cr_assert(viewer_shows(&viewer, "<U+2013>"));
	viewer_type(&viewer, "l?GqitG/“<Enter>:é日<Esc>|||nCq");
	viewer_command(&viewer, "xyzzy“");
	viewer_command(&viewer, "orphans");
	viewer_release(&viewer);
}

/* ---- columns ---- */

Test(view_screen, two_columns_have_the_reprint_to_the_left)
{
	struct viewer viewer;
	const char *row;
	unsigned at;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	cr_assert(viewer_finds(&viewer, "▐harbor▌", &at));
	row = viewer_row(&viewer, at);
	cr_assert_lt(strstr(row, "▐harbor▌"), strstr(row, "▐harbour▌"));
	cr_assert(strstr(viewer_row(&viewer, 0), "reprint.txt"));
	viewer_type(&viewer, "~");
	row = viewer_row(&viewer, at);
	cr_assert_gt(strstr(row, "▐harbor▌"), strstr(row, "▐harbour▌"));
	row = viewer_row(&viewer, 0);
	cr_assert_lt(strstr(row, "transcript.txt"), strstr(row,
		"reprint.txt"));
	viewer_release(&viewer);
}

Test(view_screen, one_column_has_one_text_or_both)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_command(&viewer, "columns reprint");
	cr_assert(viewer_shows(&viewer, "▐harbor▌"));
	cr_assert_not(viewer_shows(&viewer, "▐harbour▌"));
	viewer_command(&viewer, "columns transcript");
	cr_assert(viewer_shows(&viewer, "▐harbour▌"));
	cr_assert_not(viewer_shows(&viewer, "▐harbor▌"));
	viewer_command(&viewer, "columns inline");
	cr_assert(viewer_shows(&viewer, "▐harbor←harbour▌"));
	viewer_command(&viewer, "columns auto");
	cr_assert(viewer_shows(&viewer, "│"));
	viewer_resize(&viewer, 60, 24);
	cr_assert(viewer_shows(&viewer, "▐6←4▌"));
	viewer_release(&viewer);
}

Test(view_screen, every_sort_of_column_keeps_the_finding)
{
	struct viewer viewer;
	unsigned i;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_resize(&viewer, 100, 12);
	viewer_command(&viewer, "kind wording.negation");
	for (i = 0; i < COLUMNS_COUNT; i++) {
		size_t block = viewer.view->cursor.block;

		viewer_type(&viewer, "|");
		cr_assert_eq(viewer.view->cursor.block, block);
		cr_assert_str_eq(viewer_kind(&viewer), "wording.negation");
	}
	viewer_release(&viewer);
}

/* ---- parts ---- */

Test(view_screen, line_numbers_come_and_go)
{
	struct viewer viewer;
	unsigned row;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_type(&viewer, "#");
	cr_assert(viewer_finds(&viewer, "to begin", &row));
	cr_assert(strstr(viewer_row(&viewer, row), "3 ▐It's▌"));
	cr_assert(strstr(viewer_row(&viewer, row), "5 ▐It’s▌"));
	viewer_type(&viewer, "#");
	cr_assert_not(strstr(viewer_row(&viewer, row), "3 ▐It's▌"));
	viewer_release(&viewer);
}

Test(view_screen, the_help_has_every_action_and_its_keys)
{
	struct viewer viewer;
	const struct action *action;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_resize(&viewer, 150, 200);
	viewer_type(&viewer, "?");
	for (action = actions; action->name; action++) {
		cr_assert(viewer_shows(&viewer, action->name));
		cr_assert(viewer_shows(&viewer, action->keys));
	}
	viewer_resize(&viewer, 40, 8);
	viewer_type(&viewer, "G");
	cr_assert(viewer_shows(&viewer, "fold"));
	viewer_type(&viewer, "gjjkd<C-u><Space>bk");
	cr_assert(viewer_shows(&viewer, "Moving"));
	viewer_mouse(&viewer, MOUSE_WHEEL_DOWN, 3, 3);
	cr_assert_not(viewer_shows(&viewer, "Moving"));
	viewer_type(&viewer, "q");
	cr_assert_null(viewer.view->pager);
	cr_assert_not(viewer.view->quit);
	viewer_release(&viewer);
}

Test(view_screen, a_finding_is_told_with_its_code_points)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_type(&viewer, "n");
	cr_assert(viewer_shows(&viewer, "U+0022 U+0022"));
	cr_assert(viewer_shows(&viewer, "U+2013"));
	viewer_type(&viewer, "i");
	cr_assert(viewer_shows(&viewer, "encoding.mangled"));
	viewer_release(&viewer);
}

/* ---- sizes ---- */

Test(view_screen, forty_columns_and_eight_rows_will_do)
{
	struct viewer viewer;
	unsigned i;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_resize(&viewer, 40, 8);
	for (i = 0; i < 12; i++) {
		cr_assert(viewer_flagged(&viewer, CELL_CURRENT) > 0);
		viewer_type(&viewer, "n");
	}
	viewer_type(&viewer, "a");
	cr_assert_eq(viewer.view->count[ACCEPTED], 1);
	viewer_release(&viewer);
}

Test(view_screen, below_that_it_says_so_and_can_be_left)
{
	static const unsigned sizes[][2] = { { 39, 8 }, { 40, 7 }, { 1, 1 },
		{ 300, 3 } };
	struct viewer viewer;
	size_t i;

	for (i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		viewer_init(&viewer, viewer_reprint, viewer_transcript);
		viewer_resize(&viewer, sizes[i][0], sizes[i][1]);
		cr_assert_eq(strncmp(viewer_row(&viewer, 0), "Too small: "
			"40x8 is needed.", sizes[i][0] < 20 ? sizes[i][0] :
			20), 0);
		viewer_type(&viewer, "a:j?");
		viewer_mouse(&viewer, MOUSE_CLICK, 0, 0);
		cr_assert_eq(viewer.view->count[OPEN], 12);
		cr_assert_not(viewer.view->quit);
		viewer_type(&viewer, i % 2 ? "q" : "<C-c>");
		cr_assert(viewer.view->quit);
		viewer_release(&viewer);
	}
}

Test(view_screen, what_does_nothing_says_so)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_type(&viewer, "ä");
	cr_assert(strstr(viewer_status(&viewer), "ä does nothing here"));
	viewer_type(&viewer, "<F12>");
	cr_assert(strstr(viewer_status(&viewer), "F12 does nothing here"));
	viewer_type(&viewer, "q");
	cr_assert(viewer.view->quit);
	viewer_release(&viewer);
}
