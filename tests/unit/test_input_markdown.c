#include "config.h"

#include "text/input.h"

#include <criterion/criterion.h>
#include <string.h>

static struct extract out;

static void
stop(void)
{
	extract_release(&out);
}

TestSuite(input_markdown, .fini = stop);

static void
read_bytes(const char *source, size_t n)
{
	struct error err;

	extract_release(&out);
	cr_assert_eq(input_markdown.extract(source, n, &out, &err), 0);
}

/* The blocks, each within bars. */
static void
assert_blocks(const char *source, const char *blocks)
{
	struct buffer text = BUFFER_INIT;
	size_t i;

	read_bytes(source, strlen(source));
	buffer_puts(&text, "|");
	for (i = 0; i < out.nblock; i++) {
		buffer_add(&text, out.text.data + out.blocks[i].start,
			span_length(out.blocks[i]));
		buffer_puts(&text, "|");
	}
	cr_expect_str_eq(text.data, blocks);
	buffer_release(&text);
}

/* The piece of text came of that piece of the source. */
static void
assert_source(const char *source, const char *piece, const char *old)
{
	const char *at;
	struct span span, found;

	read_bytes(source, strlen(source));
	at = strstr(out.text.data, piece);
	cr_assert_not_null(at, "%s is not in %s", piece, out.text.data);
	span.start = (uint32_t)(at - out.text.data);
	span.end = span.start + (uint32_t)strlen(piece);
	found = source_map_span(&out.map, span);
	cr_expect(span_length(found) == strlen(old) &&
		!memcmp(source + found.start, old, strlen(old)),
		"%s came of %.*s and not of %s", piece,
		(int)span_length(found), source + found.start, old);
}

Test(input_markdown, markup_is_no_text)
{
	assert_blocks("# Talks *go on*\n\n**Mrs. Tamm:** `yes`, and "
		"[see here](http://example.org/ \"t\") too.\n",
		"|Talks go on|Mrs. Tamm: yes, and see here too.|");
}

Test(input_markdown, lists_quotes_and_cells_are_blocks)
{
	assert_blocks("- one\n- two\n\n  more\n\n> three\n> four\n\n"
		"|a|b|\n|---|---|\n|c|d|\n\nTitle\n=====\n\n* * *\nend\n",
		"|one|two|more|three four|a|b|c|d|Title|end|");
}

Test(input_markdown, soft_breaks_are_blanks_and_hard_ones_lines)
{
	assert_blocks("one\ntwo  \nthree\\\nfour<br>five\r\nsix\n",
		"|one two\nthree\nfour\nfive six|");
}

Test(input_markdown, an_empty_line_of_hard_breaks_ends_the_block)
{
	assert_blocks("Yes.  \n\u00A0  \nNo.  \n&nbsp;  \n\u00A0  \nSo.\n",
		"|Yes.|No.|So.|");
}

Test(input_markdown, indented_paragraphs_are_no_code)
{
	assert_blocks("     MRS. TAMM:  Good morning\nto you *all*.\n\n"
		"     Well.\n", "|MRS. TAMM:  Good morning to you all.|Well.|");
}

Test(input_markdown, fenced_text_keeps_its_lines)
{
	assert_blocks("```\none  two\n  *three*\n```\n",
		"|one  two\n*three*|");
}

Test(input_markdown, front_matter_is_skipped)
{
	assert_blocks("---\ntitle: Talks\ndate: '2021'\n---\n\nGood morning.\n",
		"|Good morning.|");
	assert_blocks("---\nGood morning.\n\n---\n", "|Good morning.|");
	assert_blocks("---\ntitle: no end\n", "|title: no end|");
}

Test(input_markdown, images_and_comments_are_no_text)
{
	assert_blocks("a ![the *flag*](f.png) b\n\n<!-- page 3 -->\n\n"
		"c<!-- x -->d\n", "|a  b|cd|");
}

Test(input_markdown, autolinks_are_text)
{
	assert_blocks("<http://example.org/> <me@example.org>\n",
		"|http://example.org/ me@example.org|");
	assert_blocks("www.example.org\n", "|www.example.org|");
}

Test(input_markdown, tags_of_html_are_no_text_and_others_are)
{
	assert_blocks("a <b>bold</b> <span class=\"x\">word</span>\n",
		"|a bold word|");
	assert_blocks("<THE MINISTER:> Thank you. <APPLAUSE> <Laughter.>\n",
		"|<THE MINISTER:> Thank you. <APPLAUSE> <Laughter.>|");
	assert_blocks("<APPLAUSE>\n\nYes.\n", "|<APPLAUSE>|Yes.|");
}

Test(input_markdown, blocks_of_html_are_read_as_html)
{
	assert_blocks("<div>\n<p>One &amp; two</p><p>three</p>\n"
		"<script>no</script></div>\n\nfour\n",
		"|One & two|three|four|");
}

Test(input_markdown, entities_are_decoded_once)
{
	assert_blocks("&eacute; &#8212; &#x2019; &amp;rsquo; &nosuch; & b\n",
		"|\u00E9 \u2014 \u2019 &rsquo; &nosuch; & b|");
}

Test(input_markdown, each_piece_knows_its_source)
{
	assert_source("# Talks", "Talks", "Talks");
	assert_source("a **b** c", "b", "b");
	assert_source("a **b** c", "b c", "b** c");
	assert_source("x &mdash; y", "\u2014", "&mdash;");
	assert_source("x \\* y", "* y", "* y");
	assert_source("one\ntwo", " ", "\n");
	assert_source("one  \r\ntwo", "\n", "  \r\n");
	assert_source("one**\n** two", " ", "\n");
	assert_source("one\n\n## two", "\n\n", "\n\n## ");
	assert_source("> a\n> b", "b", "b");
	assert_source("|a|bc|\n|--|--|\n", "bc", "bc");
	assert_source("<div>\n<p>One</p></div>", "One", "One");
	assert_source("---\nt: u\n---\nword", "word", "word");
}

Test(input_markdown, nul_bytes_stay)
{
	static const char source[] = "a\0b *c*";

	read_bytes(source, sizeof(source) - 1);
	cr_assert_eq(out.text.len, 5);
	cr_assert_eq(memcmp(out.text.data, "a\0b c", 5), 0);
	cr_assert_eq(source_map_span(&out.map, (struct span){ 1, 2 }).start,
		1);
}

Test(input_markdown, two_kinds_of_construct_make_a_txt_file_markdown)
{
	static const char *const texts[] = {
		"## TALKS GO ON\n\n**WIRE NEWS** - In Port Maren, today.\n",
		"**Editor:**\n\n[mail](mailto:a@example.org)\n",
		"<http://example.org/>\n\n**Article online:**\n",
	};
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		cr_expect_eq(input_format_guess("reprint.txt", texts[i],
			strlen(texts[i])), &input_markdown, "%s", texts[i]);
}

Test(input_markdown, hostile_text_takes_no_time)
{
	static const char *const units[] = {
		"<", "[", "*", "`a", "> ", "&a;", "![", "a**a__", "<b>", "- ",
		"[a](", "|a", "\\", "<!--", "\n\n\n", "a  \n", "&nbsp;\n\n",
	};
	size_t i, n;

	for (i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		struct buffer text = BUFFER_INIT;

		for (n = 0; n < 50000; n++)
			buffer_puts(&text, units[i]);
		read_bytes(text.data, text.len);
		cr_assert(input_markdown.sniff(text.data, text.len) <= 100);
		buffer_release(&text);
	}
}
