/* What a batch came to: how many pairs fared how, and which fared worst. */
#ifndef VERBATIM_BATCH_TALLY_H
#define VERBATIM_BATCH_TALLY_H

#include "batch_line.h"

#define WORST_MOST 10

struct batch_tally {
	uint64_t count[3];		/* of pairs, by status */
	struct batch_facts worst[WORST_MOST];	/* the worst first */
	size_t nworst;
};

/* Counts the facts and owns them from now on.  A tally starts zeroed. */
void
batch_tally_add(struct batch_tally *tally, struct batch_facts *facts);

void
batch_tally_release(struct batch_tally *tally);

/* The status of the worst pair. */
int
batch_tally_status(const struct batch_tally *tally);

/* Appends it for a person, who may have no more than ASCII. */
void
batch_tally_put(const struct batch_tally *tally, bool ascii,
	struct buffer *out);

#endif
