/*
 * English words, American and British: what tells a slip of the key from
 * another word, and a variant spelling from either.
 */
#ifndef VERBATIM_COMPARE_WORDS_H
#define VERBATIM_COMPARE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum { WORD_AMERICAN = 1, WORD_BRITISH = 2 };

/* Where the folded word is known: WORD_AMERICAN, WORD_BRITISH, both, or 0. */
unsigned
words_known(const char *folded, size_t n);

/*
 * Are the two spellings of one word: "organise" and "organize", "towards" and
 * "toward", "adviser" and "advisor"?
 */
bool
words_are_variants(const char *a, size_t na, const char *b, size_t nb);

/* The list, made at build time by words.awk: a word and a digit a line. */
extern const char words_data[];
extern const size_t words_size;

#endif
