/* Where findings are, in words. */
#ifndef VERBATIM_REPORT_PLACES_H
#define VERBATIM_REPORT_PLACES_H

#include "base/buffer.h"
#include "report/entry.h"

#define PLACES_MOST 8			/* that a reader takes in */

/* "line 41"; "line 3:4512", with the column, where the paragraph is so long
 * that its line is no help; "transcript line 12" where the reprint has no
 * place. */
void
places_one(struct buffer *out, const struct comparison *cmp,
	const struct finding *finding);

/* Where in the reprint something is missing: "before line 17" where nothing
 * of the transcript comes before, "after line 51" between paragraphs and at the
 * end, "line 20" within one. */
void
places_gap(struct buffer *out, const struct comparison *cmp,
	const struct entries *entries, const struct finding *finding);

/* "line 21 ×2", "lines 19–24, 31 and 12 more": the lines of an entry's
 * findings, `most` of them or ranges of them by number. */
void
places_lines(struct buffer *out, const struct comparison *cmp,
	const struct entries *entries, const struct entry *entry,
	size_t most);

/* The line of the reprint, or of the transcript where that alone has a place
 * for the finding. */
uint32_t
places_line(const struct comparison *cmp, const struct finding *finding);

#endif
