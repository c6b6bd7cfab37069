/* A word alone does not tell: "once" is a number, and is none. */
#include "config.h"

#include "compare/language.h"

#include "compare/words.h"

#define AROUND 20			/* words on each side */

bool
language_is_english(const struct document *doc, const struct keys *keys,
	uint32_t word)
{
	uint32_t first = word > AROUND ? word - AROUND : 0, known = 0, i;
	size_t end = (size_t)word + AROUND < doc->nword ?
		(size_t)word + AROUND : doc->nword;

	for (i = first; i < end; i++) {
		size_t n;
		const char *text = keys_text(keys, doc->words[i].key, &n);

		known += words_known(text, n) != 0;
	}
	return known * 5 > (end - first) * 3;
}
