#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "report/report.h"
#include "review/locked_file.h"
#include "view/act.h"
#include "view/decide.h"
#include "view/draw.h"
#include "view/move.h"
#include "view/pager.h"
#include "view/prompt.h"

/* ---- going from one to another ---- */

static bool
is_same_kind(const struct view *view, uint32_t finding)
{
	const struct finding *findings = view->cmp->findings;

	return view->current != NO_FINDING &&
		findings[finding].kind == findings[view->current].kind;
}

static void
go(struct view *view, int step,
	bool (*wants)(const struct view *view, uint32_t finding),
	const char *none)
{
	long from = view_rank_from(view, step);
	uint32_t finding = view_find(view, step, wants);

	if (finding == NO_FINDING) {
		view_complain(view, "%s", none);
		return;
	}
	move_to_finding(view, finding);
	if (step > 0 ? (long)view->rank[finding] < from :
	    (long)view->rank[finding] > from)
		view_say(view, step > 0 ? "on from the top" :
			"on from the end");
}

void
act_next_finding(struct view *view, const char *argument)
{
	(void)argument;
	go(view, 1, NULL, "There is no other finding.");
}

void
act_previous_finding(struct view *view, const char *argument)
{
	(void)argument;
	go(view, -1, NULL, "There is no other finding.");
}

void
act_next_same(struct view *view, const char *argument)
{
	(void)argument;
	go(view, 1, is_same_kind, "There is no other of this kind.");
}

void
act_previous_same(struct view *view, const char *argument)
{
	(void)argument;
	go(view, -1, is_same_kind, "There is no other of this kind.");
}

void
act_next_open(struct view *view, const char *argument)
{
	(void)argument;
	go(view, 1, view_is_open, "No other finding is open.");
}

void
act_previous_open(struct view *view, const char *argument)
{
	(void)argument;
	go(view, -1, view_is_open, "No other finding is open.");
}

void
act_show(struct view *view, const char *argument)
{
	(void)argument;
	if (view->current == NO_FINDING || view->hidden[view->current])
		view_complain(view, "There is no finding to show.");
	else
		pager_open(view, "Finding", detail_fill);
}

/* ---- verdicts: a function for each verdict and scope ---- */

#define VERDICT(act, scope, verdict) \
void \
act(struct view *view, const char *argument) \
{ \
	(void)argument; \
	decide(view, scope, verdict, NULL); \
}

VERDICT(act_accept, SCOPE_FINDING, ACCEPTED)
VERDICT(act_reject, SCOPE_FINDING, REJECTED)
VERDICT(act_fixed, SCOPE_FINDING, FIXED)
VERDICT(act_skip, SCOPE_FINDING, SKIPPED)
VERDICT(act_reopen, SCOPE_FINDING, OPEN)
VERDICT(act_accept_pattern, SCOPE_PATTERN, ACCEPTED)
VERDICT(act_reject_pattern, SCOPE_PATTERN, REJECTED)
VERDICT(act_fixed_pattern, SCOPE_PATTERN, FIXED)
VERDICT(act_skip_pattern, SCOPE_PATTERN, SKIPPED)
VERDICT(act_reopen_pattern, SCOPE_PATTERN, OPEN)
VERDICT(act_accept_shown, SCOPE_SHOWN, ACCEPTED)
VERDICT(act_reject_shown, SCOPE_SHOWN, REJECTED)
VERDICT(act_fixed_shown, SCOPE_SHOWN, FIXED)
VERDICT(act_skip_shown, SCOPE_SHOWN, SKIPPED)
VERDICT(act_reopen_shown, SCOPE_SHOWN, OPEN)

void
act_undo(struct view *view, const char *argument)
{
	(void)argument;
	decide_undo(view);
}

void
act_redo(struct view *view, const char *argument)
{
	(void)argument;
	decide_redo(view);
}

/* ---- notes ---- */

static const struct prompt_kind note_prompt = {
	.sign = "note: ", .enter = decide_note
};

