/*
 * What the rules share: the text of an edit, its words, and short questions
 * about them.
 */
#ifndef VERBATIM_COMPARE_RULE_H
#define VERBATIM_COMPARE_RULE_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/change.h"
#include "compare/finding.h"

extern const struct family family_encoding, family_typography,
	family_structure, family_truncation, family_omission,
	family_insertion, family_wording, family_attribution,
	family_transcript;

/* The bytes of the edit on a side; *n is their number. */
const char *
edit_text(const struct context *context, const struct edit *edit,
	enum side side, size_t *n);

/* How many words it has on a side. */
uint32_t
edit_words(const struct edit *edit, enum side side);

/* Only marks and blanks on both sides, and something on the side. */
bool
edit_is_marks(const struct edit *edit);

/* "ninety" for "ninety-one": a part of a number put in or left out. */
bool
edit_is_number_part(const struct context *context, const struct edit *edit);

/* "(Applause.)", "[inaudible]" */
bool
text_is_note(const char *text, size_t n);

#endif
