/*
 * A text without a transcript: the damage that it shows by itself.
 *
 * The text is compared with what it would be, mended, so that all reports can
 * show the two side by side.
 */
#ifndef VERBATIM_COMPARE_SCAN_H
#define VERBATIM_COMPARE_SCAN_H

#include "compare/comparison.h"

/*
 * The findings are all of the encoding family and only likely; the relation is
 * ALONE.  doc[TRANSCRIPT] is the mended text, which has doc's paragraphs and is
 * the comparison's to free.  doc and keys must outlive it.
 */
struct comparison *
scan_new(const struct document *doc, struct keys *keys);

void
scan_free(struct comparison *cmp);

#endif
