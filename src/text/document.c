/*
 * Opening a document is a list of steps, each of which only adds to what the
 * one before has made; nothing that was made is changed.  Files are read, not
 * mapped: one that is cut short while it is mapped kills the program.
 */
#include "config.h"

#include "text/document.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/timer.h"
#include "base/utf8.h"
#include "text/archive.h"
#include "text/charset.h"
#include "text/fold.h"
#include "text/input.h"
#include "text/speaker.h"

/* Three bytes of UTF-8 for each byte of it still fit a 32-bit offset. */
#define MAX_BYTES ((size_t)1 << 30)

#define CODES_STEP 512

enum { FILE_BYTES, DECODED, TEXT };	/* of struct document's store */

static const struct document_options no_options;

static const char *
said_name(const char *path)
{
	return strcmp(path, "-") ? path : "standard input";
}

/* ---- reading ---- */

static int
read_all(int fd, size_t max, struct buffer *buf)
{
	struct stat info;
	size_t size = 0, step = 65536;

	if (!fstat(fd, &info) && info.st_size > 0 &&
	    (size_t)info.st_size <= max)
		size = (size_t)info.st_size;
	if (size)
		step = size + 1;
	while (buf->len <= max) {
		char *room = buffer_reserve(buf, step);
		ssize_t got = read(fd, room, buf->cap - buf->len - 1);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return (int)got;
		buf->len += (size_t)got;
		buf->data[buf->len] = '\0';
		/* where its size was known there is only the end to be seen */
		step = buf->len == size ? 1 : 65536;
	}
	errno = EFBIG;
	return -1;
}

static int
read_file(const char *path, size_t max, struct buffer *buf, struct error *err)
{
	int fd = STDIN_FILENO, rc;

	if (strcmp(path, "-"))
		fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 && archive_names(path))
		return archive_read(path, max, buf, err);
	if (fd < 0)
		return error_set(err, "Cannot read %s: %s.", path,
			strerror(errno));
	rc = read_all(fd, max, buf);
	if (rc && errno == EFBIG)
		error_set(err, "%s is larger than %zu bytes, the most that "
			"is read.", strcmp(path, "-") ? path :
			"Standard input", max);
	else if (rc)
		error_set(err, "Cannot read %s: %s.", said_name(path),
			strerror(errno));
	if (fd != STDIN_FILENO)
		close(fd);
	return rc;
}

/* ---- from bytes to paragraphs ---- */

static const char *
text_of(const struct buffer *buf)
{
	return buf->len ? buf->data : "";
}

/* The charset asked for; "UTF-16" and "UTF-32" leave the byte order open. */
static const char *
forced_charset(struct document *doc, const char *label, size_t *skip)
{
	const char *name = charset_canonical(label);
	const char *seen;

	if (!name)
		return NULL;
	if (!strcmp(name, "UTF-16") || !strcmp(name, "UTF-32")) {
		seen = charset_detect(doc->bytes, doc->nbyte, NULL, skip);
		if (!strncmp(seen, name, strlen(name)))
			return seen;
		name = strcmp(name, "UTF-16") ? "UTF-32LE" : "UTF-16LE";
	}
	*skip = charset_bom(name, doc->bytes, doc->nbyte);
	return name;
}

static int
decode(struct document *doc, const struct document_options *options,
	struct error *err)
{
	struct buffer *out = &doc->store[DECODED];
	size_t skip = 0;
	int rc;

	if (options->encoding)
		doc->encoding = forced_charset(doc, options->encoding, &skip);
	else
		doc->encoding = charset_detect(doc->bytes, doc->nbyte,
			options->witness, &skip);
	if (!doc->encoding)
		return error_set(err, "Cannot read %s: there is no encoding "
			"called %s.", said_name(doc->name), options->encoding);
	rc = charset_decode(doc->encoding, doc->bytes, doc->nbyte, skip, out,
		&doc->decode_map, &doc->nundecodable, err);
	if (rc < 0)
		return -1;
	doc->decoded = rc ? doc->bytes + skip : text_of(out);
	doc->ndecoded = rc ? doc->nbyte - skip : out->len;
	return 0;
}

