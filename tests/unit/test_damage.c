#include "config.h"

#include "compare/damage.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/utypes.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "text/codec.h"

/* What one question gives that no other came before. */
static struct damage
explain(const char *sound, const char *damaged)
{
	struct forensics *forensics = forensics_new();
	struct damage found = damage_explain(forensics, sound, strlen(sound),
		damaged, strlen(damaged));

	forensics_free(forensics);
	return found;
}

static void
assert_steps(const char *sound, const char *damaged, unsigned steps)
{
	unsigned found = explain(sound, damaged).steps;

	cr_assert_eq(found, steps, "%s, %s: %#x, not %#x", sound, damaged,
		found, steps);
}

/* Text as it is written in one charset (NULL: UTF-8) and read in another. */
static struct buffer
misread(const char *text, const char *read, unsigned layers)
{
	struct buffer in = BUFFER_INIT, out = BUFFER_INIT;

	buffer_puts(&in, text);
	while (layers--) {
		out = (struct buffer)BUFFER_INIT;
		cr_assert(codec_through(NULL, codec_find(read), in.data,
			in.len, &out));
		buffer_release(&in);
		in = out;
	}
	return in;
}

static const char *const texts[] = {
	"’", "“we”", "don’t", "communiqués", "in July – or", "Über",
	"… and", "naïve café", "5 €", "10\u00A0000", "“été” — ça",
};

#define TEXTS (sizeof(texts) / sizeof(*texts))

Test(damage, equal_texts_are_not_damaged)
{
	size_t i;

	for (i = 0; i < TEXTS; i++)
		assert_steps(texts[i], texts[i], 0);
	assert_steps("", "", 0);
	assert_steps("plain", "plain", 0);
}

Test(damage, a_wrong_charset_is_proved_with_its_layers)
{
	static const char *const reads[] = { "windows-1252", "ISO-8859-1" };
	unsigned layers;
	size_t i, r;

	for (i = 0; i < TEXTS; i++)
		for (r = 0; r < 2; r++)
			for (layers = 1; layers <= 3; layers++) {
				struct buffer damaged = misread(texts[i],
					reads[r], layers);
				struct damage found = explain(texts[i],
					damaged.data);

				cr_assert_eq(found.steps, DAMAGE_MOJIBAKE,
					"%s, %s: %#x", texts[i], damaged.data,
					found.steps);
				cr_assert_eq(found.misreading.layers, layers,
					"%s, %s: %u", texts[i], damaged.data,
					found.misreading.layers);
				cr_assert(damage_is_sure(&found));
				buffer_release(&damaged);
			}
}

Test(damage, other_charsets_are_proved_too)
{
	static const char *const reads[] = { "windows-1251", "windows-1250",
		"macintosh", "IBM437", "IBM850", "KOI8-R",
		"GBK", "Shift_JIS" };
	static const char sound[] = "“Let’s go – now,” they said… été";
	size_t r;

	for (r = 0; r < sizeof(reads) / sizeof(*reads); r++) {
		struct buffer damaged = misread(sound, reads[r], 1);
		struct damage found = explain(sound, damaged.data);

		cr_assert(found.steps & DAMAGE_MOJIBAKE, "%s: %s", reads[r],
			damaged.data);
		cr_assert_str_eq(found.misreading.read[0]->name, reads[r]);
		cr_assert_eq(found.misreading.layers, 1);
		buffer_release(&damaged);
	}
}

Test(damage, mojibake_that_lost_its_controls_is_proved)
{
	/* C1 controls gone, no-break spaces blank, quotes straight, in
	 * capitals */
	assert_steps("“We go”", "\u00E2\u20AC\u0153We go\u00E2\u20AC",
		DAMAGE_MOJIBAKE | DAMAGE_STRIPPED);
	assert_steps("à la", "\u00C3 la", DAMAGE_MOJIBAKE | DAMAGE_STRIPPED);
	assert_steps("don’t", "DON\u00E2\u20AC\u2122T",
		DAMAGE_MOJIBAKE | DAMAGE_CASE);
	assert_steps("don’t", "DON\u00C2\u20AC\u2122T",
		DAMAGE_MOJIBAKE | DAMAGE_CASE);
}

Test(damage, a_control_is_windows_1252_taken_for_latin_1)
{
	assert_steps("don’t", "don\xC2\x92t", DAMAGE_CONTROL);
	assert_steps("“go” –", "\xC2\x93go\xC2\x94 \xC2\x96", DAMAGE_CONTROL);
	assert_steps("…", "\xC2\x85", DAMAGE_CONTROL);
}

