/*
 * Text that nobody vouches for, made fit for a terminal or a log.
 *
 * Every byte of a document or a file name that a person is shown goes through
 * here.  What comes out is valid UTF-8 (or ASCII, where the reader has no
 * more), and what has no shape of its own is spelt out as <U+202E>: controls,
 * DEL, C1, bidi controls, whatever is invisible or ignorable (UAX #44,
 * Default_Ignorable_Code_Point), line and paragraph separators, private use,
 * noncharacters and the unassigned.  So is the first character of what a runner
 * of jobs would obey.  Bytes that are not UTF-8 become <0xFF>.
 * White space is folded to one blank, a break between paragraphs to a pilcrow.
 */
#ifndef VERBATIM_REPORT_ESCAPE_H
#define VERBATIM_REPORT_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

enum escape_flags {
	ESCAPE_ASCII = 1,	/* spell out all that is not ASCII */
	ESCAPE_EXACT = 2	/* fold nothing, spell out every space that is
				   not U+0020: for names, and where the space
				   is the matter */
};

/* What may stand beside a break of the line (after UAX #14, much reduced: a
 * line breaks at blanks, and around ideographs). */
enum wrap { WRAP_LETTER, WRAP_OPEN, WRAP_CLOSE, WRAP_IDEOGRAPH };

enum shape_class { SHAPE_CHARACTER, SHAPE_BLANK, SHAPE_PILCROW };

#define SHAPE_MAX 64

/* One user-perceived character as it is shown. */
struct shape {
	enum shape_class class;
	enum wrap wrap;
	bool spelt;			/* "<U+202E>" stands for what it is */
	unsigned cells;			/* of a terminal */
	unsigned n;			/* bytes of text */
	char text[SHAPE_MAX];
};

/*
 * Fills the shape for what stands at p (p < end) and returns where the next one
 * begins.  A base and its combining marks are one shape, as far as they fit; a
 * mark without a base is spelt out, so that it cannot sit on what is not its
 * own.
 */
const char *
escape_next(const char *p, const char *end, unsigned flags,
	struct shape *shape);

/* Appends the text as it is shown, all on one line. */
void
escape_add(struct buffer *out, const char *text, size_t n, unsigned flags);

/* Cells that escape_add() fills. */
size_t
escape_cells(const char *text, size_t n, unsigned flags);

/* Has the character no shape of its own, so that it is spelt out? */
bool
escape_is_shapeless(uint32_t code);

/*
 * Does a command begin here to those who run jobs and read what these print?
 * They obey "##[", "##vso[" and "##teamcity[" anywhere on a line, "::" at its
 * beginning.
 */
bool
escape_is_command(const char *p, const char *end);

/*
 * Mends the line that begins at `start` of out, and ends with it, where it
 * would be obeyed as a whole though its parts are safe, or be a line of TAP.
 */
void
escape_line(struct buffer *out, size_t start);

/* Is it white space of any sort, all of it, and some? */
bool
escape_is_blank(const char *text, size_t n);

/*
 * Appends words of our own, which are trusted.  The quotes, arrows, bars and
 * rules in them become ASCII where the reader has no more.
 */
void
escape_own(struct buffer *out, const char *words, unsigned flags);

#endif
