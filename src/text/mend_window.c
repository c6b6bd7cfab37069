/*
 * Only stretches with candidates are looked at, and those with a little of what
 * is around them.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/memory.h"
#include "text/codec.h"
#include "text/mend_path.h"

/* Characters between candidates that go into one window, and around them. */
#define GAP 60
#define MARGIN 16
/* Charsets that are tried in one window. */
#define CHARSETS_MOST 8

/* ---- candidates ---- */

bool
window_has_control(const struct window *window, uint32_t code)
{
	return code >= 0x80 && code < 0xA0 && (code != 0x85 ||
		window->seen->line_ends || window->seen->controls);
}

unsigned
window_units(const struct window *window, size_t place,
	struct found found[MEND_CODECS])
{
	const struct cell *cell = &window->cells->cell[window->start + place];
	const struct cell *end = window->cells->cell + window->cells->n;
	uint32_t charsets = window->controls ? 0 :
		unit_charsets(cell, end) & window->charsets;
	unsigned n = 0;

	for (; charsets; charsets &= charsets - 1) {
		found[n].codec = (unsigned)__builtin_ctz(charsets);
		found[n].n = unit_find(found[n].codec, cell, end,
			found[n].unit);
		n += found[n].n > 0;
	}
	return n;
}

/* A capital behind a small letter. */
static bool
within_word(const struct window *window, size_t place)
{
	const struct cell *cell = &window->cells->cell[window->start + place];

	return place && u_isupper((UChar32)cell->code) &&
		u_islower((UChar32)cell[-1].code);
}

/* Those of the charsets that have most, and of equals the likeliest. */
static uint32_t
keep_best(uint32_t chosen, const size_t covered[MEND_CODECS])
{
	uint32_t kept = 0;
	unsigned n, i, best;

	for (n = 0; n < CHARSETS_MOST && chosen; n++) {
		best = (unsigned)__builtin_ctz(chosen);
		for (i = best + 1; i < MEND_CODECS; i++)
			if (chosen >> i & 1 && covered[i] > covered[best])
				best = i;
		kept |= (uint32_t)1 << best;
		chosen &= ~((uint32_t)1 << best);
	}
	return kept;
}

/*
 * The charsets that are worth trying.  In an alphabet of its own a charset has
 * letters only, and chance makes units of them here and there; damage would be
 * nearly all there is, or have some marks in it, or capitals within words.
 */
static uint32_t
choose_charsets(const struct window *window)
{
	size_t covered[MEND_CODECS] = { 0 }, place, high = 0;
	uint32_t chosen = 0;
	struct found found[MEND_CODECS];
	unsigned n, i;

	for (place = 0; place < window->n; place++) {
		high += window->cells->cell[window->start + place].code >= 0x80;
		n = window_units(window, place, found);
		for (i = 0; i < n; i++) {
			unsigned codec = found[i].codec;

			covered[codec] += found[i].unit->ncell;
			if (!found[i].unit->plain || within_word(window,
					place))
				chosen |= (uint32_t)1 << codec;
		}
	}
	for (i = 0; i < MEND_CODECS; i++)
		if (2 * covered[i] > high)
			chosen |= (uint32_t)1 << i;
	return keep_best(chosen, covered);
}

/* ---- what the cheapest way says ---- */

static struct cell
merge(const struct cell *part, const struct state *state)
{
	struct cell cell = *part;
	unsigned i;

	cell.code = state->code;
	cell.end = part[state->unit.ncell - 1].end;
	for (i = 0; i < state->unit.ncell; i++) {
		cell.steps |= part[i].steps;
		/* the layers of the part that has most */
		if (part[i].layers > cell.layers) {
			cell.layers = part[i].layers;
			memcpy(cell.codec, part[i].codec, sizeof(cell.codec));
		}
	}
	cell.steps |= (uint16_t)state->unit.steps;
	if (cell.layers < MEND_LAYERS)
		cell.codec[cell.layers++] = state->codec;
	return cell;
}

