/* Faults of the transcript, which the reprint must not be blamed for. */
#include "config.h"

#include <string.h>

#include "compare/rule.h"

/* Steps that sound text does not show by accident. */
#define SURE (DAMAGE_MOJIBAKE | DAMAGE_CONTROL | DAMAGE_ENTITY | \
	DAMAGE_ESCAPE | DAMAGE_REPLACED | DAMAGE_INVISIBLE)

static bool
is_damaged(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	size_t n;
	const char *sound = edit_text(context, edit, REPRINT, &n);

	if (edit->shape > EDIT_SPACE || !(edit->reverse.steps & SURE))
		return false;
	why->chain = damage_chain(&edit->reverse, context->arena);
	why->restored = arena_copy(context->arena, sound, n);
	why->certainty = "proved";
	return true;
}

/* The transcript strikes a word and gives another in brackets: what the
 * reprint has of it is one of the two readings. */
static bool
is_correction(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	size_t n;
	const char *text = edit_text(context, edit, TRANSCRIPT, &n);

	(void)why;
	if ((edit->shape != EDIT_TEXT && edit->shape != EDIT_OMISSION) ||
	    !edit_words(edit, TRANSCRIPT) || edit_words(edit, TRANSCRIPT) > 8)
		return false;
	return memmem(text, n, "<s>", 3) || memmem(text, n, "~~", 2) ||
		(*text == '[' && text[n - 1] == ']' &&
		 edit->shape == EDIT_TEXT && edit_words(edit, REPRINT));
}

static const struct kind kinds[] = {
	{ "transcript.damaged", NOTE, "Damage in the transcript",
	  "Damage on the transcript's side, where the reprint is sound.",
	  is_damaged },
	{ "transcript.correction", NOTE, "Correction in the transcript",
	  "The transcript corrects itself in place, and the reprint has one "
	  "of the readings.", is_correction },
	{ NULL, NOTE, NULL, NULL, NULL }
};

const struct family family_transcript = { "transcript", "IN THE TRANSCRIPT",
	kinds, false };
