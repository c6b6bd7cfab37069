#include "config.h"

#include "view/help.h"

#include <string.h>

#include "view/action.h"

#define KEYS_CELLS 20
#define NAME_CELLS 20

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };

static void
add_padded(struct flow *flow, struct ink ink, const char *text,
	unsigned cells)
{
	struct buffer padded = BUFFER_INIT;

	buffer_printf(&padded, "%-*s", (int)cells, text);
	flow_mark(flow, ink, padded.data);
	buffer_release(&padded);
}

static void
add_action(const struct view *view, const struct action *action,
	struct flow *flow)
{
	static const struct ink key = { STYLE_KEY, NO_FINDING, false };
	static const struct ink faint = { STYLE_FAINT, NO_FINDING, false };
	struct buffer keys = BUFFER_INIT, name = BUFFER_INIT;

	bindings_keys(view->bindings, action, &keys);
	buffer_puts(&keys, " ");
	buffer_printf(&name, "%s%s%s ", action->name, action->argument ?
		" " : "", action->argument ? action->argument : "");
	flow_mark(flow, plain, "  ");
	add_padded(flow, key, keys.data, KEYS_CELLS);
	if (flow->width >= 70)
		add_padded(flow, faint, name.data, NAME_CELLS + 8);
	flow_words(flow, plain, action->help);
	flow_newline(flow);
	buffer_release(&keys);
	buffer_release(&name);
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
		flow_mark(flow, plain, " ");
		flow_newline(flow);
	}
	flow_words(flow, plain, "Any name can be typed behind a colon, with "
		"Tab to complete it, and any key can be given to it: see "
		"verbatim-config(5). Marks: ▐reprint▌ opposite "
		"▐transcript▌ is a difference, ▐▌ a place where something is "
		"missing, ▐¶▌ a paragraph broken on one side alone, ▸ a fold.");
	flow_newline(flow);
}
