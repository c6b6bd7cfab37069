/* A set of kinds, as it is named on a command line: by kind or by family. */
#ifndef VERBATIM_REVIEW_KIND_SET_H
#define VERBATIM_REVIEW_KIND_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/finding.h"

/* All zero is the empty set. */
struct kind_set {
	uint64_t bits[KINDS_ROOM / 64];
};

/* Adds the kind, or all of the family, of that name (n bytes); false where
 * there is neither. */
bool
kind_set_add(struct kind_set *set, const char *name, size_t n);

bool
kind_set_has(const struct kind_set *set, const struct kind *kind);

#endif
