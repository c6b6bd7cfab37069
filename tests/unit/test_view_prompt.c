/* Editing, history and completion, seen through the `:` line. */
#include "config.h"

#include "view/prompt.h"

#include <criterion/criterion.h>
#include <string.h>

#include "view/action.h"
#include "viewer.h"

/* The line is as it should be after these keys. */
static void
assert_line(const char *keys, const char *wanted)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_type(&viewer, ":");
	viewer_type(&viewer, keys);
	cr_assert_str_eq(viewer_status(&viewer), wanted, "%s: “%s”", keys,
		viewer_status(&viewer));
	viewer_release(&viewer);
}

Test(view_prompt, keys_edit_the_line)
{
	assert_line("abc", ":abc");
	assert_line("abc<Backspace>", ":ab");
	assert_line("abc<Left><Left>x", ":axbc");
	assert_line("abc<Home>x<End>y", ":xabcy");
	assert_line("abc<C-a>x<C-e>y", ":xabcy");
	assert_line("abc<Left><Delete>", ":ab");
	assert_line("abc<C-b><C-b><C-d>", ":ac");
	assert_line("abc<Left><C-u>", ":c");
	assert_line("abc<Left><C-k>", ":ab");
	assert_line("one two  <C-w>x", ":one x");
	assert_line("<Left><Right><Delete><C-k><C-w>a", ":a");
}

Test(view_prompt, a_character_is_taken_whole)
{
	assert_line("aé日<Backspace>", ":aé");
	assert_line("日本<Left><Backspace>", ":本");
	assert_line("שלום<Home><Delete>", ":לום");
}

Test(view_prompt, what_has_no_shape_is_spelt_out)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_type(&viewer, ":a");
	viewer_key(&viewer, 0x202e);
	viewer_key(&viewer, 0x85);
	cr_assert_str_eq(viewer_status(&viewer), ":a<U+202E><U+0085>");
	viewer_release(&viewer);
}

Test(view_prompt, the_cursor_is_where_the_next_character_goes)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	cr_assert_eq(viewer.canvas.cursor_row, -1);
	viewer_type(&viewer, ":日a<Left>");
	cr_assert_eq(viewer.canvas.cursor_row, 23);
	cr_assert_eq(viewer.canvas.cursor_column, 3);
	viewer_release(&viewer);
}

Test(view_prompt, of_a_long_line_the_part_at_the_cursor_is_shown)
{
	struct viewer viewer;
	unsigned i;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_resize(&viewer, 40, 8);
	viewer_type(&viewer, ":");
	for (i = 0; i < 30; i++)
		viewer_type(&viewer, "日x");
	cr_assert(viewer.canvas.cursor_column < 40);
	cr_assert(strstr(viewer_status(&viewer), "日x日x"));
	viewer_type(&viewer, "<Home>");
	cr_assert_eq(viewer.canvas.cursor_column, 1);
	viewer_release(&viewer);
}

Test(view_prompt, escape_and_an_empty_backspace_give_it_up)
{
	static const char *const keys[] = { ":q<Esc>", ":q<C-c>", ":q<C-g>",
		":<Backspace>", ":q<Backspace><Backspace>", ":<Enter>" };
	size_t i;

	for (i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		struct viewer viewer;

		viewer_init(&viewer, viewer_reprint, viewer_transcript);
		viewer_type(&viewer, keys[i]);
		cr_assert_not(prompt_is_open(viewer.view), "%s", keys[i]);
		cr_assert_not(viewer.view->quit, "%s", keys[i]);
		viewer_release(&viewer);
	}
}

Test(view_prompt, history_gives_lines_of_the_same_sort_again)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_command(&viewer, "notes");
	viewer_type(&viewer, "/harbour<Enter>");
	viewer_command(&viewer, "all");
	viewer_type(&viewer, ":<Up>");
	cr_assert_str_eq(viewer_status(&viewer), ":all");
	viewer_type(&viewer, "<Up>");
	cr_assert_str_eq(viewer_status(&viewer), ":notes");
	viewer_type(&viewer, "<Up>");
	cr_assert_str_eq(viewer_status(&viewer), ":notes");
	viewer_type(&viewer, "<Down><Down>");
	cr_assert_str_eq(viewer_status(&viewer), ":");
	viewer_type(&viewer, "<Esc>/<C-p>");
	cr_assert_str_eq(viewer_status(&viewer), "/harbour");
	viewer_release(&viewer);
}

