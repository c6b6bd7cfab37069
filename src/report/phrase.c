/* Numbers have commas whatever the locale is: a report reads alike anywhere. */
#include "config.h"

#include "report/phrase.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/escape.h"

void
phrase_number(struct buffer *out, size_t n)
{
	char digits[24];
	size_t i, len = (size_t)snprintf(digits, sizeof(digits), "%zu", n);

	for (i = 0; i < len; i++) {
		if (i && (len - i) % 3 == 0)
			buffer_putc(out, ',');
		buffer_putc(out, digits[i]);
	}
}

void
phrase_count(struct buffer *out, size_t n, const char *noun)
{
	phrase_number(out, n);
	buffer_putc(out, ' ');
	buffer_puts(out, noun);
	if (n != 1)
		buffer_putc(out, 's');
}

unsigned
phrase_percent(size_t part, size_t all)
{
	unsigned percent;

	if (part >= all)
		return 100;
	percent = (unsigned)((double)part / (double)all * 100 + 0.5);
	if (part && !percent)
		return 1;
	return percent < 100 ? percent : 99;
}

const char *
phrase_short_name(const char *name, unsigned cells)
{
	while (escape_cells(name, strlen(name), 0) > cells) {
		const char *blank = strchr(name, ' ');

		if (!blank)
			break;
		name = blank + 1;
	}
	return name;
}

struct passage
passage_measure(const struct document *doc, struct span span)
{
	struct passage passage = { 0, 0 };
	size_t i = document_paragraph_at(doc, span.start);

	passage.nword = document_word_at(doc, span.end) -
		document_word_at(doc, span.start);
	for (; i < doc->nparagraph; i++) {
		if (doc->paragraphs[i].span.start >= span.end)
			break;
		passage.nparagraph +=
			doc->paragraphs[i].span.start >= span.start;
	}
	return passage;
}

void
phrase_passage(struct buffer *out, const struct document *doc,
	struct span span)
{
	struct passage passage = passage_measure(doc, span);

	phrase_count(out, passage.nword, "word");
	if (passage.nparagraph) {
		buffer_puts(out, ", ");
		phrase_count(out, passage.nparagraph, "paragraph");
	}
}

/* Fills seen with the speakers' indices in the order of their turns. */
static size_t
list_speakers(const struct document *doc, struct span span, uint32_t *seen)
{
	bool *known = memory_alloc(doc->nspeaker, sizeof(*known));
	size_t i = document_paragraph_at(doc, span.start), n = 0;

	for (; i < doc->nparagraph; i++) {
		const struct paragraph *paragraph = &doc->paragraphs[i];

		if (paragraph->span.start >= span.end)
			break;
		if (paragraph->speaker == NO_SPEAKER ||
		    known[paragraph->speaker])
			continue;
		known[paragraph->speaker] = true;
		seen[n++] = paragraph->speaker;
	}
	free(known);
	return n;
}

void
phrase_speakers(struct buffer *out, const struct document *doc,
	struct span span, unsigned most, unsigned flags)
{
	uint32_t *seen = memory_alloc(doc->nspeaker, sizeof(*seen));
	size_t i, n = doc->nspeaker > 1 ? list_speakers(doc, span, seen) : 0;
	size_t named = n <= most + 1 ? n : most;

	for (i = 0; i < named; i++) {
		const char *name = doc->speakers[seen[i]].name;

		if (i)
			buffer_puts(out, i + 1 == n ? " and " : ", ");
		escape_add(out, name, strlen(name), flags);
	}
	if (named < n) {
		buffer_puts(out, " and ");
		phrase_number(out, n - named);
		buffer_puts(out, " others");
	}
	free(seen);
}

const char *
phrase_short_path(const char *path, unsigned cells, unsigned escape)
{
	while (escape_cells(path, strlen(path), escape) > cells) {
		const char *slash = strchr(path, '/');

		if (!slash || !slash[1])
			break;
		path = slash + 1;
	}
	return path;
}
