/* A word alone does not tell: "once" is a number, and is none. */
#include "config.h"

#include "compare/language.h"

#include "compare/words.h"

#define AROUND 20			/* words on each side */
#define ENOUGH 8			/* words in a paragraph */

/* The words around, of the paragraph alone where it has enough. */
static struct span
surroundings(const struct document *doc, uint32_t word)
{
	struct span words = { word > AROUND ? word - AROUND : 0,
		word + AROUND < doc->nword ? word + AROUND :
		(uint32_t)doc->nword };
	const struct paragraph *para;

	if (word >= doc->nword)
		return words;
	para = &doc->paragraphs[document_paragraph_at(doc,
		doc->words[word].start)];
	if (para->nword < ENOUGH)
		return words;
	if (words.start < para->word)
		words.start = para->word;
	if (words.end > para->word + para->nword)
		words.end = para->word + para->nword;
	return words;
}

bool
language_is_english(const struct document *doc, const struct keys *keys,
	uint32_t word)
{
	struct span words = surroundings(doc, word);
	uint32_t known = 0, i;

	for (i = words.start; i < words.end; i++) {
		size_t n;
		const char *text = keys_text(keys, doc->words[i].key, &n);

		known += words_known(text, n) != 0;
	}
	return known * 5 > span_length(words) * 3;
}
