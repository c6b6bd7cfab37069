#include "config.h"

#include "text/glyph.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/buffer.h"
#include "base/utf8.h"

static struct glyph
read_text(const char *text)
{
	return glyph_read(text, text + strlen(text));
}

/* The whole text is one glyph, of this code. */
static void
assert_repaired(const char *text, uint32_t code)
{
	struct glyph glyph = read_text(text);

	cr_assert(glyph.code == code && glyph.length == strlen(text) &&
		glyph.repaired, "\"%s\" gives U+%04X of %u bytes, not U+%04X",
		text, glyph.code, glyph.length, code);
}

/* The text begins with a character that is just that. */
static void
assert_sound(const char *text)
{
	struct glyph glyph = read_text(text);
	unsigned len;
	uint32_t code = utf8_decode(text, text + strlen(text), &len);

	cr_assert(glyph.code == code && glyph.length == len &&
		!glyph.repaired, "\"%s\" gives U+%04X of %u bytes", text,
		glyph.code, glyph.length);
}

/* Bytes 0x80 to 0x9F of windows-1252; the holes pass as C1 controls. */
static const uint16_t windows[32] = {
	0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,
	0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019,
	0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A,
	0x153, 0x9D, 0x17E, 0x178
};

/* UTF-8 read as windows-1252, or as Latin-1, and saved as UTF-8. */
static struct buffer
misread(const struct buffer *sound, bool latin)
{
	struct buffer out = BUFFER_INIT;
	size_t i;

	for (i = 0; i < sound->len; i++) {
		unsigned char byte = (unsigned char)sound->data[i];

		buffer_put_code(&out, !latin && byte >= 0x80 && byte < 0xA0 ?
			windows[byte - 0x80] : byte);
	}
	return out;
}

Test(glyph, sound_text_gives_its_own_characters)
{
	static const char *const texts[] = {
		"a", "7", " ", "\n", "&", "=", "%", "\\", "é", "Ã", "â", "Â",
		"’", "“", "–", "…", "€", "я", "ё", "م", "漢", "த", "한", "😀",
		"\u0301", "\u00A0", "\u00AD", "\uFEFF", "\uFFFD", "été", "Ãnd",
		"â la", "naïve", "Über’", "«ça»", "ÉTÉ",
	};
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		assert_sound(texts[i]);
}

Test(glyph, a_nul_is_a_character_of_its_own)
{
	struct glyph glyph = glyph_read("\0a", &"\0a"[2]);

	cr_assert_eq(glyph.code, 0);
	cr_assert_eq(glyph.length, 1);
}

