/* Searching both columns. */
#include "config.h"

#include "view/find.h"

#include <criterion/criterion.h>
#include <string.h>

#include "viewer.h"

static const char reprint[] =
	"MR. OAK: We met the fishermen in the morning, and the boats were in "
	"the bay.\n"
	"\n"
	"We spoke of the harbor and of the price of fish in the town.\n"
	"\n"
	"Nobody left before the evening, and the boats went out at night.\n";

static const char transcript[] =
	"MR. OAK: We met the fishermen in the morning, and the boats were in "
	"the bay.\n"
	"\n"
	"We spoke of the harbour and of the price of fish in the town.\n"
	"\n"
	"It was a long talk about a short pier, with coffee for everybody "
	"who came, and a second cup for those who stayed to the end of it, "
	"of whom there were not many, for the room was cold.\n"
	"\n"
	"Nobody left before the evening, and the boats went out at night.\n";

static void
open_find(struct viewer *viewer)
{
	viewer_init(viewer, reprint, transcript);
	viewer_type(viewer, "g");
}

/* The words of the match one is at. */
static void
assert_at(const struct viewer *viewer, enum side side, const char *words,
	unsigned which)
{
	const struct view *view = viewer->view;
	const char *text = view->cmp->doc[side]->text, *at = text;

	cr_assert(view->matched);
	cr_assert_eq(view->match_side, side);
	for (at = strstr(text, words); which--; )
		at = strstr(at + 1, words);
	cr_assert_eq(text + view->match.start, at, "%.20s",
		text + view->match.start);
}

Test(view_find, each_column_is_met_in_turn)
{
	struct viewer viewer;

	open_find(&viewer);
	viewer_type(&viewer, "/boats<Enter>");
	assert_at(&viewer, REPRINT, "boats", 0);
	viewer_type(&viewer, ">");
	assert_at(&viewer, TRANSCRIPT, "boats", 0);
	viewer_type(&viewer, ">");
	assert_at(&viewer, REPRINT, "boats", 1);
	viewer_type(&viewer, ">");
	assert_at(&viewer, TRANSCRIPT, "boats", 1);
	viewer_type(&viewer, ">");
	assert_at(&viewer, REPRINT, "boats", 0);
	cr_assert(strstr(viewer_status(&viewer), "went on at the top"));
	viewer_type(&viewer, "<lt>");
	assert_at(&viewer, TRANSCRIPT, "boats", 1);
	cr_assert(strstr(viewer_status(&viewer), "went on at the end"));
	viewer_release(&viewer);
}

Test(view_find, all_matches_on_the_screen_are_marked)
{
	struct viewer viewer;

	open_find(&viewer);
	viewer_type(&viewer, "/boats<Enter>");
	cr_assert_eq(viewer_flagged(&viewer, CELL_MATCH), 4 * 5);
	viewer_type(&viewer, "<Esc>");
	cr_assert_eq(viewer_flagged(&viewer, CELL_MATCH), 0);
	viewer_type(&viewer, ">");
	cr_assert(strstr(viewer_status(&viewer), "Nothing has been looked"));
	viewer_release(&viewer);
}

Test(view_find, words_are_found_across_wrapped_lines)
{
	struct viewer viewer;
	unsigned width;

	open_find(&viewer);
	for (width = 40; width < 120; width += 3) {
		viewer_resize(&viewer, width, 20);
		viewer_type(&viewer, "g/fishermen in the morning, and the "
			"boats<Enter>");
		assert_at(&viewer, REPRINT, "fishermen", 0);
		cr_assert_geq(viewer_flagged(&viewer, CELL_MATCH), 30);
	}
	viewer_release(&viewer);
}

Test(view_find, what_is_typed_is_found_at_once)
{
	struct viewer viewer;

	open_find(&viewer);
	viewer_type(&viewer, "/th");
	assert_at(&viewer, REPRINT, "the", 0);
	viewer_type(&viewer, "e pri");
	assert_at(&viewer, REPRINT, "the price", 0);
	viewer_type(&viewer, "<Backspace><Backspace><Backspace>b");
	assert_at(&viewer, REPRINT, "the boats", 0);
	viewer_type(&viewer, "<C-u>");
	cr_assert_eq(viewer_flagged(&viewer, CELL_MATCH), 0);
	viewer_release(&viewer);
}

