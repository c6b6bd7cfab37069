/* Where the text stands, not what it says. */
#include "config.h"

#include "compare/rule.h"

static bool
is_split(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_SPLIT;
}

static bool
is_merge(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_MERGE;
}

static bool
is_moved(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_MOVED;
}

static bool
is_duplicated(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_DUPLICATED;
}

static const struct kind kinds[] = {
	{ "structure.split", NOTE, "Paragraph split",
	  "One paragraph set as two.", is_split },
	{ "structure.merge", NOTE, "Paragraphs merged",
	  "Two paragraphs set as one.", is_merge },
	{ "structure.moved", WARNING, "Passage moved",
	  "A passage that stands elsewhere in the transcript's order.",
	  is_moved },
	{ "structure.duplicated", NOTE, "Passage printed again",
	  "A passage printed twice, as in a teaser; the fuller copy is the "
	  "one compared.", is_duplicated },
	{ NULL, NOTE, NULL, NULL, NULL }
};

const struct family family_structure = { "structure", "MOVED", kinds, false };
