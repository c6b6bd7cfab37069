#include "config.h"

#include "compare/lexicon.h"

#include <criterion/criterion.h>
#include <string.h>

#include "pair.h"

/* The key of a text that is one word. */
static uint32_t
key_of(struct pair *pair, const char *word)
{
	pair_read(pair, word, "");
	cr_assert_eq(pair->doc[0]->nword, 1, "%s", word);
	return pair->doc[0]->words[0].key;
}

Test(lexicon, negations_are_known_however_they_are_written)
{
	static const char *const words[] = {
		"not", "NOT", "No", "never", "none", "nobody", "nothing",
		"without", "neither", "nor", "cannot", "don't", "don’t",
		"Don\u00E2\u20AC\u2122t", "dont", "won't", "can’t", "isn't",
		"wouldn't", "hasn’t", "ain't", "nicht", "kein", "keine",
		"niemals", "ne", "pas", "jamais", "não", "nunca", "senza",
		"не", "Нет", "никогда", "لا", "ليس", "不", "没"
	};
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++) {
		struct pair pair;
		uint32_t key = key_of(&pair, words[i]);

		cr_assert(lexicon_negation(pair.keys, key), "%s", words[i]);
		pair_release(&pair);
	}
}

Test(lexicon, other_words_do_not_negate)
{
	static const char *const words[] = {
		"note", "now", "know", "knot", "do", "can", "will", "want",
		"went", "nice", "nation", "it", "ever", "some", "one", "a",
		"nothings", "canto", "parent", "yes", "да", "نعم", "是"
	};
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++) {
		struct pair pair;
		uint32_t key = key_of(&pair, words[i]), n;

		cr_assert_not(lexicon_negation(pair.keys, key), "%s",
			words[i]);
		cr_assert_null(lexicon_affirmed(pair.keys, key, &n));
		pair_release(&pair);
	}
}

Test(lexicon, a_contracted_negation_leaves_its_verb)
{
	static const char *const rows[][2] = {
		{ "don't", "do" }, { "doesn’t", "does" }, { "isn't", "is" },
		{ "haven't", "have" }, { "couldn’t", "could" },
		{ "won't", "will" }, { "can't", "can" }, { "cannot", "can" },
		{ "shan't", "shall" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pair pair;
		uint32_t key = key_of(&pair, rows[i][0]), n;
		const char *left = lexicon_affirmed(pair.keys, key, &n);

		cr_assert(left && n == strlen(rows[i][1]) &&
			!memcmp(left, rows[i][1], n), "%s", rows[i][0]);
		pair_release(&pair);
	}
}

Test(lexicon, a_negation_of_its_own_leaves_nothing)
{
	static const char *const words[] = { "not", "never", "no", "kein" };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++) {
		struct pair pair;
		uint32_t key = key_of(&pair, words[i]), n;

		cr_assert_null(lexicon_affirmed(pair.keys, key, &n));
		pair_release(&pair);
	}
}

/* The keys of two words. */
static void
keys_of(struct pair *pair, const char *a, const char *b, uint32_t key[2])
{
	pair_read(pair, a, b);
	key[0] = pair->doc[0]->words[0].key;
	key[1] = pair->doc[1]->words[0].key;
}

Test(lexicon, a_prefix_may_deny_what_it_stands_before)
{
	static const struct {
		const char *negated, *affirmed;
		bool denies;
	} rows[] = {
		{ "Unable", "able", true }, { "impossible", "possible", true },
		{ "nonviolent", "violent", true }, { "illegal", "legal", true },
		{ "irregular", "regular", true },
		{ "disagree", "agree", true },
		{ "able", "unable", false }, { "able", "able", false },
		{ "inform", "form", false }, { "under", "der", false },
		{ "district", "trict", false }, { "remake", "make", false },
		{ "intend", "tend", false }, { "distant", "tant", false },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pair pair;
		uint32_t key[2];

		keys_of(&pair, rows[i].negated, rows[i].affirmed, key);
		cr_assert_eq(lexicon_prefixed(pair.keys, key[0], key[1]),
			rows[i].denies, "%s, %s", rows[i].negated,
			rows[i].affirmed);
		pair_release(&pair);
	}
}

Test(lexicon, some_words_differ_in_strength_only)
{
	static const struct {
		const char *a, *b;
		bool strength;
	} rows[] = {
		{ "must", "should", true }, { "all", "Some", true },
		{ "always", "often", true }, { "will", "may", true },
		{ "must", "all", false }, { "must", "go", false },
		{ "probably", "always", false },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pair pair;
		uint32_t key[2];

		keys_of(&pair, rows[i].a, rows[i].b, key);
		cr_assert_eq(lexicon_other_strength(pair.keys, key[0], key[1]),
			rows[i].strength, "%s, %s", rows[i].a, rows[i].b);
		cr_assert_eq(lexicon_other_strength(pair.keys, key[1], key[0]),
			rows[i].strength, "%s, %s", rows[i].b, rows[i].a);
		pair_release(&pair);
	}
}
