#include "config.h"

#include "text/charset.h"

#include <criterion/criterion.h>
#include <string.h>

#include "text/document.h"
#include "text/fold.h"

/* A decoding and all that came of it. */
struct decoded {
	int rc;
	struct buffer text;
	struct source_map map;
	size_t nbad;
};

static struct decoded
decode(const char *charset, const char *bytes, size_t n, size_t skip)
{
	struct decoded it = { .text = BUFFER_INIT };
	struct error err;

	it.rc = charset_decode(charset, bytes, n, skip, &it.text, &it.map,
		&it.nbad, &err);
	return it;
}

static void
assert_text(const struct decoded *it, const char *text)
{
	cr_assert_eq(it->rc, 0);
	cr_assert_str_eq(it->text.data, text);
}

static void
assert_source(const struct decoded *it, uint32_t start, uint32_t end,
	uint32_t old_start, uint32_t old_end)
{
	struct span old = source_map_span(&it->map,
		(struct span){ start, end });

	cr_assert(old.start == old_start && old.end == old_end,
		"[%u, %u) came of [%u, %u), not of [%u, %u)", start, end,
		old.start, old.end, old_start, old_end);
}

static void
release(struct decoded *it)
{
	buffer_release(&it->text);
	source_map_release(&it->map);
}

static const char *
detect(const char *bytes, size_t n)
{
	size_t bom;

	return charset_detect(bytes, n, NULL, &bom);
}

#define DETECT(text) detect(text, sizeof(text) - 1)

/* What is found where the transcript says this. */
static const char *
detect_beside(const char *transcript, const char *bytes)
{
	struct keys *keys = keys_new();
	struct error err;
	struct document *witness = document_from_bytes("transcript.txt",
		transcript, strlen(transcript), NULL, keys, &err);
	size_t bom;
	const char *found = charset_detect(bytes, strlen(bytes), witness,
		&bom);

	document_free(witness);
	keys_free(keys);
	return found;
}

