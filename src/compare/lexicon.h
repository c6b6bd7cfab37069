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

#endif
