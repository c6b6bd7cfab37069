#include "config.h"

#include "compare/token.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "pair.h"
#include "prose.h"

/* The tokens of a text, each in bars; breaks as "¶". */
static struct buffer
cut_text(const char *text, struct span span)
{
	struct buffer out = BUFFER_INIT;
	struct token_list list = { 0 };
	struct pair pair;
	size_t i;

	pair_read(&pair, text, "");
	tokens_cut(pair.doc[0], span, &list);
	buffer_puts(&out, "|");
	for (i = 0; i < list.n; i++) {
		const struct token *token = &list.token[i];

		if (token->type == TOKEN_BREAK)
			buffer_puts(&out, "¶");
		else
			buffer_add(&out, text + token->start,
				token->end - token->start);
		buffer_putc(&out, '|');
	}
	free(list.token);
	pair_release(&pair);
	return out;
}

static void
assert_cut(const char *text, const char *tokens)
{
	struct buffer got = cut_text(text, (struct span){ 0,
		(uint32_t)strlen(text) });

	cr_assert_str_eq(got.data, tokens);
	buffer_release(&got);
}

Test(token, text_is_cut_into_words_marks_blanks_and_breaks)
{
	assert_cut("We go, now.", "|We| |go|,| |now|.|");
	assert_cut("don’t -- \"no\"", "|don’t| |-|-| |\"|no|\"|");
	assert_cut("a  b\u00A0 c", "|a|  |b|\u00A0 |c|");
	assert_cut("one.\n\ntwo", "|one|.|¶|two|");
	assert_cut("a &ndash; b", "|a| |&ndash;| |b|");
	assert_cut("a\u00E2\u20AC\u201Db", "|a|\u00E2\u20AC\u201D|b|");
	assert_cut("", "|");
}

Test(token, labels_are_left_out)
{
	assert_cut("HOLM: We go.\n\nBRANDT: No.",
		"| |We| |go|.|¶| |No|.|");
	assert_cut("Q: (Inaudible.)", "| |(|Inaudible|.|)|");
}

Test(token, a_part_of_a_text_is_cut_at_its_bounds)
{
	static const char text[] = "We go, now.\n\nThey stay.";
	struct buffer got = cut_text(text, (struct span){ 5, 17 });

	cr_assert_str_eq(got.data, "|,| |now|.|¶|They|");
	buffer_release(&got);
	got = cut_text(text, (struct span){ 11, 13 });
	cr_assert_str_eq(got.data, "|¶|");
	buffer_release(&got);
	got = cut_text(text, (struct span){ 6, 6 });
	cr_assert_str_eq(got.data, "|");
	buffer_release(&got);
}

/* But for labels, tokens give back every byte of any stretch. */
Test(token, tokens_joined_are_the_text)
{
	struct buffer text = BUFFER_INIT;
	uint64_t state = 31;
	struct pair pair;
	uint32_t round;
	size_t i;

	prose_add(&text, 0, 6);
	buffer_puts(&text, "\n\n“Don’t” – 31,800… &amp; =E2=80=99 漢字");
	pair_read(&pair, text.data, "");
	for (round = 0; round < 300; round++) {
		struct token_list list = { 0 };
		struct span span;
		uint32_t at;

		/* from word to word, as the stages do */
		span.start = pair.doc[0]->words[prose_random(&state,
			(uint32_t)pair.doc[0]->nword - 1)].end;
		i = document_word_at(pair.doc[0], span.start);
		i += prose_random(&state, 60);
		if (i >= pair.doc[0]->nword)
			i = pair.doc[0]->nword - 1;
		span.end = pair.doc[0]->words[i].start;
		tokens_cut(pair.doc[0], span, &list);
		at = span.start;
		for (i = 0; i < list.n; i++) {
			cr_assert_eq(list.token[i].start, at);
			cr_assert_gt(list.token[i].end, at);
			at = list.token[i].end;
		}
		cr_assert_eq(at, span.end);
		free(list.token);
	}
	pair_release(&pair);
	buffer_release(&text);
}

struct paired {
	struct pair pair;
	struct token_list list[2];
	struct token_pair_list pairs;
};

static void
pair_texts(struct paired *paired, const char *a, const char *b)
{
	int side;

	memset(paired, 0, sizeof(*paired));
	pair_align(&paired->pair, a, b);
	for (side = 0; side < 2; side++)
		tokens_cut(paired->pair.doc[side], (struct span){ 0,
			(uint32_t)paired->pair.doc[side]->ntext },
			&paired->list[side]);
	tokens_pair(&paired->pair.context, paired->list, &paired->pairs);
}

static void
paired_release(struct paired *paired)
{
	free(paired->list[0].token);
	free(paired->list[1].token);
	free(paired->pairs.pair);
	pair_release(&paired->pair);
}

/* Each token is in one pair, in order. */
static void
assert_all_paired(const struct paired *paired)
{
	size_t next[2] = { 0, 0 }, i;
	int side;

	for (i = 0; i < paired->pairs.n; i++) {
		const struct token_pair *it = &paired->pairs.pair[i];

		cr_assert(it->at[0] != NO_TOKEN || it->at[1] != NO_TOKEN);
		cr_assert(!it->alike || (it->at[0] != NO_TOKEN &&
			it->at[1] != NO_TOKEN));
		for (side = 0; side < 2; side++)
			if (it->at[side] != NO_TOKEN)
				cr_assert_eq(it->at[side], next[side]++);
	}
	cr_assert_eq(next[0], paired->list[0].n);
	cr_assert_eq(next[1], paired->list[1].n);
}

