#include "config.h"

#include <string.h>
#include <strings.h>

#include "report/escape.h"
#include "view/act.h"
#include "view/list.h"
#include "view/move.h"

/* The filter has changed: the cursor goes on to what is left. */
static void
apply(struct view *view)
{
	uint32_t next;

	view_refresh(view);
	if (view->current != NO_FINDING && !view->hidden[view->current]) {
		move_to_finding(view, view->current);
		return;
	}
	next = view_find(view, 1, NULL);
	if (next != NO_FINDING)
		move_to_finding(view, next);
	else
		view_complain(view, "Nothing is left; = shows all again.");
}

static void
add_line(struct buffer *out, const char *text)
{
	buffer_puts(out, text);
	buffer_putc(out, '\n');
}

/* ---- severity and verdict ---- */

static void
set_severity(struct view *view, enum severity least)
{
	view->filter.least = least;
	apply(view);
}

void
act_severity(struct view *view, const char *argument)
{
	int severity;

	if (!*argument) {
		set_severity(view, view->filter.least == ERROR ? NOTE :
			view->filter.least + 1);
		return;
	}
	for (severity = NOTE; severity <= ERROR; severity++)
		if (!strcmp(argument, severity_names[severity])) {
			set_severity(view, (enum severity)severity);
			return;
		}
	view_complain(view, "A severity is note, warning or error, not '%s'.",
		argument);
}

void
complete_severity(const struct view *view, struct buffer *out)
{
	int severity;

	(void)view;
	for (severity = NOTE; severity <= ERROR; severity++)
		add_line(out, severity_names[severity]);
}

void
act_notes(struct view *view, const char *argument)
{
	(void)argument;
	set_severity(view, NOTE);
}

void
act_warnings(struct view *view, const char *argument)
{
	(void)argument;
	set_severity(view, WARNING);
}

void
act_errors(struct view *view, const char *argument)
{
	(void)argument;
	set_severity(view, ERROR);
}

static const char *const decided_names[] = {
	[ANY_VERDICT] = "any",
	[UNDECIDED] = "open",
	[DECIDED] = "decided"
};

void
act_decided(struct view *view, const char *argument)
{
	int decided;

	for (decided = ANY_VERDICT; *argument && decided <= DECIDED; decided++)
		if (!strcmp(argument, decided_names[decided]))
			break;
	if (*argument && decided > DECIDED) {
		view_complain(view, "It is any, open or decided, not '%s'.",
			argument);
		return;
	}
	view->filter.decided = *argument ? (enum filter_decided)decided :
		view->filter.decided == DECIDED ? ANY_VERDICT :
		view->filter.decided + 1;
	apply(view);
}

void
complete_decided(const struct view *view, struct buffer *out)
{
	int decided;

	(void)view;
	for (decided = ANY_VERDICT; decided <= DECIDED; decided++)
		add_line(out, decided_names[decided]);
}

/* ---- kind and speaker ---- */

/* The kind's or family's name as the tables have it, so that it lasts. */
static const char *
kind_or_family(const char *name)
{
	const struct family *const *family;
	const struct kind *kind = kind_find(name);

	if (kind)
		return kind->name;
	for (family = families; *family; family++)
		if (!strcmp((*family)->name, name))
			return (*family)->name;
	return NULL;
}

void
act_kind(struct view *view, const char *argument)
{
	const char *kind = *argument ? kind_or_family(argument) : NULL;

	if (*argument && !kind && strcmp(argument, "all")) {
		view_complain(view, "There is no kind '%s'.", argument);
		return;
	}
	if (!*argument && !view->filter.kind && view->current != NO_FINDING)
		kind = view->cmp->findings[view->current].kind->name;
	view->filter.kind = kind;
	apply(view);
}

void
complete_kind(const struct view *view, struct buffer *out)
{
	const struct family *const *family;
	const struct kind *kind;

	(void)view;
	add_line(out, "all");
	for (family = families; *family; family++) {
		add_line(out, (*family)->name);
		for (kind = (*family)->kinds; kind->name; kind++)
			add_line(out, kind->name);
	}
}

static const char *
speaker_named(const struct comparison *cmp, const char *name)
{
	size_t i;
	int side;

	for (side = TRANSCRIPT; side >= REPRINT; side--)
		for (i = 0; i < cmp->doc[side]->nspeaker; i++)
			if (!strcasecmp(cmp->doc[side]->speakers[i].name,
			    name))
				return cmp->doc[side]->speakers[i].name;
	return NULL;
}

void
act_speaker(struct view *view, const char *argument)
{
	const char *speaker = *argument ?
		speaker_named(view->cmp, argument) : NULL;

	if (*argument && !speaker && strcmp(argument, "all")) {
		view_complain(view, "Nobody named %s speaks here.", argument);
		return;
	}
	if (!*argument && !view->filter.speaker &&
	    view->current != NO_FINDING)
		speaker = finding_speaker(view->cmp,
			&view->cmp->findings[view->current]);
	if (!*argument && !view->filter.speaker && !speaker) {
		view_complain(view, "Nobody is known to say this.");
		return;
	}
	view->filter.speaker = speaker;
	apply(view);
}

void
complete_speaker(const struct view *view, struct buffer *out)
{
	size_t i;
	int side;

	add_line(out, "all");
	for (side = TRANSCRIPT; side >= REPRINT; side--) {
		const struct document *doc = view->cmp->doc[side];

		for (i = 0; i < doc->nspeaker; i++) {
			const char *name = doc->speakers[i].name;

			if (speaker_named(view->cmp, name) != name)
				continue;	/* told already */
			escape_add(out, name, strlen(name), ESCAPE_EXACT);
			buffer_putc(out, '\n');
		}
	}
}

/* ---- live folds ---- */

static void
toggle(struct view *view, bool *fold, const char *what)
{
	size_t before = view->nshown;

	*fold = !*fold;
	apply(view);
	if (*fold && before == view->nshown)
		view_say(view, "No finding is of %s alone.", what);
	else
		view_say(view, "%zu findings are left", view->nshown);
}

void
act_fold_typography(struct view *view, const char *argument)
{
	(void)argument;
	toggle(view, &view->filter.fold_typography, "typography");
}

void
act_fold_case(struct view *view, const char *argument)
{
	(void)argument;
	toggle(view, &view->filter.fold_case, "case");
}

void
act_fold_spaces(struct view *view, const char *argument)
{
	(void)argument;
	toggle(view, &view->filter.fold_spaces, "white space");
}

void
act_fold_decided(struct view *view, const char *argument)
{
	(void)argument;
	toggle(view, &view->filter.fold_decided, "decided patterns");
}

void
act_all(struct view *view, const char *argument)
{
	(void)argument;
	memset(&view->filter, 0, sizeof(view->filter));
	apply(view);
}
