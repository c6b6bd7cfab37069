/*
 * Plain text says nothing of its paragraphs but line breaks, and they mean one
 * of two things: an end, or that the line was full.  The document as a whole
 * tells which: where it was wrapped, most breaks fall in the middle of a
 * sentence, most lines are nearly as long as the longest, and those are no
 * longer than a page is wide.  The two kinds lie far apart: of 75 transcripts
 * with eight such breaks or more, wrapped ones have at least 74% within
 * sentences and lines of at most 101 cells; of the others none has both.
 *
 * Text that a program wrapped is full to the last word that fits.  Text off a
 * page of proportional type is only about as long on each line, so there a
 * line that ends within a sentence counts as full much earlier.
 */
#include "config.h"

#include "text/input.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/memory.h"
#include "base/utf8.h"

#define NARROW 40		/* cells: no one wraps to less */
#define WIDE 130		/* nor to more */
#define CAP 256			/* longer lines are all alike */
#define SAMPLE 2097152		/* bytes of text that tell how it is set */
#define FEW 8			/* breaks that tell nothing by themselves */

struct line {
	const char *start, *end;	/* without white space around */
	const char *from;		/* where it begins, indent and all */
	const char *next;
	bool blank;
	bool last;			/* ends with a form feed or U+2029 */
};

/* How the document is wrapped. */
struct wrap {
	unsigned width;			/* cells; 0: it is not */
	bool ragged;			/* set in proportional type */
	bool hanging;			/* all lines but the first are set in */
};

/* ---- lines ---- */

/* Bytes of the line break at p, 0 where there is none. */
static unsigned
break_length(const char *p, const char *end, bool *parts)
{
	*parts = false;
	switch (*p) {
	case '\r':
		return p + 1 < end && p[1] == '\n' ? 2 : 1;
	case '\f':
		*parts = true;
		return 1;
	case '\n':
		return 1;
	}
	if (end - p < 3 || p[1] != '\x80' ||
	    (p[2] != '\xA8' && p[2] != '\xA9'))
		return 0;
	*parts = p[2] == '\xA9';
	return 3;
}

static bool
may_break(char c)
{
	static const bool table[256] = {
		['\n'] = true, ['\r'] = true, ['\f'] = true, [0xE2] = true
	};

	return table[(unsigned char)c];
}

static struct line
read_line(const char *text, const char *p, const char *end)
{
	struct line line = { .from = p };
	struct span span;
	unsigned length = 0;

	for (; p < end; p++)
		if (may_break(*p) && (length = break_length(p, end,
				&line.last)))
			break;
	span = extract_trim(text, (struct span){
		(uint32_t)(line.from - text), (uint32_t)(p - text) });
	line.start = text + span.start;
	line.end = text + span.end;
	line.blank = span.start == span.end;
	line.next = p + length;
	return line;
}

static bool
is_wide(uint32_t code)
{
	return code >= 0x1100 && (code <= 0x115F ||
		(code >= 0x2E80 && code <= 0xA4CF) ||
		(code >= 0xAC00 && code <= 0xD7A3) ||
		(code >= 0xF900 && code <= 0xFAFF) ||
		(code >= 0xFE30 && code <= 0xFE6F) ||
		(code >= 0xFF00 && code <= 0xFF60) || code >= 0x1F300);
}

static bool
is_invisible(uint32_t code)
{
	int8_t type;

	if (code < 0x300)
		return code == 0xAD;
	type = u_charType((UChar32)code);
	return type == U_FORMAT_CHAR || type == U_NON_SPACING_MARK;
}

static unsigned
cell_width(uint32_t code)
{
	if (is_invisible(code))
		return 0;
	return is_wide(code) ? 2 : 1;
}

/* Cells of the text, CAP at most; a tab goes to the next multiple of 8. */
static unsigned
count_cells(const char *p, const char *end)
{
	unsigned cells = 0, len;

	while (p < end && cells < CAP) {
		if (*p == '\t')
			cells += 8 - cells % 8;
		else if (!(*p & 0x80))
			cells++;
		else
			cells += cell_width(utf8_decode(p, end, &len));
		p += *p & 0x80 ? len : 1;
	}
	return cells < CAP ? cells : CAP;
}