void
act_note(struct view *view, const char *argument)
{
	const struct decision *decision;

	if (view->current == NO_FINDING) {
		view_complain(view, "There is no finding to write a note on.");
		return;
	}
	if (*argument) {
		decide_note(view, argument);
		return;
	}
	decision = review_decision(view->review,
		&view->cmp->findings[view->current]);
	prompt_open(view, &note_prompt, decision ? decision->note : "");
}

static void
reject_because(struct view *view, const char *note)
{
	decide(view, SCOPE_FINDING, REJECTED, note);
}

static const struct prompt_kind because_prompt = {
	.sign = "reject because: ", .enter = reject_because
};

void
act_reject_because(struct view *view, const char *argument)
{
	if (view->current == NO_FINDING)
		view_complain(view, "There is no finding to reject.");
	else if (*argument)
		reject_because(view, argument);
	else
		prompt_open(view, &because_prompt, "");
}

/* ---- the correction note ---- */

static void
make_corrections(const struct view *view, unsigned width, struct buffer *out)
{
	const struct report_options options = { .ascii = view->ascii,
		.width = width };

	report_format_find("corrections")->write(view->review, &options, out);
}

static void
fill_corrections(const struct view *view, struct flow *flow)
{
	static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };
	struct buffer text = BUFFER_INIT;
	char *line, *end;

	make_corrections(view, flow->width, &text);
	for (line = text.data; line && *line; line = end) {
		end = line + strcspn(line, "\n");
		if (*end)
			*end++ = '\0';
		flow_mark(flow, plain, *line ? line : " ");
		flow_newline(flow);
	}
	buffer_release(&text);
}

static int
write_file(const char *path, const struct buffer *text, struct error *err)
{
	struct locked_file file;
	struct stamp stamp;
	int rc;

	if (locked_file_take(&file, path, err))
		return -1;
	rc = locked_file_replace(&file, text, &stamp, err);
	locked_file_release(&file);
	return rc;
}

#define NOTE_WIDTH 78

void
act_corrections(struct view *view, const char *argument)
{
	struct buffer text = BUFFER_INIT;
	struct error err = { "" };

	if (!*argument) {
		pager_open(view, "Draft of a correction note",
			fill_corrections);
		return;
	}
	/* it may be the reprint's name, or that of a draft somebody edited */
	if (!access(argument, F_OK)) {
		view_complain(view, "%s is there already; give another name.",
			argument);
		return;
	}
	make_corrections(view, NOTE_WIDTH, &text);
	if (write_file(argument, &text, &err))
		view_complain(view, "%s", err.text);
	else
		view_say(view, "Written to %s.", argument);
	buffer_release(&text);
}

/* ---- orphans ---- */

static void
add_orphan(const struct decision *decision, struct flow *flow)
{
	static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };
	static const struct ink strong = { STYLE_STRONG, NO_FINDING, false };
	int side;

	flow_words(flow, strong, verdicts[decision->verdict].name);
	flow_words(flow, plain, " ");
	flow_text(flow, plain, decision->kind, strlen(decision->kind),
		NO_SOURCE);
	flow_words(flow, plain, "  ");
	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		if (side == TRANSCRIPT)
			flow_words(flow, plain, " ← ");
		if (decision->reading[side])
			flow_text(flow, plain, decision->reading[side],
				strlen(decision->reading[side]), NO_SOURCE);
	}
	if (*decision->note) {
		flow_words(flow, plain, "  ");
		flow_text(flow, plain, decision->note,
			strlen(decision->note), NO_SOURCE);
	}
	flow_newline(flow);
}

static void
fill_orphans(const struct view *view, struct flow *flow)
{
	const struct decision **list = NULL;
	size_t n = review_orphans(view->review, &list), i;

	for (i = 0; i < n; i++)
		add_orphan(list[i], flow);
	free(list);
}

void
act_orphans(struct view *view, const char *argument)
{
	(void)argument;
	if (view->norphan)
		pager_open(view, "Verdicts whose finding is gone or changed",
			fill_orphans);
	else
		view_say(view, "Each verdict has its finding.");
}
