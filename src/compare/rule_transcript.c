/* Faults of the transcript, which the reprint must not be blamed for. */
#include "config.h"

#include "compare/rule.h"

static bool
is_damaged(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	size_t n;
	const char *sound = edit_text(context, edit, REPRINT, &n);

	if (edit->shape > EDIT_SPACE || !damage_is_sure(&edit->reverse))
		return false;
	why->chain = damage_chain(&edit->reverse, context->arena);
	why->restored = arena_copy(context->arena, sound, n);
	why->certainty = "proved";
	return true;
}

static bool
is_correction(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_CORRECTION;
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
