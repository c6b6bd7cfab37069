/*
 * Keys as tig, less and vim have them, where these agree with each other and
 * with what is asked most here: n and p are for findings, so matches of a
 * search have > and <.
 */
#include "config.h"

#include "view/action.h"

#include <string.h>

#include "view/act.h"

const char *const action_groups[GROUP_COUNT] = {
	[GROUP_MOVE] = "Moving",
	[GROUP_FINDINGS] = "Findings",
	[GROUP_VERDICTS] = "Verdicts",
	[GROUP_SEARCH] = "Searching",
	[GROUP_FILTER] = "Filter and live folds",
	[GROUP_SCREEN] = "Screen",
	[GROUP_OTHER] = "Other"
};

#define ROW(row_name, row_keys, row_argument, row_group, row_run, \
	row_complete, row_help) \
	{ .name = row_name, .keys = row_keys, .argument = row_argument, \
	.group = GROUP_##row_group, .run = row_run, \
	.complete = row_complete, .help = row_help }

const struct action actions[] = {
	ROW("down", "j Down", NULL, MOVE, act_down, NULL,
		"next row"),
	ROW("up", "k Up", NULL, MOVE, act_up, NULL,
		"previous row"),
	ROW("scroll-down", "C-e", NULL, MOVE, act_scroll_down, NULL,
		"scroll down a row"),
	ROW("scroll-up", "C-y", NULL, MOVE, act_scroll_up, NULL,
		"scroll up a row"),
	ROW("page-down", "Space f PageDown C-f", NULL, MOVE, act_page_down,
		NULL, "a screen down"),
	ROW("page-up", "b PageUp C-b", NULL, MOVE, act_page_up, NULL,
		"a screen up"),
	ROW("half-page-down", "d C-d", NULL, MOVE, act_half_down, NULL,
		"half a screen down"),
	ROW("half-page-up", "C-u", NULL, MOVE, act_half_up, NULL,
		"half a screen up"),
	ROW("first", "g Home", NULL, MOVE, act_first, NULL,
		"to the beginning"),
	ROW("last", "G End", NULL, MOVE, act_last, NULL,
		"to the end"),
	ROW("next-paragraph", "}", NULL, MOVE, act_next_paragraph, NULL,
		"next paragraph"),
	ROW("previous-paragraph", "{", NULL, MOVE, act_previous_paragraph,
		NULL, "previous paragraph"),
	ROW("next-speaker", ")", NULL, MOVE, act_next_speaker, NULL,
		"where somebody else begins to speak"),
	ROW("previous-speaker", "(", NULL, MOVE, act_previous_speaker, NULL,
		"where the speaker before began"),
	ROW("line", "", "[t]LINE", MOVE, act_line, NULL,
		"to a line of the reprint, or behind t of the transcript; "
		":17 and :t17 do the same"),

	ROW("next-finding", "n Right", NULL, FINDINGS, act_next_finding, NULL,
		"next finding"),
	ROW("previous-finding", "p Left", NULL, FINDINGS,
		act_previous_finding, NULL, "previous finding"),
	ROW("next-same-kind", "]", NULL, FINDINGS, act_next_same, NULL,
		"next of the same kind"),
	ROW("previous-same-kind", "[", NULL, FINDINGS, act_previous_same,
		NULL, "previous of the same kind"),
	ROW("next-open", "o", NULL, FINDINGS, act_next_open, NULL,
		"next that is not decided"),
	ROW("previous-open", "O", NULL, FINDINGS, act_previous_open, NULL,
		"previous that is not decided"),
	ROW("show-finding", "i", NULL, FINDINGS, act_show, NULL,
		"all that is known of the finding, code points and history "
		"too"),

	ROW("accept", "a", NULL, VERDICTS, act_accept, NULL,
		"accept: it may stay as it is"),
	ROW("reject", "r", NULL, VERDICTS, act_reject, NULL,
		"reject: it needs correction"),
	ROW("fixed", "x", NULL, VERDICTS, act_fixed, NULL,
		"it has been corrected"),
	ROW("skip", "s", NULL, VERDICTS, act_skip, NULL,
		"leave it for later"),
	ROW("reopen", "z", NULL, VERDICTS, act_reopen, NULL,
		"take the verdict away"),
	ROW("accept-pattern", "A", NULL, VERDICTS, act_accept_pattern, NULL,
		"accept all places of the pattern that are shown"),
	ROW("reject-pattern", "R", NULL, VERDICTS, act_reject_pattern, NULL,
		"reject them"),
	ROW("fixed-pattern", "X", NULL, VERDICTS, act_fixed_pattern, NULL,
		"they have been corrected"),
	ROW("skip-pattern", "S", NULL, VERDICTS, act_skip_pattern, NULL,
		"leave them for later"),
	ROW("reopen-pattern", "Z", NULL, VERDICTS, act_reopen_pattern, NULL,
		"take their verdicts away"),
	ROW("accept-shown", "", NULL, VERDICTS, act_accept_shown, NULL,
		"accept everything that the filter shows"),
	ROW("reject-shown", "", NULL, VERDICTS, act_reject_shown, NULL,
		"reject it"),
	ROW("fixed-shown", "", NULL, VERDICTS, act_fixed_shown, NULL,
		"it has been corrected"),
	ROW("skip-shown", "", NULL, VERDICTS, act_skip_shown, NULL,
		"leave it for later"),
	ROW("reopen-shown", "", NULL, VERDICTS, act_reopen_shown, NULL,
		"take its verdicts away"),
	ROW("note", "e", "[TEXT]", VERDICTS, act_note, NULL,
		"write a note on the finding"),
	ROW("reject-because", "E", "[TEXT]", VERDICTS, act_reject_because,
		NULL, "reject, with a note that says why"),
	ROW("undo", "u", NULL, VERDICTS, act_undo, NULL,
		"take back the last verdict"),
	ROW("redo", "C-r U", NULL, VERDICTS, act_redo, NULL,
		"do it again"),
	ROW("corrections", "C", "[FILE]", VERDICTS, act_corrections, NULL,
		"a draft of the correction note, from what is rejected"),
	ROW("orphans", "", NULL, VERDICTS, act_orphans, NULL,
		"verdicts whose finding is gone or has changed"),

	ROW("search", "/", "[TEXT]", SEARCH, act_search, NULL,
		"look for words in both columns"),
	ROW("search-back", "\\", "[TEXT]", SEARCH, act_search_back, NULL,
		"the same, upwards"),
	ROW("next-match", "> N", NULL, SEARCH, act_next_match, NULL,
		"next match"),
	ROW("previous-match", "< P", NULL, SEARCH, act_previous_match, NULL,
		"previous match"),
	ROW("no-search", "Esc", NULL, SEARCH, act_no_search, NULL,
		"put the highlights out"),

	ROW("severity", "!", "[SEVERITY]", FILTER, act_severity,
		complete_severity, "show findings from note, warning, error "
		"on, in turn"),
	ROW("notes", "1", NULL, FILTER, act_notes, NULL,
		"show all severities"),
	ROW("warnings", "2", NULL, FILTER, act_warnings, NULL,
		"show warnings and errors"),
	ROW("errors", "3", NULL, FILTER, act_errors, NULL,
		"show errors only"),
	ROW("decided", "D", "[any|open|decided]", FILTER, act_decided,
		complete_decided, "show any, open or decided findings, in "
		"turn"),
	ROW("kind", "K", "[KIND]", FILTER, act_kind, complete_kind,
		"show only a kind or family; by key the current one's, or all "
		"again"),
	ROW("speaker", "W", "[NAME]", FILTER, act_speaker, complete_speaker,
		"show only what a speaker says; by key the current one, or all "
		"again"),
	ROW("fold-typography", "t", NULL, FILTER, act_fold_typography, NULL,
		"leave out differences of typography"),
	ROW("fold-case", "c", NULL, FILTER, act_fold_case, NULL,
		"leave out differences of case"),
	ROW("fold-spaces", "w", NULL, FILTER, act_fold_spaces, NULL,
		"leave out differences of white space"),
	ROW("fold-decided", "v", NULL, FILTER, act_fold_decided, NULL,
		"leave out patterns that are decided"),
	ROW("show-all", "=", NULL, FILTER, act_all, NULL,
		"no filter, no live fold"),

	ROW("toggle-fold", "Enter", NULL, SCREEN, act_toggle_fold, NULL,
		"open or close the fold at the cursor"),
	ROW("open-folds", "+", NULL, SCREEN, act_open_folds, NULL,
		"open all folds"),
	ROW("close-folds", "-", NULL, SCREEN, act_close_folds, NULL,
		"close all folds"),
	ROW("columns", "|", "[auto|both|reprint|transcript|inline]", SCREEN,
		act_columns, complete_columns,
		"two columns, either alone, or one inline, in turn"),
	ROW("swap", "~", NULL, SCREEN, act_swap, NULL,
		"the transcript to the left, or to the right"),
	ROW("list", "l", NULL, SCREEN, act_list, NULL,
		"the list of findings"),
	ROW("focus", "Tab S-Tab", NULL, SCREEN, act_focus, NULL,
		"keys go to the list, or to the text"),
	ROW("sort", ",", "[place|severity|kind]", SCREEN, act_sort,
		complete_sort, "sort the list, in turn"),
	ROW("patterns", ".", NULL, SCREEN, act_patterns, NULL,
		"in the list a row for a pattern, or for each place"),
	ROW("detail", "m", NULL, SCREEN, act_detail, NULL,
		"more or less of what is known of the finding"),
	ROW("strip", "y", NULL, SCREEN, act_strip, NULL,
		"the overview at the right"),
	ROW("line-numbers", "#", NULL, SCREEN, act_numbers, NULL,
		"line numbers"),

	ROW("help", "? h F1", NULL, OTHER, act_help, NULL,
		"this screen"),
	ROW("command", ":", NULL, OTHER, act_command, NULL,
		"type the name of what to do"),
	ROW("reload", "F5", NULL, OTHER, act_reload, NULL,
		"read the review file again"),
	ROW("redraw", "C-l", NULL, OTHER, act_redraw, NULL,
		"draw the screen anew"),
	ROW("suspend", "C-z", NULL, OTHER, act_suspend, NULL,
		"back to the shell for a while"),
	ROW("quit", "q C-c", NULL, OTHER, act_quit, NULL,
		"leave; all verdicts are saved"),
	{ .name = NULL }
};

const struct action *
action_find(const char *name, size_t n, bool *many)
{
	const struct action *action, *found = NULL;
	size_t count = 0;

	for (action = actions; action->name; action++) {
		if (strncmp(action->name, name, n))
			continue;
		found = action;
		count++;
		if (!action->name[n]) {
			count = 1;
			break;
		}
	}
	if (many)
		*many = count > 1;
	return count == 1 ? found : NULL;
}
