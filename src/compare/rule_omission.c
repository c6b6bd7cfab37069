/* Text of the transcript that the reprint leaves out. */
#include "config.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "compare/language.h"
#include "compare/lexicon.h"
#include "compare/passage.h"
#include "compare/rule.h"
#include "compare/words.h"

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
is_filler(const struct context *context, uint32_t word)
{
	const struct document *doc = context->doc[TRANSCRIPT];

	return lexicon_filler(context->keys, doc->words[word].key) ||
		(lexicon_english_filler(context->keys, doc->words[word].key) &&
		 language_is_english(doc, context->keys, word));
}

/* "Uh." is no sentence. */
static bool
all_fillers(const struct context *context, const struct edit *edit)
{
	uint32_t i = edit->words[TRANSCRIPT].start;

	while (i < edit->words[TRANSCRIPT].end && is_filler(context, i))
		i++;
	return i == edit->words[TRANSCRIPT].end;
}

static bool
is_sentence(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	const struct document *doc = context->doc[TRANSCRIPT];

	(void)why;
	return edit->shape == EDIT_OMISSION &&
		sentence_starts(doc, edit->words[TRANSCRIPT].start) &&
		sentence_starts(doc, edit->words[TRANSCRIPT].end) &&
		!all_fillers(context, edit);
}

/* ---- slips of the tongue ---- */

/* Words left out that may still be one. */
#define SLIP_MOST 8

/* Do the words go on in steps of `step` as those behind, or before, do? */
static bool
goes_on(const struct document *doc, struct span words, const uint32_t *keys,
	uint32_t n, uint32_t step)
{
	uint32_t i, before = 0, behind = 0;

	for (i = 0; i < n; i++) {
		uint32_t at = words.end + i + step - n;

		if (i + step < n)
			behind += keys[i + step] == keys[i];
		else
			behind += at < doc->nword &&
				doc->words[at].key == keys[i];
		if (i >= step)
			before += keys[i - step] == keys[i];
		else
			before += words.start >= step && doc->words[
				words.start - step + i].key == keys[i];
	}
	return before == n || behind == n;
}

/* Are the words before, or behind, the ones left out these again, once or more
 * often? */
static bool
said_again(const struct document *doc, struct span words,
	const uint32_t *keys, uint32_t n)
{
	uint32_t step;

	for (step = 1; step <= n; step++)
		if (n % step == 0 && goes_on(doc, words, keys, n, step))
			return true;
	return false;
}

/* Does the word begin as the other one does?  Letters that both begin with,
 * all of them or half, and two at least. */
static bool
begins_alike(const struct keys *keys, uint32_t fragment, uint32_t word)
{
	size_t n, m, i = 0;
	const char *a = keys_text(keys, fragment, &n);
	const char *b = keys_text(keys, word, &m);

	while (i < n && i < m && a[i] == b[i])
		i++;
	return n < m && (i == n || (i >= 2 && 2 * i >= n &&
		!words_known(a, n)));
}

/* A dash of any sort, or dots. */
static bool
breaks_off(const char *p, const char *end)
{
	unsigned len;
	uint32_t code = p < end ? utf8_decode(p, end, &len) : 0;

	return (code >= 0x2012 && code <= 0x2015) || code == 0x2026 ||
		(end - p > 2 && (!memcmp(p, "--", 2) || !memcmp(p, "- ", 2) ||
		 !memcmp(p, "...", 3)));
}

/* "infa- " */
static bool
ends_in_hyphen(const struct document *doc, uint32_t word)
{
	const char *p = doc->text + doc->words[word].end;

	return p + 1 < doc->text + doc->ntext && *p == '-' &&
		(p[1] == ' ' || p[1] & 0x80);
}

/* "infa- invading", "infa – invading": a word broken off, and begun again. */
static bool
is_broken_off(const struct context *context, uint32_t word)
{
	const struct document *doc = context->doc[TRANSCRIPT];
	const char *p = doc->text + doc->words[word].end;
	const char *end = doc->text + doc->ntext;
	uint32_t next = word + 1;

	if (ends_in_hyphen(doc, word))
		return true;
	while (next < doc->nword && is_filler(context, next))
		next++;
	if (next >= doc->nword || !begins_alike(context->keys,
			doc->words[word].key, doc->words[next].key))
		return false;
	while (p < end && *p == ' ')
		p++;
	return breaks_off(p, end);
}

/* What was not meant to be said, in words; NULL where it was. */
static const char *
slip(const struct context *context, const struct edit *edit)
{
	const struct document *doc = context->doc[TRANSCRIPT];
	struct span words = edit->words[TRANSCRIPT];
	uint32_t meant[SLIP_MOST], n = 0, broken = 0, i;

	if (words.start == words.end || span_length(words) > SLIP_MOST)
		return NULL;
	for (i = words.start; i < words.end; i++) {
		if (is_filler(context, i))
			continue;
		if (is_broken_off(context, i))
			broken++;
		else
			meant[n++] = doc->words[i].key;
	}
	if (n && said_again(doc, words, meant, n))
		return "said twice in the transcript";
	/* "the three wor- — free world" */
	if (n > 1 || (n && (!ends_in_hyphen(doc, words.end - 1) ||
	    turns_sense(context, edit))))
		return NULL;
	return broken ? "a false start in the transcript" :
		"a filler in the transcript";
}

static bool
is_words(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	if (edit->shape != EDIT_OMISSION ||
	    edit_is_number_part(context, edit))
		return false;
	why->chain = slip(context, edit);
	why->light = why->chain != NULL;
	return why->light || !turns_sense(context, edit);
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
