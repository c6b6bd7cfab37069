/*
 * Characters as they were meant.
 *
 * A glyph is one character of the text after undoing the damage that shows by
 * itself: UTF-8 read as windows-1252 or Latin-1 once, twice or three times
 * (`â€™`), a C1 control that is a windows-1252 mark, a character reference
 * (`&rsquo;`, `&amp;#8217;`), quoted-printable, percent and backslash escapes.
 * Sound text gives its own characters.
 *
 * Only keys are made of glyphs, so a wrong guess costs an alignment of one word
 * at most and is never reported: findings compare bytes.
 */
#ifndef VERBATIM_TEXT_GLYPH_H
#define VERBATIM_TEXT_GLYPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct codec;

struct glyph {
	uint32_t code;
	uint32_t length;		/* bytes of text it was read from */
	bool repaired;
};

/* The glyph at p (p < end). */
struct glyph
glyph_read(const char *p, const char *end);

/*
 * A wrong charset that a stretch of text went through: written in one, read in
 * another.  written == NULL stands for UTF-8.
 */
struct regime {
	const struct codec *written, *read;
};

/* The glyph at p where the text around it is known to have gone through the
 * regime; NULL is glyph_read(). */
struct glyph
glyph_read_under(const char *p, const char *end,
	const struct regime *regime);

/*
 * The regime that makes most of the characters beyond ASCII of a stretch into
 * UTF-8, if it is another than glyph_read() knows by itself and does so for
 * nearly all of them; false where there is none, as in all sound text.
 */
bool
glyph_find_regime(const char *text, size_t n, struct regime *found);

/* What a character is to the words around it. */
enum glyph_class {
	GLYPH_SPACE,
	GLYPH_WORD,		/* letter, digit, mark */
	GLYPH_IDEOGRAPH,	/* a word of its own: Han, kana, Thai, … */
	GLYPH_JOINER,		/* within a word where letters are on both
				   sides: apostrophes, lost characters */
	GLYPH_INVISIBLE,	/* soft hyphen, zero width, bidi control */
	GLYPH_MARK		/* punctuation and symbols */
};

enum glyph_class
glyph_class(uint32_t code);

/*
 * The folded form of a character, as keys have it: compatibility decomposed
 * (NFKD), without non-spacing marks, case folded.  Writes up to
 * GLYPH_FOLD_MAX code points and returns their number, perhaps 0.
 */
#define GLYPH_FOLD_MAX 18	/* U+FDFA, the longest decomposition */

unsigned
glyph_fold(uint32_t code, uint32_t folded[GLYPH_FOLD_MAX]);

#endif
