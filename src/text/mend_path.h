/*
 * The search for the cheapest reading: what its parts tell each other.
 */
#ifndef VERBATIM_TEXT_MEND_PATH_H
#define VERBATIM_TEXT_MEND_PATH_H

#include <stdbool.h>
#include <stdint.h>

#include "text/mend_cell.h"
#include "text/odd.h"

/* mend_fee.c: the fee of a charset (index into codecs[]) where it explains
 * something: lower if it is in play there, or was seen elsewhere. */
int
fee_of_utf8(const struct evidence *seen, bool in_play, unsigned codec,
	const struct unit *unit);

/* The same for one that was read as Latin-1, and which those are. */
int
fee_of_control(const struct evidence *seen, bool in_play, unsigned codec);

extern const char *const fee_controls[];

/*
 * mend_again.c: characters that were restored and make UTF-8 misread again.
 * What they cost is what the character costs that they stand for.
 */
struct again {
	unsigned n, length;		/* bytes there are, and there will be;
					   0: none */
	unsigned codec;
	uint8_t byte[4];
	/* before the first of them: the cost so far, fees added since */
	int cost;
	struct odd odd;
	int deferred;			/* what they cost if they make none */
};

/* Takes the next restored character; true where it is the last one of a
 * character, which *code gets. */
bool
again_add(struct again *again, unsigned codec, uint32_t restored,
	uint32_t *code);

/*
 * mend_path.c: the ways through a window of the text.
 */
#define NO_CODEC MEND_CODECS

struct state {
	bool reached;
	int cost;
	struct odd odd;
	struct again again;
	uint32_t from;			/* state */
	uint32_t code;
	struct unit unit;		/* ncell == 0: as it stands */
	uint8_t codec;			/* in play, or NO_CODEC */
	uint8_t apart;			/* characters since the last unit */
};

struct window {
	struct cells *cells;
	const struct evidence *seen;
	bool controls;			/* look for these only */
	uint32_t charsets;		/* bits: those that are tried, */
	uint32_t passed;		/* those that have one here */
	size_t start, n;		/* cells */
	unsigned nslot;
	/* of each charset, 0 where it has nothing here; slot 0 is the way on
	 * which no charset came into play */
	uint8_t slot[MEND_CODECS];
	struct state *states;		/* nslot for each place, n + 1 places */
};

/* The last state of the cheapest way; each names the one before it, down to
 * states[0].  The caller frees window->states. */
const struct state *
path_find(struct window *window);

/* mend_window.c: all units of a charset that begin at a place. */
struct found {
	unsigned codec;
	unsigned n;
	struct unit unit[UNITS_MOST];
};

/* Those of the charsets that are tried; returns how many have any. */
unsigned
window_units(const struct window *window, size_t place,
	struct found found[MEND_CODECS]);

/* Is the character a control, and no end of a line? */
bool
window_has_control(const struct window *window, uint32_t code);

#endif
