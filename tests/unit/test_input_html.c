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

TestSuite(input_html, .fini = stop);

static void
read_bytes(const char *source, size_t n)
{
	struct error err;

	extract_release(&out);
	cr_assert_eq(input_html.extract(source, n, &out, &err), 0, "%s",
		err.text);
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

/* A page of tags that only differ in a number is refused so. */
static void
assert_error(const char *tags, int times, const char *sentence)
{
	struct buffer page = BUFFER_INIT;
	struct error err;

	while (times--)
		buffer_printf(&page, "%s%d>", tags, times);
	cr_expect_eq(input_html.extract(page.data, page.len, &out, &err), -1);
	cr_expect_str_eq(err.text, sentence);
	buffer_release(&page);
}

Test(input_html, block_elements_are_blocks)
{
	assert_blocks("<!doctype html><title>No</title><h1>Talks</h1>"
		"<p>One <b>two</b><p>three<ul><li>four<li>five</ul>"
		"<table><tr><td>six<td>seven</table>eight<div>nine</div>ten",
		"|Talks|One two|three|four|five|six|seven|eight|nine|ten|");
}

Test(input_html, white_space_is_one_blank)
{
	assert_blocks("<p>\n  One\t\r\n two <b> three </b> four\n</p>\n\n"
		"<p> </p><p>five", "|One two three four|five|");
	assert_blocks("<p>one&#32; two&nbsp; three", "|one two\u00A0 three|");
}

Test(input_html, line_breaks_are_lines_and_two_end_the_block)
{
	assert_blocks("<p>one <br> two<br/>three<br>\n<br>four<br>&nbsp;<br>"
		"five<br></p><br>six", "|one\ntwo\nthree|four|five|six|");
}

Test(input_html, what_browsers_do_not_show_is_no_text)
{
	assert_blocks("<head><style>p{}</style></head><body><script>a</script>"
		"<p>one<noscript>b</noscript><template>c</template>"
		"<svg><text>d</text></svg><!-- e -->.</p>"
		"<iframe>f</iframe></body>", "|one.|");
}

Test(input_html, furniture_of_the_page_is_no_text)
{
	assert_blocks("<header><nav>Home</nav><p>Site</p></header>"
		"<nav>News</nav><p>The minister spoke at length of it.</p>"
		"<aside>Ad</aside><form><button>Go</button></form>"
		"<p hidden>h</p><p aria-hidden='true'>a</p>"
		"<footer>Imprint</footer>",
		"|The minister spoke at length of it.|");
	assert_blocks("<header><h1>Talks</h1></header><p>Text.",
		"|Talks|Text.|");
}

Test(input_html, furniture_that_holds_most_of_the_text_is_text)
{
	assert_blocks("<form id=aspnet><div hidden><p>The minister spoke at "
		"length of it.</p></div></form>",
		"|The minister spoke at length of it.|");
}

Test(input_html, a_page_may_be_mostly_menu)
{
	assert_blocks("<nav>Home, News, Sport, Weather, Travel, Shop</nav>"
		"<p>It rained.</p>", "|It rained.|");
	/* one that nobody closed */
	assert_blocks("<nav><p>Home<p>It rained.", "|Home|It rained.|");
}

Test(input_html, the_article_is_preferred)
{
	assert_blocks("<p>Menu</p><main><p>Teaser</p><article><p>The minister "
		"spoke at length of it.</p></article></main><p>More</p>",
		"|The minister spoke at length of it.|");
	assert_blocks("<p>Menu</p><div role=main><p>The minister spoke at "
		"length of it.</p></div>",
		"|The minister spoke at length of it.|");
}

Test(input_html, an_article_is_not_preferred_to_most_of_the_text)
{
	assert_blocks("<article>Short.</article><p>The minister spoke of it.",
		"|Short.|The minister spoke of it.|");
	/* a turn each */
	assert_blocks("<main><article>TAMM: Why is that so?</article><article>"
		"ARDELEAN: I do not know.</article></main><p>x",
		"|TAMM: Why is that so?|ARDELEAN: I do not know.|");
}

Test(input_html, references_are_what_browsers_make_of_them)
{
	assert_blocks("<p>&eacute;&#8212;&#x2019;&#146; &copy2016 &amp;rsquo; "
		"&nosuch; AT&T &amp &lt;b&gt; &#4294967361; &notit; &fjlig;",
		"|\u00E9\u2014\u2019\u2019 \u00A92016 &rsquo; "
		"&nosuch; AT&T & <b> \uFFFD \u00ACit; fj|");
}

Test(input_html, preformatted_text_is_plain_text)
{
	assert_blocks("<p>one</p><pre>\nThe minister  opened the meeting with "
		"a word on\nthe harbour, which the captain had asked for.\r\n"
		"\r\n  Two.\n</pre>end",
		"|one|The minister  opened the meeting with a word on\n"
		"the harbour, which the captain had asked for.|Two.|end|");
}

Test(input_html, each_piece_knows_its_source)
{
	assert_source("<p>One <b>two</b>", "One", "One");
	assert_source("<p>One <b>two</b> x", "two x", "two</b> x");
	assert_source("<p>a&rsquo;b", "\u2019", "&rsquo;");
	assert_source("<p>a&copy2016", "\u00A9", "&copy");
	assert_source("<p>a \n\t b", " ", " \n\t ");
	assert_source("<p>a<br />b", "\n", "<br />");
	assert_source("<p>a</p>\n<p>b</p>", "\n\n", "</p>\n<p>");
	assert_source("<pre>a\r\nb</pre>", "\n", "\r\n");
	assert_source("x<p>a</x>b", "ab", "a</x>b");
	assert_source("<p>a < b", "< b", "< b");
	assert_source("<body><p>a</body>b", "b", "b");
}

Test(input_html, text_out_of_its_place_has_a_source)
{
	assert_source("<table>lost<tr><td>cell</table>", "lost", "lost");
	assert_source("<table>lost<tr><td>cell</table>", "cell", "cell");
	assert_source("<p><b>one<p>two</b>three", "three", "three");
}

Test(input_html, nul_bytes_stay)
{
	static const char source[] = "<p>a\0b";

	read_bytes(source, sizeof(source) - 1);
	cr_assert_eq(out.text.len, 3);
	cr_assert_eq(memcmp(out.text.data, "a\0b", 3), 0);
}

Test(input_html, a_stretch_is_read_in_its_place)
{
	static const char source[] = "skip <p>this</p> skip";
	struct error err;

	cr_assert_eq(input_html_stretch(source, (struct span){ 5, 16 }, &out,
		&err), 0);
	cr_assert_str_eq(out.text.data, "this");
	cr_assert_eq(source_map_span(&out.map, (struct span){ 0, 4 }).start,
		8);
}

Test(input_html, pages_are_known_by_their_tags)
{
	static const char *const pages[] = {
		"<!DOCTYPE html>\n<p>a",
		"\n<!-- saved -->\n<HTML><body>a",
		"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>",
		"<div class=\"a\">\n<h1>Talks</h1>\n<p>One.</p></div>",
		"<p>One.</p>\n<p>Two.</p>",
	};
	size_t i;

	for (i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		cr_expect_eq(input_format_guess("a.txt", pages[i],
			strlen(pages[i])), &input_html, "%s", pages[i]);
}

Test(input_html, pages_that_would_take_all_day_are_refused)
{
	assert_error("<div id=", 1500,
		"its HTML is nested more than 1000 elements deep.");
	assert_error("<b id=", 100000,
		"its HTML leaves too many elements open.");
	assert_error("<p><font size=", 5000,
		"its HTML takes too much memory.");
}

Test(input_html, hostile_text_takes_no_time)
{
	static const char *const units[] = {
		"<", "&", "<p>", "<a ", "</p>", "<!--", "<br>", "&#", "&lt",
		"<td>", "<li>", "\"", "<svg/>", "<a b='", "<pre>a</pre>",
		"<header>", "<select>", "]]>", "<![CDATA[", "<textarea>",
	};
	size_t i, n;

	for (i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		struct buffer text = BUFFER_INIT;
		struct error err;

		for (n = 0; n < 20000; n++)
			buffer_puts(&text, units[i]);
		extract_release(&out);
		input_html.extract(text.data, text.len, &out, &err);
		cr_assert(input_html.sniff(text.data, text.len) <= 100);
		buffer_release(&text);
	}
}
