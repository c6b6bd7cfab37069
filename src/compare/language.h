/* Which language a text is in, as far as anything depends on it. */
#ifndef VERBATIM_COMPARE_LANGUAGE_H
#define VERBATIM_COMPARE_LANGUAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "text/document.h"
#include "text/fold.h"

/*
 * Are most of the words around this one English?  Of English prose nine words
 * in ten are in the list, of French, German or Spanish about three, since short
 * words look alike.
 */
bool
language_is_english(const struct document *doc, const struct keys *keys,
	uint32_t word);

/* The language ("es") of most of the commonest words around, NULL where none
 * has most, or it is not written in Latin letters.  Not for English. */
const char *
language_guess(const struct document *doc, const struct keys *keys,
	uint32_t word);

#endif
