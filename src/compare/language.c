/* A word alone does not tell: "once" is a number, and is none. */
#include "config.h"

#include "compare/language.h"

#include <string.h>

#include "compare/words.h"

#define AROUND 20			/* words on each side */
#define FAR_AROUND 60			/* the same, for a guess */
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

/* Ten of the commonest words of each, folded. */
static const struct common {
	const char *language, *words;
} common[] = {
	{ "es", "el\0los\0las\0y\0que\0la\0con\0por\0del\0de\0" },
	{ "fr", "le\0les\0et\0des\0la\0du\0que\0est\0de\0nous\0" },
	{ "de", "der\0die\0das\0und\0den\0nicht\0ist\0ein\0wir\0zu\0" },
	{ "it", "il\0che\0di\0e\0della\0la\0una\0per\0non\0sono\0" },
	{ "pt", "o\0os\0que\0e\0de\0do\0da\0nao\0com\0em\0" },
	{ "nl", "het\0een\0van\0wij\0is\0niet\0dat\0voor\0ook\0zijn\0" },
	{ "pl", "i\0w\0na\0z\0sie\0nie\0jest\0ze\0do\0to\0" }
};

enum { LANGUAGES = sizeof(common) / sizeof(*common) };

static bool
is_common(const struct common *row, const char *word, size_t n)
{
	const char *it = row->words;
	size_t length;

	for (; *it; it += length + 1) {
		length = strlen(it);
		if (n == length && !memcmp(it, word, n))
			return true;
	}
	return false;
}

const char *
language_guess(const struct document *doc, const struct keys *keys,
	uint32_t word)
{
	struct span words = { word > FAR_AROUND ? word - FAR_AROUND : 0,
		word + FAR_AROUND < doc->nword ? word + FAR_AROUND :
		(uint32_t)doc->nword };
	unsigned count[LANGUAGES] = { 0 }, most = 0, second = 0;
	const char *best = NULL;
	uint32_t i;
	int k;

	for (k = 0; k < LANGUAGES; k++) {
		for (i = words.start; i < words.end; i++) {
			size_t n;
			const char *text = keys_text(keys, doc->words[i].key,
				&n);

			count[k] += is_common(&common[k], text, n);
		}
		if (count[k] > most) {
			second = most;
			most = count[k];
			best = common[k].language;
		} else if (count[k] > second) {
			second = count[k];
		}
	}
	return most > second ? best : NULL;
}
