/*
 * Which findings are looked at: a predicate that the viewer changes live.
 */
#ifndef VERBATIM_REVIEW_FILTER_H
#define VERBATIM_REVIEW_FILTER_H

#include "review/review.h"

enum filter_decided { ANY_VERDICT, UNDECIDED, DECIDED };

/* All zero shows everything. */
struct filter {
	enum severity least;
	enum filter_decided decided;
	const char *kind;		/* a kind or a family by name, or NULL */
	const char *speaker;		/* of the transcript, or of the reprint
					   where only that has it; or NULL */
	bool fold_typography;		/* the family */
	bool fold_case;			/* differs by case alone */
	bool fold_spaces;		/* differs by white space alone */
	bool fold_decided;		/* patterns of which every finding is
					   decided */
};

bool
filter_shows(const struct filter *filter, const struct review *review,
	const struct finding *finding);

#endif
