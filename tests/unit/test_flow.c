#include "config.h"

#include "report/flow.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };
static const struct ink other = { STYLE_STRONG, 7, false };

static void
assert_lines(const struct flow *flow, const char *const *lines, size_t n)
{
	size_t i, j;

	cr_assert_eq(flow->nline, n, "%zu lines", flow->nline);
	for (i = 0; i < n; i++) {
		const struct line *line = &flow->line[i];
		struct buffer text = BUFFER_INIT;

		buffer_puts(&text, "");
		for (j = line->run; j < line->run + line->nrun; j++)
			buffer_add(&text, flow->shown.data +
				flow->run[j].start, flow->run[j].n);
		cr_assert_str_eq(text.data, lines[i]);
		buffer_release(&text);
	}
}

#define LINES(flow, ...) do { \
	const char *const lines_[] = { __VA_ARGS__ }; \
	assert_lines((flow), lines_, sizeof(lines_) / sizeof(lines_[0])); \
} while (0)

static void
fill(struct flow *flow, unsigned width, const char *text)
{
	flow_init(flow, width, 0);
	flow_text(flow, plain, text, strlen(text), 0);
	flow_end(flow);
}

Test(flow, lines_break_at_blanks)
{
	struct flow flow;

	fill(&flow, 12, "The quick\nbrown  fox jumps over");
	LINES(&flow, "The quick", "brown fox", "jumps over");
	flow_release(&flow);
}

Test(flow, a_word_that_just_fits_stays)
{
	struct flow flow;

	fill(&flow, 9, "The quick brown");
	LINES(&flow, "The quick", "brown");
	flow_release(&flow);
}

Test(flow, a_word_wider_than_a_line_is_cut)
{
	struct flow flow;

	fill(&flow, 5, "a incomprehensible b");
	LINES(&flow, "a", "incom", "prehe", "nsibl", "e b");
	flow_release(&flow);
}

Test(flow, ideographs_part_but_not_from_a_stop)
{
	struct flow flow;

	fill(&flow, 6, "谢谢你。再见");
	LINES(&flow, "谢谢", "你。再", "见");
	flow_release(&flow);
}

Test(flow, marks_do_not_part_from_what_is_beside_them)
{
	struct flow flow;

	flow_init(&flow, 12, 0);
	flow_text(&flow, plain, "help move ", 10, 0);
	flow_mark(&flow, plain, "[");
	flow_text(&flow, other, "ab", 2, 10);
	flow_mark(&flow, plain, " ← ");
	flow_text(&flow, other, "cd", 2, 12);
	flow_mark(&flow, plain, "]");
	flow_end(&flow);
	LINES(&flow, "help move", "[ab ← cd]");
	flow_release(&flow);
}

Test(flow, runs_keep_their_ink_over_breaks)
{
	struct flow flow;
	size_t i;

	flow_init(&flow, 5, 0);
	flow_text(&flow, plain, "aaa ", 4, 0);
	flow_text(&flow, other, "bbb ccc", 7, 4);
	flow_end(&flow);
	LINES(&flow, "aaa", "bbb", "ccc");
	for (i = 0; i < flow.nline; i++) {
		const struct text_run *run = &flow.run[flow.line[i].run];

		cr_assert_eq(flow.line[i].nrun, 1);
		cr_assert_eq(run->ink.style, i ? STYLE_STRONG : STYLE_PLAIN);
		cr_assert_eq(run->ink.finding, i ? 7 : NO_FINDING);
		cr_assert_eq(run->cells, 3);
	}
	flow_release(&flow);
}

Test(flow, lines_know_where_in_the_text_they_begin)
{
	struct flow flow;
	const char text[] = "one two three";

	flow_init(&flow, 5, 0);
	flow_mark(&flow, plain, "[");
	flow_text(&flow, plain, text, strlen(text), 100);
	flow_end(&flow);
	LINES(&flow, "[one", "two", "three");
	cr_assert_eq(flow.line[0].source, 100);
	cr_assert_eq(flow.line[1].source, 104);
	cr_assert_eq(flow.line[2].source, 108);
	flow_release(&flow);
}

Test(flow, the_first_line_may_have_another_width)
{
	struct flow flow;

	flow_init(&flow, 12, 0);
	flow.first_width = 4;
	flow_words(&flow, plain, "one two three four");
	flow_end(&flow);
	LINES(&flow, "one", "two three", "four");
	flow_release(&flow);
}

Test(flow, what_does_not_fit_ends_in_an_ellipsis)
{
	struct flow flow;

	flow_init(&flow, 8, 0);
	flow_fit(&flow, plain, "FOREIGN MINISTER", 16);
	flow_newline(&flow);
	flow_fit(&flow, plain, "MINISTER", 8);
	flow_end(&flow);
	LINES(&flow, "FOREIGN…", "MINISTER");
	flow_release(&flow);
}

Test(flow, it_can_be_filled_again)
{
	struct flow flow;

	fill(&flow, 20, "one two three");
	flow_reset(&flow);
	flow_text(&flow, plain, "four", 4, 0);
	flow_end(&flow);
	LINES(&flow, "four");
	flow_release(&flow);
}

Test(flow, nothing_makes_no_line)
{
	struct flow flow;

	fill(&flow, 20, " \n ");
	cr_assert_eq(flow.nline, 0);
	flow_release(&flow);
}

/* Properties, over texts and widths. */
Test(flow, no_line_is_too_wide_and_no_word_is_lost)
{
	static const char text[] = "A zero\u200Bwidth e\u0301tude, so "
		"谢谢 a\u202Eb; tail—end (of it) x  y\n\nz.";
	unsigned width;

	for (width = 8; width < 90; width++) {
		struct buffer joined = BUFFER_INIT, shown = BUFFER_INIT;
		struct flow flow;
		size_t i;

		fill(&flow, width, text);
		for (i = 0; i < flow.nrun; i++)
			buffer_add(&joined, flow.shown.data +
				flow.run[i].start, flow.run[i].n);
		for (i = 0; i < flow.nline; i++)
			cr_assert_leq(flow.line[i].cells, width);
		for (i = 0; i < flow.shown.len; i++)
			if (flow.shown.data[i] != ' ')
				buffer_putc(&shown, flow.shown.data[i]);
		for (i = 0; i < joined.len;)
			if (joined.data[i] == ' ')
				memmove(joined.data + i, joined.data + i + 1,
					joined.len-- - i);
			else
				i++;
		cr_assert_str_eq(joined.data, shown.data);
		buffer_release(&joined);
		buffer_release(&shown);
		flow_release(&flow);
	}
}
