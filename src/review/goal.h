/* How much of the transcript, or of what a speaker says in it, the reprint has
 * to have. */
#ifndef VERBATIM_REVIEW_GOAL_H
#define VERBATIM_REVIEW_GOAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "compare/comparison.h"
#include "review/gate.h"

struct goal {
	const char *value;		/* as given: "KERRY=100%" */
	struct gate_part speaker;	/* of it; empty: the whole */
	unsigned share;			/* hundredths of a percent */
	size_t ncovered, nword;
};

/* Finds who is meant, under one name or another; -1 with err set where the
 * transcript has nobody of that name, or several. */
int
goal_find(struct goal *goal, const char *value, const struct gate *gate,
	const struct comparison *cmp, struct error *err);

bool
goal_is_met(const struct goal *goal);

/* Do both say it of the same speaker? */
bool
goal_is_repeated(const char *value, const char *later);

/* Appends "KERRY: 64% of 1906 words are covered". */
void
goal_put(struct buffer *out, const struct goal *goal);

/* Do the two labels, which differ, name one speaker by an alias? */
bool
alias_explains(const struct gate_values *aliases, struct gate_part a,
	struct gate_part b);

#endif
