/* Pieces of paragraphs opposite pieces of paragraphs. */
#ifndef VERBATIM_COMPARE_PIECE_H
#define VERBATIM_COMPARE_PIECE_H

#include "compare/change.h"
#include "compare/comparison.h"

/* The pieces in the context's arena; see struct comparison. */
struct piece *
pieces_find(const struct context *context, size_t *n);

#endif
