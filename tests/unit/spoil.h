/*
 * A speech with faults: words left out, put in, changed, slipped, glued, said
 * twice; marks put in, damaged and lost; breaks; whole paragraphs left out, put
 * in and moved.
 */
#ifndef VERBATIM_TESTS_SPOIL_H
#define VERBATIM_TESTS_SPOIL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

/*
 * What becomes of paragraphs [0, n) of the speech of prose_add().  There is a
 * fault about every `rate` words; the same seed makes the same faults.
 * Paragraphs stand elsewhere, or again, only with `moves`.
 */
struct buffer
spoil_speech(uint64_t seed, uint32_t n, unsigned rate, bool moves);

#endif
