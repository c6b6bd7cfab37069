/* The same text set with other glyphs: never an error, always worth knowing. */
#include "config.h"

#include <string.h>

#include "compare/number.h"
#include "compare/rule.h"
#include "compare/text_diff.h"

static unsigned
differences(const struct context *context, const struct edit *edit)
{
	size_t n[2];
	const char *a = edit_text(context, edit, REPRINT, &n[0]);
	const char *b = edit_text(context, edit, TRANSCRIPT, &n[1]);

	return text_differences(a, n[0], b, n[1]);
}

static bool
both_of(const struct context *context, const struct edit *edit,
	enum mark_class class)
{
	size_t n[2];
	const char *a = edit_text(context, edit, REPRINT, &n[0]);
	const char *b = edit_text(context, edit, TRANSCRIPT, &n[1]);

	return edit_is_marks(edit) && text_mark_class(a, n[0]) == class &&
		text_mark_class(b, n[1]) == class;
}

static bool
is_quotes(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	return both_of(context, edit, MARK_QUOTE) ||
		(edit->shape == EDIT_WORD && !damage_is_sure(&edit->reverse) &&
		 (differences(context, edit) & DIFFERS_QUOTES));
}

static bool
is_dash(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	return both_of(context, edit, MARK_DASH);
}

static bool
is_ellipsis(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	return both_of(context, edit, MARK_ELLIPSIS);
}

static bool
is_space(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_SPACE;
}

static bool
is_ligature(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	return edit->shape <= EDIT_TEXT && !damage_is_sure(&edit->reverse) &&
		differences(context, edit) == DIFFERS_LIGATURE;
}

static bool
is_normalization(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	return edit->shape <= EDIT_TEXT &&
		differences(context, edit) == DIFFERS_NORMALIZATION;
}

static bool
is_markup(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	size_t n[2];
	const char *a = edit_text(context, edit, REPRINT, &n[0]);
	const char *b = edit_text(context, edit, TRANSCRIPT, &n[1]);

	(void)why;
	if (!edit_is_marks(edit) || (n[0] && n[1]))
		return false;
	return text_mark_class(n[0] ? a : b, n[0] + n[1]) == MARK_MARKUP;
}

/* Letters and digits of a side, one after another, as they are. */
static size_t
letters(const struct context *context, const struct edit *edit,
	enum side side, char *out, size_t room)
{
	const struct document *doc = context->doc[side];
	size_t n = 0;
	uint32_t i;

	for (i = edit->words[side].start; i < edit->words[side].end; i++) {
		size_t length = doc->words[i].end - doc->words[i].start;

		if (n + length > room)
			return 0;
		memcpy(out + n, doc->text + doc->words[i].start, length);
		n += length;
	}
	return n;
}

static bool
broken_line(const char *text, size_t n)
{
	const char *hyphen = memchr(text, '-', n);

	return hyphen && memchr(hyphen, '\n', n - (size_t)(hyphen - text));
}

static bool
is_hyphenation(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	char a[256], b[256];
	size_t n[2], na, nb;
	const char *text[2] = {
		edit_text(context, edit, REPRINT, &n[0]),
		edit_text(context, edit, TRANSCRIPT, &n[1])
	};

	(void)why;
	if (edit->shape != EDIT_TEXT || !edit_words(edit, REPRINT) ||
	    !edit_words(edit, TRANSCRIPT))
		return false;
	na = letters(context, edit, REPRINT, a, sizeof(a));
	nb = letters(context, edit, TRANSCRIPT, b, sizeof(b));
	return na && na == nb && !memcmp(a, b, na) &&
		(broken_line(text[0], n[0]) || broken_line(text[1], n[1]));
}

/* Only the marks between the figures differ. */
static bool
same_figures(const struct context *context, const struct edit *edit)
{
	char a[64], b[64];
	size_t na = letters(context, edit, REPRINT, a, sizeof(a));
	size_t nb = letters(context, edit, TRANSCRIPT, b, sizeof(b));

	return na && na == nb && !memcmp(a, b, na);
}

/* "%" and "percent", behind a number that is the same */
static bool
is_percent(const struct context *context, const struct edit *edit)
{
	size_t n;
	int side;

	for (side = 0; side < 2; side++)
		if (*edit_text(context, edit, side, &n) == '%' && n == 1 &&
		    number_percent(context->doc[!side], context->keys,
				edit->words[!side]))
			return true;
	return false;
}

static bool
same_value(const struct context *context, const struct edit *edit)
{
	return number_compare(context->doc, context->keys, edit->span,
		edit->words) == NUMBERS_SAME;
}

static bool
is_numeral(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)why;
	return edit->shape == EDIT_TEXT && (is_percent(context, edit) ||
		(!same_figures(context, edit) && same_value(context, edit)));
}

static const struct kind kinds[] = {
	{ "typography.quotes", NOTE, "Quotation marks set otherwise",
	  "Quotation marks or apostrophes straightened, curled or of another "
	  "sort.", is_quotes },
	{ "typography.dash", NOTE, "Dash set otherwise",
	  "A dash or hyphen of another length.", is_dash },
	{ "typography.ellipsis", NOTE, "Ellipsis set otherwise",
	  "Three dots for one character, or the other way.", is_ellipsis },
	{ "typography.space", NOTE, "White space set otherwise",
	  "Another number or sort of blanks.", is_space },
	{ "typography.ligature", NOTE, "Compatibility characters",
	  "Ligatures, full-width or other compatibility characters.",
	  is_ligature },
	{ "typography.normalization", NOTE, "Composed otherwise",
	  "The same characters, composed or decomposed (Unicode "
	  "normalization).", is_normalization },
	{ "typography.markup", NOTE, "Markup",
	  "Marks of emphasis or headings that are no part of the text.",
	  is_markup },
	{ "typography.hyphenation", NOTE, "Hyphenated at a line's end",
	  "A word broken at the end of a line, or joined again.",
	  is_hyphenation },
	{ "typography.numeral", NOTE, "Number written otherwise",
	  "The same number in figures or in words.", is_numeral },
	{ NULL, NOTE, NULL, NULL, NULL }
};

const struct family family_typography = { "typography", "TYPOGRAPHY", kinds,
	true };
