/*
 * A gap in the alignment has no shape of its own; paragraphs and turns give it
 * one, so that "the rest of this paragraph" and "three turns" are two findings
 * even where they adjoin.
 */
#include "config.h"

#include "compare/passage.h"

#include <ctype.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "text/glyph.h"

/* ---- sentences ---- */

static bool
ends_sentence(uint32_t code)
{
	return u_hasBinaryProperty((UChar32)code, UCHAR_S_TERM) ||
		code == 0x2026 || code == 0xFF61;
}

/* "Mr." and "U." do not end sentences. */
static bool
abbreviates(const struct document *doc, const struct word *word)
{
	static const char *const list[] = {
		"Mr", "Mrs", "Ms", "Dr", "St", "Sen", "Rep", "Gov", "Gen",
		"Col", "Lt", "Prof", "No", "vs", "Jr", "Sr", "Rev", "Hon",
		"Inc", "Co", "Corp", "Adm", "Sgt", "Capt", "Maj", "Mt",
		"Nr", "bzw", "Abs", "Art", "M", "Sra", NULL
	};
	size_t n = word->end - word->start;
	int i;

	if (n == 1 && isupper((unsigned char)doc->text[word->start]))
		return true;
	for (i = 0; list[i]; i++)
		if (strlen(list[i]) == n &&
		    !memcmp(list[i], doc->text + word->start, n))
			return true;
	return false;
}

static bool
starts_lower(const struct document *doc, const struct word *word)
{
	return u_isULowercase((UChar32)glyph_read(doc->text + word->start,
		doc->text + word->end).code);
}

bool
sentence_starts(const struct document *doc, uint32_t word)
{
	const char *p, *end;
	const struct word *before, *it;
	const struct paragraph *para;

	if (!word || word >= doc->nword)
		return true;
	before = &doc->words[word - 1];
	it = &doc->words[word];
	para = &doc->paragraphs[document_paragraph_at(doc, it->start)];
	if (word <= para->word + para->nlabel)
		return true;
	p = doc->text + before->end;
	end = doc->text + it->start;
	while (p < end) {
		struct glyph glyph = glyph_read(p, end);

		if (ends_sentence(glyph.code))
			return !starts_lower(doc, it) &&
				!(glyph.code == '.' && abbreviates(doc,
					before));
		/* a label's colon, a stage note's bracket */
		if (glyph.code == ')' || glyph.code == ']')
			return !starts_lower(doc, it);
		p += glyph.length;
	}
	return false;
}

/* ---- spans ---- */

static bool
opens(uint32_t code)
{
	return code == '(' || code == '[' || code == '"' || code == '<' ||
		code == 0x201C || code == 0x2018 || code == 0xAB ||
		code == 0x201E || code == 0xBF || code == 0xA1 ||
		code == '*' || code == '#';
}

struct span
passage_span(const struct document *doc, struct span words)
{
	const struct word *first = &doc->words[words.start];
	const struct word *last = &doc->words[words.end - 1];
	struct span span = { first->start, last->end };
	size_t i = document_paragraph_at(doc, first->start);
	uint32_t low = doc->paragraphs[i].span.start, high;
	const char *end;

	i = document_paragraph_at(doc, last->start);
	high = doc->paragraphs[i].span.end;
	if (words.start && first[-1].end > low)
		low = first[-1].end;
	if (words.end < doc->nword && last[1].start < high)
		high = last[1].start;
	while (span.start > low) {
		const char *p = utf8_back(doc->text + low,
			doc->text + span.start);
		unsigned len;

		if (!opens(utf8_decode(p, doc->text + span.start, &len)))
			break;
		span.start = (uint32_t)(p - doc->text);
	}
	end = doc->text + high;
	while (span.end < high) {
		struct glyph glyph = glyph_read(doc->text + span.end, end);

		if (glyph_class(glyph.code) == GLYPH_SPACE ||
		    (opens(glyph.code) && glyph.code != '"'))
			break;
		span.end += glyph.length;
	}
	return span;
}

/* ---- parts ---- */

struct cutter {
	const struct context *context;
	const struct gap *gap;
	enum side side;			/* that has the words */
	enum edit_shape shape;
	struct edit_list *out;
};

static void
add_part(const struct cutter *cut, struct span words, enum edit_part part)
{
	struct edit edit = { .shape = cut->shape, .part = part };

	if (words.start >= words.end)
		return;
	edit.has[0] = edit.has[1] = true;
	edit.words[cut->side] = words;
	edit.span[cut->side] = passage_span(cut->context->doc[cut->side],
		words);
	edit.span[!cut->side] = (struct span){ cut->gap->place,
		cut->gap->place };
	*ARRAY_ADD(cut->out->edit, cut->out->n, cut->out->cap) = edit;
}

