/*
 * Aligned words leave small places between them in which anything may differ:
 * marks, blanks, a word or two.  They are small enough for an exact alignment
 * with costs that say what a person would set opposite what.
 */
#include "config.h"

#include "compare/token.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "text/glyph.h"

uint32_t
paragraph_label_end(const struct document *doc, const struct paragraph *para)
{
	const char *end = doc->text + para->span.end;
	const char *p = doc->text + para->label.end, *colon = p;

	if (!para->nlabel)
		return para->span.start;
	while (p < end) {
		struct glyph glyph = glyph_read(p, end);
		enum glyph_class class = glyph_class(glyph.code);

		if (class == GLYPH_WORD || class == GLYPH_IDEOGRAPH ||
		    glyph.code == '(' || glyph.code == '[')
			break;
		p += glyph.length;
		if (glyph.code == ':' || glyph.code == 0xFF1A ||
		    glyph.code == '.' || glyph.code == '>')
			colon = p;
		else if (class != GLYPH_SPACE)
			break;
	}
	return (uint32_t)(colon - doc->text);
}

static void
add_token(struct token_list *out, struct token token)
{
	struct token *last = out->n ? &out->token[out->n - 1] : NULL;

	if (last && token.type == TOKEN_SPACE && last->type == TOKEN_SPACE)
		last->end = token.end;
	else
		*ARRAY_ADD(out->token, out->n, out->cap) = token;
}

/* The part of one paragraph that lies in the span. */
static void
cut_paragraph(const struct document *doc, struct span span,
	struct token_list *out)
{
	const char *end = doc->text + span.end;
	size_t word = document_word_at(doc, span.start);
	uint32_t at = span.start;

	while (at < span.end) {
		struct token token = { TOKEN_MARK, at, at, 0, false };
		struct glyph glyph;

		if (word < doc->nword && doc->words[word].start == at) {
			token.type = TOKEN_WORD;
			token.end = doc->words[word].end;
			token.value = (uint32_t)word++;
		} else {
			glyph = glyph_read(doc->text + at, end);
			token.end = at + glyph.length;
			token.value = glyph.code;
			if (glyph_class(glyph.code) == GLYPH_SPACE)
				token.type = TOKEN_SPACE;
		}
		add_token(out, token);
		at = token.end;
	}
}

void
tokens_cut(const struct document *doc, struct span span,
	struct token_list *out)
{
	size_t i = document_paragraph_at(doc, span.start);
	bool first = true;

	for (; i < doc->nparagraph; i++) {
		const struct paragraph *para = &doc->paragraphs[i];
		struct span part = { paragraph_label_end(doc, para),
			para->span.end };

		if (para->span.start > span.end)
			break;
		if (!first || span.start < para->span.start) {
			uint32_t from = i ? para[-1].span.end : 0;

			if (from < span.start)
				from = span.start;
			*ARRAY_ADD(out->token, out->n, out->cap) =
				(struct token){ TOKEN_BREAK, from,
					para->span.start, 0, false };
		}
		first = false;
		if (part.start < span.start)
			part.start = span.start;
		if (part.end > span.end)
			part.end = span.end;
		if (part.start < part.end)
			cut_paragraph(doc, part, out);
	}
}

/* ---- similarity ---- */

#define LETTERS 64

static unsigned
letters_of(const struct keys *keys, uint32_t key, uint32_t letters[LETTERS])
{
	size_t n;
	const char *p = keys_text(keys, key, &n), *end = p + n;
	unsigned count = 0, len;

	while (p < end && count < LETTERS) {
		letters[count++] = utf8_decode(p, end, &len);
		p += len;
	}
	return count;
}

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

double
words_similarity(const struct keys *keys, uint32_t a, uint32_t b)
{
	uint32_t x[LETTERS], y[LETTERS];
	unsigned row[3][LETTERS + 1];
	unsigned nx = letters_of(keys, a, x), ny = letters_of(keys, b, y);
	unsigned i, j;

	if (a == b)
		return 1;
	if (!nx || !ny)
		return 0;
	for (j = 0; j <= ny; j++)
		row[0][j] = j;
	for (i = 1; i <= nx; i++) {
		unsigned *now = row[i % 3], *before = row[(i + 2) % 3];
		unsigned *earlier = row[(i + 1) % 3];

		now[0] = i;
		for (j = 1; j <= ny; j++) {
			now[j] = least(before[j - 1] + (x[i - 1] != y[j - 1]),
				1 + least(before[j], now[j - 1]));
			if (i > 1 && j > 1 && x[i - 1] == y[j - 2] &&
			    x[i - 2] == y[j - 1])
				now[j] = least(now[j], earlier[j - 2] + 1);
		}
	}
	return 1 - (double)row[nx % 3][ny] / (nx > ny ? nx : ny);
}

