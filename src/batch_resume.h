/*
 * A batch that was ended before its time, continued.
 *
 * What is there has to be what this batch would have printed: each line is held
 * against the entry of the manifest in its place, and the last one is made
 * again, so that no file comes out of two manifests, or of two ways to compare.
 * Nothing is touched before that is known.
 */
#ifndef VERBATIM_BATCH_RESUME_H
#define VERBATIM_BATCH_RESUME_H

#include <stdio.h>

#include "batch_tally.h"

/*
 * Opens the file, or makes it; counts what is there, takes these entries from
 * the manifest, drops a line that broke off, and leaves the file where the next
 * line goes.  NULL with err set where that cannot be, or somebody else does the
 * same; the file is as it was then.
 */
FILE *
batch_resume(const struct options *options, struct manifest *manifest,
	struct batch_tally *tally, struct error *err);

#endif
