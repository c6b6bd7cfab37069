/* Verdicts from the viewer, and taking them back. */
#ifndef VERBATIM_VIEW_DECIDE_H
#define VERBATIM_VIEW_DECIDE_H

#include "view/view.h"

enum scope {
	SCOPE_FINDING,			/* the current one */
	SCOPE_PATTERN,			/* all of its pattern that are shown */
	SCOPE_SHOWN			/* all that the filter shows */
};

struct undo *
undo_new(void);

void
undo_free(struct undo *undo);

/* Decides, saves at once, and goes on to the next that is open.  note: NULL
 * keeps what a finding has. */
void
decide(struct view *view, enum scope scope, enum verdict verdict,
	const char *note);

/* Gives the current finding a note, and leaves its verdict. */
void
decide_note(struct view *view, const char *note);

void
decide_undo(struct view *view);

void
decide_redo(struct view *view);

#endif
