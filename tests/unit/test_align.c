#include "config.h"

#include "compare/align.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "pair.h"
#include "prose.h"

/* What holds for every alignment of any two texts. */
static void
assert_alignment(const struct pair *pair)
{
	const struct alignment *al = &pair->alignment;
	int side;
	uint32_t i, b;

	cr_assert_geq(al->nblock, 1);
	cr_assert_eq(al->blocks[0].relation, CHANGED);
	for (side = 0; side < 2; side++)
		cr_assert_eq(al->n[side], pair->doc[side]->nword);
	for (i = 0; i < al->n[0]; i++) {
		uint32_t mate = al->mate[0][i];
		const struct block *block = &al->blocks[al->block_of[0][i]];

		cr_assert_lt(al->block_of[0][i], al->nblock);
		if (mate == NO_WORD)
			continue;
		cr_assert_lt(mate, al->n[1]);
		cr_assert_eq(pair->doc[0]->words[i].key,
			pair->doc[1]->words[mate].key);
		cr_assert(block->range.start[0] <= i &&
			i < block->range.end[0]);
		cr_assert(block->range.start[1] <= mate &&
			mate < block->range.end[1]);
		if (block->relation == DUPLICATED)
			continue;
		cr_assert_eq(al->mate[1][mate], i);
		cr_assert_eq(al->block_of[1][mate], al->block_of[0][i]);
	}
	for (i = 0; i < al->n[1]; i++)
		cr_assert(al->mate[1][i] == NO_WORD ||
			al->mate[0][al->mate[1][i]] == i);
	/* within a block the order is the same */
	for (b = 0; b < al->nblock; b++) {
		uint32_t last = 0;
		bool any = false;

		for (i = 0; i < al->n[0]; i++) {
			if (al->block_of[0][i] != b ||
			    al->mate[0][i] == NO_WORD)
				continue;
			cr_assert(!any || al->mate[0][i] > last,
				"word %u of block %u", i, b);
			last = al->mate[0][i];
			any = true;
		}
	}
}

static uint32_t
count_mates(const struct pair *pair, enum side side)
{
	uint32_t i, n = 0;

	for (i = 0; i < pair->alignment.n[side]; i++)
		n += pair->alignment.mate[side][i] != NO_WORD;
	return n;
}

/* Words [from, to) of the side have no mates, and all others have. */
static void
assert_only_unmatched(const struct pair *pair, enum side side, uint32_t from,
	uint32_t to)
{
	uint32_t i;

	for (i = 0; i < pair->alignment.n[side]; i++)
		cr_assert_eq(pair->alignment.mate[side][i] == NO_WORD,
			from <= i && i < to, "word %u of %u, [%u, %u)", i,
			pair->alignment.n[side], from, to);
}

Test(align, a_text_against_itself_is_matched_word_for_word)
{
	struct buffer text = BUFFER_INIT;
	struct pair pair;
	uint32_t i;

	prose_add(&text, 0, 300);
	pair_align(&pair, text.data, text.data);
	assert_alignment(&pair);
	for (i = 0; i < pair.alignment.n[0]; i++)
		cr_assert_eq(pair.alignment.mate[0][i], i);
	cr_assert_eq(pair.alignment.nblock, 1);
	pair_release(&pair);
	buffer_release(&text);
}

/* Words before paragraph `at` of [0, at) paragraphs. */
static uint32_t
words_in(uint32_t paragraphs)
{
	struct buffer text = BUFFER_INIT;
	struct pair pair;
	uint32_t n;

	buffer_puts(&text, "");
	prose_add(&text, 0, paragraphs);
	pair_read(&pair, text.data, "");
	n = (uint32_t)pair.doc[0]->nword;
	pair_release(&pair);
	buffer_release(&text);
	return n;
}

