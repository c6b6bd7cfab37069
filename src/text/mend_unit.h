/*
 * The bytes of UTF-8 that a run of characters was made of, as far as they are
 * there.
 */
#ifndef VERBATIM_TEXT_MEND_UNIT_H
#define VERBATIM_TEXT_MEND_UNIT_H

#include <stdbool.h>

#include "base/utf8.h"
#include "text/mend_cell.h"

struct codec;

/* The sequence that the cells are the characters of. */
struct sequence {
	const struct codec *codec;
	int byte[UTF8_MAX];
	unsigned length;		/* by the lead */
	unsigned n;			/* bytes, and cells, that are there */
	unsigned steps;
	unsigned controls;		/* that the charset has no need of */
	bool plain;			/* nothing but letters */
	int hole;			/* index of a lost byte, or -1 */
	bool gap;			/* the hole is a U+FFFD */
	bool lowered, raised;		/* letters were */
};

/*
 * Reads as much of a sequence as there is, with the letters set in the other
 * case if `cased`; false where there is no first byte.
 */
bool
sequence_read(struct sequence *seq, const struct cell *cell,
	const struct cell *end, bool cased);

/* Latin-1 and what is made after it; text of other charsets is not seen with
 * its damage in another case. */
bool
sequence_is_western(const struct codec *codec);

/* The byte of the no-break space, where it is one that continues a character;
 * below 0 elsewhere. */
int
sequence_blank(const struct codec *codec);

#endif
