/*
 * Damage, proved by running it forward from the sound text.
 *
 * The transcript is the witness: for each of its characters it is known what a
 * wrong charset, a lossy one, an escape or a lost byte makes of it, so a
 * difference is damage where a few of those steps give the reprint's bytes
 * exactly.
 */
#ifndef VERBATIM_COMPARE_DAMAGE_H
#define VERBATIM_COMPARE_DAMAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"
#include "compare/misread.h"

enum damage_step {
	DAMAGE_NONE = 0,
	DAMAGE_MOJIBAKE = 1 << 0,	/* read in the wrong charset */
	DAMAGE_REPLACED = 1 << 1,	/* a placeholder put for it */
	DAMAGE_LOST = 1 << 2,
	DAMAGE_CONTROL = 1 << 3,	/* windows-1252 taken for Latin-1 */
	DAMAGE_ENTITY = 1 << 4,
	DAMAGE_QUOTED_PRINTABLE = 1 << 5,	/* =E2=80=93 */
	DAMAGE_INVISIBLE = 1 << 6,
	DAMAGE_ACCENT = 1 << 7,
	/* what happened to mojibake afterwards */
	DAMAGE_HALF = 1 << 8,		/* â€ taken for a quotation mark */
	DAMAGE_STRIPPED = 1 << 9,	/* controls and the like dropped */
	DAMAGE_BLANKED = 1 << 10,	/* no-break spaces made blanks */
	DAMAGE_STRAIGHT = 1 << 11,	/* quotes straightened */
	DAMAGE_EDUCATED = 1 << 12,	/* quotes educated */
	DAMAGE_CASE = 1 << 13,		/* upper or lower cased */
	DAMAGE_CUT = 1 << 14,		/* a part of it gone */
	DAMAGE_MARKED = 1 << 15,	/* a part of it a placeholder */
	DAMAGE_STRAY = 1 << 16,		/* put in, for no sound character */
	DAMAGE_PERCENT = 1 << 17,	/* %E2%80%93 */
	DAMAGE_BACKSLASH = 1 << 18,	/* \u2013 */
	DAMAGE_ESCAPE = DAMAGE_QUOTED_PRINTABLE | DAMAGE_PERCENT |
		DAMAGE_BACKSLASH	/* one of them */
};

struct damage {
	unsigned steps;			/* enum damage_step, or-ed; 0: none */
	struct misreading misreading;	/* of mojibake */
};

/*
 * What was found out so far: damage comes in series, so what explained one
 * place is tried first at the next.
 */
struct forensics;

struct forensics *
forensics_new(void);

void
forensics_free(struct forensics *forensics);

/* While muted, what is asked leaves no clues: questions the wrong way round. */
void
forensics_mute(struct forensics *forensics, bool muted);

/*
 * Where one character stands for another, any two of many charsets explain it.
 * What was left unexplained so far is held together: true where one pair of
 * charsets explains most of it, which is then tried from the start.
 */
bool
forensics_conclude(struct forensics *forensics);

/*
 * Do the steps lead from the sound text to the damaged one?  Texts of more than
 * DAMAGE_MOST bytes are not tried.
 */
#define DAMAGE_MOST 512

struct damage
damage_explain(struct forensics *forensics, const char *sound, size_t nsound,
	const char *damaged, size_t ndamaged);

/* How much a short text looks damaged by itself: controls, capitals and signs
 * beyond ASCII in the middle of words; 0: not at all. */
unsigned
text_oddness(const char *text, size_t n);

/* Are there steps that sound text does not show by accident? */
bool
damage_is_sure(const struct damage *damage);

/* The steps in words: "UTF-8 read as windows-1252, then quotes straightened".
 * NULL where there are none to speak of. */
const char *
damage_chain(const struct damage *damage, struct arena *arena);

#endif
