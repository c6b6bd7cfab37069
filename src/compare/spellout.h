/*
 * Number words of languages other than English, by ICU's spell-out rules
 * (Unicode CLDR): all cardinals and ordinals in all genders and cases.
 *
 * Words are given as their folded letters, one after another without blanks or
 * hyphens: "vingtcinq".  The language is one ("fr"), or NULL for any.
 */
#ifndef VERBATIM_COMPARE_SPELLOUT_H
#define VERBATIM_COMPARE_SPELLOUT_H

#include <stdbool.h>
#include <stddef.h>

/* Is it the number, spelt out in one of the languages? */
bool
spellout_is(const char *language, const char *letters, size_t n,
	double value);

/* The value of a short number: up to a hundred, whole hundreds, and the words
 * for a thousand and more. */
bool
spellout_value(const char *language, const char *letters, size_t n,
	double *value);

/* Are they short numbers of one language, and not the same? */
bool
spellout_differ(const char *language, const char *a, size_t na,
	const char *b, size_t nb);

/* Gives back what ICU keeps, at the program's end. */
void
spellout_release(void);

#endif
