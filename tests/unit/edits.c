#include "config.h"

#include "edits.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "text/glyph.h"

/* MOVED and LABEL say something of text that has edits of its own. */
static bool
stands_apart(const struct edit *edit)
{
	return edit->shape == EDIT_MOVED || edit->shape == EDIT_LABEL ||
		edit->shape == EDIT_SWALLOWED;
}

/* What is repeated is compared where it stands first. */
static bool
counts_on(const struct edit *edit, int side)
{
	return edit->has[side] && !stands_apart(edit) &&
		(edit->shape != EDIT_DUPLICATED || side == REPRINT);
}

static int
by_start(const void *a, const void *b)
{
	const struct span *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->end < y->end ? -1 : x->end > y->end;
}

static bool
splits_character(const struct document *doc, uint32_t at)
{
	return at < doc->ntext &&
		((unsigned char)doc->text[at] & 0xC0) == 0x80;
}

static void
assert_no_overlap(const struct pair *pair, int side)
{
	struct span *span = memory_alloc(pair->edits.n, sizeof(*span));
	size_t i, n = 0;

	for (i = 0; i < pair->edits.n; i++) {
		const struct edit *edit = &pair->edits.edit[i];

		cr_assert_leq(edit->span[side].start, edit->span[side].end);
		cr_assert(!edit->has[side] || edit->span[side].end <=
			pair->doc[side]->ntext);
		cr_assert(!splits_character(pair->doc[side],
			edit->span[side].start) &&
			!splits_character(pair->doc[side],
			edit->span[side].end));
		if (counts_on(edit, side) && span_length(edit->span[side]))
			span[n++] = edit->span[side];
	}
	if (n)
		qsort(span, n, sizeof(*span), by_start);
	for (i = 1; i < n; i++)
		cr_assert_leq(span[i - 1].end, span[i].start,
			"side %d: [%u, %u) and [%u, %u): %.*s", side,
			span[i - 1].start, span[i - 1].end, span[i].start,
			span[i].end, (int)span_length(span[i]),
			pair->doc[side]->text + span[i].start);
	free(span);
}

/* How many edits hold the word, whole. */
static unsigned
edits_of_word(const struct pair *pair, int side, uint32_t word)
{
	const struct word *it = &pair->doc[side]->words[word];
	unsigned n = 0;
	size_t i;

	for (i = 0; i < pair->edits.n; i++) {
		const struct edit *edit = &pair->edits.edit[i];

		n += counts_on(edit, side) &&
			edit->span[side].start <= it->start &&
			it->end <= edit->span[side].end;
	}
	return n;
}

static bool
in_label(const struct document *doc, uint32_t word)
{
	const struct paragraph *para = &doc->paragraphs[
		document_paragraph_at(doc, doc->words[word].start)];

	return word < para->word + para->nlabel;
}

static bool
is_same_text(const struct pair *pair, uint32_t a, uint32_t b)
{
	const struct word *x = &pair->doc[0]->words[a];
	const struct word *y = &pair->doc[1]->words[b];

	return x->end - x->start == y->end - y->start &&
		!memcmp(pair->doc[0]->text + x->start,
			pair->doc[1]->text + y->start, x->end - x->start);
}

/* Every word without a match, or that is written otherwise, is in one edit. */
static void
assert_words_told(const struct pair *pair, int side)
{
	const struct alignment *al = &pair->alignment;
	uint32_t i;

	for (i = 0; i < al->n[side]; i++) {
		const struct word *word = &pair->doc[side]->words[i];
		uint32_t mate = al->mate[side][i];
		bool differs = mate != NO_WORD && !is_same_text(pair,
			side ? mate : i, side ? i : mate);
		unsigned n = edits_of_word(pair, side, i);

		if (in_label(pair->doc[side], i) || (mate != NO_WORD &&
		    in_label(pair->doc[!side], mate)))
			continue;
		cr_assert(n <= 1 && (n || !differs),
			"side %d: \"%.*s\" at %u is in %u edits", side,
			(int)(word->end - word->start),
			pair->doc[side]->text + word->start, word->start, n);
	}
}

static void
assert_sorted(const struct pair *pair)
{
	size_t i;

	for (i = 1; i < pair->edits.n; i++) {
		const struct edit *b = &pair->edits.edit[i], *a = b - 1;

		cr_assert(a->span[0].start < b->span[0].start ||
			(a->span[0].start == b->span[0].start &&
			 a->span[1].start <= b->span[1].start));
	}
}

void
edits_check(const struct pair *pair)
{
	int side;

	assert_sorted(pair);
	for (side = 0; side < 2; side++) {
		assert_no_overlap(pair, side);
		assert_words_told(pair, side);
	}
}

/* The letters and digits of the side that no edit names. */
static struct buffer
unedited(const struct pair *pair, int side)
{
	const struct document *doc = pair->doc[side];
	bool *named = memory_alloc(doc->ntext, sizeof(*named));
	struct buffer out = BUFFER_INIT;
	const char *p = doc->text, *end = p + doc->ntext;
	size_t i;

	for (i = 0; i < pair->edits.n; i++) {
		const struct edit *edit = &pair->edits.edit[i];

		if (counts_on(edit, side))
			memset(named + edit->span[side].start, true,
				span_length(edit->span[side]));
	}
	buffer_puts(&out, "");
	while (p < end) {
		struct glyph glyph = glyph_read(p, end);
		enum glyph_class class = glyph_class(glyph.code);

		if (!named[p - doc->text] && class == GLYPH_WORD)
			buffer_add(&out, p, glyph.length);
		p += glyph.length;
	}
	free(named);
	return out;
}

void
edits_check_rest(const struct pair *pair)
{
	struct buffer rest[2] = { unedited(pair, 0), unedited(pair, 1) };
	size_t i = 0;

	while (i < rest[0].len && rest[0].data[i] == rest[1].data[i])
		i++;
	cr_assert(rest[0].len == rest[1].len && i == rest[0].len,
		"at %zu \"%.60s\" and \"%.60s\"", i,
		rest[0].data + (i > 20 ? i - 20 : 0),
		rest[1].data + (i > 20 ? i - 20 : 0));
	buffer_release(&rest[0]);
	buffer_release(&rest[1]);
}
