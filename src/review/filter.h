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
	const char *kind;		/* name of a kind or family, or NULL */
	const char *speaker;		/* as finding_speaker() has it, or
					   NULL */
	bool fold_typography;		/* the family */
	bool fold_case;			/* differs by case alone */
	bool fold_spaces;		/* differs by white space alone, breaks
					   between paragraphs among it */
	bool fold_decided;		/* patterns of which every finding is
					   decided */
};

/* Whose words the finding is about: the transcript's speaker, or the
 * reprint's where that alone has a place for it; NULL: nobody's. */
const char *
finding_speaker(const struct comparison *cmp, const struct finding *finding);

bool
filter_shows(const struct filter *filter, const struct review *review,
	const struct finding *finding);

/* The same for all findings at once, in time linear in their number: fills
 * shown[] for each, and returns how many are shown. */
size_t
filter_select(const struct filter *filter, const struct review *review,
	bool *shown);

#endif
