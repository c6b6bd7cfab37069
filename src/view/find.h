/* Looking for words in both columns. */
#ifndef VERBATIM_VIEW_FIND_H
#define VERBATIM_VIEW_FIND_H

#include "view/view.h"

/* Opens the prompt; what is typed is looked for at once. */
void
find_open(struct view *view, bool back);

/* Looks for the pattern from the cursor on. */
void
find_pattern(struct view *view, const char *pattern, bool back);

/* Goes to the next match, or for step -1 to the one before, as the search
 * goes. */
void
find_next(struct view *view, int step);

/* Puts the highlights out. */
void
find_forget(struct view *view);

#endif
