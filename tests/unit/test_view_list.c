/* The list of findings. */
#include "config.h"

#include "view/list.h"

#include <criterion/criterion.h>
#include <string.h>

#include "viewer.h"

/* With room for all of the list. */
static void
open_list(struct viewer *viewer)
{
	viewer_init(viewer, viewer_reprint, viewer_transcript);
	viewer_resize(viewer, 100, 50);
	viewer_type(viewer, "l");
}

/* A row of the list, 0 being its heading. */
static const char *
item(const struct viewer *viewer, unsigned row)
{
	return viewer_row(viewer, viewer->view->frame.list_row + row);
}

/* The kinds in the rows, one after the other. */
static void
assert_kinds(const struct viewer *viewer, const char *const *kinds)
{
	unsigned i;

	for (i = 0; kinds[i]; i++)
		cr_assert(strstr(item(viewer, 1 + i), kinds[i]), "%u: %s",
			i, item(viewer, 1 + i));
}

Test(view_list, patterns_are_a_row_with_a_count)
{
	struct viewer viewer;
	unsigned row;

	open_list(&viewer);
	cr_assert(strstr(item(&viewer, 0), "findings and patterns by place"));
	cr_assert(viewer_finds(&viewer, "×4", &row));
	cr_assert(strstr(viewer_row(&viewer, row), "encoding.mangled"));
	viewer_type(&viewer, ".");
	cr_assert_not(viewer_shows(&viewer, "×4"));
	cr_assert(strstr(item(&viewer, 0), " 12 findings by place"));
	viewer_release(&viewer);
}

Test(view_list, it_is_sorted_in_three_ways)
{
	static const char *const by_place[] = { "truncation.head",
		"encoding.mangled", "wording.spelling", "wording.number",
		NULL };
	static const char *const by_kind[] = { "encoding.mangled",
		"truncation.head", "truncation.tail", "typography.quotes",
		"wording.case", NULL };
	struct viewer viewer;

	open_list(&viewer);
	assert_kinds(&viewer, by_place);
	viewer_command(&viewer, "sort kind");
	assert_kinds(&viewer, by_kind);
	cr_assert(strstr(item(&viewer, 0), "by kind"));
	viewer_type(&viewer, ",");
	assert_kinds(&viewer, by_place);
	viewer_release(&viewer);
}

Test(view_list, the_gravest_are_first_by_severity)
{
	struct viewer viewer;
	const struct view *view;
	int before = ERROR;
	size_t i, n = 0;

	open_list(&viewer);
	view = viewer.view;
	viewer_type(&viewer, ".,<Tab>");
	viewer_key(&viewer, KEY_ARROW_UP);
	for (i = 0; i < 20; i++)
		viewer_type(&viewer, "k");
	for (i = 0; i < view->cmp->nfinding; i++, viewer_type(&viewer, "j")) {
		int severity = view->cmp->findings[view->current].severity;

		cr_assert_leq(severity, before);
		n += severity < before;
		before = severity;
	}
	cr_assert_gt(n, 0);
	viewer_release(&viewer);
}

Test(view_list, keys_go_to_it_when_it_has_them)
{
	struct viewer viewer;
	uint32_t first;

	open_list(&viewer);
	first = viewer.view->current;
	viewer_type(&viewer, "<Tab>j");
	cr_assert_str_eq(viewer_kind(&viewer), "encoding.mangled");
	viewer_type(&viewer, "jk");
	cr_assert_str_eq(viewer_kind(&viewer), "encoding.mangled");
	viewer_type(&viewer, "k");
	cr_assert_eq(viewer.view->current, first);
	viewer_type(&viewer, "k");
	cr_assert_eq(viewer.view->current, first);
	viewer_type(&viewer, "<PageDown>");
	cr_assert_str_eq(viewer_kind(&viewer), "truncation.tail");
	viewer_type(&viewer, "<Tab>");
	cr_assert_not(viewer.view->list_focus);
	viewer_release(&viewer);
}

Test(view_list, a_key_that_wants_it_shows_it)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_type(&viewer, "<Tab>");
	cr_assert(viewer.view->frame.list_rows);
	cr_assert(viewer.view->list_focus);
	viewer_type(&viewer, "l");
	cr_assert_eq(viewer.view->frame.list_rows, 0);
	cr_assert_not(viewer.view->list_focus);
	viewer_release(&viewer);
}

Test(view_list, a_click_goes_to_the_finding)
{
	struct viewer viewer;
	unsigned row;

	open_list(&viewer);
	cr_assert(viewer_finds(&viewer, "not", &row));
	row = viewer.view->frame.list_row + 4;
	cr_assert(strstr(viewer_row(&viewer, row), "wording.number"));
	viewer_mouse(&viewer, MOUSE_CLICK, row, 30);
	cr_assert_str_eq(viewer_kind(&viewer), "wording.number");
	cr_assert(viewer.view->list_focus);
	/* on the heading, and below what there is */
	viewer_mouse(&viewer, MOUSE_CLICK, viewer.view->frame.list_row, 3);
	viewer_mouse(&viewer, MOUSE_CLICK, viewer.view->frame.list_row +
		viewer.view->frame.list_rows - 1, 3);
	cr_assert_str_eq(viewer_kind(&viewer), "wording.number");
	viewer_release(&viewer);
}

Test(view_list, the_row_one_is_at_is_always_shown)
{
	struct viewer viewer;
	unsigned i;

	open_list(&viewer);
	viewer_resize(&viewer, 80, 12);
	viewer_type(&viewer, ".");
	for (i = 0; i < 30; i++) {
		const struct frame *frame = &viewer.view->frame;
		unsigned row, marks = 0;

		for (row = 1; row < frame->list_rows; row++)
			marks += !strncmp(viewer_row(&viewer,
				frame->list_row + row), "›", 3);
		cr_assert_eq(marks, 1);
		viewer_type(&viewer, i < 15 ? "n" : "p");
	}
	viewer_release(&viewer);
}

Test(view_list, it_has_what_the_filter_shows)
{
	struct viewer viewer;

	open_list(&viewer);
	viewer_type(&viewer, "t");
	cr_assert_not(viewer_shows(&viewer, "typography.quotes"));
	viewer_command(&viewer, "kind wording.negation");
	cr_assert(strstr(item(&viewer, 0), " 1 findings"));
	viewer_command(&viewer, "kind attribution");
	cr_assert(strstr(item(&viewer, 0), " 0 findings"));
	viewer_type(&viewer, "<Tab>jk<PageDown>a");
	viewer_release(&viewer);
}
