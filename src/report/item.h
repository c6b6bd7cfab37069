/* One item of a list: an entry, or all entries with one cause. */
#ifndef VERBATIM_REPORT_ITEM_H
#define VERBATIM_REPORT_ITEM_H

#include "report/entry.h"
#include "report/page.h"

struct writer {
	struct page *page;
	const struct review *review;
	const struct comparison *comparison;	/* the review's */
	const struct entries *entries;
	bool verbose;			/* say every place, and ids */
	bool narrow;			/* what is said begins below the place,
					   not beside it */
	unsigned column;		/* where it begins */
	struct flow flow;		/* of the item being put */
};

void
item_put(struct writer *writer, const struct entry *entry);

/* Puts all the entries that have this one's cause. */
void
item_put_cause(struct writer *writer, const struct entry *entry);

#endif
