/*
 * The text is read the cheapest way: each character as it stands, or several as
 * the one whose bytes they are in some charset.  A reading costs what is odd
 * about the text that it gives (odd.h), and a charset costs a fee where it
 * comes into play, by how rarely it is met; less where it explained something
 * before.  The cheapest way through is found as in Viterbi (1967): at each
 * place, for each charset that came into play last, only the cheapest way
 * counts.  What is odd about a character may show with the next two only, so
 * ways are held apart for as long after they parted.
 */
#include "config.h"

#include <string.h>

#include "base/memory.h"
#include "text/codec.h"
#include "text/mend_path.h"

/* Units in a row that are letters of one script are no chance. */
#define GAIN_COHERENT 8

/* Passing by what the charset in play would read, so near to what it did. */
#define COST_PASSED 6
#define NEAR 8
/* A control that windows-1252 does not have; that there is another layer. */
#define COST_CONTROL 30
#define COST_LAYER 2

/* Ways apart from the last unit by no character, by one, by more; and those
 * that wait for the rest of another layer. */
#define NAPART 4

static struct state *
states_at(const struct window *window, size_t place)
{
	return &window->states[place * window->nslot * NAPART];
}

static void
reach(const struct window *window, struct state *next, size_t place,
	unsigned slot)
{
	unsigned apart = next->again.length ? NAPART - 1 :
		next->apart < NAPART - 1 ? next->apart : NAPART - 2;
	struct state *state = &states_at(window, place)[slot * NAPART + apart];

	if (state->reached && state->cost <= next->cost)
		return;
	*state = *next;
	state->reached = true;
}

/* A control will be mended, or is a part of another layer. */
static int
cost_of_control(struct odd *odd, uint32_t code)
{
	uint32_t was = codec_char(codecs[0], (unsigned char)code);
	int cost = (int)odd_add(odd, was);

	return was == code ? COST_CONTROL : cost + COST_PASSED;
}

static struct state
follow(const struct window *window, const struct state *from, uint32_t code)
{
	struct state next = *from;

	next.from = (uint32_t)(from - window->states);
	next.code = code;
	if (code >= 0x80 && code < 0xA0 && !window->controls)
		next.cost += cost_of_control(&next.odd, code);
	else
		next.cost += (int)odd_add(&next.odd, code);
	return next;
}

/* What the restored characters cost that wait for the rest of another layer,
 * where it does not come. */
static void
settle(struct state *state)
{
	if (state->again.length)
		state->cost += state->again.deferred;
	state->again.length = 0;
	state->again.deferred = 0;
}

static void
follow_raw(const struct window *window, const struct state *from, size_t place,
	unsigned slot)
{
	const struct cell *cell = &window->cells->cell[window->start + place];
	struct state next = follow(window, from, cell->code);

	next.unit.ncell = 0;
	settle(&next);
	if (slot && window->passed >> from->codec & 1 && from->apart < NEAR)
		next.cost += COST_PASSED;
	if (next.apart < NEAR)
		next.apart++;
	reach(window, &next, place + 1, slot);
}

static bool
goes_on(const struct state *from, const struct odd *odd, unsigned codec)
{
	return from->unit.ncell && from->codec == codec &&
		from->odd.length && odd->length && odd->last >= 0x250 &&
		from->odd.script == odd->script;
}

static int
fee_to(const struct window *window, const struct state *from,
	const struct odd *odd, unsigned codec, const struct unit *unit)
{
	if (from->unit.ncell && from->codec == codec)
		return goes_on(from, odd, codec) ? -GAIN_COHERENT : 0;
	return fee_of_utf8(window->seen, from->codec == codec, codec, unit);
}

/* A restored character that costs so much, fees apart, may be a part of
 * another layer: until that is known it costs little, and then what the
 * character costs that they make. */
static void
look_again(struct state *next, const struct state *from, unsigned codec,
	int own, int paid)
{
	struct again *again = &next->again;
	struct state broken = *from;
	struct odd odd = again->odd;
	uint32_t code;
	int cost;

	again->cost += paid;
	if (again_add(again, codec, next->code, &code)) {
		cost = again->cost + COST_LAYER + (int)odd_add(&odd, code);
		next->cost += again->deferred;
		if (cost < next->cost) {
			next->cost = cost;
			next->odd = odd;
		}
		return;
	}
	if (again->n == 1) {
		settle(&broken);
		next->cost += broken.cost - from->cost;
		again->cost = broken.cost + paid;
		again->odd = from->odd;
		again->deferred = 0;
	}
	if (!again->length) {
		next->cost += again->deferred;
	} else if (own > COST_LAYER) {
		again->deferred += own - COST_LAYER;
		next->cost -= own - COST_LAYER;
	}
}