static void
add_paragraphs(struct document *doc, const struct extract *extract)
{
	size_t i;

	doc->paragraphs = arena_alloc(&doc->arena, extract->nblock,
		sizeof(*doc->paragraphs));
	doc->nparagraph = extract->nblock;
	for (i = 0; i < extract->nblock; i++) {
		struct paragraph *para = &doc->paragraphs[i];

		para->span = extract->blocks[i];
		para->label = (struct span){ para->span.start,
			para->span.start };
		para->speaker = NO_SPEAKER;
	}
}

static int
extract_text(struct document *doc, const struct document_options *options,
	struct error *err)
{
	struct extract out = { .text = BUFFER_INIT };
	struct error why;
	int rc = 0;

	doc->format = options->format ? options->format :
		input_format_guess(doc->name, doc->decoded, doc->ndecoded);
	doc->text = doc->decoded;
	doc->ntext = doc->ndecoded;
	if (!doc->format->extract) {
		input_text_blocks(doc->text, doc->ntext, &out);
	} else {
		rc = doc->format->extract(doc->decoded, doc->ndecoded, &out,
			&why);
		if (rc)
			error_set(err, "Cannot read %s: %s",
				said_name(doc->name), why.text);
		doc->store[TEXT] = out.text;
		doc->extract_map = out.map;
		doc->text = text_of(&out.text);
		doc->ntext = out.text.len;
		memset(&out.text, 0, sizeof(out.text));
		memset(&out.map, 0, sizeof(out.map));
	}
	add_paragraphs(doc, &out);
	extract_release(&out);
	return rc;
}

/* ---- lines and columns ---- */

static const char *
find_or_end(const char *p, const char *end, int c)
{
	const char *found = p < end ? memchr(p, c, (size_t)(end - p)) : NULL;

	return found ? found : end;
}

/* LF, CRLF and CR end a line each, in one document too. */
static void
index_lines(struct document *doc)
{
	const char *p = doc->decoded, *end = p + doc->ndecoded;
	const char *lf = find_or_end(p, end, '\n');
	const char *cr = find_or_end(p, end, '\r');
	size_t cap = 0;

	*ARRAY_ADD(doc->lines, doc->nline, cap) = 0;
	while (lf < end || cr < end) {
		p = (lf < cr ? lf : cr) + 1;
		if (cr + 1 == p && lf == p)
			p++;
		*ARRAY_ADD(doc->lines, doc->nline, cap) =
			(uint32_t)(p - doc->decoded);
		if (lf < p)
			lf = find_or_end(p, end, '\n');
		if (cr < p)
			cr = find_or_end(p, end, '\r');
	}
}

static void
index_codes(struct document *doc)
{
	size_t i, n = doc->ndecoded / CODES_STEP;
	uint32_t count = 0;

	doc->codes = arena_alloc(&doc->arena, n + 1, sizeof(*doc->codes));
	for (i = 0; i < n; i++) {
		count += (uint32_t)utf8_count(doc->decoded + i * CODES_STEP,
			CODES_STEP);
		doc->codes[i + 1] = count;
	}
}

/* Code points of decoded before the offset. */
static uint32_t
codes_before(const struct document *doc, uint32_t offset)
{
	uint32_t step = offset / CODES_STEP;
	uint32_t from = step * CODES_STEP;

	return doc->codes[step] +
		(uint32_t)utf8_count(doc->decoded + from, offset - from);
}

