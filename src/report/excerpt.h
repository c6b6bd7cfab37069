/*
 * A difference in its surroundings:
 *
 *	…his cooperation as a co-[convenor ← convener] to help move all…
 *
 * The text is the reprint's, with the transcript's reading behind the arrow.
 */
#ifndef VERBATIM_REPORT_EXCERPT_H
#define VERBATIM_REPORT_EXCERPT_H

#include "report/flow.h"
#include "review/review.h"

/* Shown above a list of excerpts. */
#define EXCERPT_LEGEND "[reprint ← transcript]"
#define EXCERPT_LEGEND_ALONE "[as it is ← as it should be]"

/* Adds the excerpt, with about so many cells of text on either side.  Other
 * differences of weight that fall into it are marked as well. */
void
excerpt_add(struct flow *flow, const struct comparison *cmp,
	const struct finding *finding, unsigned cells);

/* Adds a reading: all of it, or its first and last words where it is longer
 * than so many cells.  White space is made visible where it is all there is. */
void
excerpt_reading(struct flow *flow, struct ink ink, const char *text, size_t n,
	unsigned cells);

#endif
