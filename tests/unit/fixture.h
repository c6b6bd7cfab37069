/*
 * A comparison made by hand: two texts, the pieces that stand opposite each
 * other, and what is found.  Reports are tested with it, so that what they
 * print depends on nothing that compares.
 */
#ifndef VERBATIM_TESTS_FIXTURE_H
#define VERBATIM_TESTS_FIXTURE_H

#include "review/review.h"

struct fixture {
	struct keys *keys;
	struct document *doc[2];
	struct comparison comparison;
	struct review review;
	size_t piece_cap, finding_cap, pattern_cap;
};

/* Opens the two texts. */
void
fixture_init(struct fixture *fixture, const char *reprint,
	const char *transcript);

void
fixture_release(struct fixture *fixture);

/* The first place of the words, which must be there. */
struct span
fixture_span(const struct fixture *fixture, enum side side,
	const char *words);

/* The empty place before, or behind, the words. */
struct span
fixture_before(const struct fixture *fixture, enum side side,
	const char *words);

struct span
fixture_behind(const struct fixture *fixture, enum side side,
	const char *words);

/* Adds a piece; NULL for a side that does not have it. */
void
fixture_piece(struct fixture *fixture, enum relation relation,
	const char *reprint, const char *transcript);

/* Adds a finding; the caller may change it until the next is added. */
struct finding *
fixture_finding(struct fixture *fixture, const char *kind,
	struct span reprint, struct span transcript);

/* The same for words that both have at their first place. */
struct finding *
fixture_words(struct fixture *fixture, const char *kind, const char *reprint,
	const char *transcript);

/* Sorts the findings, makes patterns of those that say the same, and counts
 * what is covered. */
void
fixture_end(struct fixture *fixture);

#endif