Test(align, of_what_is_left_out_nothing_is_matched)
{
	/* paragraphs left out, at the start, in the middle, at the end */
	static const uint32_t rows[][2] = {
		{ 0, 1 }, { 0, 40 }, { 50, 51 }, { 50, 52 }, { 20, 120 },
		{ 40, 240 }, { 259, 260 }, { 100, 260 }
	};
	size_t i;
	int side;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (side = 0; side < 2; side++) {
			struct buffer all = BUFFER_INIT, less = BUFFER_INIT;
			struct pair pair;

			prose_add(&all, 0, 260);
			prose_add(&less, 0, rows[i][0]);
			prose_add(&less, rows[i][1], 260);
			pair_align(&pair, side ? less.data : all.data,
				side ? all.data : less.data);
			assert_alignment(&pair);
			assert_only_unmatched(&pair, side,
				words_in(rows[i][0]), words_in(rows[i][1]));
			assert_only_unmatched(&pair, !side, 0, 0);
			pair_release(&pair);
			buffer_release(&all);
			buffer_release(&less);
		}
}

Test(align, a_paragraph_that_moved_is_a_block_of_its_own)
{
	struct buffer text = BUFFER_INIT, moved = BUFFER_INIT;
	struct pair pair;
	const struct block *block;
	int way;

	prose_add(&text, 0, 30);
	prose_add(&moved, 0, 8);
	prose_add(&moved, 9, 20);
	prose_add(&moved, 8, 9);
	prose_add(&moved, 20, 30);
	for (way = 0; way < 2; way++) {
		pair_align(&pair, way ? text.data : moved.data,
			way ? moved.data : text.data);
		assert_alignment(&pair);
		assert_only_unmatched(&pair, REPRINT, 0, 0);
		assert_only_unmatched(&pair, TRANSCRIPT, 0, 0);
		cr_assert_eq(pair.alignment.nblock, 2);
		block = &pair.alignment.blocks[1];
		cr_assert_eq(block->relation, MOVED);
		cr_assert_eq(block->range.end[0] - block->range.start[0],
			words_in(9) - words_in(8));
		pair_release(&pair);
	}
	buffer_release(&text);
	buffer_release(&moved);
}

Test(align, a_teaser_is_a_copy_and_the_text_itself_is_aligned)
{
	struct buffer text = BUFFER_INIT, reprint = BUFFER_INIT;
	struct pair pair;
	uint32_t first = words_in(1), i;

	prose_add(&text, 0, 30);
	prose_add(&reprint, 0, 1);
	prose_add(&reprint, 0, 30);
	pair_align(&pair, reprint.data, text.data);
	assert_alignment(&pair);
	cr_assert_eq(pair.alignment.nblock, 2);
	cr_assert_eq(pair.alignment.blocks[1].relation, DUPLICATED);
	for (i = 0; i < pair.alignment.n[1]; i++)
		cr_assert_eq(pair.alignment.mate[1][i], i + first);
	for (i = 0; i < first; i++)
		cr_assert_eq(pair.alignment.mate[0][i], i);
	pair_release(&pair);
	buffer_release(&text);
	buffer_release(&reprint);
}

Test(align, texts_that_share_nothing_have_no_mates)
{
	struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
	struct pair pair;
	uint32_t shared;

	prose_add(&text[0], 0, 100);
	prose_add(&text[1], 1000, 1100);
	pair_align(&pair, text[0].data, text[1].data);
	assert_alignment(&pair);
	/* both are of one language, so a phrase or two may be alike */
	shared = count_mates(&pair, REPRINT);
	cr_assert_lt(shared, pair.alignment.n[0] / 100, "%u of %u", shared,
		pair.alignment.n[0]);
	pair_release(&pair);
	buffer_release(&text[0]);
	buffer_release(&text[1]);
}

Test(align, a_text_without_words_is_aligned_with_nothing)
{
	static const char *const rows[][2] = {
		{ "", "" }, { "", "We go." }, { "We go.", "" },
		{ " \n\n ", "— … —" }, { "* * *", "* * *" }, { "a", "b" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pair pair;

		pair_align(&pair, rows[i][0], rows[i][1]);
		assert_alignment(&pair);
		cr_assert_eq(count_mates(&pair, REPRINT), 0);
		cr_assert_eq(count_mates(&pair, TRANSCRIPT), 0);
		pair_release(&pair);
	}
}

Test(align, one_word_a_hundred_thousand_times_is_aligned_in_time)
{
	static const uint32_t rows[][2] = {
		{ 100000, 100000 }, { 100000, 99000 }, { 1000, 100000 }
	};
	size_t i;
	uint32_t k;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
		struct pair pair;
		int side;

		for (side = 0; side < 2; side++)
			for (k = 0; k < rows[i][side]; k++)
				buffer_puts(&text[side], "very ");
		pair_align(&pair, text[0].data, text[1].data);
		assert_alignment(&pair);
		if (rows[i][0] == rows[i][1])
			cr_assert_eq(count_mates(&pair, REPRINT), rows[i][0]);
		pair_release(&pair);
		buffer_release(&text[0]);
		buffer_release(&text[1]);
	}
}

