/*
 * Text of which nothing is left to align: every letter a question mark, or read
 * in a charset that nobody undoes letter by letter.
 *
 * What is left is its shape: as many paragraphs, chunks between blanks and
 * characters.  Where the shape is the transcript's and damage explains the
 * chunks, they are the transcript's.
 */
#ifndef VERBATIM_COMPARE_CHUNKS_H
#define VERBATIM_COMPARE_CHUNKS_H

#include <stdbool.h>

#include "compare/change.h"

/*
 * Compares one stretch (bytes, within a paragraph on each side) with another,
 * chunk by chunk.  Adds an edit for each damaged word and returns true where
 * the two have one shape and nearly all that differs is explained; else adds
 * nothing.
 */
bool
chunks_compare(const struct context *context, const struct span span[2],
	struct edit_list *out);

#endif
