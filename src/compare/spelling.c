/*
 * Two words that are much alike are one word spelt otherwise, unless both are
 * words.  For English a list says what is a word; elsewhere the two documents
 * do: what stands in them at another place as well is no slip.
 */
#include "config.h"

#include "compare/spelling.h"

#include "compare/token.h"
#include "compare/usage.h"
#include "compare/words.h"

/* Similarity from which on two words may be one. */
#define ALIKE 0.7
/* … and from which on a word may be one that is in no list. */
#define ALIKE_UNKNOWN 0.85

/* Letters that only changed places: a name with another letter is another
 * name. */
static bool
same_letters(const char *a, size_t na, const char *b, size_t nb)
{
	int count[256] = { 0 };
	size_t i;

	for (i = 0; i < na; i++)
		count[(unsigned char)a[i]]++;
	for (i = 0; i < nb; i++)
		count[(unsigned char)b[i]]--;
	for (i = 0; i < 256; i++)
		if (count[i])
			return false;
	return true;
}

enum spelling
spelling_judge(const struct context *context, uint32_t reprint,
	uint32_t transcript)
{
	size_t na, nb;
	const char *a = keys_text(context->keys, reprint, &na);
	const char *b = keys_text(context->keys, transcript, &nb);
	bool known = words_known(a, na), was_known = words_known(b, nb);
	double similarity;

	if (words_are_variants(a, na, b, nb))
		return SPELLING_VARIANT;
	if (known && was_known)
		return SPELLING_OTHER;
	similarity = words_similarity(context->keys, reprint, transcript);
	if (!known && !was_known &&
	    usage_count(context->usage, reprint) > 1 &&
	    usage_count(context->usage, transcript) > 1)
		return SPELLING_OTHER;
	if (usage_is_name(context->usage, transcript))
		return same_letters(a, na, b, nb) ? SPELLING_SLIP :
			SPELLING_OTHER;
	/* a word in place of what is none: a name, or the transcript's slip */
	if (known && similarity < ALIKE_UNKNOWN)
		return SPELLING_OTHER;
	return similarity >= ALIKE ? SPELLING_SLIP : SPELLING_OTHER;
}
