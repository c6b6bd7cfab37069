/*
 * A pattern of paragraphs, as a project may have it: furniture that is known,
 * passages that do not matter.
 *
 *	Read also: *		a glob, for the whole of the paragraph: * is any
 *				text, ? any character, \ takes the next as it
 *				is, and a blank is any white space
 *	/^Page [0-9]+$/		a regular expression, for any part of it
 *
 * Patterns may be a stranger's.  What it costs to match is bounded, whatever
 * the pattern and the text.
 */
#ifndef VERBATIM_REVIEW_PASSAGE_RULE_H
#define VERBATIM_REVIEW_PASSAGE_RULE_H

#include <stdbool.h>

#include "base/error.h"
#include "text/document.h"

#define PASSAGE_RULE_BYTES 500		/* of a pattern, at most */

struct passage_rule;

/* The pattern is borrowed.  NULL with err set where it is none. */
struct passage_rule *
passage_rule_new(const char *pattern, struct error *err);

void
passage_rule_free(struct passage_rule *rule);

/* Sets marks[i] for each paragraph of the document that the pattern fits, and
 * leaves the others; -1 with err set where that would cost too much. */
int
passage_rule_mark(struct passage_rule *rule, const struct document *doc,
	bool *marks, struct error *err);

#endif
