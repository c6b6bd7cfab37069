/*
 * A finding on one line, as logs and annotations have it.
 *
 * All text is safe to show, without colour and never broken; a format still
 * has to see to what its own characters mean.
 */
#ifndef VERBATIM_REPORT_BRIEF_H
#define VERBATIM_REPORT_BRIEF_H

#include <stdbool.h>

#include "base/buffer.h"
#include "report/flow.h"
#include "review/review.h"

/* Where a reader is sent: to the reprint, or to the transcript where that alone
 * has a place for the finding. */
struct brief_place {
	const struct document *doc;
	struct span span;		/* bytes of its text */
	struct place start, end;	/* end: behind the last character */
};

struct brief_place
brief_place(const struct comparison *cmp, const struct finding *finding);

/* Appends the path as it was given, but for "./" at its start. */
void
brief_path(struct buffer *out, const struct document *doc);

/* "EXCERPT, 34% of the transcript: 10 places damaged.", and which gates the
 * whole does not pass. */
void
brief_verdict(struct buffer *out, const struct review *review);

/* "Accents lost: “cafe” where the transcript has “café”. (accents stripped)":
 * how it came about, where that is known. */
void
brief_finding(struct buffer *out, const struct finding *finding);

/* "accepted by Ann, 2026-11-21: ask the agency" */
void
brief_decision(struct buffer *out, const struct decision *decision);

/* Appends all lines of a flow that was made with BRIEF_WIDTH, and ends it. */
#define BRIEF_WIDTH (1u << 30)

void
brief_flow(struct buffer *out, struct flow *flow);

/* Does the verdict on the whole make the review fail, rather than one of the
 * findings? */
bool
brief_whole_fails(const struct review *review);

/* The decision by which the finding passes; NULL where it does not pass. */
const struct decision *
brief_passed(const struct review *review, const struct finding *finding);

#endif
