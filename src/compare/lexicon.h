/* Words that weigh. */
#ifndef VERBATIM_COMPARE_LEXICON_H
#define VERBATIM_COMPARE_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "text/fold.h"

/* "not", "never", "don't", "cannot", "nicht", "не", … (a folded key) */
bool
lexicon_negation(const struct keys *keys, uint32_t key);

/* What is left of a negated word without its negation ("dont" → "do", "cannot"
 * → "can"), as a folded word of *n bytes; NULL where it is no such word. */
const char *
lexicon_affirmed(const struct keys *keys, uint32_t key, uint32_t *n);

/* Is `negated` the other word with a prefix that denies it: "unable",
 * "impossible", "non-binding", "disagree"? */
bool
lexicon_prefixed(const struct keys *keys, uint32_t negated,
	uint32_t affirmed);

/* "uh", "euh", "э": a sound made while looking for a word, in any language; and
 * such as are words in others than English, "um" and "er". */
bool
lexicon_filler(const struct keys *keys, uint32_t key);

bool
lexicon_english_filler(const struct keys *keys, uint32_t key);

/* Do two words say the same with another strength: "must" and "should", "all"
 * and "some"? */
bool
lexicon_other_strength(const struct keys *keys, uint32_t a, uint32_t b);

#endif
