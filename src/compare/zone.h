/*
 * Zones of a reprint: stretches in which its quotation marks are of one sort,
 * or its characters damaged in one way.  Where the sort changes, somebody
 * pasted a second time or another hand went on.
 */
#ifndef VERBATIM_COMPARE_ZONE_H
#define VERBATIM_COMPARE_ZONE_H

#include "compare/change.h"
#include "compare/comparison.h"

/* The zones in the context's arena, quotation marks first, each by place; none
 * where all is of one sort.  Of the comparison the findings are used. */
struct zone *
zones_find(const struct context *context,
	const struct comparison *comparison, size_t *n);

#endif
