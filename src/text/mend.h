/*
 * Damage that a text shows by itself, and what stood there.
 *
 * UTF-8 read in any single-byte charset, up to three times and in different
 * ones, with parts of it lost; controls that are characters of windows-1252 or
 * an older charset; character references and escapes left in; placeholders,
 * and characters that do not show where no script needs them.  Without a
 * witness all this is only likely.  Sound text in any language has none of it.
 */
#ifndef VERBATIM_TEXT_MEND_H
#define VERBATIM_TEXT_MEND_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "text/span.h"

struct codec;

/* What happened to a stretch of text. */
enum mend_step {
	MEND_MOJIBAKE = 1 << 0,		/* read in the wrong charset */
	MEND_CONTROL = 1 << 1,		/* a charset taken for Latin-1 */
	MEND_ENTITY = 1 << 2,
	MEND_ESCAPE = 1 << 3,
	MEND_PLACEHOLDER = 1 << 4,	/* put for a lost character */
	MEND_INVISIBLE = 1 << 5,
	MEND_MANGLED = 1 << 6,		/* "" for a dash */
	/* what happened to mojibake afterwards */
	MEND_BLANKED = 1 << 7,		/* no-break spaces made blanks */
	MEND_CUT = 1 << 8,		/* a part of it dropped */
	MEND_MARKED = 1 << 9,		/* a part of it a placeholder */
	MEND_STRAIGHT = 1 << 10,	/* quotes straightened */
	MEND_CASE = 1 << 11		/* upper or lower cased */
};

#define MEND_LAYERS 3

struct mended {
	struct span span;		/* bytes of the text */
	struct span sound;		/* bytes of struct mends' sound; U+FFFD
					   in them is not known */
	unsigned steps;			/* enum mend_step, or-ed */
	/* The charsets of mojibake in the order in which they were read in;
	 * of MEND_CONTROL alone, the one that it was written in. */
	unsigned layers;
	const struct codec *codec[MEND_LAYERS];
};

struct mends {
	struct mended *mend;		/* by place; they do not overlap */
	size_t n, cap;
	struct buffer sound;
};

/* Adds the damage in n bytes of UTF-8. */
void
mend_text(const char *text, size_t n, struct mends *out);

void
mends_release(struct mends *mends);

#endif
