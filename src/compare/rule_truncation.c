/* Text cut off: at the ends, with a sign, in mid-sentence. */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "compare/passage.h"
#include "compare/rule.h"
#include "compare/text_diff.h"
#include "text/glyph.h"

static bool
is_head(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_OMISSION && edit->part == PART_HEAD;
}

static bool
is_tail(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_OMISSION && edit->part == PART_TAIL;
}

static bool
is_elided(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	/* the sign is all that the reprint has at an omission */
	return edit->shape == EDIT_OMISSION &&
		span_length(edit->span[REPRINT]) > 0;
}

/* Does the reprint end the sentence where the words are left out? */
static bool
ends_there(const struct context *context, const struct edit *edit)
{
	const struct document *doc = context->doc[REPRINT];
	uint32_t at = edit->span[REPRINT].start;

	while (at < doc->ntext) {
		struct glyph glyph = glyph_read(doc->text + at,
			doc->text + doc->ntext);

		if (glyph.code == '.' || glyph.code == '!' ||
		    glyph.code == '?')
			return true;
		if (glyph_class(glyph.code) != GLYPH_MARK &&
		    glyph_class(glyph.code) != GLYPH_JOINER)
			return false;
		at += glyph.length;
	}
	return false;
}

static bool
is_mid_sentence(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	return edit->shape == EDIT_OMISSION && edit->part == PART_REST &&
		!sentence_starts(context->doc[TRANSCRIPT],
			edit->words[TRANSCRIPT].start) &&
		!ends_there(context, edit);
}

static const struct kind kinds[] = {
	{ "truncation.head", WARNING, "The beginning is missing",
	  "The reprint begins after the transcript begins.", is_head },
	{ "truncation.tail", WARNING, "The end is missing",
	  "The reprint ends before the transcript ends.", is_tail },
	{ "truncation.elided", WARNING, "Cut with a sign",
	  "Text cut and marked so: ..., … or [...].", is_elided },
	{ "truncation.mid-sentence", ERROR, "Breaks off in mid-sentence",
	  "A paragraph or sentence breaks off without a sign.",
	  is_mid_sentence },
	{ NULL, NOTE, NULL, NULL, NULL }
};

const struct family family_truncation = { "truncation", "CUT", kinds, false };
