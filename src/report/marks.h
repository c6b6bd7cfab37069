/*
 * What is to be marked in a piece of text, whoever draws it.
 */
#ifndef VERBATIM_REPORT_MARKS_H
#define VERBATIM_REPORT_MARKS_H

#include "report/layout.h"

/* A difference within a piece. */
struct mark {
	struct span span;
	uint32_t finding;
};

/* Of one side of a piece, by their start, the longer first.  They may nest, and
 * may overlap. */
struct marks {
	struct mark *mark;
	size_t n, cap;
	uint32_t base;			/* the finding that the whole of a
					   displaced piece is, or NO_FINDING */
	uint32_t broken;		/* the finding that the paragraph was
					   broken before it, on this side
					   alone, or NO_FINDING */
};

/* Fills in what marks (all zero, or filled before) are to have; the piece has
 * the side. */
void
marks_find(const struct layout *layout, const struct piece *piece,
	enum side side, struct marks *marks);

void
marks_release(struct marks *marks);

#endif