Test(view_prompt, history_keeps_the_last_lines)
{
	struct viewer viewer;
	unsigned i;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	for (i = 0; i < 120; i++)
		viewer_command(&viewer, i % 2 ? "notes" : "errors");
	viewer_type(&viewer, ":");
	for (i = 0; i < 120; i++)
		viewer_type(&viewer, "<Up>");
	cr_assert_str_eq(viewer_status(&viewer), ":errors");
	viewer_release(&viewer);
}

/* ---- completion ---- */

Test(view_prompt, every_name_is_completed)
{
	const struct action *action;
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_resize(&viewer, 200, 24);
	for (action = actions; action->name; action++) {
		char line[64] = ":";

		viewer_type(&viewer, ":");
		viewer_type(&viewer, action->name);
		viewer_type(&viewer, "<Tab>");
		strcat(line, action->name);
		cr_assert_eq(strncmp(viewer_status(&viewer), line,
			strlen(line)), 0, "%s: %s", line,
			viewer_status(&viewer));
		viewer_type(&viewer, "<Esc>");
	}
	viewer_release(&viewer);
}

Test(view_prompt, several_are_told_and_completed_as_far_as_they_agree)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_type(&viewer, ":acc<Tab>");
	cr_assert(!strncmp(viewer_status(&viewer), ":accept ", 8));
	cr_assert(viewer_shows(&viewer, "accept-pattern"));
	viewer_type(&viewer, "-s<Tab>");
	cr_assert_str_eq(viewer_status(&viewer), ":accept-shown");
	viewer_release(&viewer);
}

Test(view_prompt, what_stands_behind_a_name_is_completed)
{
	assert_line("severity w<Tab>", ":severity warning");
	assert_line("sort s<Tab>", ":sort severity");
	assert_line("columns inl<Tab>", ":columns inline");
	assert_line("decided o<Tab>", ":decided open");
	assert_line("kind wording.nu<Tab>", ":kind wording.number");
	assert_line("speaker COMM<Tab>", ":speaker COMMISSIONER REED");
	assert_line("line x<Tab>", ":line x");
	assert_line("xyzzy x<Tab>", ":xyzzy x");
}

/* ---- the line that is run ---- */

static void
assert_says(const char *line, const char *wanted)
{
	struct viewer viewer;

	viewer_init(&viewer, viewer_reprint, viewer_transcript);
	viewer_resize(&viewer, 150, 24);
	viewer_command(&viewer, line);
	cr_assert(strstr(viewer_status(&viewer), wanted), "%s: “%s”", line,
		viewer_status(&viewer));
	viewer_release(&viewer);
}

Test(view_prompt, what_is_wrong_with_a_line_is_told)
{
	assert_says("acc", "'acc' is the beginning of several");
	assert_says("xyzzy", "There is nothing named 'xyzzy'");
	assert_says("quit now", "'quit' takes nothing behind it");
	assert_says("line", "A line is a number");
	assert_says("line -3", "A line is a number");
	assert_says("line +3", "A line is a number");
	assert_says("line 3x", "A line is a number");
	assert_says("line t", "A line is a number");
	assert_says("0", "The reprint has");
	assert_says("99999999999999999999999", "The reprint has");
	assert_says("t99", "The transcript has");
	assert_says("severity grave", "note, warning or error, not 'grave'");
	assert_says("decided no", "any, open or decided, not 'no'");
	assert_says("kind wording.nothing", "no kind 'wording.nothing'");
	assert_says("speaker MR. ELM", "Nobody named MR. ELM");
	assert_says("columns three", "not 'three'");
	assert_says("sort age", "not 'age'");
}

Test(view_prompt, blanks_around_a_line_do_not_count)
{
	assert_says("   sort   kind  ", "sorted by kind");
}
