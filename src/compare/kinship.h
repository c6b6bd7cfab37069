/*
 * How near a text is to others that it may have been made from: roughly, for
 * many, and by what a comparison found, for few.
 */
#ifndef VERBATIM_COMPARE_KINSHIP_H
#define VERBATIM_COMPARE_KINSHIP_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/comparison.h"

/* The sequences of three words that a text has. */
struct kinship;

struct kinship *
kinship_new(const struct document *doc);

void
kinship_free(struct kinship *kinship);

/* How many of them the other has too: linear in its words.  Both have the same
 * keys. */
size_t
kinship_shared(struct kinship *kinship, const struct document *other);

/* What keeps a reprint from being made of a transcript. */
struct distance {
	bool related;			/* else the rest is nothing */
	size_t nword;			/* words of either in errors */
	size_t count[ERROR + 1];	/* findings of each severity */
};

struct distance
distance_of(const struct comparison *cmp);

/* Below 0 where a is the nearer: related, then by words in errors, errors,
 * warnings, notes. */
int
distance_compare(const struct distance *a, const struct distance *b);

#endif
