/*
 * What differs, place by place, before anything is said about why.
 *
 * An edit is the smallest difference that makes sense alone: a word, a mark, a
 * paragraph break, a passage.  Edits of one document do not overlap, but for
 * MOVED and LABEL, which say something of text that has edits of its own.
 */
#ifndef VERBATIM_COMPARE_CHANGE_H
#define VERBATIM_COMPARE_CHANGE_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/align.h"
#include "compare/damage.h"
#include "compare/usage.h"

enum edit_shape {
	EDIT_WORD,		/* one word opposite one with the same key */
	EDIT_TEXT,		/* words or marks opposite others, or nothing */
	EDIT_SPACE,		/* white space opposite other white space */
	EDIT_SPLIT,		/* a break opposite white space */
	EDIT_MERGE,		/* white space opposite a break */
	EDIT_OMISSION,		/* words of the transcript opposite none */
	EDIT_INSERTION,		/* words of the reprint opposite none */
	EDIT_ORDER,		/* the same words in another order */
	EDIT_MOVED,
	EDIT_DUPLICATED,
	EDIT_APPARATUS,		/* outside the transcript's text */
	EDIT_CORRECTION,	/* the transcript's correction in place */
	EDIT_LABEL,		/* a label opposite another, or none */
	EDIT_SWALLOWED		/* a label opposite none, among words */
};

/* Which part of its surroundings an omission or insertion is. */
enum edit_part {
	PART_WITHIN,		/* words with kept ones on both sides of them
				   in the paragraph, or at its start */
	PART_REST,		/* the paragraph breaks off here */
	PART_PARAGRAPHS,	/* whole ones */
	PART_TURN,		/* all that a speaker says at once */
	PART_HEAD,		/* all before the first common word */
	PART_TAIL		/* all behind the last one */
};

struct edit {
	enum edit_shape shape;
	enum edit_part part;
	struct span span[2];		/* bytes of text */
	bool has[2];
	struct span words[2];		/* indices of words, half-open */
	bool same_person;		/* EDIT_LABEL */
	struct damage damage;		/* what proves it to be damage */
	struct damage reverse;		/* the same, were the reprint sound */
};

struct edit_list {
	struct edit *edit;
	size_t n, cap;
};

/* What all stages behind the alignment are told. */
struct context {
	const struct document *doc[2];
	const struct keys *keys;
	const struct alignment *alignment;
	/* paragraphs of the reprint that have aligned words */
	const bool *body;
	const struct usage *usage;
	struct forensics *forensics;
	/* words of each side in paragraphs that damage has made unreadable:
	 * they have no mates, but are neither put in nor left out */
	bool *hidden[2];
	struct arena *arena;		/* of the comparison */
};

/* All edits, by place in the reprint, then in the transcript. */
void
changes_find(const struct context *context, struct edit_list *out);

#endif