Test(charset, names_are_the_preferred_ones)
{
	static const struct {
		const char *label, *name;
	} rows[] = {
		{ "utf8", "UTF-8" }, { "cp1252", "windows-1252" },
		{ "latin1", "windows-1252" }, { "ascii", "windows-1252" },
		{ "ISO_8859-2", "ISO-8859-2" }, { "koi8-r", "KOI8-R" },
		{ "mac", "macintosh" }, { "big5", "Big5" },
		{ "cp850", "IBM850" }, { "utf-16le", "UTF-16LE" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		cr_expect_str_eq(charset_canonical(rows[i].label),
			rows[i].name);
	cr_assert_null(charset_canonical("klingon"));
	cr_assert_null(charset_canonical(""));
}

Test(charset, valid_utf8_is_not_copied)
{
	struct decoded it = decode("UTF-8", "d\u00E9j\u00E0", 6, 0);

	cr_assert_eq(it.rc, 1);
	cr_assert_eq(it.text.len, 0);
	cr_assert_eq(it.map.nrun, 0);
	release(&it);
}

Test(charset, a_byte_order_mark_is_skipped_in_the_map)
{
	struct decoded it = decode("UTF-8", "\xEF\xBB\xBFYes", 6, 3);

	cr_assert_eq(it.rc, 1);
	assert_source(&it, 0, 3, 3, 6);
	assert_source(&it, 0, 0, 3, 3);
	release(&it);
}

Test(charset, bad_bytes_of_utf8_become_one_replacement_a_sequence)
{
	struct decoded it = decode("UTF-8", "a\xE2\x80 b\xFF\xFE!", 8, 0);

	assert_text(&it, "a\uFFFD b\uFFFD\uFFFD!");
	cr_assert_eq(it.nbad, 4);
	assert_source(&it, 1, 4, 1, 3);
	assert_source(&it, 4, 6, 3, 5);
	assert_source(&it, 6, 9, 5, 6);
	assert_source(&it, 12, 13, 7, 8);
	release(&it);
}

Test(charset, a_byte_of_windows_1252_is_one_unit)
{
	struct decoded it = decode("windows-1252", "we\x92re \x96 \xE9", 9,
		0);

	assert_text(&it, "we\u2019re \u2013 \u00E9");
	cr_assert_eq(it.nbad, 0);
	assert_source(&it, 2, 5, 2, 3);
	assert_source(&it, 0, 7, 0, 5);
	assert_source(&it, 12, 14, 8, 9);
	release(&it);
}

Test(charset, undefined_bytes_of_windows_1252_are_controls)
{
	struct decoded it = decode("windows-1252", "a\x81z", 3, 0);

	assert_text(&it, "a\xC2\x81z");
	cr_assert_eq(it.nbad, 0);
	release(&it);
}

Test(charset, undefined_bytes_of_others_are_counted)
{
	struct decoded it = decode("ISO-8859-8", "a\xBFz", 3, 0);

	assert_text(&it, "a\uFFFDz");
	cr_assert_eq(it.nbad, 1);
	assert_source(&it, 1, 4, 1, 2);
	release(&it);
}

Test(charset, utf16_may_be_cut_short_and_have_lone_surrogates)
{
	static const char bytes[] = "A\0\x3D\xD8\x00\xDE\x3D\xD8z\0\0\0e";
	struct decoded it = decode("UTF-16LE", bytes, 13, 0);

	cr_assert_eq(it.rc, 0);
	cr_assert_eq(it.text.len, 13);
	cr_assert_eq(memcmp(it.text.data,
		"A\U0001F600\uFFFDz\0\uFFFD", 13), 0);
	cr_assert_eq(it.nbad, 3);
	assert_source(&it, 0, 1, 0, 2);
	assert_source(&it, 1, 5, 2, 6);
	assert_source(&it, 5, 8, 6, 8);
	assert_source(&it, 8, 9, 8, 10);
	assert_source(&it, 9, 10, 10, 12);
	assert_source(&it, 10, 13, 12, 13);
	release(&it);
}

Test(charset, the_map_of_a_long_text_in_bytes_of_two_has_no_seam)
{
	enum { N = 30000 };
	struct buffer bytes = BUFFER_INIT;
	struct decoded it;
	uint32_t i;

	/* longer than any chunk, and a chunk ends within a pair */
	for (i = 0; i < N; i++)
		buffer_add(&bytes, i % 7 ? "\x95\xD6" : "\x94\x32\xBE\x34",
			i % 7 ? 2 : 4);
	it = decode("GB18030", bytes.data, bytes.len, 0);
	cr_assert_eq(it.rc, 0);
	cr_assert_eq(it.nbad, 0);
	for (i = 0; i + 1 < it.map.nrun; i++)
		cr_assert(it.map.run[i].old_start <
			it.map.run[i + 1].old_start);
	assert_source(&it, (uint32_t)it.text.len - 1, (uint32_t)it.text.len,
		(uint32_t)bytes.len - 2, (uint32_t)bytes.len);
	release(&it);
	buffer_release(&bytes);
}

Test(charset, one_that_does_not_exist_is_an_error)
{
	struct buffer out = BUFFER_INIT;
	struct source_map map = { NULL, 0, 0 };
	struct error err;
	size_t nbad = 0;

	cr_assert_eq(charset_decode("klingon", "a", 1, 0, &out, &map, &nbad,
		&err), -1);
	cr_assert_str_eq(err.text, "There is no encoding klingon.");
}

Test(charset, byte_order_marks_are_believed)
{
	static const struct {
		const char *bytes;
		size_t n, bom;
		const char *name;
	} rows[] = {
		{ "\xEF\xBB\xBFhi", 5, 3, "UTF-8" },
		{ "\xFF\xFEh\0i\0", 6, 2, "UTF-16LE" },
		{ "\xFE\xFF\0h\0i", 6, 2, "UTF-16BE" },
		{ "\xFF\xFE\0\0h\0\0\0", 8, 4, "UTF-32LE" },
		{ "\0\0\xFE\xFF\0\0\0h", 8, 4, "UTF-32BE" },
		{ "\xFF\xFE\0\0h\0", 6, 2, "UTF-16LE" },
		{ "hi", 2, 0, "UTF-8" },
		{ "", 0, 0, "UTF-8" },
	};
	size_t i, bom;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		cr_expect_str_eq(charset_detect(rows[i].bytes, rows[i].n,
			NULL, &bom), rows[i].name);
		cr_expect_eq(bom, rows[i].bom);
	}
}

Test(charset, utf16_without_a_mark_shows_by_its_zeros)
{
	cr_expect_str_eq(DETECT("G\0o\0o\0d\0 \0d\0a\0y\0.\0"), "UTF-16LE");
	cr_expect_str_eq(DETECT("\0G\0o\0o\0d\0 \0d\0a\0y\0."), "UTF-16BE");
	/* Cyrillic, all of whose bytes are ASCII */
	cr_expect_str_eq(DETECT("\x14\x04\x30\x04 \0\x3D\x04\x35\x04\x42\x04"),
		"UTF-16LE");
}

Test(charset, a_few_nul_bytes_are_no_utf16)
{
	char text[1000];

	memset(text, 'a', sizeof(text));
	text[11] = text[501] = text[741] = '\0';
	cr_assert_str_eq(detect(text, sizeof(text)), "UTF-8");
}

Test(charset, utf8_with_a_few_bad_bytes_stays_utf8)
{
	cr_expect_str_eq(DETECT("\u201CYes,\u201D he said\xFF."), "UTF-8");
	cr_expect_str_eq(DETECT("we\u2019re done \x96 I\u2019m told"),
		"UTF-8");
	cr_expect_str_eq(DETECT("\u201CNo\xE2\x80"), "UTF-8");
}

Test(charset, a_page_says_what_it_is)
{
	cr_expect_str_eq(DETECT("<meta charset=windows-1251>\xE4\xE0"),
		"windows-1251");
	cr_expect_str_eq(DETECT("<html><meta http-equiv='Content-Type' "
		"content='text/html; charset=koi8-r'>\xC4\xC1"), "KOI8-R");
	cr_expect_str_eq(DETECT("<?xml version='1.0' encoding=\"iso-8859-2\"?>"
		"<html>\xB3"), "ISO-8859-2");
	cr_expect_str_eq(DETECT("<meta charset='latin1'>\x96"),
		"windows-1252");
}

Test(charset, what_cannot_be_is_not_believed)
{
	cr_expect_str_eq(DETECT("<meta charset='UTF-16'><p>plain"), "UTF-8");
	cr_expect_str_eq(DETECT("<meta charset='klingon'><p>plain"), "UTF-8");
	cr_expect_str_eq(DETECT("<meta charset='utf-8'><p>we\x92re \x93it\x94"),
		"windows-1252");
	cr_expect_str_eq(DETECT("The <meta charset=koi8-r> tag"), "UTF-8");
}

Test(charset, the_decoding_that_agrees_with_the_transcript_wins)
{
	static const char english[] = "The committee\u2019s view \u2013 and "
		"Mrs. Ostrander\u2019s \u2013 is \u201Cclear\u201D.";
	static const char russian[] = "Доброе утро, господа. Сегодня мы "
		"говорим о переговорах и о бюджете.";
	static const char chinese[] = "委員會今天討論預算，主席說會議很長。";

	cr_expect_str_eq(detect_beside(english,
		"The committee\x92s view \x96 and"), "windows-1252");
	cr_expect_str_eq(detect_beside(english,
		"The committee\xD5s view \xD0 and"), "macintosh");
	cr_expect_str_eq(detect_beside(russian,
		"\xE4\xEE\xE1\xF0\xEE\xE5 \xF3\xF2\xF0\xEE, "
		"\xE3\xEE\xF1\xEF\xEE\xE4\xE0"), "windows-1251");
	cr_expect_str_eq(detect_beside(russian,
		"\xC7\xCF\xD7\xCF\xD2\xC9\xCD \xCF "
		"\xD0\xC5\xD2\xC5\xC7\xCF\xD7\xCF\xD2\xC1\xC8"), "KOI8-R");
	cr_expect_str_eq(detect_beside(chinese,
		"\xA9\x65\xAD\xFB\xB7\x7C\xA4\xB5\xA4\xD1\xB0\x51\xBD\xD7"),
		"Big5");
}

Test(charset, a_transcript_in_plain_ascii_is_a_witness_too)
{
	cr_assert_str_eq(detect_beside("The committee's view - and Mrs. "
		"Ostrander's - is clear.", "The committee\x92s view \x96 and"),
		"windows-1252");
}

Test(charset, without_a_witness_the_natural_reading_wins)
{
	cr_expect_str_eq(DETECT("We\x92re \x93" "done\x94 here \x96 all of us, "
		"and I am glad that we are, because it took us all week."),
		"windows-1252");
	cr_expect_str_eq(DETECT("We\xD5re \xD2" "done\xD3 here \xD0 all of us, "
		"and I am glad that we are, because it took us all week."),
		"macintosh");
	cr_expect_str_eq(DETECT("Il est all\xE9 au caf\xE9 apr\xE8s le "
		"d\xEEner avec tous les autres membres de la commission."),
		"windows-1252");
}
