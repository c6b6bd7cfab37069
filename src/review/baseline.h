/*
 * Findings that are there today and are not to fail tomorrow.
 *
 * A baseline is a review file that nobody has signed: it has every finding
 * accepted, by nobody, at no time (1970).  So git merges it, whatever holds of
 * the lines of a review file holds of its lines, and the same findings give
 * the same bytes.  A reviewer's file can serve as a baseline; it is never
 * written over with one.
 */
#ifndef VERBATIM_REVIEW_BASELINE_H
#define VERBATIM_REVIEW_BASELINE_H

#include "base/buffer.h"
#include "base/error.h"
#include "review/review.h"

/* -1 with err set where the file is there and is no baseline. */
int
baseline_may_be_written(const char *path, struct error *err);

/* Appends a baseline of all findings that fail now, whatever baseline there
 * is. */
void
baseline_write(const struct review *review, struct buffer *out);

#endif