/* ---- pairing ---- */

/* Costs in hundredths of the cost of a word too many. */
enum {
	COST_WORD = 100, COST_MARK = 40, COST_SPACE = 12, COST_BREAK = 30,
	COST_OTHER_WORD = 150, COST_OTHER_MARK = 55, COST_BREAK_FOR_SPACE = 10,
	COST_JOINED = 20,
	COST_NEVER = 1000000
};

static unsigned
cost_alone(const struct token *token)
{
	static const unsigned cost[] = { COST_WORD, COST_MARK, COST_SPACE,
		COST_BREAK };

	return cost[token->type];
}

static bool
is_space(const struct token *token)
{
	return token->type == TOKEN_SPACE || token->type == TOKEN_BREAK;
}

static bool
alike(const struct context *context, const struct token *a,
	const struct token *b)
{
	if (a->type != b->type)
		return false;
	if (a->type == TOKEN_WORD)
		return context->doc[0]->words[a->value].key ==
			context->doc[1]->words[b->value].key;
	return a->type != TOKEN_MARK || a->value == b->value;
}

/* Written alike, or at least damaged from the same characters. */
static bool
same_glyphs(const struct context *context, const struct token *a,
	const struct token *b)
{
	const char *p = context->doc[0]->text + a->start;
	const char *q = context->doc[1]->text + b->start;
	const char *p_end = context->doc[0]->text + a->end;
	const char *q_end = context->doc[1]->text + b->end;

	if (a->type != TOKEN_SPACE)
		return true;
	while (p < p_end && q < q_end) {
		struct glyph x = glyph_read(p, p_end);
		struct glyph y = glyph_read(q, q_end);

		if (x.code != y.code)
			return false;
		p += x.length;
		q += y.length;
	}
	return p == p_end && q == q_end;
}

static unsigned
cost_opposite(const struct context *context, const struct token *a,
	const struct token *b)
{
	/* the same sort of blank is a better match than any blank */
	if (alike(context, a, b))
		return !same_glyphs(context, a, b) * 2 + (a->late || b->late);
	if (is_space(a) && is_space(b))
		return COST_BREAK_FOR_SPACE;
	if (a->type != b->type)
		return COST_NEVER;
	if (a->type == TOKEN_MARK)
		return COST_OTHER_MARK;
	return (unsigned)(COST_OTHER_WORD * (1.2 - words_similarity(
		context->keys, context->doc[0]->words[a->value].key,
		context->doc[1]->words[b->value].key)));
}

static unsigned
cheapest(unsigned a, unsigned b, unsigned c)
{
	return least(a, least(b, c));
}

static const char *
word_text(const struct context *context, enum side side,
	const struct token *token, size_t *n)
{
	return keys_text(context->keys,
		context->doc[side]->words[token->value].key, n);
}

/* How many tokens stand between two words that are one, cut at a line's end:
 * "-" and the break, or one blank or mark; SIZE_MAX: no such thing. */
static size_t
seam_before(const struct token *list, size_t at)
{
	size_t n = 0;

	while (n < at && n < 3 && list[at - 1 - n].type != TOKEN_WORD)
		n++;
	if (n == at || n == 3)
		return SIZE_MAX;
	if (n == 2)
		return list[at - 2].value == '-' &&
			list[at - 2].type == TOKEN_MARK ? 2 : SIZE_MAX;
	return n == 1 && list[at - 1].type == TOKEN_BREAK ? SIZE_MAX : n;
}

/*
 * "per cent" ends at list[end - 1] and is "percent", the other side's word: how
 * many tokens are joined, 0 for none.
 */
static size_t
joined(const struct context *context, enum side side,
	const struct token *list, size_t end, const struct token *whole)
{
	size_t n[3], gap;
	const char *first, *last, *both;

	if (whole->type != TOKEN_WORD || end < 2 ||
	    list[end - 1].type != TOKEN_WORD)
		return 0;
	gap = seam_before(list, end - 1);
	if (gap == SIZE_MAX)
		return 0;
	first = word_text(context, side, &list[end - 2 - gap], &n[0]);
	last = word_text(context, side, &list[end - 1], &n[1]);
	both = word_text(context, !side, whole, &n[2]);
	if (n[0] + n[1] != n[2] || memcmp(both, first, n[0]) ||
	    memcmp(both + n[0], last, n[1]))
		return 0;
	return 2 + gap;
}