static unsigned
indent_of(const struct line *line)
{
	return count_cells(line->from, line->start);
}

/* Is the next line set in more, as the first of a paragraph may be? */
static bool
is_set_in(const struct line *line, const struct line *next)
{
	return indent_of(next) >= indent_of(line) + 2;
}

/* Cells up to where the line could be broken first. */
static unsigned
first_word(const struct line *line)
{
	const char *p = line->start;
	unsigned len;

	if (*p & 0x80 && is_wide(utf8_decode(p, line->end, &len)))
		return 2;
	while (p < line->end && *p != ' ' && *p != '\t')
		p++;
	return count_cells(line->start, p);
}

/* ---- what stands at a break ---- */

/* The first character that is seen and is no quotation mark or bracket. */
static uint32_t
first_letter(const struct line *line)
{
	const char *p = line->start;

	while (p < line->end) {
		unsigned len;
		uint32_t code = utf8_decode(p, line->end, &len);

		if (u_isalnum((UChar32)code) || code < 0x21)
			return code;
		p += len;
	}
	return 0;
}

static bool
ends_sentence(const struct line *line)
{
	static const char marks[] = ".?!:;";
	const char *p = line->end;

	while (p > line->start) {
		unsigned len;
		uint32_t code;

		p = utf8_back(line->start, p);
		code = utf8_decode(p, line->end, &len);
		if (code < 0x80 && strchr(marks, (int)code))
			return code != 0;
		if (code == 0x2026 || code == 0x3002 || code == 0x61F ||
		    code == 0xFF01 || code == 0xFF1F || code == 0xFF1A ||
		    code == 0x964 || code == 0x6D4)
			return true;
		if (is_invisible(code))
			continue;
		/* closing quotation marks and brackets */
		if (code == '"' || code == '\'' || code == ')' ||
		    code == ']' || code == 0x201D || code == 0x2019 ||
		    code == 0xBB)
			continue;
		return false;
	}
	return true;
}

/* "MR. SMITH:", "Q:", "- ", "•": what no wrapped line happens to begin with. */
static bool
opens_paragraph(const struct line *line)
{
	const char *p = line->start;
	unsigned capitals = 0, len;

	if (utf8_decode(p, line->end, &len) == 0x2022)
		return true;
	for (; p < line->end && p - line->start < 60; p++) {
		if (*p == ':')
			return capitals && (p + 1 == line->end ||
				p[1] == ' ' || p[1] & 0x80);
		if (*p >= 'a' && *p <= 'z')
			return false;
		capitals += *p >= 'A' && *p <= 'Z';
	}
	return false;
}

struct juncture {
	unsigned length;		/* cells of the line */
	unsigned word;			/* cells of the next line's first */
	bool lower;			/* the next one starts in lower case */
	bool open;			/* the line ends within a sentence */
};

static struct juncture
look_at(const struct line *line, const struct line *next)
{
	return (struct juncture){
		.length = count_cells(line->from, line->end),
		.word = first_word(next),
		.lower = u_islower((UChar32)first_letter(next)),
		.open = !ends_sentence(line),
	};
}

/* ---- how the document is wrapped ---- */

struct survey {
	uint32_t count;			/* breaks within blocks */
	uint32_t within, lower;		/* within a sentence; surely so */
	uint32_t deeper, deeper_within;	/* before a line that is set in more */
	uint32_t length[CAP + 1];	/* lines of a length */
	int32_t fits[2 * CAP + 2];	/* breaks that a width explains, as
					   differences to the one before */
};

