#include "config.h"

#include "view/help.h"

#include <string.h>

#include "view/action.h"

#define INDENT 2
#define KEYS_CELLS 22
#define NAME_CELLS 22
#define NAMES_FROM 76			/* cells from which there is room */

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };

/* The text, and blanks up to so many cells. */
static void
add_padded(struct flow *flow, struct ink ink, const char *text,
	unsigned cells)
{
	struct buffer padded = BUFFER_INIT;

	buffer_printf(&padded, "%-*s", (int)cells, text);
	flow_mark(flow, ink, padded.data);
	buffer_release(&padded);
}

/* Breaks the text into lines that all begin at the column, which the first is
 * at already. */
static void
add_column(struct flow *flow, const char *text, unsigned column)
{
	struct flow lines;
	size_t i;

	flow_init(&lines, flow->width - column, flow->escape);
	flow_words(&lines, plain, text);
	flow_end(&lines);
	for (i = 0; i < lines.nline; i++) {
		const struct text_run *run = &lines.run[lines.line[i].run];
		struct buffer line = BUFFER_INIT;

		if (i)
			add_padded(flow, plain, "", column);
		buffer_add(&line, lines.shown.data + run->start, run->n);
		flow_mark(flow, plain, line.data);
		flow_newline(flow);
		buffer_release(&line);
	}
	flow_release(&lines);
}

static void
add_action(const struct view *view, const struct action *action,
	struct flow *flow)
{
	static const struct ink key = { STYLE_KEY, NO_FINDING, false };
	static const struct ink faint = { STYLE_FAINT, NO_FINDING, false };
	unsigned column = INDENT + KEYS_CELLS;
	struct buffer keys = BUFFER_INIT;

	bindings_keys(view->bindings, action, &keys);
	buffer_puts(&keys, " ");
	add_padded(flow, plain, "", INDENT);
	add_padded(flow, key, keys.data, KEYS_CELLS);
	if (flow->width >= NAMES_FROM) {
		add_padded(flow, faint, action->name, NAME_CELLS);
		column += NAME_CELLS;
	}
	add_column(flow, action->help, column);
	buffer_release(&keys);
}

void
help_fill(const struct view *view, struct flow *flow)
{
	static const struct ink heading = { STYLE_HEADING, NO_FINDING, false };
	const struct action *action;
	int group;

	for (group = 0; group < GROUP_COUNT; group++) {
		flow_words(flow, heading, action_groups[group]);
		flow_newline(flow);
		for (action = actions; action->name; action++)
			if (action->group == (enum action_group)group)
				add_action(view, action, flow);
		add_padded(flow, plain, "", 1);
		flow_newline(flow);
	}
	flow_words(flow, plain, "Any name can be typed behind a colon, with "
		"Tab to complete it, and any key can be given to it: see "
		"verbatim-config(5). Marks: ▐reprint▌ opposite "
		"▐transcript▌ is a difference, ▐▌ a place where something is "
		"missing, ▐¶▌ a paragraph broken on one side alone, ▸ a fold.");
	flow_newline(flow);
}