/* What stands opposite the first text's tokens, "-" for nothing. */
static void
assert_opposite(const char *a, const char *b, const char *opposite)
{
	struct buffer got = BUFFER_INIT;
	struct paired paired;
	size_t i;

	pair_texts(&paired, a, b);
	assert_all_paired(&paired);
	buffer_puts(&got, "|");
	for (i = 0; i < paired.pairs.n; i++) {
		const struct token_pair *it = &paired.pairs.pair[i];
		const struct token *token;

		if (it->at[0] == NO_TOKEN)
			buffer_puts(&got, "+");
		if (it->at[1] == NO_TOKEN) {
			buffer_puts(&got, "-|");
			continue;
		}
		token = &paired.list[1].token[it->at[1]];
		if (token->type == TOKEN_BREAK)
			buffer_puts(&got, "¶");
		else
			buffer_add(&got, b + token->start,
				token->end - token->start);
		buffer_putc(&got, '|');
	}
	cr_assert_str_eq(got.data, opposite);
	paired_release(&paired);
	buffer_release(&got);
}

Test(token, what_a_person_would_set_opposite_is_opposite)
{
	assert_opposite("We go.", "We go.", "|We| |go|.|");
	assert_opposite("We go.", "We stay.", "|We| |stay|.|");
	assert_opposite("we, go", "we go", "|we|-| |go|");
	assert_opposite("we go", "we, go", "|we|+,| |go|");
	assert_opposite("go", "now go", "|+now|+ |go|");
	assert_opposite("go now", "go", "|go|-|-|");
	assert_opposite("one\n\ntwo", "one two", "|one| |two|");
	assert_opposite("one two", "one\n\ntwo", "|one|¶|two|");
	assert_opposite("a “b” c", "a \"b\" c", "|a| |\"|b|\"| |c|");
	/* the more alike word */
	assert_opposite("minister", "prime minster", "|+prime|+ |minster|");
	assert_opposite("", "We go.", "|+We|+ |+go|+.|");
	assert_opposite("We", "", "|-|");
	assert_opposite("", "", "|");
}

Test(token, one_word_of_two_is_joined_on_either_side)
{
	static const char *const rows[][2] = {
		{ "percent", "per cent" }, { "per cent", "percent" },
		{ "cooperate", "co-operate" }, { "co-operate", "cooperate" }
	};
	size_t i, k;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct paired paired;

		pair_texts(&paired, rows[i][0], rows[i][1]);
		assert_all_paired(&paired);
		for (k = 0; k < paired.pairs.n; k++)
			cr_assert(paired.pairs.pair[k].joined);
		paired_release(&paired);
	}
}

Test(token, any_two_texts_are_paired_token_for_token)
{
	uint64_t state = 37;
	uint32_t round, i;
	int side;

	for (round = 0; round < 100; round++) {
		static const char *const bits[] = { "a", "b", "ab", " ", ", ",
			". ", "\n\n", "—", " “", "” ", "per", "cent",
			"percent", "31", "…" };
		struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
		struct paired paired;

		for (side = 0; side < 2; side++) {
			buffer_puts(&text[side], "");
			for (i = prose_random(&state, 40); i-- > 0; )
				buffer_puts(&text[side],
					bits[prose_random(&state, 15)]);
		}
		pair_texts(&paired, text[0].data, text[1].data);
		assert_all_paired(&paired);
		paired_release(&paired);
		buffer_release(&text[0]);
		buffer_release(&text[1]);
	}
}

static double
similarity(const char *a, const char *b)
{
	struct keys *keys = keys_new();
	double one = words_similarity(keys, keys_intern(keys, a, strlen(a)),
		keys_intern(keys, b, strlen(b)));
	double other = words_similarity(keys, keys_find(keys, b, strlen(b)),
		keys_find(keys, a, strlen(a)));

	keys_free(keys);
	cr_assert_float_eq(one, other, 1e-9);
	return one;
}

Test(token, words_are_alike_by_their_letters)
{
	cr_assert_float_eq(similarity("trade", "trade"), 1, 1e-9);
	cr_assert_float_eq(similarity("trade", "trady"), 0.8, 1e-9);
	cr_assert_float_eq(similarity("trade", "trae"), 0.8, 1e-9);
	/* two letters in each other's place are one slip */
	cr_assert_float_eq(similarity("trade", "trdae"), 0.8, 1e-9);
	cr_assert_float_eq(similarity("abc", "xyz"), 0, 1e-9);
	cr_assert_float_eq(similarity("abc", ""), 0, 1e-9);
	cr_assert_float_eq(similarity("журнал", "журнала"), 6.0 / 7, 1e-9);
}

Test(token, a_word_of_sixty_thousand_letters_is_like_another)
{
	char *a = malloc(60001), *b = malloc(60001);
	double found;

	memset(a, 'a', 60000);
	memset(b, 'a', 60000);
	b[59999] = 'b';
	a[60000] = b[60000] = '\0';
	found = similarity(a, b);
	cr_assert(found >= 0 && found <= 1);
	free(a);
	free(b);
}

Test(token, a_label_ends_behind_its_colon)
{
	static const char *const rows[][2] = {
		{ "HOLM: We go.", " We go." },
		{ "HOLM : We go.", " We go." },
		{ "Q: We go.", " We go." },
		{ "HOLM (Norway): We go.", " (Norway): We go." },
		{ "We go.", "We go." },
		{ "HOLM: ", "" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pair pair;
		const struct paragraph *para;
		uint32_t at;

		pair_read(&pair, rows[i][0], "");
		para = &pair.doc[0]->paragraphs[0];
		at = paragraph_label_end(pair.doc[0], para);
		cr_assert(para->span.end - at == strlen(rows[i][1]) &&
			!memcmp(rows[i][0] + at, rows[i][1],
			para->span.end - at), "%s: %u", rows[i][0], at);
		pair_release(&pair);
	}
}
