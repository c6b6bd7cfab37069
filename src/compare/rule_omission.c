/* Text of the transcript that the reprint leaves out. */
#include "config.h"

#include <ctype.h>

#include "compare/lexicon.h"
#include "compare/passage.h"
#include "compare/rule.h"

/* A line like "(March 3)" is no stage note. */
static bool
has_digit(const char *text, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (isdigit((unsigned char)text[i]))
			return true;
	return false;
}

static bool
is_note(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	size_t n;
	const char *text = edit_text(context, edit, TRANSCRIPT, &n);

	(void)why;
	return edit->shape == EDIT_OMISSION && text_is_note(text, n) &&
		!(edit->part == PART_PARAGRAPHS && has_digit(text, n));
}

static bool
is_turn(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_OMISSION && edit->part == PART_TURN;
}

static bool
is_paragraph(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_OMISSION && edit->part == PART_PARAGRAPHS;
}

/* A word or three, a negation among them: what is said is turned round. */
static bool
turns_sense(const struct context *context, const struct edit *edit)
{
	const struct document *doc = context->doc[TRANSCRIPT];
	uint32_t i;

	if (edit_words(edit, TRANSCRIPT) > 3)
		return false;
	for (i = edit->words[TRANSCRIPT].start;
	     i < edit->words[TRANSCRIPT].end; i++)
		if (lexicon_negation(context->keys, doc->words[i].key))
			return true;
	return false;
}

static bool
is_sentence(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	const struct document *doc = context->doc[TRANSCRIPT];

	(void)why;
	return edit->shape == EDIT_OMISSION &&
		sentence_starts(doc, edit->words[TRANSCRIPT].start) &&
		sentence_starts(doc, edit->words[TRANSCRIPT].end);
}

/* Are the words before (or behind) the ones left out the same again? */
static bool
is_repetition(const struct context *context, const struct edit *edit)
{
	const struct document *doc = context->doc[TRANSCRIPT];
	struct span words = edit->words[TRANSCRIPT];
	uint32_t n = span_length(words), i, before = 0, behind = 0;

	for (i = 0; i < n; i++) {
		uint32_t key = doc->words[words.start + i].key;

		before += words.start >= n &&
			doc->words[words.start - n + i].key == key;
		behind += words.end + i < doc->nword &&
			doc->words[words.end + i].key == key;
	}
	return n && (before == n || behind == n);
}

/* "infa- invading": a word broken off, and begun again. */
static bool
is_false_start(const struct context *context, const struct edit *edit)
{
	const struct document *doc = context->doc[TRANSCRIPT];
	uint32_t last = edit->words[TRANSCRIPT].end - 1;
	const struct word *word = &doc->words[last];

	return edit_words(edit, TRANSCRIPT) <= 2 && word->end < doc->ntext &&
		doc->text[word->end] == '-' && word->end + 1 < doc->ntext &&
		(doc->text[word->end + 1] == ' ' ||
		 doc->text[word->end + 1] & 0x80);
}

static bool
is_words(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	if (edit->shape != EDIT_OMISSION || turns_sense(context, edit) ||
	    edit_is_number_part(context, edit))
		return false;
	if (is_repetition(context, edit))
		why->chain = "said twice in the transcript";
	else if (is_false_start(context, edit))
		why->chain = "a false start in the transcript";
	why->light = why->chain != NULL;
	return true;
}

static const struct kind kinds[] = {
	{ "omission.note", NOTE, "Stage note left out",
	  "A stage note left out: (Applause.), [Laughter], (inaudible).",
	  is_note },
	{ "omission.turn", WARNING, "Turn left out",
	  "A speaker's whole turn left out between kept ones.", is_turn },
	{ "omission.paragraph", WARNING, "Paragraph left out",
	  "Whole paragraphs left out between kept ones.", is_paragraph },
	{ "omission.sentence", ERROR, "Sentence left out",
	  "A sentence left out of a passage that is otherwise there.",
	  is_sentence },
	{ "omission.words", ERROR, "Words left out",
	  "Words left out of a sentence that is otherwise there.", is_words },
	{ NULL, NOTE, NULL, NULL, NULL }
};

const struct family family_omission = { "omission", "LEFT OUT", kinds, false };
