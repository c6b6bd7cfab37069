/*
 * The text of a piece with its differences marked: what is between the layout
 * and the flow, and nobody else's business.
 */
#ifndef VERBATIM_REPORT_PAINT_H
#define VERBATIM_REPORT_PAINT_H

#include "report/layout.h"

static inline bool
spans_overlap(struct span a, struct span b)
{
	return a.start < b.end && b.start < a.end;
}

/* Opposite its text, though one of the two has it elsewhere too. */
static inline bool
piece_is_displaced(const struct piece *piece)
{
	return piece->relation == MOVED || piece->relation == DUPLICATED;
}

/* Is the finding not to be marked? */
static inline bool
layout_hides(const struct layout *layout, uint32_t finding)
{
	return layout->options.hidden && layout->options.hidden[finding];
}

/* The first in the order of a side's findings that may touch what starts at
 * offset. */
size_t
layout_first_touching(const struct layout *layout, enum side side,
	uint32_t offset);

/* Adds one side of the piece to the flow, with the other's readings beside its
 * own where the layout is inline; nothing where it does not have the side. */
void
paint_piece(const struct layout *layout, const struct piece *piece,
	enum side side, struct flow *flow);

#endif
