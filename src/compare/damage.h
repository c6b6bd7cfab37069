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

enum damage_step {
	DAMAGE_NONE = 0,
	DAMAGE_MOJIBAKE = 1 << 0,
	DAMAGE_MANGLED = 1 << 1,
	DAMAGE_REPLACED = 1 << 2,
	DAMAGE_LOST = 1 << 3,
	DAMAGE_CONTROL = 1 << 4,
	DAMAGE_ENTITY = 1 << 5,
	DAMAGE_ESCAPE = 1 << 6,
	DAMAGE_INVISIBLE = 1 << 7,
	DAMAGE_ACCENT = 1 << 8
};

struct damage {
	unsigned steps;			/* enum damage_step, or-ed; 0: none */
	const char *codec;		/* of mojibake and controls, static */
	unsigned layers;		/* of mojibake */
};

/*
 * Do the steps lead from the sound text to the damaged one?  Texts of more than
 * DAMAGE_MOST bytes are not tried.
 */
#define DAMAGE_MOST 512

struct damage
damage_explain(const char *sound, size_t nsound, const char *damaged,
	size_t ndamaged);

#endif
