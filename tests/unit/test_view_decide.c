/* Verdicts: on one, on a pattern, on all that is shown; notes; taking back; and
 * what becomes of one that cannot be saved. */
#include "config.h"

#include "view/decide.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "viewer.h"

static void
open_decide(struct viewer *viewer)
{
	viewer_init(viewer, viewer_reprint, viewer_transcript);
	viewer_resize(viewer, 120, 24);
}

/* What the file has, read again by somebody else. */
static size_t
saved(const struct viewer *viewer, enum verdict verdict)
{
	struct review review = viewer->review;
	struct error err;
	size_t n;

	review.store = store_open(viewer->path, &err);
	cr_assert(review.store, "%s", err.text);
	n = review_count_verdict(&review, verdict);
	store_free(review.store);
	return n;
}

static const char *
note_on(const struct viewer *viewer, uint32_t finding)
{
	const struct decision *decision = review_decision(&viewer->review,
		&viewer->view->cmp->findings[finding]);

	return decision ? decision->note : "";
}

static void
assert_counts(const struct viewer *viewer, size_t open, size_t accepted,
	size_t rejected)
{
	char text[64];

	snprintf(text, sizeof(text), "open %zu  accepted %zu  rejected %zu",
		open, accepted, rejected);
	cr_assert_eq(viewer->view->count[OPEN], open);
	cr_assert_eq(viewer->view->count[ACCEPTED], accepted);
	cr_assert_eq(viewer->view->count[REJECTED], rejected);
	cr_assert_eq(saved(viewer, ACCEPTED), accepted);
	cr_assert_eq(saved(viewer, REJECTED), rejected);
}

Test(view_decide, each_verdict_is_saved_at_once_and_goes_on)
{
	struct viewer viewer;
	uint32_t first;

	open_decide(&viewer);
	first = viewer.view->current;
	viewer_type(&viewer, "a");
	assert_counts(&viewer, 11, 1, 0);
	cr_assert_neq(viewer.view->current, first);
	cr_assert(strstr(viewer_status(&viewer), "accepted"));
	viewer_type(&viewer, "r");
	assert_counts(&viewer, 10, 1, 1);
	viewer_type(&viewer, "x");
	cr_assert_eq(saved(&viewer, FIXED), 1);
	viewer_type(&viewer, "s");
	cr_assert_eq(saved(&viewer, SKIPPED), 1);
	viewer_type(&viewer, "gz");
	assert_counts(&viewer, 9, 0, 1);
	viewer_release(&viewer);
}

Test(view_decide, the_status_line_counts)
{
	struct viewer viewer;

	open_decide(&viewer);
	viewer_type(&viewer, "arj");
	cr_assert(strstr(viewer_status(&viewer),
		"open 10  accepted 1  rejected 1"));
	viewer_type(&viewer, "xj");
	cr_assert(strstr(viewer_status(&viewer), "fixed 1"));
	viewer_release(&viewer);
}

Test(view_decide, a_pattern_is_decided_as_one)
{
	struct viewer viewer;

	open_decide(&viewer);
	viewer_type(&viewer, "nR");
	assert_counts(&viewer, 8, 0, 4);
	cr_assert(strstr(viewer_status(&viewer), "rejected: 4 findings"));
	viewer_type(&viewer, "u");
	assert_counts(&viewer, 12, 0, 0);
	viewer_type(&viewer, "U");
	assert_counts(&viewer, 8, 0, 4);
	viewer_release(&viewer);
}

Test(view_decide, a_row_of_the_list_that_is_a_pattern_is_decided_as_one)
{
	struct viewer viewer;

	open_decide(&viewer);
	viewer_type(&viewer, "<Tab>ja");
	assert_counts(&viewer, 8, 4, 0);
	viewer_type(&viewer, "u.<Tab>a");
	cr_assert_eq(saved(&viewer, ACCEPTED), 1);
	viewer_release(&viewer);
}

