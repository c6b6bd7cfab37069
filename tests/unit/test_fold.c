#include "config.h"

#include "text/fold.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pair.h"
#include "prose.h"
#include "text/glyph.h"

/* The folded words of a text, with a bar behind each. */
static char *
fold_bytes(const char *text, size_t n)
{
	struct buffer out = BUFFER_INIT;
	struct pair pair;
	size_t i, length;

	pair_read_bytes(&pair, text, n, "", 0);
	buffer_puts(&out, "");
	for (i = 0; i < pair.doc[REPRINT]->nword; i++) {
		const char *word = keys_text(pair.keys,
			pair.doc[REPRINT]->words[i].key, &length);

		buffer_add(&out, word, length);
		buffer_putc(&out, '|');
	}
	pair_release(&pair);
	return out.data;
}

static void
assert_words(const char *text, const char *words)
{
	char *got = fold_bytes(text, strlen(text));

	cr_assert_str_eq(got, words, "\"%s\" gives %s", text, got);
	free(got);
}

static void
assert_alike(const char *a, const char *b, bool alike)
{
	char *x = fold_bytes(a, strlen(a)), *y = fold_bytes(b, strlen(b));

	cr_assert_eq(!strcmp(x, y), alike, "%s: %s, %s: %s", a, x, b, y);
	free(x);
	free(y);
}

Test(fold, curly_quotes_equal_straight_ones)
{
	assert_alike("don’t", "don't", true);
	assert_alike("“Don‘t,” she said", "\"Don't,\" she said", true);
	assert_alike("l\u02BCidée l\u2032idée", "l'idée l'idée", true);
}

