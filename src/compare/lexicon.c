/*
 * Negations of the languages that transcripts come in.  Keys are folded, so
 * "don't" is "dont" here and "não" is "nao".
 */
#include "config.h"

#include "compare/lexicon.h"

#include <stddef.h>
#include <string.h>

static const char *const negations[] = {
	/* English */
	"not", "no", "never", "none", "nobody", "nothing", "nowhere",
	"neither", "nor", "without", "cannot", "hardly", "scarcely", "nt",
	/* German */
	"nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines",
	"nie", "niemals", "niemand", "nichts", "ohne", "weder",
	/* French, Spanish, Italian, Portuguese */
	"ne", "pas", "jamais", "aucun", "aucune", "rien", "sans", "ni",
	"nunca", "jamas", "nadie", "nada", "ningun", "ninguna", "sin",
	"non", "mai", "nessuno", "nessuna", "niente", "nulla", "senza",
	"nao", "nenhum", "nenhuma", "ninguem", "sem",
	/* Russian */
	"не", "нет", "ни", "никогда", "никто", "ничего", "без", "нельзя",
	/* Arabic, Chinese */
	"لا", "لم", "لن", "ليس", "غير", "不", "没", "沒", "無", "无", "非",
	NULL
};

/* Contracted forms whose stem is not what stands before "nt". */
static const struct {
	const char *negated, *affirmed;
} irregular[] = {
	{ "wont", "will" }, { "cant", "can" }, { "cannot", "can" },
	{ "shant", "shall" }, { "aint", "is" },
	{ NULL, NULL }
};

static const char *const contracted[] = {
	"dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent",
	"hasnt", "havent", "hadnt", "wouldnt", "couldnt", "shouldnt",
	"mustnt", "neednt", "mightnt", NULL
};

static bool
listed(const char *word, size_t n, const char *const *list)
{
	for (; *list; list++)
		if (strlen(*list) == n && !memcmp(*list, word, n))
			return true;
	return false;
}

const char *
lexicon_affirmed(const struct keys *keys, uint32_t key, uint32_t *n)
{
	size_t length;
	const char *word = keys_text(keys, key, &length);
	int i;

	for (i = 0; irregular[i].negated; i++)
		if (strlen(irregular[i].negated) == length &&
		    !memcmp(irregular[i].negated, word, length)) {
			*n = (uint32_t)strlen(irregular[i].affirmed);
			return irregular[i].affirmed;
		}
	if (!listed(word, length, contracted))
		return NULL;
	*n = (uint32_t)length - 2;
	return word;
}

bool
lexicon_negation(const struct keys *keys, uint32_t key)
{
	size_t length;
	const char *word = keys_text(keys, key, &length);
	uint32_t n;

	return listed(word, length, negations) ||
		lexicon_affirmed(keys, key, &n);
}
