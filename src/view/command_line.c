#include "config.h"

#include "view/command_line.h"

#include <string.h>

#include "view/action.h"
#include "view/prompt.h"

/* "17", "t17" */
static bool
is_line(const char *text)
{
	text += *text == 't';
	return *text && strspn(text, "0123456789") == strlen(text);
}

static void
run_action(struct view *view, const char *name, size_t n,
	const char *argument)
{
	bool many;
	const struct action *action = action_find(name, n, &many);

	if (!action)
		view_complain(view, many ? "'%.*s' is the beginning of "
			"several; Tab shows which." : "There is nothing named "
			"'%.*s'; Tab shows what there is.", (int)n, name);
	else if (*argument && !action->argument)
		view_complain(view, "'%s' takes nothing behind it.",
			action->name);
	else
		action->run(view, argument);
}

/* Blanks at either end do not count. */
void
command_line_run(struct view *view, const char *line)
{
	struct buffer text = BUFFER_INIT;
	size_t n;

	buffer_puts(&text, line + strspn(line, " "));
	while (text.len && text.data[text.len - 1] == ' ')
		text.data[--text.len] = '\0';
	n = strcspn(text.data, " ");
	if (is_line(text.data))
		run_action(view, "line", 4, text.data);
	else if (n)
		run_action(view, text.data, n, text.data + n +
			strspn(text.data + n, " "));
	buffer_release(&text);
}

static size_t
complete(const struct view *view, const char *line, struct buffer *out)
{
	size_t n = strcspn(line, " ");
	const struct action *action;

	if (!line[n]) {
		for (action = actions; action->name; action++)
			buffer_printf(out, "%s\n", action->name);
		return 0;
	}
	action = action_find(line, n, NULL);
	if (action && action->complete)
		action->complete(view, out);
	return n + strspn(line + n, " ");
}

static const struct prompt_kind command_prompt = {
	.sign = ":", .enter = command_line_run, .complete = complete
};

void
command_line_open(struct view *view)
{
	prompt_open(view, &command_prompt, "");
}