Test(damage, a_reference_is_proved_however_often_it_was_escaped)
{
	static const char *const rows[][2] = {
		{ "don’t", "don&rsquo;t" }, { "don’t", "don&#8217;t" },
		{ "don’t", "don&#x2019;t" }, { "don’t", "don&amp;rsquo;t" },
		{ "don’t", "don&amp;amp;#8217;t" }, { "don’t", "don&#146;t" },
		{ "café", "caf&eacute;" }, { "–", "&ndash;" },
		{ "“we”", "&ldquo;we&rdquo;" }, { "\"", "&quot;" },
		{ "&", "&amp;" }, { "AT&T", "AT&amp;T" }, { "<", "&lt;" },
		{ "it's", "it&#39;s" }, { "10\u00A0000", "10&nbsp;000" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_steps(rows[i][0], rows[i][1], DAMAGE_ENTITY);
}

Test(damage, escapes_are_proved)
{
	static const struct {
		const char *sound, *damaged;
		unsigned step;
	} rows[] = {
		{ "don’t", "don=E2=80=99t", DAMAGE_QUOTED_PRINTABLE },
		{ "don’t", "don%E2%80%99t", DAMAGE_PERCENT },
		{ "don’t", "don\\u2019t", DAMAGE_BACKSLASH },
		{ "don’t", "don\\xE2\\x80\\x99t", DAMAGE_BACKSLASH },
		{ "café", "caf=C3=A9", DAMAGE_QUOTED_PRINTABLE },
		{ "café", "caf%E9", DAMAGE_PERCENT },
		{ "don’t", "don=92t", DAMAGE_QUOTED_PRINTABLE }
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_steps(rows[i].sound, rows[i].damaged, rows[i].step);
}

Test(damage, a_placeholder_stands_for_a_character_or_each_of_its_bytes)
{
	static const char *const rows[][2] = {
		{ "don’t", "don?t" }, { "don’t", "don\uFFFDt" },
		{ "don’t", "don_t" }, { "don’t", "don□t" },
		{ "don’t", "don???t" }, { "don’t", "don\uFFFD\uFFFD\uFFFDt" },
		{ "café", "caf?" }, { "café", "caf??" }, { "–", "?" },
		{ "naïve café", "na?ve caf?" }, { "it's", "it\uFFFDs" },
		{ "漢字", "??" }, { "漢字", "??????" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_steps(rows[i][0], rows[i][1], DAMAGE_REPLACED);
}

Test(damage, a_character_may_be_gone)
{
	assert_steps("don’t", "dont", DAMAGE_LOST);
	assert_steps("communiqués", "communiqus", DAMAGE_LOST);
	assert_steps("“", "", DAMAGE_LOST);
	assert_steps("naïve café", "nave caf", DAMAGE_LOST);
}

Test(damage, what_does_not_show_was_put_in)
{
	assert_steps("cooperate", "co\u00ADoperate", DAMAGE_INVISIBLE);
	assert_steps("we", "\uFEFFwe", DAMAGE_INVISIBLE);
	assert_steps("we", "w\u200Be\u200E", DAMAGE_INVISIBLE);
}

Test(damage, letters_may_lose_their_accents)
{
	assert_steps("communiqués", "communiques", DAMAGE_ACCENT);
	assert_steps("Łódź", "Lodz", DAMAGE_ACCENT);
	assert_steps("Straße", "Strasse", DAMAGE_ACCENT);
	assert_steps("cœur", "coeur", DAMAGE_ACCENT);
}

Test(damage, several_sorts_in_one_text_are_all_named)
{
	assert_steps("“don’t”", "&ldquo;don?t&rdquo;",
		DAMAGE_ENTITY | DAMAGE_REPLACED);
	assert_steps("café’s", "cafe\xC2\x92s",
		DAMAGE_ACCENT | DAMAGE_CONTROL);
}

Test(damage, other_texts_are_not_damage)
{
	static const char *const rows[][2] = {
		{ "we", "they" }, { "we go", "we went" }, { "a", "" },
		{ "", "a" }, { "31", "13" }, { "go", "?" }, { "go", "??" },
		{ "don't", "dont" }, { "it's", "its" }, { "-", "–" },
		{ "\"", "“" }, { "'", "’" }, { "communiques", "communiqués" },
		{ "e", "é" }, { "Holm", "holm" }, { "café", "carp" },
		{ "“we” go", "“they” go" }, { "don’t", "do" },
		{ "ünser", "Unser Land" }, { "été", "autumn" },
		{ "“”’–", "" }, { "漢字", "a" }, { "漢字仮名交じり", "" },
		{ "don’t", "don\u00E2\u20AC\u2122ts" }, { "–", "-" },
		{ "don’t", "won&rsquo;t" }, { "3", "&#52;" },
		{ "–", "\"" }, { "a – b", "a \" b" }, { "we—go", "we\"go" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_steps(rows[i][0], rows[i][1], 0);
}

Test(damage, long_texts_are_not_tried)
{
	size_t n = DAMAGE_MOST;
	char *sound = malloc(n + 4), *damaged = malloc(n + 4);
	struct forensics *forensics = forensics_new();

	memset(sound, 'a', n + 4);
	memset(damaged, 'a', n + 4);
	memcpy(sound, "’", 3);
	damaged[2] = '?';
	cr_assert_eq(damage_explain(forensics, sound, n, damaged + 2,
		n - 2).steps, DAMAGE_REPLACED);
	cr_assert_eq(damage_explain(forensics, sound, n + 3, damaged + 2,
		n + 1).steps, 0);
	cr_assert_eq(damage_explain(forensics, sound, n, damaged,
		n + 1).steps, 0);
	forensics_free(forensics);
	free(sound);
	free(damaged);
}

/* Both texts end with their blocks, and are cut at every byte. */
Test(damage, nothing_behind_the_ends_is_looked_at)
{
	static const char *const rows[][2] = {
		{ "“don’t” été", "\u00E2\u20AC\u0153don\u00E2\u20AC\u2122t"
		  "\u00E2\u20AC \u00C3\u00A9t\u00C3\u00A9" },
		{ "“don’t”", "&ldquo;don=E2=80=99t\\u201d" },
		{ "\u0301\u0302\u0303", "???????" },
		{ "漢字", "æ¼¢å\u00AD\u2014" },
	};
	size_t i, n, m;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (n = 0; n <= strlen(rows[i][0]); n++)
			for (m = 0; m <= strlen(rows[i][1]); m++) {
				struct forensics *forensics;
				char *sound, *damaged;

				if (utf8_valid_prefix(rows[i][0], n) != n ||
				    utf8_valid_prefix(rows[i][1], m) != m)
					continue;
				forensics = forensics_new();
				sound = malloc(n + !n);
				damaged = malloc(m + !m);
				memcpy(sound, rows[i][0], n);
				memcpy(damaged, rows[i][1], m);
				damage_explain(forensics, sound, n, damaged,
					m);
				forensics_free(forensics);
				free(sound);
				free(damaged);
			}
}

Test(damage, what_was_learnt_does_not_change_what_is_proved)
{
	struct forensics *forensics = forensics_new();
	size_t i;
	int round;

	for (round = 0; round < 3; round++)
		for (i = 0; i < TEXTS; i++) {
			struct buffer damaged = misread(texts[i],
				"windows-1252", 1);

			cr_assert_eq(damage_explain(forensics, texts[i],
				strlen(texts[i]), damaged.data,
				damaged.len).steps, DAMAGE_MOJIBAKE);
			cr_assert_eq(damage_explain(forensics, texts[i],
				strlen(texts[i]), texts[i],
				strlen(texts[i])).steps, 0);
			buffer_release(&damaged);
		}
	forensics_free(forensics);
}

Test(damage, the_steps_are_said_in_words)
{
	static const struct {
		const char *sound, *damaged, *said;
	} rows[] = {
		{ "don’t", "don\u00E2\u20AC\u2122t",
		  "UTF-8 read as windows-1252" },
		{ "don’t", "don\u00C3\u00A2\u00E2\u201A\u00AC\u00E2\u201E"
		  "\u00A2t", "windows-1252, twice" },
		{ "don’t", "don&rsquo;t", "HTML" },
		{ "don’t", "don=E2=80=99t", "escaped" },
		{ "don’t", "don\xC2\x92t", "control" },
		{ "don’t", "dont", "dropped" }, { "é", "?", "placeholder" },
		{ "é", "e", "accent" }, { "we", "w\u200Be", "show" },
	};
	struct arena arena;
	size_t i;

	arena_init(&arena);
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct damage found = explain(rows[i].sound, rows[i].damaged);
		const char *chain = damage_chain(&found, &arena);

		cr_assert(chain && strstr(chain, rows[i].said), "%s: %s",
			rows[i].damaged, chain);
	}
	cr_assert_null(damage_chain(&(struct damage){ 0 }, &arena));
	arena_release(&arena);
}
