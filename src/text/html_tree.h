/*
 * HTML as a tree, and what its character references stand for.
 *
 * gumbo does the work, within limits of time and memory: it is quadratic in
 * what a page leaves open, and trusts its input.
 */
#ifndef VERBATIM_TEXT_HTML_TREE_H
#define VERBATIM_TEXT_HTML_TREE_H

#include <gumbo.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/memory.h"

struct html_tree {
	const GumboNode *root;		/* <html> */
	struct arena arena;
};

/*
 * Parses UTF-8 without a byte order mark, which has to outlive the tree.  -1
 * with err set where it is too large or too badly made (the sentence has no
 * path); nothing is to be released then.
 */
int
html_tree_parse(struct html_tree *tree, const char *html, size_t n,
	struct error *err);

void
html_tree_release(struct html_tree *tree);

/* White space of HTML. */
bool
html_is_space(char c);

/* What follows the tag at p, whose '<' it is, or what looks like one. */
const char *
html_skip_tag(const char *p, const char *end);

/* What follows the comment whose inside begins at p. */
const char *
html_skip_comment(const char *p, const char *end);

/* The tag whose name *p points to; moves *p behind the name. */
GumboTag
html_read_tag(const char **p, const char *end);

#define HTML_REFERENCE_LENGTH 40	/* the longest name has 32 */

/* What a character reference stands for, as browsers see it: "&#146;" is a
 * quotation mark, "&copy2016" needs no semicolon. */
struct html_reference {
	char source[HTML_REFERENCE_LENGTH + 4];
	unsigned nsource;		/* bytes that were looked at */
	unsigned length;		/* bytes it has; 0: it is none */
	char text[12];			/* UTF-8 */
	unsigned ntext;
};

#define HTML_REFERENCES 64

/* Those seen last.  Zeroed, it is empty. */
struct html_references {
	struct html_reference cache[HTML_REFERENCES];
};

/* The reference that the '&' at p begins. */
const struct html_reference *
html_reference_find(struct html_references *refs, const char *p,
	const char *end);

#endif