Test(align, words_in_reverse_are_not_the_text)
{
	struct buffer text = BUFFER_INIT, reversed = BUFFER_INIT;
	struct pair pair;
	size_t i;

	prose_add(&text, 0, 60);
	pair_read(&pair, text.data, "");
	for (i = pair.doc[0]->nword; i-- > 0; ) {
		const struct word *word = &pair.doc[0]->words[i];

		buffer_add(&reversed, text.data + word->start,
			word->end - word->start);
		buffer_putc(&reversed, ' ');
	}
	pair_release(&pair);
	pair_align(&pair, reversed.data, text.data);
	assert_alignment(&pair);
	cr_assert_lt(count_mates(&pair, REPRINT), pair.alignment.n[0] / 10);
	pair_release(&pair);
	buffer_release(&text);
	buffer_release(&reversed);
}

/* One word in `every` is another; returns what it was put into. */
static struct buffer
change_words(const struct document *doc, uint32_t every, uint64_t *state,
	uint32_t *changed)
{
	struct buffer out = BUFFER_INIT;
	uint32_t i, at = 0;

	*changed = 0;
	for (i = 0; i < doc->nword; i++) {
		const struct word *word = &doc->words[i];

		buffer_add(&out, doc->text + at, word->start - at);
		at = word->end;
		if (prose_random(state, every)) {
			buffer_add(&out, doc->text + word->start,
				word->end - word->start);
		} else {
			buffer_printf(&out, "new%u", i);
			(*changed)++;
		}
	}
	buffer_add(&out, doc->text + at, doc->ntext - at);
	return out;
}

Test(align, words_changed_at_random_do_not_hide_the_others)
{
	static const uint32_t rates[] = { 100, 20, 10, 5 };
	struct buffer text = BUFFER_INIT;
	uint64_t state = 29;
	size_t r;

	prose_add(&text, 0, 100);
	for (r = 0; r < sizeof(rates) / sizeof(*rates); r++) {
		struct pair pair;
		struct buffer changed;
		uint32_t i, n, lost = 0;

		pair_read(&pair, text.data, "");
		changed = change_words(pair.doc[0], rates[r], &state, &n);
		pair_release(&pair);
		pair_align(&pair, changed.data, text.data);
		assert_alignment(&pair);
		for (i = 0; i < pair.alignment.n[0]; i++)
			lost += pair.alignment.mate[0][i] != i;
		/* a kept word may stand alone among changed ones */
		cr_assert(lost >= n && lost - n <= n / 20,
			"one in %u: %u changed, %u lost", rates[r], n, lost);
		pair_release(&pair);
		buffer_release(&changed);
	}
	buffer_release(&text);
}

/* Every mark of `from` in the text is `to`. */
static struct buffer
replace(const struct buffer *text, const char *from, const char *to)
{
	struct buffer out = BUFFER_INIT;
	const char *p = text->data, *found;

	while ((found = strstr(p, from))) {
		buffer_add(&out, p, (size_t)(found - p));
		buffer_puts(&out, to);
		p = found + strlen(from);
	}
	buffer_puts(&out, p);
	return out;
}

