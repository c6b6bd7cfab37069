/*
 * One document: the bytes as given, the text in them, its paragraphs, words
 * and speakers.
 *
 *	bytes --charset--> decoded --format--> text --fold--> words
 *
 * `bytes` is the file.  `decoded` is the whole of it in UTF-8.  `text` is what
 * a reader of the page would read, without markup; for plain text it is
 * `decoded` itself.  Every span in the program is in bytes of `text`, and
 * document_source() leads back to the file.  Nothing is altered on the way:
 * damage stays in the text and is undone in the words' keys only.
 *
 * A document owns all that hangs on it and does not change once opened.
 */
#ifndef VERBATIM_TEXT_DOCUMENT_H
#define VERBATIM_TEXT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "text/source_map.h"
#include "text/span.h"

struct input_format;
struct keys;

#define NO_SPEAKER UINT32_MAX

/* A word: a run of letters and digits, an inner apostrophe among them. */
struct word {
	uint32_t start, end;		/* bytes of text */
	uint32_t key;			/* loose key: see text/fold.h */
};

struct paragraph {
	struct span span;		/* without the white space around */
	uint32_t word, nword;		/* words[word .. word + nword) */
	struct span label;		/* "SECRETARY KERRY", without colon or
					   markup; empty where there is none */
	uint32_t nlabel;		/* words that belong to the label */
	uint32_t speaker;		/* index, or NO_SPEAKER; continued over
					   paragraphs without a label */
};

struct speaker {
	const char *name;		/* as first or most fully given */
	uint32_t nword;			/* words spoken, labels apart */
	uint32_t key;			/* of the name's folded words, so that
					   a damaged label is no other name */
};

struct document {
	const char *name;		/* path as given; "-" for stdin */
	const char *encoding;		/* "UTF-8", "windows-1252", … */
	const struct input_format *format;
	bool extracted;			/* out of a container: spans are in
					   bytes of text, not of the file */

	const char *bytes;
	size_t nbyte;
	const char *decoded;
	size_t ndecoded;
	const char *text;
	size_t ntext;
	size_t nundecodable;		/* bytes that became U+FFFD */

	struct source_map decode_map;	/* decoded -> bytes */
	struct source_map extract_map;	/* text -> decoded */

	struct word *words;
	size_t nword;
	struct paragraph *paragraphs;
	size_t nparagraph;
	struct speaker *speakers;
	size_t nspeaker;

	/* starts of lines in decoded, and its code points before every
	 * 512th byte, for document_place() */
	uint32_t *lines;
	size_t nline;
	uint32_t *codes;

	/* bytes, decoded and text point into these, perhaps into one */
	struct buffer store[3];
	struct arena arena;
};

/* How to open a document; a field that is NULL is found out. */
struct document_options {
	const struct input_format *format;
	const char *encoding;
	size_t max_bytes;		/* 0: the default of 1 GiB, which is
					   also the most there can be */
	const struct document *witness;	/* the transcript, already open: the
					   decoding that agrees with it wins */
};

/* A place for a person: both are counted from 1. */
struct place {
	uint32_t line;
	uint32_t column;		/* in code points */
};

/*
 * Reads the file (standard input for "-", a git repository for what
 * archive_names()), finds its charset and format,
 * and takes it apart.  Words' keys come from `keys`, which both documents of a
 * comparison share.  options may be NULL.  NULL with err set where it cannot be
 * read, is larger than allowed, or the options name an encoding that does not
 * exist.
 */
struct document *
document_open(const char *path, const struct document_options *options,
	struct keys *keys, struct error *err);

/* The same for bytes in memory; they are copied. */
struct document *
document_from_bytes(const char *name, const char *bytes, size_t n,
	const struct document_options *options, struct keys *keys,
	struct error *err);

void
document_free(struct document *doc);

/* The bytes of the file that a span stands for. */
struct span
document_source(const struct document *doc, struct span span);

/* Where a span of text lies in decoded. */
struct span
document_decoded(const struct document *doc, struct span text);

/* The bytes of the file for a stretch of decoded: where stretches leave no
 * hole, neither do their bytes. */
struct span
document_bytes(const struct document *doc, struct span decoded);

/* Line and column of the start of a span, in the file. */
struct place
document_place(const struct document *doc, struct span span);

/* The same for what stands behind its last character. */
struct place
document_place_behind(const struct document *doc, struct span span);

/* Index of the paragraph that holds the offset, or the next one after it;
 * nparagraph where there is none. */
size_t
document_paragraph_at(const struct document *doc, uint32_t offset);

/* Index of the first word that starts at or after the offset. */
size_t
document_word_at(const struct document *doc, uint32_t offset);

#endif
