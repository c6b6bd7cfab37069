/* What is shown: filters, live folds, and the counter that falls. */
#include "config.h"

#include "view/view.h"

#include <criterion/criterion.h>
#include <string.h>

#include "viewer.h"

static void
open_filter(struct viewer *viewer)
{
	viewer_init(viewer, viewer_reprint, viewer_transcript);
	viewer_resize(viewer, 140, 30);
}

Test(view_filter, severity_goes_round)
{
	struct viewer viewer;
	size_t all, warnings, errors;

	open_filter(&viewer);
	all = viewer.view->nshown;
	viewer_type(&viewer, "!");
	warnings = viewer.view->nshown;
	cr_assert(strstr(viewer_status(&viewer), "from warning"));
	viewer_type(&viewer, "!");
	errors = viewer.view->nshown;
	cr_assert(strstr(viewer_status(&viewer), "from error"));
	cr_assert(errors < warnings && warnings < all);
	viewer_type(&viewer, "!");
	cr_assert_eq(viewer.view->nshown, all);
	viewer_type(&viewer, "3");
	cr_assert_eq(viewer.view->nshown, errors);
	viewer_type(&viewer, "2");
	cr_assert_eq(viewer.view->nshown, warnings);
	viewer_type(&viewer, "1");
	cr_assert_eq(viewer.view->nshown, all);
	viewer_release(&viewer);
}

Test(view_filter, live_folds_make_the_counter_fall)
{
	struct viewer viewer;
	const struct view *view;

	open_filter(&viewer);
	view = viewer.view;
	viewer_type(&viewer, "t");
	cr_assert_eq(view->nshown, 10);
	cr_assert(strstr(viewer_status(&viewer), "10 findings are left"));
	cr_assert_not(viewer_shows(&viewer, "▐It's▌"));
	viewer_type(&viewer, "c");
	cr_assert_eq(view->nshown, 9);
	viewer_type(&viewer, "n");
	cr_assert(strstr(viewer_status(&viewer),
		"folded 3: typography, case"));
	viewer_type(&viewer, "tc");
	cr_assert_eq(view->nshown, 12);
	cr_assert(viewer_shows(&viewer, "▐It's▌"));
	viewer_type(&viewer, "w");
	cr_assert(strstr(viewer_status(&viewer), "No finding is of white"));
	viewer_release(&viewer);
}

Test(view_filter, decided_patterns_fold)
{
	struct viewer viewer;

	open_filter(&viewer);
	viewer_type(&viewer, "vnA");
	cr_assert_eq(viewer.view->nshown, 8);
	cr_assert_eq(viewer.view->nfolded, 4);
	viewer_type(&viewer, "u");
	cr_assert_eq(viewer.view->nshown, 12);
	viewer_release(&viewer);
}

Test(view_filter, open_ones_alone_grow_fewer)
{
	struct viewer viewer;
	size_t i;

	open_filter(&viewer);
	viewer_command(&viewer, "decided open");
	for (i = 12; i; i--) {
		cr_assert_eq(viewer.view->nshown, i);
		viewer_type(&viewer, "a");
	}
	cr_assert_eq(viewer.view->nshown, 0);
	viewer_type(&viewer, "a");
	cr_assert(strstr(viewer_status(&viewer), "There is no finding here"));
	cr_assert_eq(viewer.view->count[ACCEPTED], 12);
	viewer_type(&viewer, "D");
	cr_assert_eq(viewer.view->nshown, 12);
	viewer_release(&viewer);
}

Test(view_filter, a_kind_or_family_alone)
{
	struct viewer viewer;

	open_filter(&viewer);
	viewer_type(&viewer, "nK");
	cr_assert_eq(viewer.view->nshown, 4);
	cr_assert(strstr(viewer_status(&viewer), "only encoding.mangled"));
	viewer_type(&viewer, "K");
	cr_assert_eq(viewer.view->nshown, 12);
	viewer_command(&viewer, "kind wording");
	cr_assert_eq(viewer.view->nshown, 4);
	viewer_command(&viewer, "kind all");
	cr_assert_eq(viewer.view->nshown, 12);
	viewer_release(&viewer);
}

Test(view_filter, a_speaker_alone)
{
	struct viewer viewer;

	open_filter(&viewer);
	viewer_command(&viewer, "speaker commissioner reed");
	cr_assert_eq(viewer.view->nshown, 2);
	cr_assert(strstr(viewer_status(&viewer), "only COMMISSIONER REED"));
	viewer_type(&viewer, "W");
	cr_assert_eq(viewer.view->nshown, 12);
	viewer_type(&viewer, "gnW");
	cr_assert(strstr(viewer_status(&viewer), "only MINISTER OAK"));
	viewer_release(&viewer);
}

Test(view_filter, what_is_left_out_is_not_met_and_not_marked)
{
	struct viewer viewer;
	unsigned i;

	open_filter(&viewer);
	viewer_command(&viewer, "kind wording.number");
	for (i = 0; i < 4; i++) {
		viewer_type(&viewer, "n");
		cr_assert_str_eq(viewer_kind(&viewer), "wording.number");
	}
	cr_assert_not(viewer_shows(&viewer, "▐harbor▌"));
	cr_assert(viewer_shows(&viewer, "▐6▌"));
	viewer_type(&viewer, "g");
	cr_assert_str_eq(viewer_kind(&viewer), "wording.number");
	viewer_release(&viewer);
}

Test(view_filter, nothing_left_is_told_and_undone)
{
	struct viewer viewer;

	open_filter(&viewer);
	viewer_command(&viewer, "kind attribution");
	cr_assert_eq(viewer.view->nshown, 0);
	cr_assert(strstr(viewer_status(&viewer), "Nothing is left"));
	cr_assert_not(viewer_shows(&viewer, "truncation.head"));
	viewer_type(&viewer, "jkn");
	cr_assert(strstr(viewer_status(&viewer), "There is no other"));
	viewer_type(&viewer, "i");
	cr_assert_null(viewer.view->pager);
	viewer_type(&viewer, "=");
	cr_assert_eq(viewer.view->nshown, 12);
	cr_assert(viewer_shows(&viewer, "truncation.head"));
	viewer_release(&viewer);
}
