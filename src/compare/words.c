/*
 * The list is searched as the text it is: it needs no memory, and no time
 * before the first doubtful word.
 *
 * Variants follow a few patterns.  A pattern decides only where the list does
 * not say that the two are different words: "four" is not "for".
 */
#include "config.h"

#include "compare/words.h"

#include <stdint.h>
#include <string.h>

/* Compares the word with the line at p; lines end in a digit and a newline. */
static int
compare_line(const char *folded, size_t n, const char *p)
{
	size_t i;

	for (i = 0; i < n; i++) {
		unsigned char c = (unsigned char)p[i];

		if (c < 'a')
			return 1;	/* the line is a part of the word */
		if ((unsigned char)folded[i] != c)
			return (unsigned char)folded[i] < c ? -1 : 1;
	}
	return p[n] < 'a' ? 0 : -1;
}

unsigned
words_known(const char *folded, size_t n)
{
	size_t low = 0, high = words_size;

	if (!n)
		return 0;
	while (low < high) {
		size_t middle = low + (high - low) / 2, line = low;
		int order;
		const char *before = memrchr(words_data + low, '\n',
			middle - low);

		if (before)
			line = (size_t)(before + 1 - words_data);
		order = compare_line(folded, n, words_data + line);
		if (!order)
			return (unsigned)(words_data[line + n] - '0');
		if (order < 0) {
			high = line;
		} else {
			const char *end = memchr(words_data + middle, '\n',
				words_size - middle);

			low = (size_t)(end + 1 - words_data);
		}
	}
	return 0;
}

/* What one spelling has where the other has something else; from The Oxford
 * Style Manual (2003), ch. 4, and the Chicago Manual of Style (2017), ch. 7. */
static const struct {
	const char *one, *other;
} patterns[] = {
	{ "is", "iz" }, { "ys", "yz" }, { "our", "or" }, { "re", "er" },
	{ "ogue", "og" }, { "ae", "e" }, { "oe", "e" }, { "ence", "ense" },
	{ "ll", "l" }, { "l", "ll" }, { "dgement", "dgment" },
	{ "amme", "am" }, { "or", "er" }, { "eab", "ab" }, { "mould", "mold" },
	{ "plough", "plow" }, { "cheque", "check" }, { "tyre", "tire" },
	{ "kerb", "curb" }, { "ph", "f" }, { "xion", "ction" }, { "ey", "ay" },
	{ "pp", "p" }, { "ss", "s" }, { "tt", "t" }, { "cy", "cie" },
	{ NULL, NULL }
};

/* Both are words everywhere, and the same word. */
static const struct {
	const char *one, *other;
} pairs[] = {
	{ "whilst", "while" }, { "amongst", "among" }, { "amidst", "amid" },
	{ "learnt", "learned" }, { "burnt", "burned" },
	{ "spelt", "spelled" }, { "dreamt", "dreamed" },
	{ "leapt", "leaped" }, { "spoilt", "spoiled" }, { "spilt", "spilled" },
	{ "adviser", "advisor" }, { "advisers", "advisors" },
	{ "judgement", "judgment" }, { "judgements", "judgments" },
	{ "acknowledgement", "acknowledgment" }, { "grey", "gray" },
	{ "okay", "ok" }, { "orientated", "oriented" },
	{ "preventative", "preventive" }, { "farther", "further" },
	{ "enquiry", "inquiry" }, { "enquiries", "inquiries" },
	{ "ageing", "aging" }, { "likeable", "likable" },
	{ "convenor", "convener" }, { "protester", "protestor" },
	{ "protesters", "protestors" }, { "catalogue", "catalog" },
	{ "dialogue", "dialog" }, { "theatre", "theater" },
	{ "programme", "program" }, { "programmes", "programs" },
	{ NULL, NULL }
};

static bool
is_word(const char *text, size_t n, const char *word)
{
	return strlen(word) == n && !memcmp(text, word, n);
}

/* "towards" and "toward" */
static bool
is_ward(const char *a, size_t na, const char *b, size_t nb)
{
	return na == nb + 1 && a[na - 1] == 's' && nb > 5 &&
		!memcmp(b + nb - 4, "ward", 4) && !memcmp(a, b, nb);
}

/* Is b what a becomes when `one` in it is `other`? */
static bool
becomes(const char *a, size_t na, const char *b, size_t nb,
	const char *const change[2])
{
	size_t n[2] = { strlen(change[0]), strlen(change[1]) }, i;

	if (na - n[0] != nb - n[1] || na < n[0] || nb < n[1])
		return false;
	for (i = 0; i + n[0] <= na; i++)
		if (!memcmp(a, b, i) && !memcmp(a + i, change[0], n[0]) &&
		    !memcmp(b + i, change[1], n[1]) &&
		    !memcmp(a + i + n[0], b + i + n[1], na - i - n[0]))
			return true;
	return false;
}

/* Words of the same country that differ are different words. */
#define VARIANT_LETTERS 5
/* Longer than any word that is spelt in two ways. */
#define WORD_MOST 100

bool
words_are_variants(const char *a, size_t na, const char *b, size_t nb)
{
	unsigned both = words_known(a, na) & words_known(b, nb);
	int i;

	for (i = 0; pairs[i].one; i++)
		if ((is_word(a, na, pairs[i].one) &&
		     is_word(b, nb, pairs[i].other)) ||
		    (is_word(b, nb, pairs[i].one) &&
		     is_word(a, na, pairs[i].other)))
			return true;
	if (is_ward(a, na, b, nb) || is_ward(b, nb, a, na))
		return true;
	if (both || na < VARIANT_LETTERS || nb < VARIANT_LETTERS ||
	    na > WORD_MOST || nb > WORD_MOST)
		return false;
	for (i = 0; patterns[i].one; i++) {
		const char *const change[2] = { patterns[i].one,
			patterns[i].other };

		if (becomes(a, na, b, nb, change) ||
		    becomes(b, nb, a, na, change))
			return true;
	}
	return false;
}
