/*
 * A speech as long as a test wants it, out of nothing but a number.
 *
 * Sentences have the words of a language in about its frequencies (Zipf 1949:
 * the n-th word is as frequent as 1/n), so that what chance explains is
 * explained here too.  Paragraph i of a speech is the same in every test and
 * does not come back at another i.
 */
#ifndef VERBATIM_TESTS_PROSE_H
#define VERBATIM_TESTS_PROSE_H

#include <stdint.h>

#include "base/buffer.h"

/* Adds a paragraph of three to six sentences, without a break behind it. */
void
prose_paragraph(struct buffer *out, uint32_t index);

/* Adds paragraphs [from, to), with a blank line before each but the first. */
void
prose_add(struct buffer *out, uint32_t from, uint32_t to);

/* Adds one sentence, from its capital to its full stop. */
void
prose_sentence(struct buffer *out, uint32_t index);

/* The next number below `below` of a row that *state begins. */
uint32_t
prose_random(uint64_t *state, uint32_t below);

/* Adds a word, with ranks from 0 for the most frequent one on. */
void
prose_word(struct buffer *out, uint32_t rank);

#endif
