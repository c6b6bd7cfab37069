/* Who is said to have said it. */
#include "config.h"

#include "compare/rule.h"

static bool
is_label(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_LABEL && edit->same_person;
}

static bool
is_speaker(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_LABEL && !edit->same_person;
}

static bool
is_swallowed(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	(void)context;
	(void)why;
	return edit->shape == EDIT_SWALLOWED;
}

static const struct kind kinds[] = {
	{ "attribution.label", NOTE, "Speaker labelled otherwise",
	  "The same speaker under another label.", is_label },
	{ "attribution.speaker", ERROR, "Given to another speaker",
	  "Words given to another speaker.", is_speaker },
	{ "attribution.swallowed", ERROR, "Change of speaker not shown",
	  "A change of speaker without a label, so that words seem "
	  "another's.", is_swallowed },
	{ NULL, NOTE, NULL, NULL, NULL }
};

const struct family family_attribution = { "attribution", "MISATTRIBUTED",
	kinds, false };
