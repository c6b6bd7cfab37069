/*
 * The parts of the HTML report, in the order of the page.
 *
 * Anchors: f and a finding's id where the finding is first seen in the texts (a
 * finding that is not to be seen there has it where it is listed), e and a
 * number for an entry of the lists.
 */
#ifndef VERBATIM_REPORT_HTML_H
#define VERBATIM_REPORT_HTML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "report/entry.h"
#include "report/layout.h"

struct html {
	struct buffer *out;
	const struct review *review;
	const struct comparison *comparison;	/* the review's */
	const struct entries *entries;
	const struct layout *layout;
	bool verbose;			/* leave nothing folded */
	/* of each finding */
	uint32_t *entry_of;		/* index of its entry */
	uint32_t *row_of;		/* row of the texts where it is first
					   seen, from 1; 0: none yet */
	uint32_t *number;		/* by which it is called there; 0: of
					   too little weight */
	/* while the texts are put */
	uint32_t row;			/* from 1 */
	uint32_t nnumber;		/* given so far */
	uint32_t *fresh;		/* findings first seen in the row */
	size_t nfresh, fresh_cap;
};

/* The style sheet, made from html.css. */
extern const char html_style[];

/* Links to what follows. */
void
html_contents(struct html *html);

/* What the transcript has, and where in it the findings are. */
void
html_overview(struct html *html);

/* What was found, under its headings; then the notes and the orphans. */
void
html_list(struct html *html);

/* The two texts side by side.  Finds out where each finding is seen, so that
 * it has to be called first, with another buffer. */
void
html_body(struct html *html);

/* ---- what these share ---- */

/* One side of a piece, its findings marked. */
void
html_cell(struct html *html, const struct piece *piece, enum side side);

/* Notes that the finding is seen in this row, and gives it a number.  False
 * where it was seen before. */
bool
html_meet(struct html *html, uint32_t finding);

/* Appends ' id="f0123456789abcdef"'. */
void
html_put_id(struct html *html, uint32_t finding);

/* Appends '#f0123456789abcdef'. */
void
html_put_target(struct html *html, const struct finding *finding);

/* Appends the classes that a finding has: its family, its severity, and
 * whether it may stay as it is. */
void
html_put_classes(struct html *html, const struct finding *finding);

/* The number of a finding, if it has one, as a link to its entry or not. */
void
html_put_number(struct html *html, uint32_t finding, bool link);

/* "Left out" for "LEFT OUT" */
void
html_put_heading(struct html *html, const char *heading);

#endif
