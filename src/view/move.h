/*
 * Moving about: the cursor, the top of the body, the current finding.
 */
#ifndef VERBATIM_VIEW_MOVE_H
#define VERBATIM_VIEW_MOVE_H

#include "view/view.h"

/* The rows of a block, made when first asked for; valid until the next call
 * for another block. */
const struct rows *
move_rows(struct view *view, size_t block);

/* Rows depend on the layout's options and on open folds: forgets them. */
void
move_forget(struct view *view);

struct rowcache *
rowcache_new(void);

void
rowcache_free(struct rowcache *cache);

/* The place n rows further (or back, for less than none), as far as the text
 * goes; *moved, unless NULL, is how far. */
struct position
move_from(struct view *view, struct position from, long n, long *moved);

/* Rows between two places, from a to b, at most `most`; -1 where b does not
 * follow within that. */
long
move_distance(struct view *view, struct position a, struct position b,
	long most);

/* Moves the cursor and what is on the screen with it. */
void
move_cursor(struct view *view, long n);

/* Scrolls; the cursor stays on the screen. */
void
move_scroll(struct view *view, long n);

void
move_to(struct view *view, struct position place);

void
move_to_first(struct view *view);

void
move_to_last(struct view *view);

/* Makes the finding the current one and goes there, opening folds. */
void
move_to_finding(struct view *view, uint32_t finding);

/* Is the finding marked in a row that is on the screen? */
bool
move_shows(struct view *view, uint32_t finding);

/* Goes to where the offset of a side's text is shown. */
void
move_to_offset(struct view *view, enum side side, uint32_t offset);

/* Keeps top and cursor within the text, and the cursor on the screen. */
void
move_settle(struct view *view);

/* The offset at which the side's column begins in the first row from the place
 * on that has text of it; false where none in the block has. */
bool
move_offset_of(struct view *view, struct position place, enum side side,
	uint32_t *offset);

/* The same for the side that has text first; *side is whose text it is. */
bool
move_offset(struct view *view, struct position place, enum side *side,
	uint32_t *offset);

/* The row of the block that shows the offset. */
uint32_t
move_row_of(struct view *view, size_t block, enum side side,
	uint32_t offset);

#endif
