/* What the rows of the table of actions call, by file.  argument: see
 * view/action.h. */
#ifndef VERBATIM_VIEW_ACT_H
#define VERBATIM_VIEW_ACT_H

#include "view/view.h"

/* A row of the table calls one of these. */
typedef void act(struct view *view, const char *argument);
/* Appends what may stand for an argument, one a line. */
typedef void act_complete(const struct view *view, struct buffer *out);

/* act_move.c */
act act_down, act_up, act_scroll_down, act_scroll_up, act_page_down,
	act_page_up, act_half_down, act_half_up, act_first, act_last,
	act_next_paragraph, act_previous_paragraph, act_next_speaker,
	act_previous_speaker, act_line;

/* act_finding.c */
act act_next_finding, act_previous_finding, act_next_same,
	act_previous_same, act_next_open, act_previous_open, act_accept,
	act_reject, act_fixed, act_skip, act_reopen, act_accept_pattern,
	act_reject_pattern, act_fixed_pattern, act_skip_pattern,
	act_reopen_pattern, act_accept_shown, act_reject_shown,
	act_fixed_shown, act_skip_shown, act_reopen_shown, act_note,
	act_reject_because, act_undo,
	act_redo, act_show, act_corrections, act_orphans;

/* act_filter.c */
act act_severity, act_notes, act_warnings, act_errors, act_decided, act_kind,
	act_speaker, act_fold_typography, act_fold_case, act_fold_spaces,
	act_fold_decided, act_all;
act_complete complete_severity, complete_decided, complete_kind,
	complete_speaker;

/* act_screen.c */
act act_search, act_search_back, act_next_match, act_previous_match,
	act_no_search, act_toggle_fold, act_open_folds, act_close_folds,
	act_columns, act_swap, act_list, act_focus, act_sort, act_patterns,
	act_detail, act_strip, act_numbers, act_help, act_command, act_redraw,
	act_reload, act_suspend, act_quit;
act_complete complete_columns, complete_sort;

#endif
