#include "config.h"

#include "compare/passage.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "pair.h"

/* The index of the first word, folded, of the side. */
static uint32_t
word_at(const struct pair *pair, enum side side, const char *word)
{
	uint32_t key = keys_find(pair->keys, word, strlen(word)), i;

	for (i = 0; i < pair->doc[side]->nword; i++)
		if (pair->doc[side]->words[i].key == key)
			return i;
	cr_assert_fail("there is no %s", word);
	return 0;
}

Test(passage, sentences_start_behind_their_ends)
{
	/* the word in question is "here" */
	static const char *const rows[] = {
		"Here we go.", "We go. Here we stay.", "We go! Here we stay.",
		"We go? Here we stay.", "We go… Here we stay.",
		"He said: \"Go.\" Here we stay.", "(They go.) Here we stay.",
		"We go.\n\nHere we stay.", "We go\n\nhere we stay.",
		"It was 1999. Here we stay.", "[Applause] Here we stay.",
		"我们走。Here we stay.", "हम जाते हैं। Here we stay.",
		"We go.” Here we stay.", "HOLM: Here we stay.",
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pair pair;

		pair_read(&pair, rows[i], "");
		cr_assert(sentence_starts(pair.doc[0], word_at(&pair, REPRINT,
			"here")), "%s", rows[i]);
		pair_release(&pair);
	}
}

Test(passage, sentences_do_not_start_in_their_middle)
{
	static const char *const rows[] = {
		"We go here.", "We go, Here we go.", "We go – Here we go.",
		"Mr. Here goes.", "John F. Here goes.", "Sen. Here goes.",
		"We go... here we go.", "We go. here we go.",
		"\"Here,\" we say.", "We: Here we go.", "We (Here we go).",
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pair pair;
		uint32_t at;

		pair_read(&pair, rows[i], "");
		at = word_at(&pair, REPRINT, "here");
		cr_assert(!at || !sentence_starts(pair.doc[0], at), "%s",
			rows[i]);
		pair_release(&pair);
	}
}

Test(passage, the_end_of_a_text_ends_a_sentence)
{
	struct pair pair;

	pair_read(&pair, "We go", "");
	cr_assert(sentence_starts(pair.doc[0], 0));
	cr_assert(sentence_starts(pair.doc[0], 2));
	cr_assert(sentence_starts(pair.doc[1], 0));
	pair_release(&pair);
}

Test(passage, a_passage_takes_the_marks_around_it)
{
	static const char text[] = "He said, “we will go,” and (they stay.) "
		"She left... “Never”\n\n[Applause.] Done.";
	static const struct {
		const char *first, *last, *passage;
	} rows[] = {
		{ "he", "said", "He said," },
		{ "we", "go", "“we will go,”" },
		{ "will", "go", "will go,”" },
		{ "and", "and", "and" },
		{ "they", "stay", "(they stay.)" },
		{ "she", "left", "She left..." },
		{ "never", "never", "“Never”" },
		{ "applause", "applause", "[Applause.]" },
		{ "never", "done", "“Never”\n\n[Applause.] Done." },
	};
	struct pair pair;
	size_t i;

	pair_read(&pair, text, "");
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct span span = passage_span(pair.doc[0], (struct span){
			word_at(&pair, REPRINT, rows[i].first),
			word_at(&pair, REPRINT, rows[i].last) + 1 });

		cr_assert(span_length(span) == strlen(rows[i].passage) &&
			!memcmp(text + span.start, rows[i].passage,
			span_length(span)), "%.*s, not %s",
			(int)span_length(span), text + span.start,
			rows[i].passage);
	}
	pair_release(&pair);
}

Test(passage, passages_one_after_another_do_not_overlap)
{
	static const char text[] = "“We” (go) ‘home’ ... “now”—[then]. \"He\" "
		"\"went\"! ¿Qué? «Oui» **bold** #tag\n\n* * *\n\n“End.”";
	struct pair pair;
	uint32_t i;

	pair_read(&pair, text, "");
	for (i = 0; i + 1 < pair.doc[0]->nword; i++) {
		struct span one = passage_span(pair.doc[0],
			(struct span){ i, i + 1 });
		struct span two = passage_span(pair.doc[0],
			(struct span){ i + 1, i + 2 });

		cr_assert_leq(one.start, pair.doc[0]->words[i].start);
		cr_assert_geq(one.end, pair.doc[0]->words[i].end);
		cr_assert_leq(one.end, two.start, "word %u", i);
	}
	pair_release(&pair);
}

static const char turns[] =
	"HOLM: One is said. Two is said here.\n\n"
	"Three is said.\n\n"
	"BRANDT: Four is said.\n\n"
	"Five is said.\n\n"
	"LIND: Six is said. Seven is said.";

/* The parts that the words from `first` up to, not with, `last` are cut into;
 * NULL for the end. */
