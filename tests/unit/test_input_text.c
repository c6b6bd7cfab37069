#include "config.h"

#include "text/input.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct extract found;

static void
stop(void)
{
	extract_release(&found);
}

TestSuite(input_text, .fini = stop);

/* The paragraphs of the text are these, up to NULL. */
static void
assert_blocks(const char *text, size_t n, const char *const *blocks)
{
	size_t i;

	found.nblock = 0;
	input_text_blocks(text, n, &found);
	for (i = 0; i < found.nblock && blocks[i]; i++) {
		const char *start = text + found.blocks[i].start;
		size_t length = span_length(found.blocks[i]);

		cr_assert(length == strlen(blocks[i]) &&
			!memcmp(start, blocks[i], length),
			"paragraph %zu is\n%.*s\nand not\n%s", i,
			(int)length, start, blocks[i]);
	}
	cr_assert_null(blocks[i], "there is no paragraph %zu", i);
	cr_assert_eq(i, found.nblock, "there are %zu paragraphs",
		found.nblock);
}

#define BLOCKS(text, ...) assert_blocks(text, sizeof(text) - 1, \
	(const char *const []){ __VA_ARGS__, NULL })

Test(input_text, blank_lines_part_paragraphs)
{
	BLOCKS("One.\n\nTwo.\n \t\n\nThree.\n", "One.", "Two.", "Three.");
}

Test(input_text, a_line_of_other_white_space_is_blank)
{
	BLOCKS("One.\n\u00A0\u2003\nTwo.", "One.", "Two.");
}

Test(input_text, white_space_around_is_no_part)
{
	BLOCKS("\n\n  \u00A0One. \nTwo.\t\n\n", "One.", "Two.");
}

Test(input_text, all_line_ends_are_known)
{
	BLOCKS("One.\r\n\r\nTwo.\r\rThree.\n\rFour.", "One.", "Two.",
		"Three.", "Four.");
	BLOCKS("One.\u2028Two.\u2029Three.\fFour.", "One.", "Two.", "Three.",
		"Four.");
}

/* It is what windows-1252 has for "…" when it is taken for Latin-1. */
Test(input_text, a_c1_control_ends_no_line)
{
	BLOCKS("Well\xC2\x85 no.", "Well\xC2\x85 no.");
}

Test(input_text, nothing_has_no_paragraphs)
{
	found.nblock = 0;
	input_text_blocks("", 0, &found);
	input_text_blocks("\n \n", 3, &found);
	cr_assert_eq(found.nblock, 0);
}

Test(input_text, a_paragraph_a_line_stays_so)
{
	BLOCKS("MINISTER ARDELEAN: Good morning, and thank you for coming.\n"
		"We had a long talk about the harbour, the railway, and all "
		"that goes with them, and I think that we have come further "
		"than anybody had thought.\n"
		"QUESTION: What of the tariff?\n"
		"It is not settled.\n",
		"MINISTER ARDELEAN: Good morning, and thank you for coming.",
		"We had a long talk about the harbour, the railway, and all "
		"that goes with them, and I think that we have come further "
		"than anybody had thought.",
		"QUESTION: What of the tariff?",
		"It is not settled.");
}

Test(input_text, lines_of_an_address_are_apart)
{
	BLOCKS("Harbour Hall\nPort Maren, Lower Province\n\n10:12 A.M.\n",
		"Harbour Hall", "Port Maren, Lower Province", "10:12 A.M.");
}

static const char wrapped[] =
	"The minister opened the meeting with a word on the harbour, which\n"
	"Captain Oderbrecht had asked for twice.  It was, he said, a place\n"
	"where ships of every flag had been welcome for a hundred years.\n"
	"\n"
	"Nobody spoke against it.  The motion that Mrs. Ilvesaar had put\n"
	"before them in the spring was read again, slowly, and then it was\n"
	"Dr. Tamm's turn.  He thanked the clerks, the engineers and all who\n"
	"had worked on the plans, and asked for the floor to be opened to\n"
	"questions.\n";

Test(input_text, hard_wrapped_lines_are_one_paragraph)
{
	const char *blank = strstr(wrapped, "\n\n");

	found.nblock = 0;
	input_text_blocks(wrapped, sizeof(wrapped) - 1, &found);
	cr_assert_eq(found.nblock, 2);
	cr_assert_eq(found.blocks[0].start, 0);
	cr_assert_eq(found.blocks[0].end, blank - wrapped);
	cr_assert_eq(found.blocks[1].start, blank + 2 - wrapped);
	cr_assert_eq(found.blocks[1].end, sizeof(wrapped) - 2);
}

Test(input_text, short_lines_of_wrapped_text_end_paragraphs)
{
	char text[2000];

	snprintf(text, sizeof(text), "%sThat was all.\nPort Maren\n", wrapped);
	found.nblock = 0;
	input_text_blocks(text, strlen(text), &found);
	cr_assert_eq(found.nblock, 4);
}

Test(input_text, indented_lines_of_wrapped_text_begin_paragraphs)
{
	BLOCKS(
	"  The minister opened the meeting with a word on the harbour,\n"
	"which Captain Oderbrecht had asked for twice in the last few\n"
	"months, and he closed it with another one for the engineers.\n"
	"  Nobody spoke against it, and the motion that Mrs. Ilvesaar\n"
	"had put before them in the spring was read again, and slowly.\n"
	"  It is settled now.\n",
	"The minister opened the meeting with a word on the harbour,\n"
	"which Captain Oderbrecht had asked for twice in the last few\n"
	"months, and he closed it with another one for the engineers.",
	"Nobody spoke against it, and the motion that Mrs. Ilvesaar\n"
	"had put before them in the spring was read again, and slowly.",
	"It is settled now.");
}

