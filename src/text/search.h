/*
 * Where words stand in a text, as a reader would look for them.
 *
 * Case does not count unless the pattern has a capital; a blank stands for any
 * run of white space, so that a phrase is found across the ends of lines; and
 * a straight quote or a hyphen stands for every sort of it.
 */
#ifndef VERBATIM_TEXT_SEARCH_H
#define VERBATIM_TEXT_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "text/span.h"

struct search;

/* NULL where there is nothing in the pattern (UTF-8) to look for. */
struct search *
search_new(const char *pattern);

void
search_free(struct search *search);

/* The first match that starts in [from, n); false where there is none. */
bool
search_next(const struct search *search, const char *text, size_t n,
	size_t from, struct span *match);

/* The last match that starts before `before`. */
bool
search_previous(const struct search *search, const char *text, size_t n,
	size_t before, struct span *match);

#endif
