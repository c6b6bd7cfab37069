/*
 * Who speaks: labels at the start of paragraphs, and the turns they open.
 *
 * Labels as transcripts set them: "SECRETARY KERRY:", "Q:", "Mr. SMITH.",
 * "MODERATOR: (Via interpreter)", "<THE PRESIDENT:>".  A name followed by a
 * colon is a label where it is set in capitals, is a form of address, or opens
 * paragraphs again and again.  A turn runs on over paragraphs without a label.
 */
#ifndef VERBATIM_TEXT_SPEAKER_H
#define VERBATIM_TEXT_SPEAKER_H

#include <stdbool.h>
#include <stddef.h>

#include "text/document.h"
#include "text/fold.h"

/*
 * Fills label, nlabel and speaker of each paragraph, and doc->speakers.  A form
 * that names a speaker of the witness (the transcript, or NULL) is a label
 * however seldom it is.
 */
void
speaker_find(struct document *doc, const struct document *witness,
	struct keys *keys);

/*
 * Do two labels name one person?  True where one's words are a part of the
 * other's, titles and case apart: "SECRETARY KERRY", "U.S. SECRETARY OF STATE
 * JOHN KERRY".
 */
bool
speaker_same(const char *a, size_t na, const char *b, size_t nb);

#endif
