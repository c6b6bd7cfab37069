/* In what way two short texts differ that say the same. */
#ifndef VERBATIM_COMPARE_TEXT_DIFF_H
#define VERBATIM_COMPARE_TEXT_DIFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum text_difference {
	DIFFERS_CASE = 1 << 0,
	DIFFERS_ACCENT_LOST = 1 << 1,	/* the first text has none */
	DIFFERS_ACCENT_ADDED = 1 << 2,
	DIFFERS_QUOTES = 1 << 3,
	DIFFERS_APOSTROPHE = 1 << 4,	/* one has it, the other does not */
	DIFFERS_LIGATURE = 1 << 5,
	DIFFERS_NORMALIZATION = 1 << 6,
	DIFFERS_INVISIBLE = 1 << 7,	/* the first has more of them */
	DIFFERS_OTHER = 1 << 8
};

/* The ways, or-ed; 0 for equal texts.  Long texts differ in OTHER ways. */
unsigned
text_differences(const char *a, size_t na, const char *b, size_t nb);

/* Classes of marks that stand for one another in typesetting. */
enum mark_class { MARK_NONE, MARK_QUOTE, MARK_DASH, MARK_ELLIPSIS,
	MARK_MARKUP, MARK_OTHER };

/* The class of all marks of the text, blanks apart; MARK_OTHER where they are
 * of several, MARK_NONE where there are none. */
enum mark_class
text_mark_class(const char *text, size_t n);

#endif