static void
assert_parts(const char *first, const char *last, const char *parts)
{
	static const char *const names[] = { "within", "rest", "paragraphs",
		"turn", "head", "tail" };
	struct edit_list list = { 0 };
	struct buffer got = BUFFER_INIT;
	struct pair pair;
	struct gap gap = { .place = 0 };
	uint32_t at;
	size_t i;

	pair_align(&pair, turns, turns);
	gap.words.start = word_at(&pair, TRANSCRIPT, first);
	gap.words.end = last ? word_at(&pair, TRANSCRIPT, last) :
		(uint32_t)pair.doc[1]->nword;
	passage_omitted(&pair.context, &gap, &list);
	at = gap.words.start;
	for (i = 0; i < list.n; i++) {
		const struct edit *edit = &list.edit[i];

		buffer_printf(&got, "%s%s", i ? " " : "", names[edit->part]);
		cr_assert_eq(edit->shape, EDIT_OMISSION);
		cr_assert_eq(edit->words[TRANSCRIPT].start, at);
		cr_assert_eq(span_length(edit->span[REPRINT]), 0);
		at = edit->words[TRANSCRIPT].end;
	}
	cr_assert_eq(at, gap.words.end);
	cr_assert_str_eq(got.data, parts, "%s: %s", first, got.data);
	free(list.edit);
	buffer_release(&got);
	pair_release(&pair);
}

Test(passage, what_is_left_out_is_cut_by_paragraphs_and_turns)
{
	assert_parts("two", "here", "within");
	assert_parts("two", "three", "rest");
	assert_parts("three", "brandt", "paragraphs");
	assert_parts("two", "brandt", "rest paragraphs");
	assert_parts("brandt", "lind", "turn");
	assert_parts("three", "lind", "paragraphs turn");
	assert_parts("five", "lind", "paragraphs");
	assert_parts("brandt", NULL, "turn");
	assert_parts("two", "seven", "rest paragraphs turn within");
}

Test(passage, at_the_ends_of_a_text_it_is_head_or_tail)
{
	struct edit_list list = { 0 };
	struct pair pair;
	struct gap gap = { { 0, 12 }, 0, true, false };

	pair_align(&pair, turns, turns);
	passage_omitted(&pair.context, &gap, &list);
	cr_assert_eq(list.n, 1);
	cr_assert_eq(list.edit[0].part, PART_HEAD);
	gap = (struct gap){ { 12, (uint32_t)pair.doc[1]->nword }, 0, false,
		true };
	passage_omitted(&pair.context, &gap, &list);
	cr_assert_eq(list.n, 2);
	cr_assert_eq(list.edit[1].part, PART_TAIL);
	/* a word or two are no head */
	gap = (struct gap){ { 1, 3 }, 0, true, false };
	passage_omitted(&pair.context, &gap, &list);
	cr_assert_eq(list.edit[2].part, PART_WITHIN);
	free(list.edit);
	pair_release(&pair);
}

Test(passage, what_is_put_in_is_one_edit_a_paragraph)
{
	struct edit_list list = { 0 };
	struct pair pair;
	struct gap gap;
	size_t i;
	uint32_t at;

	pair_align(&pair, turns, turns);
	gap = (struct gap){ { word_at(&pair, REPRINT, "two"),
		word_at(&pair, REPRINT, "seven") }, 0, false, false };
	passage_inserted(&pair.context, &gap, &list);
	cr_assert_eq(list.n, 5);
	at = gap.words.start;
	for (i = 0; i < list.n; i++) {
		cr_assert_eq(list.edit[i].shape, EDIT_INSERTION);
		cr_assert_eq(list.edit[i].part, i > 0 && i < 4 ?
			PART_PARAGRAPHS : PART_WITHIN);
		cr_assert_eq(list.edit[i].words[REPRINT].start, at);
		at = list.edit[i].words[REPRINT].end;
	}
	cr_assert_eq(at, gap.words.end);
	free(list.edit);
	pair_release(&pair);
}

Test(passage, before_the_text_it_is_apparatus)
{
	struct edit_list list = { 0 };
	struct pair pair;
	struct gap gap = { { 0, 5 }, 0, true, false };

	pair_align(&pair, turns, turns);
	passage_inserted(&pair.context, &gap, &list);
	cr_assert_eq(list.n, 1);
	cr_assert_eq(list.edit[0].shape, EDIT_APPARATUS);
	cr_assert(list.edit[0].has[REPRINT]);
	cr_assert_not(list.edit[0].has[TRANSCRIPT]);
	free(list.edit);
	pair_release(&pair);
}

Test(passage, of_no_words_nothing_is_made)
{
	struct edit_list list = { 0 };
	struct pair pair;
	struct gap gap = { { 3, 3 }, 0, false, false };

	pair_align(&pair, turns, turns);
	passage_omitted(&pair.context, &gap, &list);
	passage_inserted(&pair.context, &gap, &list);
	cr_assert_eq(list.n, 0);
	pair_release(&pair);
}