static void
note(struct evidence *seen, const struct state *state, unsigned last_codec)
{
	if (state->unit.steps & MEND_CONTROL)
		seen->control[state->codec]++;
	else if (state->codec != last_codec)
		seen->utf8[state->codec]++;
}

/* Appends the cells of the cheapest way to out; true where it changed any. */
static bool
take_way(struct window *window, struct evidence *seen, struct cells *out)
{
	const struct state *state = path_find(window);
	const struct cell *cell = &window->cells->cell[window->start];
	const struct state **way = memory_alloc(window->n, sizeof(*way));
	unsigned last_codec = MEND_CODECS;
	size_t n = 0;
	bool changed = false;

	for (; state != window->states; state = &window->states[state->from])
		way[n++] = state;
	while (n-- > 0) {
		state = way[n];
		if (!state->unit.ncell) {
			*ARRAY_ADD(out->cell, out->n, out->cap) = *cell++;
			last_codec = MEND_CODECS;
			continue;
		}
		*ARRAY_ADD(out->cell, out->n, out->cap) = merge(cell, state);
		if (!seen->complete)
			note(seen, state, last_codec);
		last_codec = state->codec;
		cell += state->unit.ncell;
		changed = true;
	}
	free(way);
	free(window->states);
	return changed;
}

/* ---- where to look ---- */

static void
keep(const struct cells *cells, size_t from, size_t to, struct cells *out)
{
	for (; from < to; from++)
		*ARRAY_ADD(out->cell, out->n, out->cap) = cells->cell[from];
}

/* The charsets that have a candidate at the place. */
static uint32_t
candidates(const struct window *window, size_t i)
{
	const struct cell *cell = window->cells->cell + i;
	uint32_t charsets = 0;
	unsigned codec, k;

	if (!window->controls)
		return unit_charsets(cell, window->cells->cell +
			window->cells->n);
	if (!window_has_control(window, cell->code))
		return 0;
	for (codec = 0; codec < MEND_CODECS && codecs[codec]; codec++)
		for (k = 0; fee_controls[k]; k++)
			if (!strcmp(codecs[codec]->name, fee_controls[k]))
				charsets |= (uint32_t)1 << codec;
	return charsets;
}

/* The next window at or after the place; false where there is none. */
static bool
next_window(struct window *window, size_t at)
{
	size_t n = window->cells->n, first, last, i;
	bool any = false;

	window->charsets = 0;
	for (first = last = i = at; i < n; i++) {
		uint32_t here = candidates(window, i);

		if (any && i > last + GAP)
			break;
		if (!here)
			continue;
		if (!any)
			first = i;
		any = true;
		last = i;
		window->charsets |= here;
	}
	window->start = first > at + MARGIN ? first - MARGIN : at;
	window->n = (last + MARGIN < n ? last + MARGIN : n) - window->start;
	return any;
}

static bool
mend(struct cells *cells, bool controls, struct evidence *seen)
{
	struct window window = { .cells = cells, .seen = seen,
		.controls = controls };
	struct cells out = { 0 };
	size_t at = 0;
	bool changed = false;

	while (next_window(&window, at)) {
		keep(cells, at, window.start, &out);
		at = window.start + window.n;
		if (!controls)
			window.charsets = choose_charsets(&window);
		if (!window.charsets)
			keep(cells, window.start, at, &out);
		else if (take_way(&window, seen, &out))
			changed = true;
	}
	if (changed) {
		keep(cells, at, cells->n, &out);
		free(cells->cell);
		*cells = out;
	} else {
		free(out.cell);
	}
	return changed;
}

bool
mend_charsets(struct cells *cells, struct evidence *seen)
{
	return mend(cells, false, seen);
}

bool
mend_controls(struct cells *cells, struct evidence *seen)
{
	return mend(cells, true, seen);
}