Test(view_find, what_is_given_up_leaves_no_trace)
{
	struct viewer viewer;
	struct position top, cursor;
	uint32_t current;
	size_t i;

	open_find(&viewer);
	viewer_resize(&viewer, 80, 10);
	viewer_type(&viewer, "gn");
	top = viewer.view->top;
	cursor = viewer.view->cursor;
	current = viewer.view->current;
	viewer_type(&viewer, "/coffee");
	cr_assert(viewer_shows(&viewer, "coffee"));
	viewer_type(&viewer, " xyz<Esc>");
	cr_assert_eq(memcmp(&top, &viewer.view->top, sizeof(top)), 0);
	cr_assert_eq(memcmp(&cursor, &viewer.view->cursor, sizeof(top)), 0);
	cr_assert_eq(viewer.view->current, current);
	for (i = 0; i < viewer.view->layout->nblock; i++)
		cr_assert_not(viewer.view->layout->blocks[i].open);
	viewer_release(&viewer);
}

Test(view_find, a_match_in_a_fold_opens_it)
{
	struct viewer viewer;

	open_find(&viewer);
	viewer_type(&viewer, "/short pier<Enter>");
	assert_at(&viewer, TRANSCRIPT, "short pier", 0);
	cr_assert(viewer_shows(&viewer, "▾"));
	cr_assert_geq(viewer_flagged(&viewer, CELL_MATCH), 9);
	viewer_release(&viewer);
}

Test(view_find, upwards_is_the_other_way_round)
{
	struct viewer viewer;

	open_find(&viewer);
	viewer_type(&viewer, "G\\boats<Enter>");
	assert_at(&viewer, TRANSCRIPT, "boats", 0);
	viewer_type(&viewer, ">");
	assert_at(&viewer, REPRINT, "boats", 0);
	viewer_type(&viewer, "<lt>");
	assert_at(&viewer, TRANSCRIPT, "boats", 0);
	viewer_release(&viewer);
}

Test(view_find, case_counts_where_a_capital_is_typed)
{
	struct viewer viewer;

	open_find(&viewer);
	viewer_type(&viewer, "/NOBODY<Enter>");
	cr_assert(strstr(viewer_status(&viewer), "Not found: NOBODY"));
	viewer_type(&viewer, "/nobody<Enter>");
	assert_at(&viewer, REPRINT, "Nobody", 0);
	viewer_release(&viewer);
}

Test(view_find, one_column_is_searched_alone)
{
	struct viewer viewer;

	open_find(&viewer);
	viewer_command(&viewer, "columns transcript");
	viewer_type(&viewer, "g/harbor<Enter>");
	cr_assert(strstr(viewer_status(&viewer), "Not found"));
	viewer_type(&viewer, "g/boats<Enter>");
	assert_at(&viewer, TRANSCRIPT, "boats", 0);
	viewer_type(&viewer, ">");
	assert_at(&viewer, TRANSCRIPT, "boats", 1);
	viewer_command(&viewer, "columns inline");
	viewer_type(&viewer, "g/coffee<Enter>");
	assert_at(&viewer, TRANSCRIPT, "coffee", 0);
	viewer_type(&viewer, ">");
	assert_at(&viewer, TRANSCRIPT, "coffee", 0);
	viewer_release(&viewer);
}

Test(view_find, a_passage_printed_twice_does_not_hold_it_up)
{
	static const char once[] =
		"We met the fishermen in the morning, and all of the boats "
		"were in the bay when the minister came down to the pier.\n\n"
		"Nobody left before the evening, and the boats went out to "
		"sea at night with their lamps lit and their nets dry.\n\n";
	struct buffer twice = BUFFER_INIT;
	struct viewer viewer;
	unsigned i;

	buffer_puts(&twice, once);
	buffer_puts(&twice, once);
	viewer_init(&viewer, twice.data, once);
	viewer_type(&viewer, "g/lamps<Enter>");
	for (i = 0; i < 8 && !strstr(viewer_status(&viewer), "top"); i++)
		viewer_type(&viewer, ">");
	cr_assert_eq(i, 3, "%u", i);
	buffer_release(&twice);
	viewer_release(&viewer);
}