Test(glyph, a_wrong_charset_is_undone_up_to_three_times)
{
	static const uint32_t codes[] = {
		0x2018, 0x2019, 0x201C, 0x201D, 0x2013, 0x2014, 0x2026, 0xE9,
		0xFC, 0xF1, 0xA0, 0xA7, 0x20AC, 0x44F, 0x6F22, 0x1F600
	};
	size_t i;
	int layer, latin;

	for (i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		for (latin = 0; latin < 2; latin++) {
			struct buffer text = BUFFER_INIT;

			buffer_put_code(&text, codes[i]);
			for (layer = 1; layer <= 3; layer++) {
				struct buffer next = misread(&text, latin);

				buffer_release(&text);
				text = next;
				assert_repaired(text.data, codes[i]);
			}
			buffer_release(&text);
		}
}

Test(glyph, a_c1_control_is_the_mark_of_windows_1252)
{
	uint32_t code;

	for (code = 0x80; code < 0xA0; code++) {
		char text[UTF8_MAX + 1] = "";

		utf8_encode(code, text);
		cr_assert_eq(read_text(text).code, windows[code - 0x80]);
		cr_assert_eq(read_text(text).length, 2);
	}
}

Test(glyph, a_reference_is_read_however_often_it_was_escaped)
{
	static const char *const texts[] = {
		"&rsquo;", "&#8217;", "&#x2019;", "&#X2019;", "&amp;rsquo;",
		"&amp;#8217;", "&amp;#x2019;", "&amp;amp;rsquo;",
		"&amp;amp;amp;#8217;"
	};
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		assert_repaired(texts[i], 0x2019);
	assert_repaired("&amp;", '&');
	assert_repaired("&amp;amp;", '&');
}

Test(glyph, a_reference_to_a_c1_control_is_the_mark_of_windows_1252)
{
	assert_repaired("&#146;", 0x2019);
	assert_repaired("&#x96;", 0x2013);
	assert_repaired("&amp;#147;", 0x201C);
	assert_repaired("\\u0092", 0x2019);
}

Test(glyph, escaped_bytes_are_one_character)
{
	static const struct {
		const char *text;
		uint32_t code;
	} rows[] = {
		{ "=E2=80=99", 0x2019 }, { "=e2=80=99", 0x2019 },
		{ "%E2%80%99", 0x2019 }, { "%e2%80%99", 0x2019 },
		{ "\\xE2\\x80\\x99", 0x2019 }, { "\\u2019", 0x2019 },
		{ "=92", 0x2019 }, { "%92", 0x2019 }, { "\\x92", 0x2019 },
		{ "=C3=A9", 0xE9 }, { "%E9", 0xE9 }, { "\\u00e9", 0xE9 },
		{ "=F0=9F=98=80", 0x1F600 }, { "=D1=8F", 0x44F },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_repaired(rows[i].text, rows[i].code);
}

Test(glyph, what_only_begins_like_damage_stands_as_it_is)
{
	static const char *const texts[] = {
		"&", "& so;", "&amp", "&rsquo", "&nosuchname;", "&#;", "&#x;",
		"&#0;", "&#xD800;", "&#1114112;", "&#99999999999999999999;",
		"&;", "=", "=E", "=3D", "=EG", "= E2", "%",
		"%2", "%41", "% of", "\\", "\\u", "\\u201", "\\ud83d",
		"\\uDE00", "\\u0041", "\\x", "\\x9", "\\n",
	};
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		assert_sound(texts[i]);
}

/* Each text is cut at each byte and set at the end of a page of its own. */
Test(glyph, nothing_behind_the_end_is_looked_at)
{
	static const char *const texts[] = {
		"&CounterClockwiseContourIntegral;", "&amp;amp;amp;amp;#8217;",
		"=E2=80=99", "%F0%9F%98%80", "\\xE2\\x80\\x99", "\\u2019",
		"\u00C3\u00A2\u00E2\u201A\u00AC\u00E2\u201E\u00A2",
		"\xC3\xA2\xC2\x80\xC2\x99",
		"e\u0301\u0302", "&#x0000000000002019;",
	};
	size_t i, n;

	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		for (n = 1; n <= strlen(texts[i]); n++) {
			char *copy = malloc(n);
			size_t at = 0;

			memcpy(copy, texts[i], n);
			while (at < n) {
				struct glyph glyph = glyph_read(copy + at,
					copy + n);

				cr_assert(glyph.length);
				at += glyph.length;
			}
			cr_assert_eq(at, n);
			free(copy);
		}
}

Test(glyph, what_a_character_is_to_words)
{
	static const struct {
		enum glyph_class class;
		uint32_t codes[12];
	} rows[] = {
		{ GLYPH_SPACE, { ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xA0,
			0x2009, 0x202F, 0x2028, 0x3000 } },
		{ GLYPH_WORD, { 'a', 'Z', '0', '9', 0xE9, 0x44F, 0x645, 0x64B,
			0xBA4, 0xBCD, 0x301, 0xD55C } },
		{ GLYPH_IDEOGRAPH, { 0x6F22, 0x4E00, 0x20000, 0x3042, 0x30AB,
			0xE01, 0x1780, 0xE81 } },
		{ GLYPH_JOINER, { '\'', '?', '_', '`', 0xB4, 0x2BC, 0x2018,
			0x2019, 0x25A1, 0xFFFD } },
		{ GLYPH_INVISIBLE, { 0xAD, 0x200B, 0x200C, 0x200D, 0x200E,
			0x202B, 0x2060, 0x2066, 0xFEFF } },
		{ GLYPH_MARK, { '.', ',', '-', '"', '(', '*', 0x201C, 0x2013,
			0x2026, 0x20AC, 0x1F600, 0x61F } },
	};
	size_t i, k;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (k = 0; k < 12 && rows[i].codes[k]; k++)
			cr_assert_eq(glyph_class(rows[i].codes[k]),
				rows[i].class, "U+%04X is %d",
				rows[i].codes[k],
				glyph_class(rows[i].codes[k]));
}

Test(glyph, every_code_point_has_a_class_that_holds_for_ascii_too)
{
	uint32_t code;

	for (code = 0; code < 0x80; code++) {
		enum glyph_class class = glyph_class(code);

		cr_assert_eq(class == GLYPH_WORD,
			u_isalnum((UChar32)code) != 0, "U+%04X", code);
		cr_assert_eq(class == GLYPH_SPACE,
			u_isUWhiteSpace((UChar32)code) != 0, "U+%04X", code);
	}
	for (; code <= 0x10FFFF; code++)
		cr_assert_leq((unsigned)glyph_class(code), GLYPH_MARK);
}

static void
assert_folds(const char *from, const char *to)
{
	struct buffer got = BUFFER_INIT;
	const char *p = from, *end = from + strlen(from);

	buffer_puts(&got, "");
	while (p < end) {
		uint32_t folded[GLYPH_FOLD_MAX];
		unsigned len, i, n;

		n = glyph_fold(utf8_decode(p, end, &len), folded);
		for (i = 0; i < n; i++)
			buffer_put_code(&got, folded[i]);
		p += len;
	}
	cr_assert_str_eq(got.data, to);
	buffer_release(&got);
}

Test(glyph, case_accents_and_variants_fold_away)
{
	static const char *const rows[][2] = {
		{ "ABCxyz019", "abcxyz019" },
		{ "ÉÀÜÑÇåø", "eauncao" },
		{ "e\u0301a\u0308", "ea" },
		{ "Straße", "strasse" }, { "STRASSE", "strasse" },
		{ "Æœ", "aeoe" }, { "Łódź", "lodz" }, { "Đoković", "dokovic" },
		{ "ﬁﬂ", "fifl" }, { "ＡＢｃ１", "abc1" }, { "①²", "12" },
		{ "ЖУРНАЛ", "журнал" }, { "Ёж", "еж" },
		{ "Ελλάς", "ελλασ" },
		{ "\u0643\u0650\u062A\u064E\u0627\u0628\u064C",
		  "\u0643\u062A\u0627\u0628" },
		{ "\u0622\u0623\u0625", "\u0627\u0627\u0627" },
		{ "漢字", "漢字" }, { "か\u3099", "か" }, { "が", "か" },
		{ "தமிழ்", "தமிழ" },
		{ "한", "\u1112\u1161\u11AB" },
		{ "\u0301\u0302\u0303", "" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_folds(rows[i][0], rows[i][1]);
}

/* What is folded once stays as it is, and never needs more room. */
Test(glyph, folding_twice_is_folding_once)
{
	uint32_t code, once[GLYPH_FOLD_MAX], twice[GLYPH_FOLD_MAX];
	unsigned i, n;

	for (code = 0; code < 0x20000; code++) {
		if (code == 0xD800)
			code = 0xE000;
		n = glyph_fold(code, once);
		cr_assert_leq(n, GLYPH_FOLD_MAX);
		for (i = 0; i < n; i++)
			cr_assert(glyph_fold(once[i], twice) == 1 &&
				*twice == once[i], "U+%04X of U+%04X",
				once[i], code);
	}
}

Test(glyph, the_two_cases_of_a_letter_fold_alike)
{
	uint32_t code, lower[GLYPH_FOLD_MAX], upper[GLYPH_FOLD_MAX];
	unsigned n;

	for (code = 0x80; code < 0x20000; code++) {
		UChar32 other = u_toupper((UChar32)code);

		if (u_tolower(other) != (UChar32)code)
			continue;
		n = glyph_fold(code, lower);
		cr_assert(glyph_fold((uint32_t)other, upper) == n &&
			!memcmp(lower, upper, n * sizeof(*lower)), "U+%04X",
			code);
	}
}

Test(glyph, the_longest_decomposition_fits)
{
	uint32_t folded[GLYPH_FOLD_MAX];

	cr_assert_eq(glyph_fold(0xFDFA, folded), 18);
}