static bool
opens_turn(const struct document *doc, size_t para)
{
	return doc->paragraphs[para].nlabel || !para ||
		doc->paragraphs[para].speaker !=
		doc->paragraphs[para - 1].speaker;
}

/* Whole paragraphs [from, to): is the one at `at` part of a whole turn? */
static bool
in_whole_turn(const struct document *doc, size_t at, size_t from, size_t to)
{
	size_t first = at, last = at + 1;

	if (doc->paragraphs[at].speaker == NO_SPEAKER)
		return false;
	while (first > from && !opens_turn(doc, first))
		first--;
	while (last < to && !opens_turn(doc, last))
		last++;
	return opens_turn(doc, first) &&
		(last == doc->nparagraph || opens_turn(doc, last));
}

static void
add_paragraphs(const struct cutter *cut, size_t from, size_t to)
{
	const struct document *doc = cut->context->doc[cut->side];
	size_t i, start = from;

	for (i = from; i < to; i++) {
		bool turn = in_whole_turn(doc, i, from, to);
		const struct paragraph *first = &doc->paragraphs[start];
		const struct paragraph *last = &doc->paragraphs[i];

		if (i + 1 < to && in_whole_turn(doc, i + 1, from, to) == turn)
			continue;
		add_part(cut, (struct span){ first->word,
			last->word + last->nword },
			turn ? PART_TURN : PART_PARAGRAPHS);
		start = i + 1;
	}
}

static uint32_t
paragraph_end(const struct document *doc, size_t para)
{
	return doc->paragraphs[para].word + doc->paragraphs[para].nword;
}

static void
cut_paragraphs(const struct cutter *cut, struct span words)
{
	const struct document *doc = cut->context->doc[cut->side];
	size_t i = document_paragraph_at(doc, doc->words[words.start].start);
	size_t whole;

	if (words.start > doc->paragraphs[i].word) {
		uint32_t end = paragraph_end(doc, i);

		if (words.end < end) {
			add_part(cut, words, PART_WITHIN);
			return;
		}
		add_part(cut, (struct span){ words.start, end }, PART_REST);
		words.start = end;
		i++;
	}
	whole = i;
	while (i < doc->nparagraph && paragraph_end(doc, i) <= words.end)
		i++;
	add_paragraphs(cut, whole, i);
	if (i < doc->nparagraph)
		add_part(cut, (struct span){ doc->paragraphs[i].word >
			words.start ? doc->paragraphs[i].word : words.start,
			words.end }, PART_WITHIN);
}

/* Is there anything to speak of: a sentence at least? */
static bool
holds_sentence(const struct document *doc, struct span words)
{
	uint32_t i;

	if (words.end - words.start > 12)
		return true;
	for (i = words.start + 1; i <= words.end; i++)
		if (sentence_starts(doc, i))
			return true;
	return false;
}

void
passage_omitted(const struct context *context, const struct gap *gap,
	struct edit_list *out)
{
	struct cutter cut = { context, gap, TRANSCRIPT, EDIT_OMISSION, out };
	const struct document *doc = context->doc[TRANSCRIPT];

	if (gap->words.start >= gap->words.end)
		return;
	if ((gap->at_start || gap->at_end) && holds_sentence(doc, gap->words))
		add_part(&cut, gap->words, gap->at_start ? PART_HEAD :
			PART_TAIL);
	else
		cut_paragraphs(&cut, gap->words);
}

static bool
is_whole(const struct document *doc, const struct paragraph *para,
	struct span words)
{
	(void)doc;
	return words.start <= para->word &&
		words.end >= para->word + para->nword;
}

void
passage_inserted(const struct context *context, const struct gap *gap,
	struct edit_list *out)
{
	struct cutter cut = { context, gap, REPRINT, EDIT_INSERTION, out };
	const struct document *doc = context->doc[REPRINT];
	struct span left = gap->words;

	while (left.start < left.end) {
		size_t i = document_paragraph_at(doc,
			doc->words[left.start].start);
		const struct paragraph *para = &doc->paragraphs[i];
		struct span part = { left.start, para->word + para->nword };
		size_t n = out->n;

		if (part.end > left.end)
			part.end = left.end;
		cut.shape = gap->at_start || (gap->at_end &&
			is_whole(doc, para, part)) ? EDIT_APPARATUS :
			EDIT_INSERTION;
		add_part(&cut, part, is_whole(doc, para, part) ?
			PART_PARAGRAPHS : PART_WITHIN);
		if (out->n > n && cut.shape == EDIT_APPARATUS)
			out->edit[n].has[TRANSCRIPT] = false;
		if (out->n > n && is_whole(doc, para, part))
			out->edit[n].span[REPRINT] = para->span;
		left.start = part.end;
	}
}