Test(fold, case_accents_and_variants_do_not_count)
{
	static const char *const rows[][2] = {
		{ "Communiqués", "COMMUNIQUES" },
		{ "e\u0301te\u0301", "été" }, { "oﬃce", "office" },
		{ "Straße", "STRASSE" }, { "Łódź", "Lodz" },
		{ "ＡＢＣ", "abc" }, { "Ёлка", "елка" },
		{ "كِتَابٌ", "كتاب" }, { "ΣΟΦΟΣ", "σοφος" },
		{ "co\u00ADoperate", "cooperate" },
		{ "no\u200Bwhere", "nowhere" }, { "\uFEFFWe", "we" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_alike(rows[i][0], rows[i][1], true);
}

Test(fold, damage_that_shows_is_undone)
{
	static const char *const rows[] = {
		"communiqu\u00C3\u00A9s", "communiqu\u00C3\u0192\u00C2\u00A9s",
		"communiqu&eacute;s", "communiqu&#233;s", "communiqu&#xE9;s",
		"communiqu&amp;eacute;s", "communiqu&amp;amp;#233;s",
		"communiqu=C3=A9s", "communiqu=E9s", "communiqu%C3%A9s",
		"communiqu\\u00e9s", "communiqu\\xe9s", "communiques",
		"communiqu\u200Bés",
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_alike(rows[i], "communiqués", true);
	assert_alike("don\u00E2\u20AC\u2122t don\xC2\x92t don&#146;t don?t",
		"don’t don’t don’t don’t", true);
	assert_alike("Holm &amp; Sons", "Holm & Sons", true);
}

/* All that a regime says is learnt from the words of the transcript. */
Test(fold, a_wrong_charset_shows_in_the_words_it_makes)
{
	/* windows-1251 read as windows-1252 */
	static const char sound[] = "Добрый день, дорогие друзья, сегодня мы";
	static const char misread[] = "Äîáðûé äåíü, äîðîãèå äðóçüÿ, ñåãîäíÿ ìû";
	struct pair pair;
	size_t i;

	pair_read(&pair, misread, sound);
	cr_assert_eq(pair.doc[0]->nword, 6);
	cr_assert_eq(pair.doc[1]->nword, 6);
	for (i = 0; i < 6; i++)
		cr_assert_eq(pair.doc[0]->words[i].key,
			pair.doc[1]->words[i].key, "word %zu", i);
	pair_release(&pair);
}

Test(fold, other_words_have_other_keys)
{
	static const char *const rows[][2] = {
		{ "its", "it" }, { "cannot", "can not" },
		{ "31", "32" }, { "naïve", "nave" }, { "й", "u" },
		{ "漢", "字" }, { "தமிழ்", "தமழ்" },
		{ "&nosuch;", "no such" }, { "%41", "A" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_alike(rows[i][0], rows[i][1], false);
}

Test(fold, words_are_letters_and_digits_with_apostrophes_in_them)
{
	static const char *const rows[][2] = {
		{ "We are here.", "we|are|here|" },
		{ "O'Brien’s well-known", "obriens|well|known|" },
		{ "'tis the dogs' day", "tis|the|dogs|day|" },
		{ "31,800 or 3.5% on 18th", "31|800|or|3|5|on|18th|" },
		{ "(a)[b]{c}/d\\e*f*", "a|b|c|d|e|f|" },
		{ "don''t -- -- \"\"", "don|t|" },
		{ "who? me? who?me", "who|me|whome|" },
		{ "漢字かな", "漢|字|か|な|" },
		{ "ab漢c", "ab|漢|c|" },
		{ "தமிழ் நாடு", "தமிழ|நாடு|" },
		{ "one\u00A0two\u2003three\u3000four", "one|two|three|four|" },
		{ "a—b…c", "a|b|c|" },
		{ "  \t\n ", "" },
		{ "... --- \"\" ()", "" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_words(rows[i][0], rows[i][1]);
}

/* Words rise, do not touch paragraphs' bounds, and hold all letters. */
static void
assert_words_cover(const struct document *doc)
{
	const char *text = doc->text, *end = text + doc->ntext, *p = text;
	size_t i, k = 0, word = 0;

	for (i = 0; i < doc->nparagraph; i++) {
		const struct paragraph *para = &doc->paragraphs[i];

		cr_assert_eq(para->word, word);
		for (; word < para->word + para->nword; word++) {
			const struct word *it = &doc->words[word];

			cr_assert(it->start < it->end &&
				it->start >= para->span.start &&
				it->end <= para->span.end);
			cr_assert(!word || it[-1].end <= it->start);
		}
	}
	cr_assert_eq(word, doc->nword);
	while (p < end) {
		struct glyph glyph = glyph_read(p, end);
		enum glyph_class class = glyph_class(glyph.code);
		uint32_t at = (uint32_t)(p - text);

		while (k < doc->nword && doc->words[k].end <= at)
			k++;
		if (class == GLYPH_WORD || class == GLYPH_IDEOGRAPH)
			cr_assert(k < doc->nword && doc->words[k].start <= at,
				"the letter at %u is in no word", at);
		if (class == GLYPH_SPACE)
			cr_assert(k == doc->nword ||
				doc->words[k].start > at);
		p += glyph.length;
	}
}

Test(fold, every_letter_is_in_one_word_of_its_paragraph)
{
	struct buffer text = BUFFER_INIT;
	struct pair pair;

	prose_add(&text, 0, 50);
	buffer_puts(&text, "\n\nDon’t “stop” – 31,800 communiqu&eacute;s, "
		"\u00C3\u00A9t\u00C3\u00A9.\n\n漢字 and\u00A0か, தமிழ்.\n\n"
		"\n\n* * *\n\nlast");
	pair_read(&pair, text.data, text.data + 7);
	assert_words_cover(pair.doc[REPRINT]);
	assert_words_cover(pair.doc[TRANSCRIPT]);
	pair_release(&pair);
	buffer_release(&text);
}

/* A row of random bits of text: whatever they are, words are words. */
Test(fold, no_text_is_too_odd)
{
	static const char *const bits[] = {
		"a", "Z", "7", " ", "\n", "\n\n", "'", "’", "?", "&", "&amp;",
		"&#", "=", "=E2", "=E2=80=99", "%", "%C3%A9", "\\", "\\u2019",
		"\\ud83d", "\u0301", "\u00C3", "\u00A9", "\u00E2\u20AC\u2122",
		"\uFEFF", "\u00AD", "\u200B", "漢", "த", "்", "م", "\u064B",
		"\U0001F600", "\uFFFD", "\uFDFA", "—", "\xC2\x92", "\r", "\t"
	};
	uint64_t state = 1;
	int round, i;

	for (round = 0; round < 300; round++) {
		struct buffer text = BUFFER_INIT;
		struct pair pair;

		for (i = 0; i < 60; i++) {
			uint32_t bit = prose_random(&state, 40);

			if (bit == 39)
				buffer_putc(&text, '\0');
			else
				buffer_puts(&text, bits[bit]);
		}
		pair_read_bytes(&pair, text.data, text.len, "", 0);
		assert_words_cover(pair.doc[REPRINT]);
		pair_release(&pair);
		buffer_release(&text);
	}
}

static struct buffer
repeated(const char *text, size_t times)
{
	struct buffer out = BUFFER_INIT;

	while (times--)
		buffer_puts(&out, text);
	return out;
}

Test(fold, a_word_may_have_sixty_thousand_letters)
{
	struct buffer text = repeated("aB", 30000);
	struct pair pair;
	size_t n;

	pair_read(&pair, text.data, text.data);
	cr_assert_eq(pair.doc[REPRINT]->nword, 1);
	cr_assert_eq(pair.doc[REPRINT]->words[0].key,
		pair.doc[TRANSCRIPT]->words[0].key);
	keys_text(pair.keys, pair.doc[REPRINT]->words[0].key, &n);
	cr_assert_eq(n, 60000);
	pair_release(&pair);
	buffer_release(&text);
}

Test(fold, sixty_thousand_marks_on_a_letter_fold_to_the_letter)
{
	struct buffer text = repeated("\u0301", 60000);
	char *with = malloc(text.len + 2), *got;

	sprintf(with, "e%s", text.data);
	got = fold_bytes(with, text.len + 1);
	cr_assert_str_eq(got, "e|");
	free(got);
	/* and on none, to a word of nothing */
	got = fold_bytes(text.data, text.len);
	cr_assert_str_eq(got, "|");
	free(got);
	free(with);
	buffer_release(&text);
}

/* The low byte of U+2019 is 0x19. */
Test(fold, a_control_in_a_word_is_a_lost_apostrophe)
{
	char *got = fold_bytes("don\x19t don\0t \0 a\0 \0b \x01", 19);

	cr_assert_str_eq(got, "dont|dont|a|b|");
	free(got);
}

Test(fold, what_is_cut_off_at_the_end_of_the_text_is_read_as_it_is)
{
	static const char *const ends[] = {
		"&rsquo", "&amp;rsquo", "=E2=80=9", "=E2=8", "=", "%E2%80%",
		"\\u201", "\\u", "\\", "&#82", "&", "\u00E2\u20AC", "\u00C3",
		"\\xE2\\x8", "don’", "don\u00E2\u20AC\u2122"
	};
	size_t i;

	for (i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		char text[100];
		char *got;

		sprintf(text, "We do%s", ends[i]);
		got = fold_bytes(text, strlen(text));
		cr_assert(!strncmp(got, "we|do", 5), "%s: %s", ends[i], got);
		free(got);
	}
}

Test(fold, a_key_is_the_same_for_the_same_text_only)
{
	struct keys *keys = keys_new();
	uint32_t i;
	char text[20];
	size_t n;

	for (i = 0; i < 100000; i++) {
		n = (size_t)sprintf(text, "%x", i * 7);
		cr_assert_eq(keys_find(keys, text, n), NO_KEY);
		cr_assert_eq(keys_intern(keys, text, n), i);
	}
	cr_assert_eq(keys_count(keys), 100000);
	for (i = 0; i < 100000; i++) {
		const char *got = keys_text(keys, i, &n);

		cr_assert_eq(n, (size_t)sprintf(text, "%x", i * 7));
		cr_assert_eq(memcmp(got, text, n), 0);
		cr_assert_eq(keys_find(keys, text, n), i);
		cr_assert_eq(keys_intern(keys, text, n), i);
	}
	cr_assert_eq(keys_count(keys), 100000);
	keys_free(keys);
}

Test(fold, a_key_may_be_of_no_letters_or_hold_a_nul)
{
	struct keys *keys = keys_new();
	uint32_t none, a, b;

	none = keys_intern(keys, "", 0);
	a = keys_intern(keys, "a\0b", 3);
	b = keys_intern(keys, "a\0c", 3);
	cr_assert(none != a && a != b);
	cr_assert_eq(keys_find(keys, "", 0), none);
	cr_assert_eq(keys_find(keys, "a\0c", 3), b);
	cr_assert_eq(keys_find(keys, "a", 1), NO_KEY);
	keys_free(keys);
	keys_free(NULL);
}