/* The table of Needleman and Wunsch. */
struct table {
	const struct context *context;
	const struct token *token[2];
	size_t n[2];
	unsigned *cost;
};

static unsigned *
cost_at(const struct table *table, size_t i, size_t j)
{
	return &table->cost[i * (table->n[1] + 1) + j];
}

static unsigned
cost_through(const struct table *table, size_t i, size_t j)
{
	return *cost_at(table, i - 1, j - 1) + cost_opposite(table->context,
		&table->token[0][i - 1], &table->token[1][j - 1]);
}

/* The cost of joining words before (i, j); *back gets how many of each. */
static unsigned
cost_joined(const struct table *table, size_t i, size_t j, size_t back[2])
{
	back[0] = 1;
	back[1] = joined(table->context, TRANSCRIPT, table->token[1], j,
		&table->token[0][i - 1]);
	if (!back[1]) {
		back[1] = 1;
		back[0] = joined(table->context, REPRINT, table->token[0], i,
			&table->token[1][j - 1]);
	}
	if (!back[0])
		return COST_NEVER;
	return *cost_at(table, i - back[0], j - back[1]) + COST_JOINED;
}

static void
fill_table(struct table *table)
{
	size_t i, j, back[2];

	for (i = 1; i <= table->n[0]; i++)
		*cost_at(table, i, 0) = *cost_at(table, i - 1, 0) +
			cost_alone(&table->token[0][i - 1]);
	for (j = 1; j <= table->n[1]; j++)
		*cost_at(table, 0, j) = *cost_at(table, 0, j - 1) +
			cost_alone(&table->token[1][j - 1]);
	for (i = 1; i <= table->n[0]; i++)
		for (j = 1; j <= table->n[1]; j++)
			*cost_at(table, i, j) = least(cheapest(
				cost_through(table, i, j),
				*cost_at(table, i - 1, j) +
				cost_alone(&table->token[0][i - 1]),
				*cost_at(table, i, j - 1) +
				cost_alone(&table->token[1][j - 1])),
				cost_joined(table, i, j, back));
}

static void
add_pair(struct token_pair_list *out, struct token_pair pair)
{
	*ARRAY_ADD(out->pair, out->n, out->cap) = pair;
}

/* From the end to the start, so the pairs come in reverse. */
static void
trace_back(const struct table *table, struct token_pair_list *out)
{
	size_t i = table->n[0], j = table->n[1], back[2];

	while (i || j) {
		struct token_pair pair = { { NO_TOKEN, NO_TOKEN }, false,
			false };
		unsigned cost = *cost_at(table, i, j);

		if (i && j && cost == cost_through(table, i, j)) {
			pair.at[0] = --i;
			pair.at[1] = --j;
			pair.alike = alike(table->context,
				&table->token[0][i], &table->token[1][j]);
		} else if (i && j && cost == cost_joined(table, i, j, back)) {
			pair.joined = true;
			for (; back[0] > 1 || back[1] > 1; ) {
				int side = back[0] > 1 ? 0 : 1;

				back[side]--;
				pair.at[side] = side ? --j : --i;
				pair.at[!side] = NO_TOKEN;
				add_pair(out, pair);
			}
			pair.at[0] = --i;
			pair.at[1] = --j;
		} else if (i && cost == *cost_at(table, i - 1, j) +
			   cost_alone(&table->token[0][i - 1])) {
			pair.at[0] = --i;
		} else {
			pair.at[1] = --j;
		}
		add_pair(out, pair);
	}
}

void
tokens_pair(const struct context *context, const struct token_list list[2],
	struct token_pair_list *out)
{
	struct table table = { context, { list[0].token, list[1].token },
		{ list[0].n, list[1].n }, NULL };
	size_t i, j;

	table.cost = memory_alloc((table.n[0] + 1) * (table.n[1] + 1),
		sizeof(*table.cost));
	fill_table(&table);
	trace_back(&table, out);
	free(table.cost);
	for (i = 0, j = out->n; i + 1 < j; i++) {
		struct token_pair swap = out->pair[i];

		out->pair[i] = out->pair[--j];
		out->pair[j] = swap;
	}
}
