/*
 * A short stretch of a document cut into words, marks, white space and breaks,
 * and two such stretches set opposite each other.
 */
#ifndef VERBATIM_COMPARE_TOKEN_H
#define VERBATIM_COMPARE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/change.h"

enum token_type { TOKEN_WORD, TOKEN_MARK, TOKEN_SPACE, TOKEN_BREAK };

struct token {
	enum token_type type;
	uint32_t start, end;		/* bytes of text */
	uint32_t value;			/* word: index; mark: code point */
	bool late;			/* of two that fit, the other one */
};

struct token_list {
	struct token *token;
	size_t n, cap;
};

/*
 * Cuts bytes [start, end) of a document's text.  Labels are left out; what lies
 * between paragraphs is one break.
 */
void
tokens_cut(const struct document *doc, struct span span,
	struct token_list *out);

/* A token of the one opposite one of the other; NO_TOKEN for none. */
#define NO_TOKEN SIZE_MAX

struct token_pair {
	size_t at[2];
	bool alike;
	bool joined;			/* one of two or three words that are
					   one word on the other side */
};

struct token_pair_list {
	struct token_pair *pair;
	size_t n, cap;
};

/* Sets all tokens of both lists opposite each other, in order, at the least
 * cost (Needleman & Wunsch 1970); out is empty.  Quadratic; see
 * TOKEN_PAIRS_MOST. */
#define TOKEN_PAIRS_MOST 60000

void
tokens_pair(const struct context *context,
	const struct token_list list[2], struct token_pair_list *out);

/* How alike two words are, letter by letter: 0 to 1 (1 - edit distance with
 * transpositions by the longer length; Damerau 1964). */
double
words_similarity(const struct keys *keys, uint32_t a, uint32_t b);

/* The offset behind the label that a paragraph opens with and its colon; the
 * paragraph's start where it has none. */
uint32_t
paragraph_label_end(const struct document *doc,
	const struct paragraph *para);

#endif
