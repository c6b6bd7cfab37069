/*
 * Which version of a transcript a reprint was made from, and what was corrected
 * in the transcript since that the reprint has.
 *
 * All versions are held against the reprint roughly, those that come nearest,
 * and the newest, are compared with it, and the nearest of these is the one.
 * Of several that are equally near, the reprint cannot tell which it was; the
 * newest is taken, and the others are named.
 */
#ifndef VERBATIM_COMPARE_PROVENANCE_H
#define VERBATIM_COMPARE_PROVENANCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "compare/comparison.h"
#include "compare/kinship.h"
#include "text/archive.h"

struct provenance_version {
	bool readable;
	size_t shared;			/* see kinship_shared() */
	bool compared;			/* else the rest is not known */
	struct distance distance;
	bool alike;			/* no farther than the nearest */
};

/*
 * A difference between the version that the reprint was made from and the
 * newest, in what the reprint has.
 */
struct correction_since {
	const struct finding *change;	/* in `between`: what was changed */
	const struct finding *stands;	/* in `now`: what the reprint has of it
					   that is not in the newest; NULL: the
					   reprint is as the newest there */
};

#define NO_VERSION SIZE_MAX

struct provenance {
	const struct archive_history *history;	/* borrowed; the version[] of
						   both have one order */
	const struct document *reprint;	/* borrowed */
	struct provenance_version *version;
	size_t made_from;		/* index; NO_VERSION: of none of
					   them */
	struct document *newest, *source;	/* source: NULL where that is
						   the newest, or none */
	struct comparison *now;		/* reprint and newest */
	struct comparison *between;	/* source and newest, or NULL */
	struct correction_since *since;
	size_t nsince, since_cap;
};

/* The newest version; NULL with err set where it cannot be read.  Its name is
 * the path it has in the repository. */
struct document *
provenance_newest(const struct archive_history *history,
	const struct document_options *how, struct keys *keys,
	struct error *err);

/*
 * Fills in the rest of one that has the reprint and the newest, which it takes
 * over.  `how` is for the other versions; one
 * that cannot be read is passed over.  Linear in the sum of the versions but
 * for about a dozen comparisons.
 */
void
provenance_find(struct provenance *provenance,
	const struct archive_history *history,
	const struct document_options *how, struct keys *keys);

void
provenance_release(struct provenance *provenance);

#endif
