/* Words that a project takes for the same: "colour/color", "per cent/percent".
 */
#ifndef VERBATIM_REVIEW_EQUIVALENT_H
#define VERBATIM_REVIEW_EQUIVALENT_H

#include <stdbool.h>
#include <stddef.h>

#include "review/gate.h"

struct equivalents;

/* Of the groups that the values have. */
struct equivalents *
equivalents_new(const struct gate_values *groups, char separator);

void
equivalents_free(struct equivalents *equivalents);

/* Do the two differ by nothing but case, white space and words that are
 * equivalent, and by these at least once? */
bool
equivalents_explain(const struct equivalents *equivalents,
	struct gate_part a, struct gate_part b);

/* Is it the same name, case and white space apart? */
bool
names_equal(struct gate_part a, struct gate_part b);

#endif