static void
follow_unit(const struct window *window, const struct state *from,
	size_t place, unsigned codec, const struct unit *unit)
{
	struct state next;
	int own, paid;

	if (place + unit->ncell > window->n)
		return;
	next = follow(window, from, unit->code);
	own = next.cost - from->cost;
	paid = unit->cost + fee_to(window, from, &next.odd, codec, unit);
	next.cost += paid;
	look_again(&next, from, codec, own, paid);
	if (unit->code >= 0x80 && unit->code < 0xA0 && !unit->common)
		next.cost += COST_CONTROL;
	next.unit = *unit;
	next.apart = 0;
	next.codec = (uint8_t)codec;
	reach(window, &next, place + unit->ncell, window->slot[codec]);
}

static unsigned
index_of(const struct codec *codec)
{
	unsigned i;

	for (i = 0; codecs[i] != codec; i++)
		;
	return i;
}

/* A letter among letters; a lone one is anything. */
static bool
is_among_letters(const struct window *window, const struct state *from,
	size_t place)
{
	return from->odd.length || (place + 1 < window->n && odd_is_letter(
		window->cells->cell[window->start + place + 1].code));
}

static void
follow_control(const struct window *window, const struct state *from,
	size_t place)
{
	uint32_t code = window->cells->cell[window->start + place].code;
	size_t i;

	for (i = 0; fee_controls[i]; i++) {
		const struct codec *codec = codec_find(fee_controls[i]);
		unsigned index = index_of(codec);
		uint32_t was = codec_char(codec, (unsigned char)code);
		struct state next;

		if (was == code || (i && !is_among_letters(window, from,
				place)))
			continue;
		next = follow(window, from, was);
		next.cost += fee_of_control(window->seen, from->codec == index,
			index);
		next.unit = (struct unit){ .ncell = 1, .code = was,
			.steps = MEND_CONTROL };
		next.apart = 0;
		next.codec = (uint8_t)index;
		reach(window, &next, place + 1, window->slot[index]);
	}
}

/* The charsets that have a whole character at the place. */
static uint32_t
passed(const struct found *found, unsigned n)
{
	uint32_t charsets = 0;

	while (n-- > 0)
		if (found[n].unit->steps == MEND_MOJIBAKE)
			charsets |= (uint32_t)1 << found[n].codec;
	return charsets;
}

static void
follow_all(struct window *window, size_t place)
{
	struct found found[MEND_CODECS];
	unsigned nfound = window_units(window, place, found), at, i, k;
	uint32_t code = window->cells->cell[window->start + place].code;

	window->passed = passed(found, nfound);
	for (at = 0; at < window->nslot * NAPART; at++) {
		const struct state *from = states_at(window, place) + at;

		if (!from->reached)
			continue;
		follow_raw(window, from, place, at / NAPART);
		if (window->controls && window_has_control(window, code))
			follow_control(window, from, place);
		for (i = 0; i < nfound; i++)
			for (k = 0; k < found[i].n; k++)
				follow_unit(window, from, place,
					found[i].codec, &found[i].unit[k]);
	}
}

static const struct state *
cheapest(const struct window *window)
{
	const struct state *best = NULL;
	unsigned at;

	for (at = 0; at < window->nslot * NAPART; at++) {
		struct state *state = states_at(window, window->n) + at;

		settle(state);
		if (state->reached && (!best || state->cost < best->cost))
			best = state;
	}
	return best;
}

const struct state *
path_find(struct window *window)
{
	size_t place;
	unsigned codec;

	window->nslot = 1;
	memset(window->slot, 0, sizeof(window->slot));
	for (codec = 0; codec < MEND_CODECS; codec++)
		if (window->charsets >> codec & 1)
			window->slot[codec] = (uint8_t)window->nslot++;
	window->states = memory_alloc((window->n + 1) * window->nslot *
		NAPART, sizeof(*window->states));
	window->states->reached = true;
	window->states->codec = NO_CODEC;
	odd_start(&window->states->odd);
	for (place = 0; place < window->n; place++)
		follow_all(window, place);
	return cheapest(window);
}
