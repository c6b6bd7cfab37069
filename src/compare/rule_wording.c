/*
 * Other words.  The predicates go from what weighs most and can be told for
 * sure (a number, a negation) to what is left.
 */
#include "config.h"

#include <string.h>
#include <unicode/uchar.h>

#include "compare/calendar.h"
#include "compare/language.h"
#include "compare/lexicon.h"
#include "compare/number.h"
#include "compare/passage.h"
#include "compare/rule.h"
#include "compare/spelling.h"
#include "compare/spellout.h"
#include "compare/text_diff.h"
#include "compare/token.h"
#include "text/glyph.h"

/* Words on both sides, other ones. */
static bool
is_replaced(const struct edit *edit)
{
	return edit->shape == EDIT_TEXT && edit_words(edit, REPRINT) &&
		edit_words(edit, TRANSCRIPT);
}

static bool
any_number(const struct context *context, const struct edit *edit,
	enum side side)
{
	uint32_t i;

	for (i = edit->words[side].start; i < edit->words[side].end; i++)
		if (number_word(context->keys,
				context->doc[side]->words[i].key))
			return true;
	return false;
}

/* One weekday for another, one month for another, one number word for another
 * in whatever language. */
static bool
changes_counting(const struct context *context, const struct edit *edit)
{
	const char *a, *b;
	size_t na, nb;
	uint32_t x, y;

	if (edit_words(edit, REPRINT) != 1 ||
	    edit_words(edit, TRANSCRIPT) != 1)
		return false;
	x = context->doc[0]->words[edit->words[0].start].key;
	y = context->doc[1]->words[edit->words[1].start].key;
	if (language_is_english(context->doc[TRANSCRIPT], context->keys,
			edit->words[TRANSCRIPT].start))
		return calendar_same_sort(context->keys, x, y, ENGLISH_ALONE);
	if (calendar_same_sort(context->keys, x, y, ALL_LANGUAGES))
		return true;
	a = keys_text(context->keys, x, &na);
	b = keys_text(context->keys, y, &nb);
	return spellout_differ(language_guess(context->doc[TRANSCRIPT],
		context->keys, edit->words[TRANSCRIPT].start), a, na, b, nb);
}

/* "per cent" and "percent": the same letters, cut otherwise. */
static bool
same_letters(const struct context *context, const struct edit *edit)
{
	char letters[2][128];
	size_t n[2] = { 0, 0 };
	int side;
	uint32_t i;

	for (side = 0; side < 2; side++)
		for (i = edit->words[side].start; i < edit->words[side].end;
		     i++) {
			size_t length;
			const char *word = keys_text(context->keys,
				context->doc[side]->words[i].key, &length);

			if (n[side] + length > sizeof(letters[side]))
				return false;
			memcpy(letters[side] + n[side], word, length);
			n[side] += length;
		}
	return n[0] == n[1] && !memcmp(letters[0], letters[1], n[0]);
}

static bool
is_number(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	return edit_is_number_part(context, edit) || (is_replaced(edit) &&
		(changes_counting(context, edit) ||
		 number_compare(context->doc, context->keys, edit->span,
			edit->words) == NUMBERS_DIFFER ||
		(any_number(context, edit, REPRINT) &&
		 any_number(context, edit, TRANSCRIPT) &&
		 !same_letters(context, edit))));
}

/* Is the side the other one, but for a negation in it? */
static bool
negates(const struct context *context, const struct edit *edit,
	enum side side)
{
	const struct document *doc = context->doc[side];
	const struct document *other = context->doc[!side];
	uint32_t i = edit->words[side].start, j = edit->words[!side].start;
	bool any = false;

	for (; i < edit->words[side].end; i++) {
		uint32_t key = doc->words[i].key, n;
		const char *affirmed;
		size_t length;
		const char *word;

		if (j < edit->words[!side].end &&
		    other->words[j].key == key) {
			j++;
			continue;
		}
		if (!lexicon_negation(context->keys, key))
			return false;
		any = true;
		affirmed = lexicon_affirmed(context->keys, key, &n);
		if (!affirmed || j == edit->words[!side].end)
			continue;
		word = keys_text(context->keys, other->words[j].key, &length);
		if (length == n && !memcmp(word, affirmed, n))
			j++;
	}
	return any && j == edit->words[!side].end;
}

static bool
holds_negation(const struct context *context, const struct edit *edit,
	enum side side)
{
	uint32_t i;

	for (i = edit->words[side].start; i < edit->words[side].end; i++)
		if (lexicon_negation(context->keys,
				context->doc[side]->words[i].key))
			return true;
	return false;
}

/* "able" and "unable" */
static bool
changes_prefix(const struct context *context, const struct edit *edit)
{
	uint32_t a, b;

	if (edit_words(edit, REPRINT) != 1 ||
	    edit_words(edit, TRANSCRIPT) != 1)
		return false;
	a = context->doc[0]->words[edit->words[0].start].key;
	b = context->doc[1]->words[edit->words[1].start].key;
	return lexicon_prefixed(context->keys, a, b) ||
		lexicon_prefixed(context->keys, b, a);
}

static bool
is_negation(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	if (edit->shape == EDIT_OMISSION)
		return edit_words(edit, TRANSCRIPT) <= 3 &&
			holds_negation(context, edit, TRANSCRIPT);
	if (edit->shape == EDIT_INSERTION)
		return edit_words(edit, REPRINT) <= 3 &&
			holds_negation(context, edit, REPRINT);
	if (!is_replaced(edit))
		return false;
	return negates(context, edit, REPRINT) ||
		negates(context, edit, TRANSCRIPT) ||
		changes_prefix(context, edit) ||
		(edit_words(edit, REPRINT) <= 2 &&
		 edit_words(edit, TRANSCRIPT) <= 2 &&
		 holds_negation(context, edit, REPRINT) !=
		 holds_negation(context, edit, TRANSCRIPT));
}

