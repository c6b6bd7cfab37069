/*
 * The viewer on a terminal.  A comparison that ran for seconds is not lost to
 * a terminal that cannot show it: that is found out first.
 */
#include "config.h"

#include <stdlib.h>

#include "command.h"
#include "reviewed.h"
#include "view/action.h"
#include "view/screen.h"
#include "view/view.h"

#define LOOK_AGAIN 2000			/* milliseconds: has somebody else
					   written to the review file? */

static int
bind_keys(struct view *view, const struct setting_list *keys,
	struct error *err)
{
	size_t i;

	for (i = 0; i < keys->n; i++) {
		const struct setting *setting = &keys->setting[i];
		struct error why;

		if (bindings_set(view->bindings, setting->name,
		    setting->value, &why))
			return error_set(err, "%s: %s", setting->origin,
				why.text);
	}
	return 0;
}

static void
handle(struct view *view, const struct event *event)
{
	view_event(view, event);
	if (view->redraw)
		screen_forget();
	if (view->suspend)
		screen_suspend();
	view->redraw = view->suspend = false;
}

static void
loop(struct view *view)
{
	struct canvas canvas;
	unsigned nrow, ncolumn;

	canvas_init(&canvas);
	screen_size(&nrow, &ncolumn);
	view_resize(view, nrow, ncolumn);
	while (!view->quit) {
		struct event event;

		view_draw(view, &canvas);
		screen_show(&canvas);
		event = screen_wait(LOOK_AGAIN);
		handle(view, &event);
	}
	canvas_release(&canvas);
}

static int
show(const struct options *options, struct reviewed *reviewed,
	struct error *err)
{
	struct buffer reviewer = BUFFER_INIT;
	struct view *view;
	int rc;

	if (reviewed->comparison->relation == UNREADABLE)
		return error_set(err, "The %s is no text that can be read.",
			reviewed->comparison->unreadable == REPRINT ?
			"reprint" : "transcript");
	reviewer_name(options, &reviewer);
	view = view_new(&reviewed->review, reviewer.len ? reviewer.data : "",
		output_ascii());
	rc = bind_keys(view, &options->keys, err);
	if (!rc)
		rc = screen_open(&options->palette, output_colour(options),
			err);
	if (!rc) {
		loop(view);
		screen_close();
	}
	view_free(view);
	buffer_release(&reviewer);
	return rc;
}

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	struct reviewed reviewed;
	int rc;

	(void)out;
	if (screen_probe(err) || reviewed_open(&reviewed, options, err))
		return 2;
	rc = show(options, &reviewed, err);
	reviewed_release(&reviewed);
	return rc ? 2 : 0;
}

const struct command command_view = {
	.bit = COMMAND_VIEW,
	.name = "view",
	.operands = "REPRINT TRANSCRIPT",
	.least = 2,
	.most = 2,
	.help = "Shows the two side by side, and keeps a reviewer's verdicts.",
	.run = run
};
