/*
 * How odd a text looks, character by character.
 *
 * Sound text in any language costs next to nothing: letters of one script and
 * of one language in a word, capitals in front, marks where they belong.
 * Damage shows as what no language does: a copyright sign within a word, a
 * capital behind a small letter, ă beside ą, controls.  Only comparisons mean
 * anything: the text as it is against the text as it may have been.
 */
#ifndef VERBATIM_TEXT_ODD_H
#define VERBATIM_TEXT_ODD_H

#include <stdbool.h>
#include <stdint.h>

#include "text/repertoire.h"

/* What went before, as far as it matters. */
struct odd {
	uint32_t last, before;		/* the last two characters */
	uint32_t edge;			/* the one before the word */
	int script;			/* of the word, or the one before it */
	unsigned length;		/* letters of the word so far */
	struct languages languages;	/* that all of them may be of */
};

/* A letter that spells words, not one that is set as a mark (ª, µ). */
bool
odd_is_letter(uint32_t code);

/* At the start of a line. */
void
odd_start(struct odd *odd);

/* What the next character costs.  A unit is a tenth of what is hardly ever
 * seen; nothing but the letter is judged where it stands at the start. */
unsigned
odd_add(struct odd *odd, uint32_t code);

#endif