Test(input_text, hanging_lines_belong_to_the_first)
{
	BLOCKS(
	"ARDELEAN: The minister opened the meeting with a word on the\n"
	"    harbour, which Captain Oderbrecht had asked for twice in\n"
	"    the last few months.\n\n"
	"TAMM: Nobody spoke against it, and the motion that had been\n"
	"    put before them in the spring was read again, slowly, and\n"
	"    then passed.\n",
	"ARDELEAN: The minister opened the meeting with a word on the\n"
	"    harbour, which Captain Oderbrecht had asked for twice in\n"
	"    the last few months.",
	"TAMM: Nobody spoke against it, and the motion that had been\n"
	"    put before them in the spring was read again, slowly, and\n"
	"    then passed.");
}

Test(input_text, a_label_begins_a_paragraph_even_after_a_full_line)
{
	BLOCKS(
	"The minister opened the meeting with a word on the harbour, as\n"
	"the captain had asked for twice in the last few months: it is\n"
	"DR. TAMM: Nobody spoke against it, and the motion that he put\n"
	"before them in the spring was read again, slowly, and passed.\n",
	"The minister opened the meeting with a word on the harbour, as\n"
	"the captain had asked for twice in the last few months: it is",
	"DR. TAMM: Nobody spoke against it, and the motion that he put\n"
	"before them in the spring was read again, slowly, and passed.");
}

Test(input_text, a_break_within_a_sentence_is_none_anywhere)
{
	BLOCKS("A paragraph a line, as the ministry sets them, has one long "
		"line after another, and nobody would call it wrapped at all.\n"
		"Now here is one that somebody broke in the middle of it\n"
		"so that it goes on in lower case.\n"
		"And this is the next.\n"
		"And the one after.\n",
		"A paragraph a line, as the ministry sets them, has one long "
		"line after another, and nobody would call it wrapped at all.",
		"Now here is one that somebody broke in the middle of it\n"
		"so that it goes on in lower case.",
		"And this is the next.", "And the one after.");
}

Test(input_text, wrapped_chinese_needs_no_blanks)
{
	BLOCKS("　　主席，我今天要向各位議員報告港口工程的進展，並且解釋為甚麼\n"
		"工程比原來的計劃慢了三個月，也要多謝各位同事在這段時間裏對我\n"
		"們的支持和意見，我們會繼續努力，希望可以在明年春天完成所有的\n"
		"工作。\n\n"
		"　　第二，關於鐵路的問題，我們正在和鄰近的城市商討，希望可以在\n"
		"今年之內達成協議，讓居民可以更方便地來往兩地，並且減少道路的\n"
		"擠塞，改善空氣的質素，這也是我們多年來的目標，各位議員都非常\n"
		"清楚，我不再重複。\n\n"
		"　　第三，就業方面，我們會推行新的計劃，幫助年輕人和中年人找到\n"
		"合適的工作，提供訓練和津貼，同時鼓勵企業聘請更多本地的員工，\n"
		"使經濟更加健康。\n",
		"主席，我今天要向各位議員報告港口工程的進展，並且解釋為甚麼\n"
		"工程比原來的計劃慢了三個月，也要多謝各位同事在這段時間裏對我\n"
		"們的支持和意見，我們會繼續努力，希望可以在明年春天完成所有的\n"
		"工作。",
		"第二，關於鐵路的問題，我們正在和鄰近的城市商討，希望可以在\n"
		"今年之內達成協議，讓居民可以更方便地來往兩地，並且減少道路的\n"
		"擠塞，改善空氣的質素，這也是我們多年來的目標，各位議員都非常\n"
		"清楚，我不再重複。",
		"第三，就業方面，我們會推行新的計劃，幫助年輕人和中年人找到\n"
		"合適的工作，提供訓練和津貼，同時鼓勵企業聘請更多本地的員工，\n"
		"使經濟更加健康。");
}

static const struct input_format *
guess(const char *path, const char *text)
{
	return input_format_guess(path, text, strlen(text));
}

Test(input_text, copy_with_stray_marks_is_plain_text)
{
	static const char *const texts[] = {
		"## ON THE TALKS, A LONG DAY\n\nThe minister said *nothing* "
		"of it_all.\n",
		"<title=\"Address\">\n<date=\"May 2\">\n<THE MINISTER:> Thank "
		"you. <Applause.>\n<AUDIENCE: Four more!>\n",
		"See <http://example.org/a> and (2) [sic].\n* * *\n\n* one\n"
		"* two\n",
		"He said 2 * 3 ** 4 is a < b and c > d.\n> quoted\n> again\n",
		"",
		"***\n\n---\n\n=====\n",
		"## TALKS\n\n96**1:*;6:81*;,**11 EFG:/*6.**5 ** 7 **\n",
	};
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		cr_expect_eq(guess("reprint.txt", texts[i]), &input_text,
			"%s", texts[i]);
		cr_expect_eq(guess("reprint", texts[i]), &input_text,
			"%s", texts[i]);
	}
}

Test(input_text, suffixes_decide_where_the_content_is_silent)
{
	cr_assert_eq(guess("a.md", "Good morning.\n"), &input_markdown);
	cr_assert_eq(guess("A.MD", "Good morning.\n"), &input_markdown);
	cr_assert_eq(guess("a.html", "Good morning.\n"), &input_html);
	cr_assert_eq(guess("a.txt", "Good morning.\n"), &input_text);
	cr_assert_eq(guess("-", "Good morning.\n"), &input_text);
	cr_assert_eq(guess("md", "Good morning.\n"), &input_text);
}

Test(input_text, formats_are_found_by_name)
{
	const struct input_format *const *format;

	for (format = input_formats; *format; format++)
		cr_assert_eq(input_format_find((*format)->name), *format);
	cr_assert_null(input_format_find("wordstar"));
}