/* ---- names ---- */

static uint32_t
first_code(const struct document *doc, uint32_t word)
{
	return glyph_read(doc->text + doc->words[word].start,
		doc->text + doc->words[word].end).code;
}

static bool
has_name(const struct context *context, const struct edit *edit,
	enum side side)
{
	const struct document *doc = context->doc[side];
	uint32_t i;

	for (i = edit->words[side].start; i < edit->words[side].end; i++)
		if (usage_is_name(context->usage, doc->words[i].key))
			return true;
	return false;
}

static bool
capitalised(const struct context *context, const struct edit *edit,
	enum side side)
{
	const struct document *doc = context->doc[side];
	uint32_t i;

	for (i = edit->words[side].start; i < edit->words[side].end; i++)
		if (!u_isUUppercase((UChar32)first_code(doc, i)))
			return false;
	return true;
}

static enum spelling
spelling(const struct context *context, const struct edit *edit)
{
	if (edit_words(edit, REPRINT) != 1 ||
	    edit_words(edit, TRANSCRIPT) != 1)
		return SPELLING_OTHER;
	return spelling_judge(context,
		context->doc[0]->words[edit->words[0].start].key,
		context->doc[1]->words[edit->words[1].start].key);
}

static bool
is_name(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	return is_replaced(edit) && edit_words(edit, REPRINT) <= 4 &&
		edit_words(edit, TRANSCRIPT) <= 4 &&
		spelling(context, edit) == SPELLING_OTHER &&
		capitalised(context, edit, REPRINT) &&
		capitalised(context, edit, TRANSCRIPT) &&
		(has_name(context, edit, REPRINT) ||
		 has_name(context, edit, TRANSCRIPT));
}

/* ---- order, spelling, case ---- */

static bool
same_words(const struct context *context, const struct edit *edit)
{
	uint32_t i, j, n = edit_words(edit, REPRINT);
	uint32_t used = 0;

	if (n != edit_words(edit, TRANSCRIPT) || n < 2 || n > 16)
		return false;
	for (i = 0; i < n; i++) {
		for (j = 0; j < n; j++)
			if (!(used >> j & 1) && context->doc[0]->words[
			    edit->words[0].start + i].key ==
			    context->doc[1]->words[
			    edit->words[1].start + j].key)
				break;
		if (j == n)
			return false;
		used |= 1u << j;
	}
	return true;
}

static bool
is_order(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	return edit->shape == EDIT_ORDER ||
		(is_replaced(edit) && same_words(context, edit));
}

/* "50,000" and "50000" */
static bool
same_figures(const struct context *context, const struct edit *edit)
{
	return is_replaced(edit) && any_number(context, edit, REPRINT) &&
		same_letters(context, edit);
}

static bool
is_spelling(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	if (edit->shape == EDIT_WORD) {
		size_t n[2];
		const char *a = edit_text(context, edit, REPRINT, &n[0]);
		const char *b = edit_text(context, edit, TRANSCRIPT, &n[1]);

		return text_differences(a, n[0], b, n[1]) != DIFFERS_CASE;
	}
	return is_replaced(edit) && !any_number(context, edit, REPRINT) &&
		(spelling(context, edit) != SPELLING_OTHER ||
		 same_letters(context, edit));
}

static bool
is_case(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_WORD;
}

static bool
is_punctuation(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	return edit_is_marks(edit) || same_figures(context, edit);
}

/* "must" and "should", "all" and "some": said with another strength. */
static bool
changes_strength(const struct context *context, const struct edit *edit)
{
	const struct document *const *doc = context->doc;

	return edit_words(edit, REPRINT) == 1 &&
		edit_words(edit, TRANSCRIPT) == 1 &&
		lexicon_other_strength(context->keys,
			doc[0]->words[edit->words[0].start].key,
			doc[1]->words[edit->words[1].start].key);
}

static bool
is_substitution(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	if (edit->shape != EDIT_TEXT)
		return false;
	if (changes_strength(context, edit))
		why->chain = "said with another strength";
	return true;
}

static const struct kind kinds[] = {
	{ "wording.negation", ERROR, "Negation changed",
	  "A negation added or taken away.", is_negation },
	{ "wording.number", ERROR, "Number changed",
	  "A figure, a date or a number word changed.", is_number },
	{ "wording.order", ERROR, "Words in another order",
	  "The same words in another order.", is_order },
	{ "wording.name", ERROR, "Name changed", "A proper name changed.",
	  is_name },
	{ "wording.spelling", WARNING, "Spelt otherwise",
	  "The same word spelt otherwise: a variant or a slip of the key.",
	  is_spelling },
	{ "wording.case", NOTE, "Upper or lower case",
	  "Only upper or lower case differs.", is_case },
	{ "wording.punctuation", NOTE, "Punctuation changed",
	  "Only punctuation differs, and typography does not explain it.",
	  is_punctuation },
	{ "wording.substitution", ERROR, "Other words",
	  "Other words than the speaker's.", is_substitution },
	{ NULL, NOTE, NULL, NULL, NULL }
};

const struct family family_wording = { "wording", "CHANGED", kinds, false };
