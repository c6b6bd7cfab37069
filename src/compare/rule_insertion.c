/* Text that the reprint puts in. */
#include "config.h"

#include <string.h>

#include "compare/lexicon.h"
#include "compare/passage.h"
#include "compare/rule.h"
#include "text/glyph.h"

static bool
holds(const char *text, size_t n, const char *word)
{
	return memmem(text, n, word, strlen(word)) != NULL;
}

/* Does the transcript know the reprint's speaker? */
static bool
speaks_there(const struct context *context, uint32_t speaker)
{
	const struct document *doc = context->doc[TRANSCRIPT];
	const struct speaker *it = &context->doc[REPRINT]->speakers[speaker];
	size_t i;

	for (i = 0; i < doc->nspeaker; i++)
		if (doc->speakers[i].key == it->key)
			return true;
	return false;
}

/* A line that no speaker says: an address, a heading, a page number. */
static bool
looks_like_furniture(const struct context *context, const struct edit *edit)
{
	static const char *const signs[] = { "http://", "https://", "www.",
		"\xC2\xA9", " | ", "All rights reserved", NULL };
	size_t n;
	const char *text = edit_text(context, edit, REPRINT, &n);
	const struct document *doc = context->doc[REPRINT];
	size_t para = document_paragraph_at(doc, edit->span[REPRINT].start);
	int i;

	for (i = 0; signs[i]; i++)
		if (holds(text, n, signs[i]))
			return true;
	/* a heading has no stop and is nobody's */
	return edit_words(edit, REPRINT) <= 12 && n &&
		(!doc->paragraphs[para].nlabel ||
		 !speaks_there(context, doc->paragraphs[para].speaker)) &&
		!strchr(".!?\"'):;,", text[n - 1]) && !(text[n - 1] & 0x80);
}

static bool
is_apparatus(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	return edit->shape == EDIT_APPARATUS ||
		(edit->shape == EDIT_INSERTION &&
		 edit->part == PART_PARAGRAPHS &&
		 looks_like_furniture(context, edit));
}

static bool
is_note(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	size_t n;
	const char *text = edit_text(context, edit, REPRINT, &n);

	(void)why;
	return edit->shape == EDIT_INSERTION && text_is_note(text, n);
}

static bool
is_paragraph(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_INSERTION && edit->part == PART_PARAGRAPHS;
}

static bool
is_sentence(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	const struct document *doc = context->doc[REPRINT];

	(void)why;
	return edit->shape == EDIT_INSERTION &&
		edit_words(edit, REPRINT) > 1 &&
		sentence_starts(doc, edit->words[REPRINT].start) &&
		sentence_starts(doc, edit->words[REPRINT].end);
}

static bool
turns_sense(const struct context *context, const struct edit *edit)
{
	const struct document *doc = context->doc[REPRINT];
	uint32_t i;

	if (edit_words(edit, REPRINT) > 3)
		return false;
	for (i = edit->words[REPRINT].start; i < edit->words[REPRINT].end; i++)
		if (lexicon_negation(context->keys, doc->words[i].key))
			return true;
	return false;
}

static bool
is_words(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	return edit->shape == EDIT_INSERTION && !turns_sense(context, edit) &&
		!edit_is_number_part(context, edit);
}

static const struct kind kinds[] = {
	{ "insertion.apparatus", NOTE, "The reprint's own furniture",
	  "Headline, dateline, byline, lead-in, footer: the reprint's own, not "
	  "a speaker's.", is_apparatus },
	{ "insertion.note", NOTE, "Stage note put in",
	  "A stage note that the transcript does not have.", is_note },
	{ "insertion.paragraph", ERROR, "Paragraph put in",
	  "A paragraph put among the speakers' words.", is_paragraph },
	{ "insertion.sentence", ERROR, "Sentence put in",
	  "A sentence put into the speaker's words.", is_sentence },
	{ "insertion.words", ERROR, "Words put in",
	  "Words put into the speaker's words.", is_words },
	{ NULL, NOTE, NULL, NULL, NULL }
};

const struct family family_insertion = { "insertion", "PUT IN", kinds, false };