Test(view_decide, all_that_is_shown_is_decided)
{
	struct viewer viewer;

	open_decide(&viewer);
	viewer_command(&viewer, "kind wording");
	viewer_command(&viewer, "accept-shown");
	assert_counts(&viewer, 8, 4, 0);
	viewer_type(&viewer, "u=");
	viewer_command(&viewer, "reject-shown");
	assert_counts(&viewer, 0, 0, 12);
	cr_assert(strstr(viewer_status(&viewer), "nothing is left open"));
	viewer_command(&viewer, "reopen-shown");
	assert_counts(&viewer, 12, 0, 0);
	viewer_release(&viewer);
}

Test(view_decide, what_is_done_is_taken_back_step_by_step)
{
	struct viewer viewer;
	uint32_t first;

	open_decide(&viewer);
	first = viewer.view->current;
	viewer_type(&viewer, "ara");
	assert_counts(&viewer, 9, 2, 1);
	viewer_type(&viewer, "u");
	assert_counts(&viewer, 10, 1, 1);
	viewer_type(&viewer, "uu");
	assert_counts(&viewer, 12, 0, 0);
	cr_assert_eq(viewer.view->current, first);
	viewer_type(&viewer, "u");
	cr_assert(strstr(viewer_status(&viewer), "nothing to take back"));
	viewer_type(&viewer, "UUU");
	assert_counts(&viewer, 9, 2, 1);
	viewer_type(&viewer, "U");
	cr_assert(strstr(viewer_status(&viewer), "nothing to do again"));
	/* what is decided anew leaves nothing to do again */
	viewer_type(&viewer, "uux<C-r>");
	cr_assert(strstr(viewer_status(&viewer), "nothing to do again"));
	viewer_release(&viewer);
}

Test(view_decide, a_note_is_kept_through_verdicts_and_taken_back)
{
	struct viewer viewer;
	uint32_t first;

	open_decide(&viewer);
	first = viewer.view->current;
	viewer_type(&viewer, "eask the “desk”, König<Enter>");
	cr_assert_str_eq(note_on(&viewer, first), "ask the “desk”, König");
	assert_counts(&viewer, 12, 0, 0);
	cr_assert(viewer_shows(&viewer, "ask the “desk”, König"));
	viewer_type(&viewer, "agr");
	cr_assert_str_eq(note_on(&viewer, first), "ask the “desk”, König");
	viewer_type(&viewer, "ge!<Enter>");
	cr_assert_str_eq(note_on(&viewer, first), "ask the “desk”, König!");
	viewer_type(&viewer, "u");
	cr_assert_str_eq(note_on(&viewer, first), "ask the “desk”, König");
	viewer_type(&viewer, "uuu");
	cr_assert_str_eq(note_on(&viewer, first), "");
	viewer_type(&viewer, "U");
	cr_assert_str_eq(note_on(&viewer, first), "ask the “desk”, König");
	viewer_type(&viewer, "ge<C-u><Enter>");
	cr_assert_str_eq(note_on(&viewer, first), "");
	viewer_type(&viewer, "ebut not this<Esc>");
	cr_assert_str_eq(note_on(&viewer, first), "");
	viewer_command(&viewer, "note by command");
	cr_assert_str_eq(note_on(&viewer, first), "by command");
	viewer_release(&viewer);
}

Test(view_decide, what_was_not_saved_is_not_shown_as_decided)
{
	struct viewer viewer;
	uint32_t first;

	open_decide(&viewer);
	first = viewer.view->current;
	cr_assert_eq(rmdir(viewer.folder), 0);
	viewer_type(&viewer, "a");
	cr_assert(strstr(viewer_status(&viewer), "Not saved. "));
	cr_assert_eq(viewer.view->count[OPEN], 12);
	cr_assert_eq(viewer.view->verdict[first], OPEN);
	cr_assert_eq(viewer.view->current, first);
	viewer_type(&viewer, "u");
	cr_assert(strstr(viewer_status(&viewer), "nothing to take back"));
	viewer_type(&viewer, "ea note<Enter>");
	cr_assert(strstr(viewer_status(&viewer), "Not saved. "));
	cr_assert_eq(mkdir(viewer.folder, 0700), 0);
	viewer_type(&viewer, "a");
	assert_counts(&viewer, 11, 1, 0);
	viewer_release(&viewer);
}

