/*
 * The viewer: what it knows, and how it answers to events.
 *
 * It knows cells, not the terminal: it is given events and draws on a canvas,
 * and so all of it is tested without a screen.
 *
 *	event -> prompt, pager or key -> action -> state -> canvas
 *
 * One place is the cursor's, a row of the body; one finding is the current
 * one, which verdicts are about.  Moving the cursor onto a row with a finding
 * makes that the current one.
 */
#ifndef VERBATIM_VIEW_VIEW_H
#define VERBATIM_VIEW_VIEW_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "report/layout.h"
#include "review/filter.h"
#include "review/review.h"
#include "view/canvas.h"
#include "view/event.h"

#define VIEW_LEAST_ROWS 8
#define VIEW_LEAST_COLUMNS 40
#define VIEW_CURSOR 1			/* column for the cursor's mark */

/* A row of the body. */
struct position {
	size_t block;
	uint32_t row;			/* within the block */
};

/* How the two texts are set; what there is room for is decided anew for each
 * width. */
enum view_columns {
	COLUMNS_AUTO, COLUMNS_BOTH, COLUMNS_REPRINT, COLUMNS_TRANSCRIPT,
	COLUMNS_INLINE, COLUMNS_COUNT
};

/* Parts of the screen; rows and columns of the canvas. */
struct frame {
	unsigned body_row, body_rows;
	unsigned detail_row, detail_rows;
	unsigned list_row, list_rows;	/* its heading among them */
	unsigned status_row;
	unsigned strip;			/* column where it begins */
	unsigned strip_columns;
};

struct bindings;
struct list;
struct pager;
struct prompt;
struct rowcache;
struct undo;

struct view {
	struct review *review;		/* borrowed */
	const struct comparison *cmp;	/* the review's */
	const char *reviewer;		/* borrowed */
	struct layout *layout;
	bool ascii;

	/* by finding */
	enum verdict *verdict;
	bool *hidden;			/* the filter leaves it out */
	uint32_t *order;		/* findings as they are read */
	uint32_t *rank;			/* place of each in order */
	uint32_t *piece;		/* whose text shows it */
	size_t nshown;
	size_t count[VERDICT_COUNT];	/* of those shown or not */
	size_t norphan;

	/* pieces of a side by where they begin there */
	uint32_t *tiles[2];
	size_t ntile[2];

	struct filter filter;
	size_t nfolded;			/* that live folds leave out */

	unsigned nrow, ncolumn;
	struct frame frame;
	enum view_columns columns;
	bool swapped;			/* the transcript to the left */
	bool show_list, show_detail, show_strip, show_numbers;

	struct position top, cursor;
	uint32_t current;		/* finding, or NO_FINDING */

	/* the text at the cursor when the screen was set out last, and the
	 * place it came to */
	struct position anchor;
	enum side anchor_side;
	uint32_t anchor_offset;
	bool anchored;

	struct search *search;		/* NULL: none */
	bool search_back;
	struct position search_from;	/* where it began, and what was so */
	struct position search_top;
	uint32_t search_current;
	uint32_t search_opened;		/* fold that it opened while one types,
					   or NO_BLOCK */
	struct span match;		/* the one found last */
	enum side match_side;
	bool matched;

	struct rowcache *rows;
	struct list *list;
	bool list_focus;		/* keys go to the list */
	struct undo *undo;
	struct bindings *bindings;
	struct prompt *prompt;
	struct pager *pager;		/* NULL: none is open */

	struct buffer message;		/* for the status line, safe to show */
	bool message_bad;
	bool redraw;			/* the terminal may show something
					   else */
	bool suspend;			/* the user wants the shell */
	bool quit;
};

/*
 * The review, its store and the reviewer's name must outlive the view.  Its
 * size is none until view_resize().
 */
struct view *
view_new(struct review *review, const char *reviewer, bool ascii);

void
view_free(struct view *view);

void
view_resize(struct view *view, unsigned nrow, unsigned ncolumn);

/* Answers to what came; view->quit says when to stop. */
void
view_event(struct view *view, const struct event *event);

/* Draws all of it. */
void
view_draw(struct view *view, struct canvas *canvas);

/* ---- what the parts of the viewer share ---- */

/* Says something in the status line until the next key. */
void
view_say(struct view *view, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The same for what went wrong. */
void
view_complain(struct view *view, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Works out again who is shown, after a verdict or a change of the filter. */
void
view_refresh(struct view *view);

/* Sets out the screen anew, after something is shown or hidden; the cursor
 * stays where it is on the screen. */
void
view_arrange(struct view *view);

/* The piece that has the offset of a side, or the last before it. */
uint32_t
view_piece_at(const struct view *view, enum side side, uint32_t offset);

/* The rank from which the next finding is looked for or, for step -1, the one
 * before: beside the current one's where the cursor is in its block, else where
 * the cursor is.  It may be -1, or the number of findings. */
long
view_rank_from(const struct view *view, int step);

/* Is the cursor in the block of the current finding, or at its fold? */
bool
view_is_at_current(const struct view *view);

/* Is nothing decided of the finding? */
bool
view_is_open(const struct view *view, uint32_t finding);

/* The next finding that is shown and of which wants() is true (NULL: any),
 * from there on and round; NO_FINDING where there is no other. */
uint32_t
view_find(const struct view *view, int step,
	bool (*wants)(const struct view *view, uint32_t finding));

#endif
