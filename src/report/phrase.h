/* Turns of phrase that reports share: counts, passages, who speaks in them. */
#ifndef VERBATIM_REPORT_PHRASE_H
#define VERBATIM_REPORT_PHRASE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "text/document.h"

/* "12,362" */
void
phrase_number(struct buffer *out, size_t n);

/* "1 word", "1,823 words": noun is the singular of one that takes an s. */
void
phrase_count(struct buffer *out, size_t n, const char *noun);

/* Of n in all, rounded; 0 and 100 mean none and all, nothing else. */
unsigned
phrase_percent(size_t part, size_t all);

/* The last words of a name, as many as fit into so many cells; the last one
 * in any case. */
const char *
phrase_short_name(const char *name, unsigned cells);

/* As much of the end of a path as fits into so many cells when it is escaped
 * with the flags, whole folders at a time; the name in any case. */
const char *
phrase_short_path(const char *path, unsigned cells, unsigned flags);

/* How much text a span is. */
struct passage {
	size_t nword;
	size_t nparagraph;		/* begun in it; 0: part of one */
};

struct passage
passage_measure(const struct document *doc, struct span span);

/* "1,823 words, 22 paragraphs"; "12 words" within a paragraph. */
void
phrase_passage(struct buffer *out, const struct document *doc,
	struct span span);

/*
 * "MODERATOR, QUESTION and 3 others": who speaks in the span, in the order in
 * which they first do, `most` of them by name.  Nothing where nobody is known,
 * or nobody else speaks in the document.  The names are escaped with the flags.
 */
void
phrase_speakers(struct buffer *out, const struct document *doc,
	struct span span, unsigned most, unsigned flags);

#endif