Test(align, damaged_marks_do_not_keep_words_apart)
{
	static const char *const damage[] = {
		"\u00E2\u20AC\u2122", "\u00C3\u00A2\u00E2\u201A\u00AC"
		"\u00E2\u201E\u00A2", "\xC2\x92", "&rsquo;", "&amp;#8217;",
		"=E2=80=99", "?", "\uFFFD", "\\u2019", "'"
	};
	struct buffer plain = BUFFER_INIT, text;
	size_t i;

	prose_add(&plain, 0, 40);
	/* an apostrophe in every word that has "at" in it */
	text = replace(&plain, "at", "a’t");
	for (i = 0; i < sizeof(damage) / sizeof(*damage); i++) {
		struct buffer damaged = replace(&text, "’", damage[i]);
		struct pair pair;

		pair_align(&pair, damaged.data, text.data);
		assert_alignment(&pair);
		assert_only_unmatched(&pair, REPRINT, 0, 0);
		assert_only_unmatched(&pair, TRANSCRIPT, 0, 0);
		pair_release(&pair);
		buffer_release(&damaged);
	}
	buffer_release(&plain);
	buffer_release(&text);
}

Test(align, breaks_do_not_keep_words_apart)
{
	struct buffer text = BUFFER_INIT, merged, split;
	struct pair pair;

	prose_add(&text, 0, 40);
	merged = replace(&text, "\n\n", " ");
	split = replace(&text, ", ", "\n\n");
	pair_align(&pair, merged.data, text.data);
	assert_alignment(&pair);
	assert_only_unmatched(&pair, REPRINT, 0, 0);
	pair_release(&pair);
	pair_align(&pair, split.data, merged.data);
	assert_alignment(&pair);
	assert_only_unmatched(&pair, REPRINT, 0, 0);
	assert_only_unmatched(&pair, TRANSCRIPT, 0, 0);
	pair_release(&pair);
	buffer_release(&text);
	buffer_release(&merged);
	buffer_release(&split);
}

Test(align, a_label_is_opposite_a_label)
{
	struct buffer text = BUFFER_INIT;
	struct pair pair;
	const struct document *doc;
	uint32_t i;

	/* "Holm" is called by her name at the end of each turn before hers */
	for (i = 0; i < 20; i++) {
		buffer_puts(&text, i % 2 ? "HOLM: " : "BRANDT: ");
		prose_paragraph(&text, i);
		buffer_puts(&text, i % 2 ? "\n\n" : " Holm?\n\n");
	}
	pair_align(&pair, text.data, text.data + strlen("BRANDT: "));
	assert_alignment(&pair);
	doc = pair.doc[REPRINT];
	for (i = 1; i < doc->nparagraph; i++) {
		const struct paragraph *para = &doc->paragraphs[i];

		cr_assert_eq(para->nlabel, 1);
		cr_assert_eq(pair.alignment.mate[0][para->word],
			para->word - 1);
	}
	pair_release(&pair);
	buffer_release(&text);
}

Test(align, a_name_that_is_said_is_not_opposite_a_label)
{
	struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
	struct pair pair;
	const struct paragraph *para;
	int side;

	for (side = 0; side < 2; side++) {
		prose_add(&text[side], 0, 1);
		buffer_puts(&text[side], side ? " Holm?\n\nBRANDT: " :
			"\n\nHOLM: ");
		prose_paragraph(&text[side], 1);
	}
	pair_align(&pair, text[0].data, text[1].data);
	assert_alignment(&pair);
	para = &pair.doc[REPRINT]->paragraphs[1];
	cr_assert_eq(para->nlabel, 1);
	cr_assert_eq(pair.alignment.mate[REPRINT][para->word], NO_WORD);
	cr_assert_neq(pair.alignment.mate[REPRINT][para->word + 1], NO_WORD);
	pair_release(&pair);
	buffer_release(&text[0]);
	buffer_release(&text[1]);
}

Test(align, the_label_in_the_middle_of_a_merged_paragraph_is_matched)
{
	struct pair pair;

	pair_align(&pair, "HOLM: We will meet again in the spring, and that "
		"is all. BRANDT: Thank you for the long answer to this.",
		"HOLM: We will meet again in the spring, and that is all.\n\n"
		"BRANDT: Thank you for the long answer to this.");
	assert_alignment(&pair);
	assert_only_unmatched(&pair, REPRINT, 0, 0);
	assert_only_unmatched(&pair, TRANSCRIPT, 0, 0);
	pair_release(&pair);
}
