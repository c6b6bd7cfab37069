/* Small questions that more than one family asks. */
#include "config.h"

#include "compare/rule.h"

#include <string.h>

#include "compare/number.h"
#include "text/glyph.h"

const char *
edit_text(const struct context *context, const struct edit *edit,
	enum side side, size_t *n)
{
	*n = span_length(edit->span[side]);
	return context->doc[side]->text + edit->span[side].start;
}

uint32_t
edit_words(const struct edit *edit, enum side side)
{
	return edit->words[side].end - edit->words[side].start;
}

bool
edit_is_marks(const struct edit *edit)
{
	return edit->shape == EDIT_TEXT && !edit_words(edit, REPRINT) &&
		!edit_words(edit, TRANSCRIPT);
}

bool
text_is_note(const char *text, size_t n)
{
	while (n && (strchr(" .,;*_", text[n - 1]) && text[n - 1]))
		n--;
	while (n && strchr(" *_", *text) && *text)
		text++, n--;
	if (memchr(text, '\n', n))
		return false;
	return n > 2 && ((*text == '(' && text[n - 1] == ')') ||
		(*text == '[' && text[n - 1] == ']') ||
		(*text == '<' && text[n - 1] == '>'));
}

bool
edit_is_number_part(const struct context *context, const struct edit *edit)
{
	enum side side = edit->shape == EDIT_OMISSION ? TRANSCRIPT : REPRINT;
	const struct document *doc = context->doc[side];
	struct span words = edit->words[side];
	uint32_t i;

	if ((edit->shape != EDIT_OMISSION && edit->shape != EDIT_INSERTION) ||
	    !words.start || words.end - words.start > 3)
		return false;
	for (i = words.start; i < words.end; i++)
		if (!number_word(context->keys, doc->words[i].key))
			return false;
	return words.end > words.start &&
		doc->words[words.start].start -
		doc->words[words.start - 1].end == 1 &&
		number_word(context->keys, doc->words[words.start - 1].key);
}
