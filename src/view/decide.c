/*
 * A step is what one key did, to one finding or to many.  Taking it back is
 * deciding again what was so before: the file forgets nothing.
 */
#include "config.h"

#include "view/decide.h"

#include <stdlib.h>
#include <string.h>

#include "view/list.h"
#include "view/move.h"

struct state {
	enum verdict verdict;
	char *note;
};

struct item {
	uint32_t finding;
	struct state before, after;
};

struct step {
	struct item *item;
	size_t n, cap;
	uint32_t current;		/* where one was */
};

struct undo {
	struct step *step;
	size_t n, cap;
	size_t done;			/* steps that are in force */
};

struct undo *
undo_new(void)
{
	return memory_alloc(1, sizeof(struct undo));
}

static void
step_release(struct step *step)
{
	size_t i;

	for (i = 0; i < step->n; i++) {
		free(step->item[i].before.note);
		free(step->item[i].after.note);
	}
	free(step->item);
}

static void
forget_undone(struct undo *undo)
{
	while (undo->n > undo->done)
		step_release(&undo->step[--undo->n]);
}

void
undo_free(struct undo *undo)
{
	if (!undo)
		return;
	undo->done = 0;
	forget_undone(undo);
	free(undo->step);
	free(undo);
}

static char *
copy(const char *text)
{
	size_t n = strlen(text) + 1;

	return memcpy(memory_alloc(n, 1), text, n);
}

/* ---- saving ---- */

static struct decision
decision_of(const struct view *view, const struct item *item, bool back,
	struct arena *arena)
{
	const struct state *state = back ? &item->before : &item->after;

	return review_decide(view->review,
		&view->cmp->findings[item->finding], state->verdict,
		view->reviewer, state->note, arena);
}

/* What was not saved is not shown as decided: false, and it is told. */
static bool
save(struct view *view, const struct step *step, bool back)
{
	struct decision *list;
	struct error err = { "" };
	struct arena arena;
	size_t i;
	int rc;

	if (!view->review->store) {
		view_complain(view, "There is no review file to keep a "
			"verdict in.");
		return false;
	}
	arena_init(&arena);
	list = memory_alloc(step->n, sizeof(*list));
	for (i = 0; i < step->n; i++)
		list[i] = decision_of(view, &step->item[i], back, &arena);
	rc = store_add(view->review->store, list, step->n, &err);
	free(list);
	arena_release(&arena);
	if (rc) {
		view_complain(view, "Not saved. %s", err.text);
		return false;
	}
	view_refresh(view);
	return true;
}

/* ---- deciding ---- */

static void
add_item(const struct view *view, struct step *step, uint32_t finding,
	enum verdict verdict, const char *note)
{
	const struct decision *now = review_decision(view->review,
		&view->cmp->findings[finding]);
	struct item item = { .finding = finding };

	item.before.verdict = now ? now->verdict : OPEN;
	item.before.note = copy(now ? now->note : "");
	item.after.verdict = verdict;
	item.after.note = copy(note ? note : item.before.note);
	*ARRAY_ADD(step->item, step->n, step->cap) = item;
}

static bool
is_in_scope(const struct view *view, enum scope scope, uint32_t finding)
{
	const struct finding *findings = view->cmp->findings;

	if (finding == view->current)
		return true;
	if (scope == SCOPE_FINDING || view->hidden[finding])
		return false;
	return scope == SCOPE_SHOWN ||
		(findings[finding].pattern != NO_PATTERN &&
		findings[finding].pattern == findings[view->current].pattern);
}

static struct step
make_step(const struct view *view, enum scope scope, enum verdict verdict,
	const char *note)
{
	struct step step = { .current = view->current };
	uint32_t i;

	for (i = 0; i < view->cmp->nfinding; i++)
		if (is_in_scope(view, scope, i))
			add_item(view, &step, i, verdict, note);
	return step;
}

static bool
do_step(struct view *view, struct step step)
{
	struct undo *undo = view->undo;

	if (!save(view, &step, false)) {
		step_release(&step);
		return false;
	}
	forget_undone(undo);
	*ARRAY_ADD(undo->step, undo->n, undo->cap) = step;
	undo->done = undo->n;
	return true;
}

/* The next that is open, the place where one is first. */
static void
go_on(struct view *view)
{
	uint32_t next = view_find(view, 1, view_is_open);

	if (next != NO_FINDING)
		move_to_finding(view, next);
}

static bool
has_current(struct view *view)
{
	if (view->current != NO_FINDING && !view->hidden[view->current])
		return true;
	view_complain(view, "There is no finding here; n goes to the next.");
	return false;
}

/* What one does not see one does not decide: false, and it is shown. */
static bool
is_seen(struct view *view)
{
	if (view->list_focus || view_is_at_current(view) ||
	    move_shows(view, view->current))
		return true;
	move_to_finding(view, view->current);
	view_complain(view, "This one was not on the screen; the same key "
		"again decides it.");
	return false;
}

void
decide(struct view *view, enum scope scope, enum verdict verdict,
	const char *note)
{
	struct step step;
	size_t n;

	if (!has_current(view) || (scope != SCOPE_SHOWN && !is_seen(view)))
		return;
	if (scope == SCOPE_FINDING && view->list_focus &&
	    list_at_pattern(view))
		scope = SCOPE_PATTERN;
	step = make_step(view, scope, verdict, note);
	n = step.n;
	if (!do_step(view, step))
		return;
	go_on(view);
	if (n > 1)
		view_say(view, "%s: %zu findings", verdicts[verdict].name, n);
	else
		view_say(view, "%s", verdicts[verdict].name);
	if (!view->count[OPEN])
		view_say(view, "%s; nothing is left open",
			verdicts[verdict].name);
}

void
decide_note(struct view *view, const char *note)
{
	if (has_current(view) && do_step(view, make_step(view, SCOPE_FINDING,
	    view->verdict[view->current], note)))
		view_say(view, *note ? "noted" : "note taken away");
}

/* ---- taking back ---- */

static void
replay(struct view *view, const struct step *step, bool back)
{
	const char *done = back ? "taken back" : "done again";

	if (!save(view, step, back))
		return;
	view->undo->done = (size_t)(step - view->undo->step) + !back;
	if (!view->hidden[step->current])
		move_to_finding(view, step->current);
	if (step->n > 1)
		view_say(view, "%s: %zu findings", done, step->n);
	else
		view_say(view, "%s: %s", done, verdicts[back ?
			step->item->before.verdict :
			step->item->after.verdict].name);
}

void
decide_undo(struct view *view)
{
	struct undo *undo = view->undo;

	if (undo->done)
		replay(view, &undo->step[undo->done - 1], true);
	else
		view_complain(view, "There is nothing to take back.");
}

void
decide_redo(struct view *view)
{
	struct undo *undo = view->undo;

	if (undo->done < undo->n)
		replay(view, &undo->step[undo->done], false);
	else
		view_complain(view, "There is nothing to do again.");
}