Test(view_decide, a_file_that_is_spoilt_is_left_as_it_is)
{
	struct viewer viewer;
	FILE *file;
	struct stat status;

	open_decide(&viewer);
	viewer_type(&viewer, "a");
	file = fopen(viewer.path, "w");
	cr_assert(file);
	fputs("something else\n", file);
	fclose(file);
	viewer_idle(&viewer);
	cr_assert_eq(viewer.view->count[ACCEPTED], 1);
	viewer_type(&viewer, "r");
	cr_assert(strstr(viewer_status(&viewer), "Not saved. "));
	cr_assert_eq(viewer.view->count[REJECTED], 0);
	cr_assert_eq(stat(viewer.path, &status), 0);
	cr_assert_eq(status.st_size, 15);
	viewer_release(&viewer);
}

Test(view_decide, what_others_decide_is_seen_and_kept)
{
	struct viewer viewer;
	struct review other;
	struct view *view;
	struct event key = { .type = EVENT_KEY, .key = 'r' };
	struct error err;

	open_decide(&viewer);
	other = viewer.review;
	other.store = store_open(viewer.path, &err);
	view = view_new(&other, "B. Editor", false);
	view_resize(view, 24, 80);
	view_event(view, &key);
	viewer_idle(&viewer);
	cr_assert_eq(viewer.view->count[REJECTED], 1);
	cr_assert(strstr(viewer_status(&viewer), "was read again"));
	viewer_type(&viewer, "nna");
	view_event(view, &key);
	cr_assert_eq(view->count[ACCEPTED], 1);
	cr_assert_eq(saved(&viewer, REJECTED), 2);
	viewer_type(&viewer, "<F5>");
	assert_counts(&viewer, 9, 1, 2);
	view_free(view);
	store_free(other.store);
	viewer_release(&viewer);
}

Test(view_decide, who_and_when_are_told_with_the_finding)
{
	struct viewer viewer;

	open_decide(&viewer);
	viewer_type(&viewer, "agrg");
	cr_assert(viewer_shows(&viewer, "rejected by A. Reader"));
	viewer_type(&viewer, "i");
	cr_assert(viewer_shows(&viewer, "accepted by A. Reader"));
	cr_assert(viewer_shows(&viewer, "rejected by A. Reader"));
	viewer_type(&viewer, "q");
	cr_assert_not(viewer.view->quit);
	viewer_release(&viewer);
}

Test(view_decide, a_verdict_without_its_finding_is_an_orphan)
{
	struct viewer viewer, after;
	char *reprint;
	struct error err;

	open_decide(&viewer);
	viewer_command(&viewer, "orphans");
	cr_assert(strstr(viewer_status(&viewer),
		"Each verdict has its finding."));
	viewer_command(&viewer, "accept-shown");
	/* the same, when somebody has corrected the number */
	reprint = strdup(viewer_reprint);
	*strstr(reprint, "6 million") = '4';
	viewer_init(&after, reprint, viewer_transcript);
	viewer_resize(&after, 120, 24);
	view_free(after.view);
	store_free(after.review.store);
	after.review.store = store_open(viewer.path, &err);
	after.view = view_new(&after.review, "", false);
	viewer_resize(&after, 120, 24);
	cr_assert_eq(after.view->norphan, 1);
	cr_assert_eq(after.view->count[OPEN], 0);
	cr_assert(strstr(viewer_status(&after), "orphans 1"));
	viewer_command(&after, "orphans");
	cr_assert(viewer_shows(&after, "accepted wording.number"));
	viewer_release(&after);
	viewer_release(&viewer);
	free(reprint);
}

