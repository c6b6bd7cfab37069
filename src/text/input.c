/*
 * Formats tell how sure they are rather than yes or no, so that a file called
 * .txt has to look very much like a page to be taken for one: news copy has
 * stray asterisks, headings with "##" and tags that no browser knows.
 */
#include "config.h"

#include "text/input.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "base/utf8.h"

#define SUFFIX_WEIGHT 40

const struct input_format *const input_formats[] = {
	&input_text, &input_markdown, &input_html, NULL
};

const struct input_format *
input_format_find(const char *name)
{
	const struct input_format *const *format;

	for (format = input_formats; *format; format++)
		if (!strcmp((*format)->name, name))
			return *format;
	return NULL;
}

static bool
has_suffix(const char *path, const char *const *suffix)
{
	size_t n = strlen(path);

	for (; *suffix; suffix++) {
		size_t length = strlen(*suffix);

		if (n > length && !strcasecmp(path + n - length, *suffix))
			return true;
	}
	return false;
}

const struct input_format *
input_format_guess(const char *path, const char *decoded, size_t n)
{
	const struct input_format *const *format, *best = NULL;
	int most = -1;

	for (format = input_formats; *format; format++) {
		int sure = (*format)->sniff(decoded, n);

		if (has_suffix(path, (*format)->suffixes))
			sure += SUFFIX_WEIGHT;
		if (sure > most) {
			most = sure;
			best = *format;
		}
	}
	return best;
}

/* ---- what all formats fill ---- */

void
extract_release(struct extract *out)
{
	buffer_release(&out->text);
	source_map_release(&out->map);
	free(out->blocks);
	memset(out, 0, sizeof(*out));
}

static void
map_unit(struct extract *out, uint32_t n, uint32_t offset, uint32_t old_n)
{
	source_map_add(&out->map, (struct map_run){ (uint32_t)out->text.len,
		offset, n, old_n });
}

/* What parts the blocks stands for what lies between them in the source. */
static void
part_blocks(struct extract *out, uint32_t offset)
{
	if (!out->block_ended)
		return;
	out->block_ended = false;
	map_unit(out, 2, out->old_end,
		offset > out->old_end ? offset - out->old_end : 0);
	buffer_add(&out->text, "\n\n", 2);
	out->block_start = out->line_start = (uint32_t)out->text.len;
}

void
extract_add(struct extract *out, const char *decoded, uint32_t offset,
	uint32_t n)
{
	if (!n)
		return;
	part_blocks(out, offset);
	map_unit(out, 1, offset, 1);
	buffer_add(&out->text, decoded + offset, n);
	out->old_end = offset + n;
}

void
extract_add_as(struct extract *out, const char *text, uint32_t n,
	uint32_t offset, uint32_t old_n)
{
	if (!n)
		return;
	part_blocks(out, offset);
	map_unit(out, n, offset, old_n);
	buffer_add(&out->text, text, n);
	out->old_end = offset + old_n;
}

void
extract_end_block(struct extract *out)
{
	struct span block = { out->block_start, (uint32_t)out->text.len };

	if (out->block_ended || block.start == block.end)
		return;
	/* white space alone is in no block, and not looked at again */
	out->block_start = out->line_start = block.end;
	block = extract_trim(out->text.data, block);
	if (block.start == block.end)
		return;
	*ARRAY_ADD(out->blocks, out->nblock, out->cap) = block;
	out->block_ended = true;
}

void
extract_end_line(struct extract *out, uint32_t offset, uint32_t old_n)
{
	struct span line = { out->line_start, (uint32_t)out->text.len };

	if (out->block_ended || line.end == out->block_start)
		return;
	line = extract_trim(out->text.data, line);
	if (line.start == line.end) {
		extract_end_block(out);
		return;
	}
	extract_add_as(out, "\n", 1, offset, old_n);
	out->line_start = (uint32_t)out->text.len;
}

/* White_Space of Unicode, but not U+0085: where that turns up it is an
 * ellipsis of windows-1252 that was taken for Latin-1, not a line end. */
static bool
is_white(uint32_t code)
{
	if (code < 0x80)
		return code == ' ' || (code >= '\t' && code <= '\r');
	return code == 0xA0 || code == 0x1680 ||
		(code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
		code == 0x2029 || code == 0x202F || code == 0x205F ||
		code == 0x3000;
}

struct span
extract_trim(const char *text, struct span span)
{
	const char *p = text + span.start, *end = text + span.end;
	unsigned len;

	while (p < end && is_white(utf8_decode(p, end, &len)))
		p += len;
	while (p < end) {
		const char *last = utf8_back(p, end);

		if (!is_white(utf8_decode(last, end, &len)))
			break;
		end = last;
	}
	return (struct span){ (uint32_t)(p - text), (uint32_t)(end - text) };
}