static void
take_survey(struct survey *survey, const char *text, const char *end)
{
	struct line line = read_line(text, text, end), next;

	for (; line.next < end; line = next) {
		struct juncture at;

		next = read_line(text, line.next, end);
		if (line.blank || next.blank || line.last)
			continue;
		at = look_at(&line, &next);
		survey->count++;
		survey->within += at.open || at.lower;
		survey->lower += at.open && at.lower;
		if (is_set_in(&line, &next)) {
			survey->deeper++;
			survey->deeper_within += at.open;
		}
		survey->length[at.length]++;
		survey->fits[at.length]++;
		survey->fits[at.length + at.word + 1]--;
	}
}

/* Most breaks that any one width explains. */
static uint32_t
count_explained(const struct survey *survey)
{
	int32_t fits = 0, most = 0;
	unsigned width;

	for (width = 0; width <= WIDE; width++) {
		fits += survey->fits[width];
		if (width >= NARROW && fits > most)
			most = fits;
	}
	return (uint32_t)most;
}

/* Lines longer than the width. */
static uint32_t
count_longer(const struct survey *survey, unsigned width)
{
	uint32_t count = 0;
	unsigned i;

	for (i = width + 1; i <= CAP; i++)
		count += survey->length[i];
	return count;
}

/* The length that all but one line in twenty keep to. */
static unsigned
usual_width(const struct survey *survey)
{
	uint32_t longer = 0;
	unsigned width = CAP;

	for (; width; width--) {
		longer += survey->length[width];
		if (longer * 20 > survey->count)
			break;
	}
	return width;
}

static struct wrap
find_wrap(const char *text, size_t n)
{
	struct survey *survey = memory_alloc(1, sizeof(*survey));
	struct wrap wrap = { .width = 0 };
	uint32_t count, full;
	unsigned width;

	take_survey(survey, text, text + (n < SAMPLE ? n : SAMPLE));
	count = survey->count;
	width = usual_width(survey);
	full = count_longer(survey, width * 6 / 10);
	if (count && width >= NARROW && width <= WIDE &&
	    survey->within * 10 >= count * 7 && full * 100 >= count * 65 &&
	    (count >= FEW || survey->lower * 2 >= count)) {
		wrap.width = width;
		wrap.ragged = count_explained(survey) * 10 < count * 9;
	}
	wrap.hanging = survey->deeper_within * 2 > survey->deeper;
	free(survey);
	return wrap;
}

/* ---- paragraphs ---- */

/* Does the paragraph go on after the line? */
static bool
goes_on(const struct wrap *wrap, const struct line *line,
	const struct line *next)
{
	struct juncture at;

	if (line->last || opens_paragraph(next) ||
	    (!wrap->hanging && is_set_in(line, next)))
		return false;
	at = look_at(line, next);
	if (at.open && at.lower && at.length >= NARROW)
		return true;
	if (!wrap->width)
		return false;
	if (at.length + 1 + at.word > wrap->width)
		return true;
	return wrap->ragged && (at.open || at.lower) &&
		at.length * 10 >= wrap->width * 6;
}

static void
add_block(struct extract *out, const char *text, const char *start,
	const char *end)
{
	*ARRAY_ADD(out->blocks, out->nblock, out->cap) = (struct span){
		(uint32_t)(start - text), (uint32_t)(end - text)
	};
}

void
input_text_blocks(const char *text, size_t n, struct extract *out)
{
	const char *end = text + n, *start = NULL;
	struct wrap wrap = find_wrap(text, n);
	struct line line = read_line(text, text, end), next;

	for (; line.from < end; line = next) {
		next = read_line(text, line.next, end);
		if (line.blank)
			continue;
		if (!start)
			start = line.start;
		if (!next.blank && goes_on(&wrap, &line, &next))
			continue;
		add_block(out, text, start, line.end);
		start = NULL;
	}
}

static int
sniff_text(const char *decoded, size_t n)
{
	(void)decoded;
	(void)n;
	return 30;
}

const struct input_format input_text = {
	.name = "text",
	.title = "Plain text",
	.media_type = "text/plain",
	.help = "Plain text, a paragraph a line or hard-wrapped.",
	.suffixes = (const char *const[]){ ".txt", ".text", ".asc", NULL },
	.sniff = sniff_text,
};
