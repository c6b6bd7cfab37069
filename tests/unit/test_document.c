#include "config.h"

#include "text/document.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "text/fold.h"
#include "text/input.h"

static struct keys *keys;
static struct document *doc;
static struct error err;

static void
start(void)
{
	keys = keys_new();
}

static void
stop(void)
{
	document_free(doc);
	keys_free(keys);
}

TestSuite(document, .init = start, .fini = stop);

static void
given_bytes(const char *name, const char *bytes, size_t n,
	const struct document_options *options)
{
	doc = document_from_bytes(name, bytes, n, options, keys, &err);
	cr_assert_not_null(doc, "%s", err.text);
}

#define GIVEN(name, text) given_bytes(name, text, sizeof(text) - 1, NULL)

static void
assert_place(uint32_t offset, uint32_t line, uint32_t column)
{
	struct place place = document_place(doc,
		(struct span){ offset, offset + 1 });

	cr_assert(place.line == line && place.column == column,
		"%u is at %u:%u, not at %u:%u", offset, place.line,
		place.column, line, column);
}

static void
assert_source(struct span span, uint32_t start, uint32_t end)
{
	struct span source = document_source(doc, span);

	cr_assert(source.start == start && source.end == end,
		"it came of [%u, %u), not of [%u, %u)", source.start,
		source.end, start, end);
}

Test(document, an_empty_file_has_no_paragraphs)
{
	GIVEN("empty.txt", "");
	cr_assert_eq(doc->nparagraph, 0);
	cr_assert_eq(doc->nword, 0);
	cr_assert_eq(doc->nline, 1);
	cr_assert_str_eq(doc->encoding, "UTF-8");
	assert_source((struct span){ 0, 0 }, 0, 0);
	cr_assert_eq(document_paragraph_at(doc, 0), 0);
	cr_assert_eq(document_word_at(doc, 0), 0);
}

Test(document, a_file_of_a_byte_order_mark_is_empty)
{
	GIVEN("empty.txt", "\xEF\xBB\xBF");
	cr_assert_eq(doc->ntext, 0);
	assert_source((struct span){ 0, 0 }, 3, 3);
}

Test(document, plain_text_is_its_own_text)
{
	GIVEN("a.txt", "Good morning.\n\nThank you.\n");
	cr_assert_eq(doc->text, doc->decoded);
	cr_assert_eq(doc->text, doc->bytes);
	cr_assert_eq(doc->nparagraph, 2);
	cr_assert_eq(doc->nword, 4);
	cr_assert_eq(doc->paragraphs[1].word, 2);
	cr_assert_eq(doc->format, &input_text);
}

Test(document, lines_end_with_lf_and_crlf_and_cr)
{
	GIVEN("a.txt", "one\r\ntwo\rthree\nfour\n\rsix");
	cr_assert_eq(doc->nline, 6);
	assert_place(0, 1, 1);
	assert_place(4, 1, 5);
	assert_place(5, 2, 1);
	assert_place(9, 3, 1);
	assert_place(15, 4, 1);
	assert_place(20, 5, 1);
	assert_place(21, 6, 1);
	assert_place(23, 6, 3);
}

Test(document, columns_are_code_points)
{
	GIVEN("a.txt", "\u201CYes,\u201D said \u00C9va\nNo");
	assert_place(0, 1, 1);
	assert_place(3, 1, 2);
	assert_place(10, 1, 7);
	assert_place(21, 2, 1);
}

Test(document, columns_are_right_far_into_a_long_line)
{
	enum { N = 100000 };
	char *text = malloc(3 * N);
	size_t i;

	for (i = 0; i < N; i++)
		memcpy(text + 3 * i, i % 10 ? "\u2019" : " ab", 3);
	given_bytes("a.txt", text, 3 * N, NULL);
	free(text);
	assert_place(0, 1, 1);
	assert_place(3, 1, 4);
	assert_place(30, 1, 13);
	assert_place(3 * 99990, 1, 99990 / 10 * 12 + 1);
}

Test(document, places_are_those_of_the_file_for_markup_too)
{
	GIVEN("a.md", "# Hello\n\n**Now** then\n");
	cr_assert_str_eq(doc->text, "Hello\n\nNow then");
	assert_place(0, 1, 3);
	assert_place(7, 3, 3);
	assert_place(11, 3, 9);
	assert_source((struct span){ 7, 10 }, 11, 14);
	/* a whole paragraph comes with the markup on its lines */
	assert_source((struct span){ 7, 15 }, 9, 21);
	/* the break between two blocks, and the place where one begins */
	assert_source((struct span){ 5, 7 }, 7, 11);
	assert_source((struct span){ 7, 7 }, 11, 11);
}

Test(document, spans_lead_through_markup_and_charset)
{
	static const char page[] = "<html><meta charset=cp1252><p>we\x92re "
		"&mdash; here";

	GIVEN("a.html", page);
	cr_assert_str_eq(doc->encoding, "windows-1252");
	cr_assert_str_eq(doc->text, "we\u2019re \u2014 here");
	assert_source((struct span){ 0, 7 }, 30, 35);
	assert_source((struct span){ 8, 11 }, 36, 43);
	assert_source((struct span){ 12, 16 }, 44, 48);
}

