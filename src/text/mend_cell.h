/*
 * What the stages of mending work on: the characters of a stretch of text, each
 * with the bytes that it was read from and what was undone to read it so.
 */
#ifndef VERBATIM_TEXT_MEND_CELL_H
#define VERBATIM_TEXT_MEND_CELL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/mend.h"

struct cell {
	uint32_t code;
	uint32_t start, end;		/* bytes of the text */
	uint16_t steps;			/* enum mend_step */
	uint8_t layers;
	uint8_t codec[MEND_LAYERS];	/* of codecs[], the latest first */
	bool gone;			/* nothing stood there */
};

struct cells {
	struct cell *cell;
	size_t n, cap;
};

/* What the document was seen to have; the second look knows it. */
#define MEND_CODECS 32

struct evidence {
	bool complete;			/* the first look is over */
	/* how often a charset explained a place: UTF-8 read in it, and it
	 * read as Latin-1 */
	unsigned utf8[MEND_CODECS], control[MEND_CODECS];
	unsigned quoted;		/* =E2=80=99 */
	unsigned tags;			/* <p>: references are in place there */
	unsigned holes;			/* ? within a word */
	unsigned dashes;		/* "" between blanks, */
	unsigned empty;			/* and elsewhere */
	unsigned high;			/* letters and quotes beyond ASCII */
	unsigned right_to_left;		/* letters */
	unsigned shaped;		/* letters of scripts that need what
					   does not show */
	unsigned line_ends;		/* other than U+0085 */
	unsigned controls;		/* C1 other than U+0085 */
};

/* mend_escape.c: the cells of text, references and escapes undone. */
void
mend_read(const char *text, struct span stretch, struct evidence *seen,
	struct cells *out);

/* mend_window.c: one layer of wrong charsets undone wherever that makes the
 * text less odd, of UTF-8 or of what made controls; true where there was
 * any. */
bool
mend_charsets(struct cells *cells, struct evidence *seen);

bool
mend_controls(struct cells *cells, struct evidence *seen);

/* mend_mark.c: what is left that no text has. */
void
mend_marks(struct cells *cells, struct evidence *seen);

/*
 * mend_unit.c: one character that several stand for.
 */
struct unit {
	uint32_t code;
	unsigned ncell;			/* that it takes */
	int cost;			/* of believing it; below 0: a gain */
	unsigned steps;
	bool common;			/* the commonest of all: C2 or C3 */
	bool blanked;			/* a blank is taken for a part of it */
	bool fancy;			/* ¥ is, which is Y in fancy writing */
	bool plain;			/* letters only are */
};

#define UNITS_MOST 8

/* mend_sequence.c: which single-byte charsets have a first byte of UTF-8 here
 * with something behind it that may go with it: bits of the index into
 * codecs[]. */
uint32_t
unit_charsets(const struct cell *cell, const struct cell *end);

/* What the cells may be, read in the charset; returns the number of units. */
unsigned
unit_find(unsigned codec, const struct cell *cell, const struct cell *end,
	struct unit out[UNITS_MOST]);

#endif
