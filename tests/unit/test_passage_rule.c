#include "config.h"

#include "review/passage_rule.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "base/memory.h"
#include "pair.h"

/* "+-+": which paragraphs of the text fit; "!" where it costs too much. */
static const char *
marks(const char *pattern, const char *text)
{
	static char out[64];
	struct pair pair;
	struct error err;
	struct passage_rule *rule = passage_rule_new(pattern, &err);
	const struct document *doc;
	bool *marked;
	size_t i;

	cr_assert(rule, "%s", err.text);
	pair_read(&pair, text, NULL);
	doc = pair.doc[REPRINT];
	marked = memory_alloc(doc->nparagraph, sizeof(*marked));
	strcpy(out, "!");
	if (!passage_rule_mark(rule, doc, marked, &err)) {
		for (i = 0; i < doc->nparagraph; i++)
			out[i] = marked[i] ? '+' : '-';
		out[i] = '\0';
	}
	free(marked);
	passage_rule_free(rule);
	pair_release(&pair);
	return out;
}

Test(passage_rule, a_glob_fits_the_whole_paragraph)
{
	static const char text[] = "Read also: one\n\nRead also\n\n"
		"They said: Read also: two\n";

	cr_assert_str_eq(marks("Read also: *", text), "+--");
	cr_assert_str_eq(marks("*Read also: *", text), "+-+");
	cr_assert_str_eq(marks("Read also", text), "-+-");
	cr_assert_str_eq(marks("*", text), "+++");
	cr_assert_str_eq(marks("Read ????", text), "-+-");
	cr_assert_str_eq(marks("read also", text), "---");
	cr_assert_str_eq(marks("*also*:*w*", text), "--+");
	cr_assert_str_eq(marks("*R**o", text), "-++");
}

Test(passage_rule, what_means_something_elsewhere_is_itself_in_a_glob)
{
	cr_assert_str_eq(marks("(a) [b] {c} $1.00 x|y ^a #1", "(a) [b] {c} "
		"$1.00 x|y ^a #1\n"), "+");
	cr_assert_str_eq(marks("a.c", "abc\n\na.c\n"), "-+");
	cr_assert_str_eq(marks("\\*\\?\\\\", "*?\\\n\nabc\n"), "+-");
	cr_assert_str_eq(marks("\\", "\\\n"), "+");
	cr_assert_str_eq(marks("\\d", "d\n\n5\n"), "+-");
	cr_assert_str_eq(marks("/", "/\n"), "+");
	cr_assert_str_eq(marks("//", "//\n"), "+");
}

Test(passage_rule, a_blank_is_any_white_space)
{
	cr_assert_str_eq(marks("one  two", "one two\n\none\ttwo\n\nonetwo\n"),
		"++-");
	cr_assert_str_eq(marks("one *three", "one \ttwo three\n"), "+");
}

Test(passage_rule, a_character_may_be_many_bytes)
{
	cr_assert_str_eq(marks("?", "é\n\n€\n\n\xF0\x9F\x98\x80\n\nab\n"),
		"+++-");
	cr_assert_str_eq(marks("*é*", "café au lait\n\ncafe\n"), "+-");
}

Test(passage_rule, an_expression_fits_any_part)
{
	static const char text[] = "Page 12\n\nOn Page 12 it says\n\nPage\n";

	cr_assert_str_eq(marks("/Page [0-9]+/", text), "++-");
	cr_assert_str_eq(marks("/^Page [0-9]+$/", text), "+--");
	cr_assert_str_eq(marks("/^(On|It) /", text), "-+-");
	cr_assert_str_eq(marks("/PAGE/", text), "---");
}

Test(passage_rule, what_costs_too_much_ends)
{
	struct buffer text = BUFFER_INIT;
	int i;

	for (i = 0; i < 50000; i++)
		buffer_putc(&text, 'x');
	cr_assert_str_eq(marks("/(x+x+)+y/", text.data), "!");
	cr_assert_str_eq(marks("/(.|.|.)*(.|.)*Q/", text.data), "!");
	cr_assert_str_eq(marks("*x*x*x*x*x*x*x*x*y", text.data), "-");
	cr_assert_str_eq(marks("/(x{1,999}){1,999}y/", text.data), "!");
	buffer_release(&text);
}
