/* So that the reports say it alike: words go into a flow, and what becomes of
 * that is the report's business. */
#include "config.h"

#include "report/saying.h"

#include <string.h>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "report/decided.h"
#include "report/excerpt.h"

#define READING_CELLS 24

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };

static bool
has_letter(const char *text)
{
	const char *end = text + strlen(text);

	while (text < end) {
		unsigned len;

		if (u_isalnum((UChar32)utf8_decode(text, end, &len)))
			return true;
		text += len;
	}
	return false;
}

/* A reading of a pattern: letters in quotes, marks as they are, since some of
 * them are quotes. */
static void
add_side(struct flow *flow, enum style style, const char *reading)
{
	struct ink ink = { style, NO_FINDING, false };
	bool quote = has_letter(reading);

	flow_mark(flow, plain, quote ? "“" : "");
	excerpt_reading(flow, ink, reading, strlen(reading), READING_CELLS);
	flow_mark(flow, plain, quote ? "”" : "");
}

void
saying_change(struct flow *flow, const struct pattern *pattern)
{
	const char *from = pattern->from, *to = pattern->to;

	if (*from)
		add_side(flow, STYLE_TRANSCRIPT, from);
	if (*from && *to)
		flow_words(flow, plain, " became ");
	if (*to)
		add_side(flow, STYLE_REPRINT, to);
	if (!*from || !*to)
		flow_words(flow, plain, *from ? " is missing" :
			" was put in");
}

void
saying_reason(struct flow *flow, struct ink ink,
	const struct finding *finding)
{
	const struct explanation *why = &finding->explanation;

	if (!why->chain)
		return;
	if (why->certainty) {
		flow_words(flow, ink, why->certainty);
		flow_words(flow, ink, ": ");
	}
	flow_text(flow, ink, why->chain, strlen(why->chain), NO_SOURCE);
}

const char *
saying_calendar(const struct comparison *cmp, const struct entries *entries,
	const struct entry *entry)
{
	const char *said = entry->finding->explanation.calendar;
	size_t i;

	for (i = 0; said && i < entry->nmember; i++) {
		const char *other = cmp->findings[entries->members[
			entry->member + i]].explanation.calendar;

		if (!other || strcmp(said, other))
			return NULL;
	}
	return said;
}

const struct decision *
saying_decision(const struct review *review, const struct entries *entries,
	const struct entry *entry)
{
	const uint32_t *member = entries->members + entry->member;
	const struct finding *findings = review->comparison->findings;
	const struct decision *first = review_decision(review,
		&findings[member[0]]);
	size_t i;

	for (i = 1; first && i < entry->nmember; i++)
		if (!decided_alike(first, review_decision(review,
		    &findings[member[i]])))
			return NULL;
	return first;
}

void
saying_zones(struct flow *flow, const struct comparison *cmp)
{
	const struct document *doc = cmp->doc[REPRINT];
	struct buffer text = BUFFER_INIT;
	size_t i;

	flow_words(flow, plain, "Several hands or pastings: ");
	for (i = 0; i < cmp->nzone; i++) {
		const struct zone *zone = &cmp->zones[i];
		struct span end = { zone->span.end, zone->span.end };
		uint32_t first = document_place(doc, zone->span).line;
		uint32_t last = document_place(doc, end).line;

		text.len = 0;
		buffer_printf(&text, "%s%s, ", i ? "; " : "", zone->sort);
		if (first == last)
			buffer_printf(&text, "line %u", first);
		else
			buffer_printf(&text, "lines %u–%u", first, last);
		flow_words(flow, plain, text.data);
	}
	buffer_release(&text);
}
