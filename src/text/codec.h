/*
 * Charsets as things that text goes through by mistake.
 *
 * Reading a file is charset.h's; here a text is encoded in one charset and
 * decoded in another, character by character, to see what damage that does.
 * The tables are ICU's.  They are "sloppy": a byte that a charset leaves
 * undefined passes as the C1 control of its number, as it does in the wild.
 */
#ifndef VERBATIM_TEXT_CODEC_H
#define VERBATIM_TEXT_CODEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct codec {
	const char *name;		/* "windows-1252" */
	bool multibyte;			/* only codec_through() takes it */
};

/* Single-byte charsets first, the likeliest first; then multibyte ones; ends
 * with NULL. */
extern const struct codec *const codecs[];

/* By name; NULL where there is none. */
const struct codec *
codec_find(const char *name);

/* The character of a byte in a single-byte charset. */
uint32_t
codec_char(const struct codec *codec, unsigned char byte);

/* The byte of a character; -1 where the charset has none.  C1 controls are
 * their own bytes where the charset leaves those undefined. */
int
codec_byte(const struct codec *codec, uint32_t code);

/*
 * What text (UTF-8) looks like when it is written in `from` and read in `to`
 * (NULL stands for UTF-8), appended to out as UTF-8.  False where `from` lacks
 * a character.  Bytes that `to` does not know become U+FFFD.
 */
bool
codec_through(const struct codec *from, const struct codec *to,
	const char *text, size_t n, struct buffer *out);

#endif