static struct place
place_at(const struct document *doc, uint32_t at)
{
	size_t low = 0, high = doc->nline;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (doc->lines[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	return (struct place){
		.line = (uint32_t)low + 1,
		.column = codes_before(doc, at) -
			codes_before(doc, doc->lines[low]) + 1
	};
}

struct place
document_place(const struct document *doc, struct span span)
{
	return place_at(doc, document_decoded(doc, span).start);
}

struct place
document_place_behind(const struct document *doc, struct span span)
{
	return place_at(doc, document_decoded(doc, span).end);
}

/* ---- the whole ---- */

static struct document *
document_new(const char *name, struct buffer *bytes,
	const struct document_options *options, struct keys *keys,
	struct error *err)
{
	struct document *doc = memory_alloc(1, sizeof(*doc));

	arena_init(&doc->arena);
	doc->name = arena_copy(&doc->arena, name, strlen(name));
	doc->store[FILE_BYTES] = *bytes;
	doc->bytes = text_of(bytes);
	doc->nbyte = bytes->len;
	timer_enter(PHASE_DECODE);
	if (decode(doc, options, err) || extract_text(doc, options, err)) {
		document_free(doc);
		return NULL;
	}
	index_lines(doc);
	index_codes(doc);
	timer_enter(PHASE_WORDS);
	fold_document(doc, keys);
	speaker_find(doc, options ? options->witness : NULL, keys);
	timer_enter(PHASE_OTHER);
	return doc;
}

struct document *
document_open(const char *path, const struct document_options *options,
	struct keys *keys, struct error *err)
{
	struct buffer bytes = BUFFER_INIT;
	size_t max;

	if (!options)
		options = &no_options;
	max = options->max_bytes && options->max_bytes < MAX_BYTES ?
		options->max_bytes : MAX_BYTES;
	timer_enter(PHASE_READ);
	if (read_file(path, max, &bytes, err)) {
		buffer_release(&bytes);
		return NULL;
	}
	return document_new(path, &bytes, options, keys, err);
}

struct document *
document_from_bytes(const char *name, const char *bytes, size_t n,
	const struct document_options *options, struct keys *keys,
	struct error *err)
{
	struct buffer copy = BUFFER_INIT;

	buffer_add(&copy, bytes, n);
	return document_new(name, &copy, options ? options : &no_options, keys,
		err);
}

void
document_free(struct document *doc)
{
	size_t i;

	if (!doc)
		return;
	source_map_release(&doc->decode_map);
	source_map_release(&doc->extract_map);
	free(doc->words);
	free(doc->speakers);
	free(doc->lines);
	for (i = 0; i < sizeof(doc->store) / sizeof(doc->store[0]); i++)
		buffer_release(&doc->store[i]);
	arena_release(&doc->arena);
	free(doc);
}

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool
ends_line(char c)
{
	return c == '\n' || c == '\r';
}

/* Grows a span of decoded text over what else stands on its lines. */
static struct span
whole_lines(const struct document *doc, struct span span)
{
	const char *text = doc->decoded;

	while (span.start && !ends_line(text[span.start - 1]))
		span.start--;
	while (span.end < doc->ndecoded && !ends_line(text[span.end]))
		span.end++;
	while (span.start < span.end && is_blank(text[span.start]))
		span.start++;
	while (span.end > span.start && is_blank(text[span.end - 1]))
		span.end--;
	return span;
}

static bool
is_whole_paragraph(const struct document *doc, struct span span)
{
	size_t i = document_paragraph_at(doc, span.start);

	return i < doc->nparagraph && span.start < span.end &&
		doc->paragraphs[i].span.start == span.start &&
		doc->paragraphs[i].span.end == span.end;
}

struct span
document_source(const struct document *doc, struct span span)
{
	struct span decoded = source_map_span(&doc->extract_map, span);

	if (doc->format->line_markup && is_whole_paragraph(doc, span))
		decoded = whole_lines(doc, decoded);
	return source_map_span(&doc->decode_map, decoded);
}

struct span
document_decoded(const struct document *doc, struct span text)
{
	return source_map_span(&doc->extract_map, text);
}

/* The start of the unit of the file that holds the byte of decoded. */
static uint32_t
byte_at(const struct document *doc, uint32_t decoded)
{
	struct span unit = { decoded, decoded + 1 };

	if (decoded >= doc->ndecoded)
		return (uint32_t)doc->nbyte;
	return source_map_span(&doc->decode_map, unit).start;
}

struct span
document_bytes(const struct document *doc, struct span decoded)
{
	return (struct span){ byte_at(doc, decoded.start),
		byte_at(doc, decoded.end) };
}

size_t
document_paragraph_at(const struct document *doc, uint32_t offset)
{
	size_t low = 0, high = doc->nparagraph;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (doc->paragraphs[middle].span.end <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
document_word_at(const struct document *doc, uint32_t offset)
{
	size_t low = 0, high = doc->nword;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (doc->words[middle].start < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
