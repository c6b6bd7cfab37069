/*
 * The viewer without a terminal: keys go in, rows of the screen come out, and
 * the review file is in a folder of its own.
 *
 * After every event the screen is drawn, and what must hold of any screen is
 * asserted: see viewer_check().
 */
#ifndef VERBATIM_TESTS_VIEWER_H
#define VERBATIM_TESTS_VIEWER_H

#include "pair.h"
#include "review/store.h"
#include "view/canvas.h"
#include "view/event.h"
#include "view/view.h"

struct viewer {
	struct pair pair;
	struct review review;
	struct view *view;
	struct canvas canvas;
	char folder[64], path[128];	/* of the review file */
};

/* A small reprint with findings of several kinds, and its transcript. */
extern const char viewer_reprint[], viewer_transcript[];

/* Compares the two and opens the viewer, with 80 columns and 24 rows. */
void
viewer_init(struct viewer *viewer, const char *reprint,
	const char *transcript);

/* The same for a terminal that has ASCII alone. */
void
viewer_init_ascii(struct viewer *viewer, const char *reprint,
	const char *transcript);

void
viewer_release(struct viewer *viewer);

/* ---- events ---- */

void
viewer_resize(struct viewer *viewer, unsigned ncolumn, unsigned nrow);

void
viewer_key(struct viewer *viewer, uint32_t key);

/* "nn<Enter>:17<Enter>": characters, and names of keys; "<lt>" is a '<'. */
void
viewer_type(struct viewer *viewer, const char *keys);

/* ":", the line and Enter. */
void
viewer_command(struct viewer *viewer, const char *line);

void
viewer_mouse(struct viewer *viewer, enum mouse mouse, unsigned row,
	unsigned column);

/* Nothing came within the time: the review file is looked at. */
void
viewer_idle(struct viewer *viewer);

/* ---- what is on the screen ---- */

/* A row's text; valid until the next call but seven. */
const char *
viewer_row(const struct viewer *viewer, unsigned row);

/* The last row. */
const char *
viewer_status(const struct viewer *viewer);

/* Does a row have the text, and which is the first that does? */
bool
viewer_finds(const struct viewer *viewer, const char *text, unsigned *row);

bool
viewer_shows(const struct viewer *viewer, const char *text);

/* How many cells have the flag. */
size_t
viewer_flagged(const struct viewer *viewer, enum cell_flags flag);

/* The kind of the current finding, or "". */
const char *
viewer_kind(const struct viewer *viewer);

/* The row of the screen that the cursor is at. */
unsigned
viewer_cursor(const struct viewer *viewer);

/*
 * What holds of any screen: it has the size; each cell is taken once; no
 * character of it has no shape of its own; on a terminal of ASCII all is ASCII;
 * the cursor is on a row that is on the screen and that there is.
 */
void
viewer_check(struct viewer *viewer);

#endif
