/*
 * Formats that documents come in: a table, one row a format.
 *
 * A row says how to recognise the format and how to get the text out of it.
 * To add one: a file input_NAME.c with its row, named below and in input.c.
 */
#ifndef VERBATIM_TEXT_INPUT_H
#define VERBATIM_TEXT_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "text/source_map.h"
#include "text/span.h"

/*
 * What an input format makes: the text in reading order and its blocks
 * (paragraphs, headings, list items, table cells).  The map leads from the
 * text to the decoded document.
 */
struct extract {
	struct buffer text;
	struct source_map map;
	struct span *blocks;		/* in bytes of text, in order, without
					   the white space around */
	size_t nblock, cap;
	uint32_t block_start;		/* of the block being filled */
	uint32_t line_start;		/* of the line in it, see below */
	uint32_t old_end;		/* of what was taken last */
	bool block_ended;		/* "\n\n" comes before what is next */
};

void
extract_release(struct extract *out);

/* Takes the n bytes at offset of decoded as they are. */
void
extract_add(struct extract *out, const char *decoded, uint32_t offset,
	uint32_t n);

/* Adds `text` (UTF-8, n bytes) as one unit for old_n decoded bytes at offset:
 * an entity, white space that was folded to one blank. */
void
extract_add_as(struct extract *out, const char *text, uint32_t n,
	uint32_t offset, uint32_t old_n);

/* Ends the block, if anything but white space is in it.  "\n\n" parts it from
 * what is added next, and stands for all that lies between the two. */
void
extract_end_block(struct extract *out);

/* Ends a line within the block with "\n", for old_n bytes at offset.  Two ends
 * with nothing but white space between end the block. */
void
extract_end_line(struct extract *out, uint32_t offset, uint32_t old_n);

/* The span without the white space at its ends, U+00A0 and its kind too. */
struct span
extract_trim(const char *text, struct span span);

struct input_format {
	const char *name;		/* "markdown" */
	const char *title;		/* "Markdown" */
	const char *media_type;		/* "text/markdown" */
	const char *help;		/* one line for verbatim list formats */
	const char *const *suffixes;	/* ".md", …, NULL-terminated */
	/* How sure the content looks like this, 0 to 100; a suffix of the
	 * format adds 40.  The highest wins, plain text starts at 30. */
	int (*sniff)(const char *decoded, size_t n);
	/* Markup of a block stands on the lines of its text, before and behind
	 * it, and belongs to the block as a whole. */
	bool line_markup;
	/* Characters that may be markup.  Text with them, or with what an
	 * encoding lacks, can be written in references (&#8217;).  NULL: the
	 * format has none. */
	const char *specials;
	/* Fills out.  NULL: the decoded document is the text (plain text).
	 * The sentence of an error has no path: the caller puts it before. */
	int (*extract)(const char *decoded, size_t n, struct extract *out,
		struct error *err);
};

/* NULL-terminated, in the order shown to people. */
extern const struct input_format *const input_formats[];

extern const struct input_format input_text;
extern const struct input_format input_markdown;
extern const struct input_format input_html;

/* By name; NULL where there is none. */
const struct input_format *
input_format_find(const char *name);

/* By content and suffix of the path; never NULL. */
const struct input_format *
input_format_guess(const char *path, const char *decoded, size_t n);

/*
 * Plain text: finds the paragraphs of text.  Blank lines part them; a line
 * break within parts them too, unless the next word would not have fitted on
 * the line (hard-wrapped text).  Adds to out->blocks only.
 */
void
input_text_blocks(const char *text, size_t n, struct extract *out);

/* Adds the text in a stretch of HTML, which may be a whole page. */
int
input_html_stretch(const char *decoded, struct span stretch,
	struct extract *out, struct error *err);

#endif