Test(view_decide, a_correction_note_is_made_of_what_is_rejected)
{
	struct viewer viewer;
	char path[160], line[200];

	open_decide(&viewer);
	viewer_command(&viewer, "kind wording.number");
	viewer_type(&viewer, "r");
	viewer_type(&viewer, "C");
	cr_assert(viewer_shows(&viewer, "Draft of a correction note"));
	cr_assert(viewer_shows(&viewer, "4 million"));
	viewer_type(&viewer, "q");
	snprintf(path, sizeof(path), "%s/draft", viewer.folder);
	snprintf(line, sizeof(line), "corrections %s", path);
	viewer_command(&viewer, line);
	cr_assert(strstr(viewer_status(&viewer), "Written to"));
	cr_assert_eq(access(path, R_OK), 0);
	viewer_command(&viewer, line);
	cr_assert(strstr(viewer_status(&viewer), "is there already"));
	viewer_command(&viewer, "corrections /nowhere/at/all");
	cr_assert(strstr(viewer_status(&viewer), "/nowhere/at/all"));
	viewer_release(&viewer);
}

Test(view_decide, without_a_finding_there_is_nothing_to_decide)
{
	struct viewer viewer;

	viewer_init(&viewer, "We met today.\n", "We met today.\n");
	viewer_type(&viewer, "arxszARXSZ");
	cr_assert(strstr(viewer_status(&viewer), "There is no finding"));
	viewer_type(&viewer, "e");
	cr_assert(strstr(viewer_status(&viewer), "There is no finding"));
	viewer_type(&viewer, "i");
	cr_assert(strstr(viewer_status(&viewer), "There is no finding"));
	viewer_command(&viewer, "accept-shown");
	viewer_type(&viewer, "np[]oO");
	cr_assert(strstr(viewer_status(&viewer), "No other finding is open"));
	cr_assert_neq(access(viewer.path, F_OK), 0);
	viewer_release(&viewer);
}

Test(view_decide, without_a_review_file_nothing_is_decided)
{
	struct viewer viewer;
	struct store *store;

	open_decide(&viewer);
	store = viewer.review.store;
	viewer.review.store = NULL;
	viewer_type(&viewer, "a<F5>a");
	cr_assert(strstr(viewer_status(&viewer), "There is no review file"));
	cr_assert_eq(viewer.view->count[OPEN], 12);
	viewer_idle(&viewer);
	viewer_type(&viewer, "iq");
	viewer.review.store = store;
	viewer_release(&viewer);
}

Test(view_decide, what_is_not_on_the_screen_is_shown_first)
{
	struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
	struct viewer viewer;
	int i;

	buffer_puts(&text[0], "The harbor is open to all.\n\n");
	buffer_puts(&text[1], "The harbour is open to all.\n\n");
	for (i = 0; i < 60; i++) {
		buffer_printf(&text[0], "Ferry %d sails today.\n\n", i);
		buffer_printf(&text[1], "Ferry %d sails today.\n\n", i);
	}
	viewer_init(&viewer, text[0].data, text[1].data);
	viewer_type(&viewer, "G");
	cr_assert_not(viewer_shows(&viewer, "harbour is open"));
	viewer_type(&viewer, "a");
	cr_assert(viewer_shows(&viewer, "harbour"));
	cr_assert(strstr(viewer_status(&viewer), "not on the screen"));
	cr_assert_eq(viewer.view->count[ACCEPTED], 0);
	viewer_type(&viewer, "a");
	cr_assert_eq(viewer.view->count[ACCEPTED], 1);
	viewer_release(&viewer);
	buffer_release(&text[0]);
	buffer_release(&text[1]);
}
