#include "config.h"

#include <string.h>

#include "view/act.h"
#include "view/command_line.h"
#include "view/find.h"
#include "view/help.h"
#include "view/list.h"
#include "view/move.h"
#include "view/pager.h"

/* ---- searching ---- */

static void
search(struct view *view, const char *argument, bool back)
{
	if (*argument)
		find_pattern(view, argument, back);
	else
		find_open(view, back);
}

void
act_search(struct view *view, const char *argument)
{
	search(view, argument, false);
}

void
act_search_back(struct view *view, const char *argument)
{
	search(view, argument, true);
}

void
act_next_match(struct view *view, const char *argument)
{
	(void)argument;
	find_next(view, 1);
}

void
act_previous_match(struct view *view, const char *argument)
{
	(void)argument;
	find_next(view, -1);
}

void
act_no_search(struct view *view, const char *argument)
{
	(void)argument;
	find_forget(view);
}

/* ---- folds ---- */

void
act_toggle_fold(struct view *view, const char *argument)
{
	struct layout *layout = view->layout;
	size_t block = view->cursor.block;

	(void)argument;
	if (layout->nblock && layout->blocks[block].head != NO_BLOCK)
		block = layout->blocks[block].head;
	if (!layout->nblock || !layout->blocks[block].folds) {
		view_complain(view, "There is no fold here.");
		return;
	}
	layout->blocks[block].open = !layout->blocks[block].open;
	move_forget(view);
	move_settle(view);
}

static void
set_folds(struct view *view, bool open)
{
	size_t i;

	for (i = 0; i < view->layout->nblock; i++)
		if (view->layout->blocks[i].folds)
			view->layout->blocks[i].open = open;
	move_forget(view);
	move_settle(view);
}

void
act_open_folds(struct view *view, const char *argument)
{
	(void)argument;
	set_folds(view, true);
}

void
act_close_folds(struct view *view, const char *argument)
{
	(void)argument;
	set_folds(view, false);
}

/* ---- columns ---- */

static const char *const columns_names[COLUMNS_COUNT] = {
	[COLUMNS_AUTO] = "auto",
	[COLUMNS_BOTH] = "both",
	[COLUMNS_REPRINT] = "reprint",
	[COLUMNS_TRANSCRIPT] = "transcript",
	[COLUMNS_INLINE] = "inline"
};

void
act_columns(struct view *view, const char *argument)
{
	int columns = ((int)view->columns + 1) % COLUMNS_COUNT;

	if (*argument)
		for (columns = 0; columns < COLUMNS_COUNT; columns++)
			if (!strcmp(argument, columns_names[columns]))
				break;
	if (columns == COLUMNS_COUNT) {
		view_complain(view, "Columns are auto, both, reprint, "
			"transcript or inline, not '%s'.", argument);
		return;
	}
	view->columns = (enum view_columns)columns;
	view_arrange(view);
	view_say(view, "columns: %s", columns_names[columns]);
}

void
complete_columns(const struct view *view, struct buffer *out)
{
	int columns;

	(void)view;
	for (columns = 0; columns < COLUMNS_COUNT; columns++)
		buffer_printf(out, "%s\n", columns_names[columns]);
}

void
act_swap(struct view *view, const char *argument)
{
	(void)argument;
	view->swapped = !view->swapped;
}

/* ---- the list ---- */

void
act_list(struct view *view, const char *argument)
{
	(void)argument;
	view->show_list = !view->show_list;
	if (!view->show_list)
		view->list_focus = false;
	view_arrange(view);
}

void
act_focus(struct view *view, const char *argument)
{
	(void)argument;
	if (!view->show_list)
		act_list(view, "");
	view->list_focus = !view->list_focus;
}

void
act_sort(struct view *view, const char *argument)
{
	int sort = ((int)list_sorted_by(view->list) + 1) % SORT_COUNT;

	if (*argument)
		for (sort = 0; sort < SORT_COUNT; sort++)
			if (!strcmp(argument, list_sorts[sort]))
				break;
	if (sort == SORT_COUNT) {
		view_complain(view, "The list is sorted by place, severity or "
			"kind, not '%s'.", argument);
		return;
	}
	list_sort(view, (enum list_sort)sort);
	if (!view->show_list)
		view_say(view, "The list is sorted by %s; l shows it.",
			list_sorts[sort]);
}

void
complete_sort(const struct view *view, struct buffer *out)
{
	int sort;

	(void)view;
	for (sort = 0; sort < SORT_COUNT; sort++)
		buffer_printf(out, "%s\n", list_sorts[sort]);
}

void
act_patterns(struct view *view, const char *argument)
{
	(void)argument;
	list_toggle_patterns(view);
}

/* ---- parts of the screen ---- */

static void
toggle(struct view *view, bool *shown)
{
	*shown = !*shown;
	view_arrange(view);
}

void
act_detail(struct view *view, const char *argument)
{
	(void)argument;
	toggle(view, &view->show_detail);
}

void
act_strip(struct view *view, const char *argument)
{
	(void)argument;
	toggle(view, &view->show_strip);
}

void
act_numbers(struct view *view, const char *argument)
{
	(void)argument;
	toggle(view, &view->show_numbers);
}

/* ---- other ---- */

void
act_help(struct view *view, const char *argument)
{
	(void)argument;
	pager_open(view, "Keys", help_fill);
}

void
act_command(struct view *view, const char *argument)
{
	(void)argument;
	command_line_open(view);
}

void
act_redraw(struct view *view, const char *argument)
{
	(void)argument;
	view->redraw = true;
}

void
act_reload(struct view *view, const char *argument)
{
	struct error err = { "" };

	(void)argument;
	if (view->review->store && store_reload(view->review->store, &err) < 0)
		view_complain(view, "%s", err.text);
	else
		view_say(view, "read again");
	view_refresh(view);
}

void
act_suspend(struct view *view, const char *argument)
{
	(void)argument;
	view->suspend = true;
}

void
act_quit(struct view *view, const char *argument)
{
	(void)argument;
	view->quit = true;
}