Test(document, an_encoding_can_be_forced)
{
	struct document_options options = { .encoding = "koi8-r" };

	given_bytes("a.txt", "\xE4\xC1", 2, &options);
	cr_assert_str_eq(doc->text, "Да");
	cr_assert_str_eq(doc->encoding, "KOI8-R");
}

Test(document, forced_utf16_finds_its_byte_order)
{
	struct document_options options = { .encoding = "utf-16" };

	given_bytes("a.txt", "\xFE\xFF\0N\0o", 6, &options);
	cr_assert_str_eq(doc->text, "No");
	cr_assert_str_eq(doc->encoding, "UTF-16BE");
	assert_source((struct span){ 0, 2 }, 2, 6);
}

Test(document, an_encoding_that_does_not_exist_is_an_error)
{
	struct document_options options = { .encoding = "klingon" };

	doc = document_from_bytes("a.txt", "a", 1, &options, keys, &err);
	cr_assert_null(doc);
	cr_assert_str_eq(err.text, "Cannot read a.txt: there is no encoding "
		"called klingon.");
}

Test(document, a_format_can_be_forced)
{
	struct document_options options = { .format = &input_text };

	given_bytes("a.md", "# Hello", 7, &options);
	cr_assert_str_eq(doc->text, "# Hello");
}

Test(document, bytes_that_do_not_decode_are_kept_and_counted)
{
	GIVEN("a.txt", "\u201CSo\u201D \xFF it is");
	cr_assert_eq(doc->nundecodable, 1);
	cr_assert_str_eq(doc->text, "\u201CSo\u201D \uFFFD it is");
	assert_source((struct span){ 9, 12 }, 9, 10);
}

Test(document, nul_bytes_are_text)
{
	GIVEN("a.txt", "nine\0ten eleven twelve thirteen fourteen fifteen");
	cr_assert_eq(doc->ntext, 48);
	cr_assert_eq(doc->nparagraph, 1);
	cr_assert_eq(doc->paragraphs[0].span.end, 48);
}

Test(document, a_place_finds_its_paragraph_and_word)
{
	GIVEN("a.txt", "One two.\n\nThree.\n");
	cr_assert_eq(document_paragraph_at(doc, 0), 0);
	cr_assert_eq(document_paragraph_at(doc, 7), 0);
	cr_assert_eq(document_paragraph_at(doc, 8), 1);
	cr_assert_eq(document_paragraph_at(doc, 12), 1);
	cr_assert_eq(document_paragraph_at(doc, 16), 2);
	cr_assert_eq(document_word_at(doc, 0), 0);
	cr_assert_eq(document_word_at(doc, 1), 1);
	cr_assert_eq(document_word_at(doc, 4), 1);
	cr_assert_eq(document_word_at(doc, 5), 2);
	cr_assert_eq(document_word_at(doc, 11), 3);
}

Test(document, a_file_that_is_not_there_is_an_error)
{
	doc = document_open("/nowhere/reprint.txt", NULL, keys, &err);
	cr_assert_null(doc);
	cr_assert_str_eq(err.text, "Cannot read /nowhere/reprint.txt: "
		"No such file or directory.");
}

Test(document, a_folder_is_an_error)
{
	doc = document_open("/", NULL, keys, &err);
	cr_assert_null(doc);
	cr_assert_str_eq(err.text, "Cannot read /: Is a directory.");
}

/* A file that is gone again when it is closed. */
static char *
write_file(const char *text)
{
	char *path = strdup("/tmp/verbatim-test-XXXXXX");
	int fd = mkstemp(path);

	cr_assert(fd >= 0);
	cr_assert_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
	return path;
}

Test(document, a_file_is_read_whole)
{
	char *path = write_file("Thank you all.\n");

	doc = document_open(path, NULL, keys, &err);
	unlink(path);
	cr_assert_not_null(doc);
	cr_assert_str_eq(doc->name, path);
	cr_assert_str_eq(doc->text, "Thank you all.\n");
	free(path);
}

Test(document, a_file_over_the_limit_is_an_error)
{
	struct document_options options = { .max_bytes = 10 };
	char *path = write_file("Thank you all.\n");
	char expected[100];

	doc = document_open(path, &options, keys, &err);
	unlink(path);
	cr_assert_null(doc);
	snprintf(expected, sizeof(expected), "%s is larger than 10 bytes, "
		"the most that is read.", path);
	cr_assert_str_eq(err.text, expected);
	options.max_bytes = 15;
	free(path);
	path = write_file("Thank you all.\n");
	doc = document_open(path, &options, keys, &err);
	unlink(path);
	free(path);
	cr_assert_not_null(doc);
}

Test(document, a_page_that_cannot_be_read_is_an_error_with_its_name)
{
	struct buffer page = BUFFER_INIT;
	int i;

	for (i = 0; i < 2000; i++)
		buffer_puts(&page, "<div>");
	doc = document_from_bytes("deep.html", page.data, page.len, NULL,
		keys, &err);
	buffer_release(&page);
	cr_assert_null(doc);
	cr_assert_str_eq(err.text, "Cannot read deep.html: its HTML is "
		"nested more than 1000 elements deep.");
}
