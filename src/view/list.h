/* The list of findings: a pane with a row for each, or for each pattern. */
#ifndef VERBATIM_VIEW_LIST_H
#define VERBATIM_VIEW_LIST_H

#include "view/view.h"

enum list_sort { SORT_PLACE, SORT_SEVERITY, SORT_KIND, SORT_COUNT };

extern const char *const list_sorts[SORT_COUNT];	/* "place", … */

struct list *
list_new(void);

void
list_free(struct list *list);

/* Makes the rows anew. */
void
list_refresh(struct view *view);

enum list_sort
list_sorted_by(const struct list *list);

void
list_sort(struct view *view, enum list_sort sort);

/* Patterns as one row each, or a row for each place. */
void
list_toggle_patterns(struct view *view);

/* Moves n rows, and to the finding that stands there. */
void
list_move(struct view *view, long n);

/* Goes to what is shown in the row of the canvas; false where nothing is. */
bool
list_click(struct view *view, unsigned row);

/* Does the row one is at stand for a whole pattern? */
bool
list_at_pattern(const struct view *view);

void
list_draw(struct view *view, struct canvas *canvas);

#endif
