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
		if (**list == *word && strlen(*list) == n &&
		    !memcmp(*list, word, n))
			return true;
	return false;
}

bool
lexicon_filler(const struct keys *keys, uint32_t key)
{
	static const char *const fillers[] = {
		"uh", "uhh", "uhm", "umm", "erm", "hm", "hmm", "eh", "ehm",
		"ah", "ahm", "euh", "heu", "eee", "yyy",
		"э", "ээ", "эээ", "эм", "ээм", "ммм", NULL
	};
	size_t n;
	const char *word = keys_text(keys, key, &n);

	return listed(word, n, fillers);
}

bool
lexicon_english_filler(const struct keys *keys, uint32_t key)
{
	static const char *const fillers[] = { "um", "er", NULL };
	size_t n;
	const char *word = keys_text(keys, key, &n);

	return listed(word, n, fillers);
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

/* Prefixes that deny any word, and such as do so only before some. */
static bool
prefix_denies(const char *prefix, size_t n, const char *word, size_t length)
{
	static const char *const adjectives[] = { "ble", "al", "ent", "ant",
		"ate", "ct", "ite", "ive", "ary", "ous", "ure", "ly", "ity",
		"nce", "cy", "ar", NULL };
	static const char *const denied[] = { "agree", "agreed", "agrees",
		"agreement", "approve", "approved", "approves", "approval",
		"honest", "respect", "believe", "believed", "allow",
		"allowed", "trust", "like", "liked", "likes", "satisfied",
		"advantage", "order", NULL };
	int i;

	if ((n == 2 && !memcmp(prefix, "un", 2)) ||
	    (n == 3 && !memcmp(prefix, "non", 3)))
		return length >= 4;
	if (n == 3 && !memcmp(prefix, "dis", 3))
		return listed(word, length, denied);
	if (n != 2 || *prefix != 'i' || !strchr("nmlr", prefix[1]) ||
	    length < 5)
		return false;
	for (i = 0; adjectives[i]; i++) {
		size_t end = strlen(adjectives[i]);

		if (length > end && !memcmp(word + length - end,
				adjectives[i], end))
			return true;
	}
	return false;
}

bool
lexicon_prefixed(const struct keys *keys, uint32_t negated, uint32_t affirmed)
{
	size_t n, length;
	const char *word = keys_text(keys, negated, &n);
	const char *rest = keys_text(keys, affirmed, &length);

	return n > length && n - length <= 3 &&
		!memcmp(word + n - length, rest, length) &&
		prefix_denies(word, n - length, rest, length);
}

bool
lexicon_other_strength(const struct keys *keys, uint32_t a, uint32_t b)
{
	static const char *const groups[][12] = {
		{ "must", "shall", "should", "ought", "will", "would", "may",
		  "might", "can", "could", NULL },
		{ "all", "every", "most", "many", "several", "some", "few",
		  "any", "each", NULL },
		{ "always", "usually", "often", "sometimes", "rarely",
		  "seldom", NULL },
		{ "certainly", "definitely", "probably", "possibly",
		  "perhaps", "maybe", NULL }
	};
	size_t na, nb, i;
	const char *x = keys_text(keys, a, &na);
	const char *y = keys_text(keys, b, &nb);

	for (i = 0; i < sizeof(groups) / sizeof(*groups); i++)
		if (listed(x, na, groups[i]) && listed(y, nb, groups[i]))
			return true;
	return false;
}
