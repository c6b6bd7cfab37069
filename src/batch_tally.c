/* The worst are kept sorted as they come: there are few, and memory does not
 * grow with the batch. */
#include "config.h"

#include "batch_tally.h"

#include <inttypes.h>
#include <string.h>

#include "report/escape.h"
#include "report/phrase.h"

static int
more(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

/* Trouble weighs most: nobody knows what is behind it. */
static bool
is_worse(const struct batch_facts *a, const struct batch_facts *b)
{
	int order = a->status - b->status;

	if (!order)
		order = more(a->errors, b->errors);
	if (!order)
		order = more(a->warnings, b->warnings);
	if (!order)
		order = more(a->notes, b->notes);
	return order ? order > 0 : a->pair < b->pair;
}

void
batch_tally_add(struct batch_tally *tally, struct batch_facts *facts)
{
	struct batch_facts *worst = tally->worst;
	size_t at = tally->nworst;

	tally->count[facts->status]++;
	while (at && is_worse(facts, &worst[at - 1]))
		at--;
	if (!facts->status || at == WORST_MOST) {
		batch_facts_release(facts);
		return;
	}
	if (tally->nworst == WORST_MOST)
		batch_facts_release(&worst[--tally->nworst]);
	memmove(worst + at + 1, worst + at,
		(tally->nworst - at) * sizeof(*worst));
	worst[at] = *facts;
	tally->nworst++;
}

void
batch_tally_release(struct batch_tally *tally)
{
	while (tally->nworst)
		batch_facts_release(&tally->worst[--tally->nworst]);
}

int
batch_tally_status(const struct batch_tally *tally)
{
	return tally->count[2] ? 2 : tally->count[1] ? 1 : 0;
}

static void
put_worst(const struct batch_facts *facts, unsigned flags, struct buffer *out)
{
	const char *said = facts->error ? facts->error : facts->reprint;

	buffer_printf(out, "  pair %" PRIu64 "\t", facts->pair);
	if (facts->status == 2) {
		buffer_puts(out, "trouble");
	} else {
		phrase_count(out, facts->errors, "error");
		buffer_puts(out, ", ");
		phrase_count(out, facts->warnings, "warning");
		buffer_puts(out, ", ");
		phrase_count(out, facts->notes, "note");
	}
	buffer_putc(out, '\t');
	if (said)
		escape_add(out, said, strlen(said), flags);
	buffer_putc(out, '\n');
}

void
batch_tally_put(const struct batch_tally *tally, bool ascii,
	struct buffer *out)
{
	static const char *const fared[] = { " with nothing to object to, ",
		" with something, ", " in trouble.\n" };
	const uint64_t *count = tally->count;
	unsigned flags = ESCAPE_EXACT | (ascii ? ESCAPE_ASCII : 0);
	size_t i;

	phrase_count(out, count[0] + count[1] + count[2], "pair");
	buffer_puts(out, ": ");
	for (i = 0; i < 3; i++) {
		phrase_number(out, count[i]);
		buffer_puts(out, fared[i]);
	}
	if (tally->nworst)
		buffer_puts(out, "The worst:\n");
	for (i = 0; i < tally->nworst; i++)
		put_worst(&tally->worst[i], flags, out);
}
