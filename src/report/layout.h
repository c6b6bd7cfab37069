/*
 * Two texts side by side, as rows of styled runs: the body of the side-by-side
 * report and of the viewer.
 *
 * A block is what is laid out together: one piece, or the head of a fold,
 * which is a stretch of pieces that one side alone has and that have no rows
 * until the head is opened.  A block's rows depend on nothing but the layout's
 * options and the block, and cost what the block's text costs; a screen needs
 * only the blocks that are on it.
 *
 *	margin  gutter  reprint  │  gutter  transcript
 *
 * Where there is no room for two columns there is one: of one side, or inline,
 * where a difference shows both readings, ▐reprint←transcript▌.  What the
 * other side alone has stands in it behind a sign.
 *
 * Differences are set between ▐ and ▌ and carry the style of their family and
 * the index of their finding; an empty ▐▌ is a place where something is
 * missing, ▐¶▌ a paragraph broken on that side alone.
 */
#ifndef VERBATIM_REPORT_LAYOUT_H
#define VERBATIM_REPORT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "report/flow.h"
#include "review/review.h"
#include "text/search.h"

#define NO_LINE UINT32_MAX
#define LAYOUT_RULE 3			/* cells of " │ " */
#define LAYOUT_NAME 14			/* cells of a name, at most */

enum layout_mode { LAYOUT_COLUMNS, LAYOUT_INLINE, LAYOUT_ONE };

struct layout_options {
	unsigned width;			/* cells, at least 40, or 20 for one
					   column */
	enum layout_mode mode;
	enum side side;			/* of LAYOUT_ONE */
	bool ascii;
	bool line_numbers;
	const bool *hidden;		/* findings not to be marked, by index;
					   or NULL */
	const struct search *search;	/* what to highlight, or NULL */
};

#define NO_BLOCK UINT32_MAX

struct layout_block {
	uint32_t piece, npiece;
	uint32_t head;			/* of the fold that it is within, or
					   NO_BLOCK */
	bool folds;			/* the head of a fold: the npiece
					   blocks that follow are within */
	enum side side;			/* of a fold: the one that has it */
	bool open;			/* the viewer's to change */
};

struct layout {
	const struct review *review;	/* borrowed */
	const struct comparison *comparison;	/* the review's */
	struct layout_options options;	/* may be changed at any time */
	struct layout_block *blocks;
	size_t nblock;
	unsigned name_cells;		/* of the widest name in the margin */
	/* findings by their start on each side, and the furthest end among
	 * those up to each */
	uint32_t *order[2];
	uint32_t *reach[2];
	size_t norder[2];
};

/* Widths in cells; 0 for what is not shown. */
struct geometry {
	unsigned margin;		/* for speakers, with a blank */
	unsigned gutter;		/* for line numbers, with a blank */
	unsigned column;		/* of text, the same on both sides */
};

enum row_kind {
	ROW_TEXT,
	ROW_FOLD,			/* head of a fold or of a passage that
					   stands elsewhere */
	ROW_GAP				/* between paragraphs */
};

struct row {
	enum row_kind kind;
	uint32_t piece;
	uint32_t line[2];		/* of rows->flow[side], or NO_LINE */
	uint32_t margin;		/* of rows->margin, or NO_LINE */
	uint32_t number[2];		/* line of the file, where it is not
					   that of the row before; else 0 */
};

/* Rows of a block; used again and again. */
struct rows {
	struct row *row;
	size_t nrow, cap;
	struct flow flow[2];
	struct flow margin;
};

struct layout *
layout_new(const struct review *review, const struct layout_options *options);

void
layout_free(struct layout *layout);

struct geometry
layout_geometry(const struct layout *layout);

void
rows_init(struct rows *rows);

void
rows_release(struct rows *rows);

/* Who speaks in the piece, by the transcript where it has it; "" for nobody
 * known. */
const char *
layout_speaker(const struct comparison *cmp, size_t piece);

/* The side whose flow has the text where there is one column. */
enum side
layout_column_side(const struct layout *layout);

/* Replaces what is in rows by the rows of the block; a block within a closed
 * fold has none. */
void
layout_rows(const struct layout *layout, size_t block, struct rows *rows);

/* The block of the piece, whether its fold is open or not. */
size_t
layout_block_of(const struct layout *layout, uint32_t piece);

/* The next block that may have rows, nblock behind the last. */
size_t
layout_next(const struct layout *layout, size_t block);

/* The one before; the block itself where it is the first. */
size_t
layout_previous(const struct layout *layout, size_t block);

/* Is it within a fold that is closed? */
bool
layout_is_folded(const struct layout *layout, size_t block);

#endif
