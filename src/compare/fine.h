/*
 * Small differences: two short stretches set opposite each other token by
 * token, and the edits that come of it.
 */
#ifndef VERBATIM_COMPARE_FINE_H
#define VERBATIM_COMPARE_FINE_H

#include <stdbool.h>

#include "compare/change.h"
#include "compare/token.h"

struct fine {
	const struct context *context;
	struct edit_list *out;		/* where the edits go */
	struct token_list list[2];
	struct token_pair_list pairs;
	struct span span[2];
	bool wall_before, wall_after;	/* words stand there on one side */
};

/* A stretch of pairs, half-open. */
struct group {
	size_t from, to;
};

/* Cuts both stretches (bytes) into tokens. */
void
fine_init(struct fine *fine, const struct context *context,
	const struct span span[2], struct edit_list *out);

void
fine_release(struct fine *fine);

/* Are there few enough tokens to pair them? */
bool
fine_is_small(const struct fine *fine);

/* The token of a pair on a side; NULL where it has none. */
const struct token *
fine_token(const struct fine *fine, size_t pair, int side);

/* Where the side stands behind the pairs before this one, in bytes. */
uint32_t
fine_offset(const struct fine *fine, size_t pair, int side);

/* Adds the edits of all pairs; tokens_pair() has filled fine->pairs. */
void
fine_emit(struct fine *fine);

/* Adds one edit, if all that is not alike is one damaged place; pairs the
 * tokens and forgets them again. */
bool
fine_emit_damaged(struct fine *fine);

/* White space, a break, or nothing (NULL). */
bool
token_is_blank(const struct token *token);

/* Adds an edit that both sides have a place for. */
void
edit_add(struct edit_list *list, struct edit edit);

bool
edit_same_bytes(const struct context *context, const struct span span[2]);

/* The damage that leads from the other side's text to this side's. */
struct damage
edit_damage(const struct context *context, const struct edit *edit,
	enum side side);

/* Fills in damage, or else reverse. */
void
edit_explain(const struct context *context, struct edit *edit);

#endif
