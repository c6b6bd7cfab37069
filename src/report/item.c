/*
 * What an item looks like depends on the finding, never on its kind: whether
 * there is a passage that only one of the two has, whether there are many
 * places, whether it is the same text elsewhere.
 *
 *	place             what it is, or text around it                kind
 *	                  why
 *	                  its id, and what was decided
 */
#include "config.h"

#include "report/item.h"

#include <string.h>

#include "report/decided.h"
#include "report/excerpt.h"
#include "report/phrase.h"
#include "report/places.h"
#include "report/saying.h"

#define INDENT 2
#define SAMPLES_MOST 4
#define SPEAKERS_MOST 5
#define QUOTE_LEAST 24			/* cells */
#define QUOTE_MARKS 5			/* cells of “ … ” */
#define IDS_MOST 8

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };
static const struct ink faint = { STYLE_FAINT, NO_FINDING, false };

static void
put_kind(struct writer *writer, const struct entry *entry)
{
	const char *name = entry->finding->kind->name;

	page_to(writer->page, writer->page->width -
		(unsigned)strlen(name));
	page_own(writer->page, style_of_severity(entry->severity), name);
}

/* Puts the place, and makes the flow ready for what is said of it, with room
 * for the kind at the end of the first line. */
static void
begin_entry(struct writer *writer, const struct entry *entry,
	const char *place)
{
	struct page *page = writer->page;
	unsigned kind = (unsigned)strlen(entry->finding->kind->name) + 2;

	flow_reset(&writer->flow);
	writer->flow.first_width = writer->flow.width;
	page_to(page, INDENT);
	page_own(page, STYLE_PLACE, place);
	if (writer->narrow) {
		put_kind(writer, entry);
		page_newline(page);
		page_to(page, writer->column);
		return;
	}
	if (page->column + 2 > writer->column)
		page_to(page, page->column + 2);
	else
		page_to(page, writer->column);
	writer->flow.first_width = page->width - page->column - kind;
}

/* Puts the flow, with the kind at the end of its first line. */
static void
end_entry(struct writer *writer, const struct entry *entry)
{
	struct page *page = writer->page;
	size_t i;

	flow_end(&writer->flow);
	for (i = 0; i < writer->flow.nline; i++) {
		if (i)
			page_to(page, writer->column);
		page_line(page, &writer->flow, i);
		if (!i && !writer->narrow)
			put_kind(writer, entry);
		if (i + 1 < writer->flow.nline)
			page_newline(page);
	}
	page_newline(page);
}

/* "id 3fa9c1d2", "pattern 4, ids 3fa9c1d2 77ab0c31": by which a verdict can be
 * given. */
static void
add_ids(struct writer *writer, const struct entry *entry)
{
	const struct comparison *cmp = writer->comparison;
	const struct entries *entries = writer->entries;
	struct buffer text = BUFFER_INIT;
	size_t i;

	if (entry->nmember > 1 && entry->nmember == entry->pattern->nfinding)
		buffer_printf(&text, "pattern %zu, ",
			(size_t)(entry->pattern - cmp->patterns));
	buffer_puts(&text, entry->nmember > 1 ? "ids" : "id");
	for (i = 0; i < entry->nmember && i < IDS_MOST; i++) {
		buffer_putc(&text, ' ');
		decided_id(&text, cmp->findings[entries->members[
			entry->member + i]].id, entries->id_digits);
	}
	if (i < entry->nmember)
		buffer_printf(&text, " and %zu more", entry->nmember - i);
	flow_words(&writer->flow, faint, text.data);
	buffer_release(&text);
}

/* The rule that all of the entry's findings are known by, or NULL. */
static const char *
common_known(const struct writer *writer, const struct entry *entry)
{
	const struct finding *findings = writer->comparison->findings;
	const uint32_t *member = writer->entries->members + entry->member;
	const char *first = review_known(writer->review,
		&findings[member[0]]);
	size_t i;

	for (i = 1; first && i < entry->nmember; i++)
		if (review_known(writer->review, &findings[member[i]]) !=
		    first)
			return NULL;
	return first;
}

/* What the entry's findings are called, and what was decided. */
static void
add_marks(struct writer *writer, const struct entry *entry)
{
	const struct decision *decision = saying_decision(writer->review,
		writer->entries, entry);
	const char *known = common_known(writer, entry);
	bool decided = decision || entry->verdict != OPEN;

	if (!writer->verbose && !decided)
		return;
	flow_newline(&writer->flow);
	if (writer->verbose)
		add_ids(writer, entry);
	if (writer->verbose && known) {
		flow_words(&writer->flow, faint, ", ");
		flow_words(&writer->flow, faint, known);
	}
	if (writer->verbose && decided)
		flow_words(&writer->flow, faint, ", ");
	if (decision)
		decided_add(&writer->flow, faint, decision);
	else if (decided)
		flow_words(&writer->flow, faint,
			verdicts[entry->verdict].name);
}

static void
end_item(struct writer *writer, const struct entry *entry)
{
	add_marks(writer, entry);
	end_entry(writer, entry);
}

/* Which reading the calendar supports, on a line of its own. */
static void
add_calendar(struct writer *writer, const struct entry *entry)
{
	const char *said = saying_calendar(writer->comparison,
		writer->entries, entry);

	if (!said)
		return;
	flow_newline(&writer->flow);
	flow_words(&writer->flow, faint, said);
}

/* Why it came about, on a line of its own. */
static void
add_reason(struct writer *writer, struct ink ink,
	const struct finding *finding)
{
	flow_newline(&writer->flow);
	saying_reason(&writer->flow, ink, finding);
}

/* Adds the first and the last words of a passage. */
static void
add_quote(struct writer *writer, const struct finding *finding,
	enum side side)
{
	const struct document *doc = writer->comparison->doc[side];
	struct span span = finding->span[side];
	struct flow *flow = &writer->flow;

	flow_mark(flow, faint, "“");
	excerpt_reading(flow, faint, doc->text + span.start,
		span_length(span), flow->width > QUOTE_LEAST + QUOTE_MARKS ?
		flow->width - QUOTE_MARKS : QUOTE_LEAST);
	flow_mark(flow, faint, "”");
}

/* Text of some length that one of the two does not have. */
static void
put_passage(struct writer *writer, const struct entry *entry,
	enum side side)
{
	const struct comparison *cmp = writer->comparison;
	struct span span = entry->finding->span[side];
	struct flow *flow = &writer->flow;
	struct buffer text = BUFFER_INIT;

	places_gap(&text, cmp, writer->entries, entry->finding);
	begin_entry(writer, entry, text.data);
	text.len = 0;
	phrase_passage(&text, cmp->doc[side], span);
	flow_words(flow, plain, text.data);
	text.len = 0;
	phrase_speakers(&text, cmp->doc[side], span, SPEAKERS_MOST, 0);
	if (text.len) {
		flow_words(flow, plain, ": ");
		flow_text(flow, plain, text.data, text.len, NO_SOURCE);
	}
	flow_newline(flow);
	add_quote(writer, entry->finding, side);
	add_reason(writer, faint, entry->finding);
	end_item(writer, entry);
	buffer_release(&text);
}

static void
put_displaced(struct writer *writer, const struct entry *entry)
{
	const struct comparison *cmp = writer->comparison;
	const struct finding *finding = entry->finding;
	struct buffer text = BUFFER_INIT;

	places_one(&text, cmp, finding);
	begin_entry(writer, entry, text.data);
	text.len = 0;
	phrase_passage(&text, cmp->doc[REPRINT], finding->span[REPRINT]);
	buffer_printf(&text, ", in the transcript line %u",
		(unsigned)document_place(cmp->doc[TRANSCRIPT],
			finding->span[TRANSCRIPT]).line);
	flow_words(&writer->flow, plain, text.data);
	flow_newline(&writer->flow);
	add_quote(writer, finding, REPRINT);
	add_reason(writer, faint, finding);
	end_item(writer, entry);
	buffer_release(&text);
}

/* The same difference at many places. */
static void
put_pattern(struct writer *writer, const struct entry *entry)
{
	const struct comparison *cmp = writer->comparison;
	struct flow *flow = &writer->flow;
	struct buffer text = BUFFER_INIT;

	phrase_count(&text, entry->nmember, "place");
	begin_entry(writer, entry, text.data);
	text.len = 0;
	saying_change(&writer->flow, entry->pattern);
	flow_words(flow, plain, ", ");
	places_lines(&text, cmp, writer->entries, entry, writer->verbose ?
		SIZE_MAX : PLACES_MOST);
	flow_words(flow, plain, text.data);
	add_calendar(writer, entry);
	add_reason(writer, faint, entry->finding);
	flow_newline(flow);
	excerpt_add(flow, cmp, entry->finding, flow->width / 2 - 8);
	end_item(writer, entry);
	buffer_release(&text);
}

static void
put_single(struct writer *writer, const struct entry *entry)
{
	const struct comparison *cmp = writer->comparison;
	struct buffer text = BUFFER_INIT;

	places_one(&text, cmp, entry->finding);
	begin_entry(writer, entry, text.data);
	excerpt_add(&writer->flow, cmp, entry->finding,
		writer->flow.width / 2);
	add_calendar(writer, entry);
	add_reason(writer, faint, entry->finding);
	end_item(writer, entry);
	buffer_release(&text);
}

/* ", lines 9–33": all those that have an entry with the cause. */
static void
add_cause_lines(struct writer *writer, size_t cause)
{
	const struct comparison *cmp = writer->comparison;
	const struct entries *entries = writer->entries;
	uint32_t first = UINT32_MAX, last = 0;
	struct buffer text = BUFFER_INIT;
	size_t i, j;

	for (i = 0; i < entries->n; i++) {
		const struct entry *entry = &entries->entry[i];

		for (j = 0; entry->cause == cause && j < entry->nmember; j++) {
			uint32_t line = places_line(cmp, &cmp->findings[
				entries->members[entry->member + j]]);

			first = line < first ? line : first;
			last = line > last ? line : last;
		}
	}
	buffer_printf(&text, first < last ? ", lines %u–%u" : ", line %u",
		(unsigned)first, (unsigned)last);
	flow_words(&writer->flow, plain, text.data);
	buffer_release(&text);
}

/* The commonest readings, and how many more there are. */
static void
add_samples(struct writer *writer, size_t cause)
{
	const struct entries *entries = writer->entries;
	struct buffer text = BUFFER_INIT;
	size_t i, n = 0;

	for (i = 0; i < entries->n && n < SAMPLES_MOST; i++) {
		const struct entry *entry = &entries->entry[i];

		if (entry->cause != cause || !entry->pattern)
			continue;
		flow_words(&writer->flow, plain, n++ ? ", " : "");
		saying_change(&writer->flow, entry->pattern);
		if (entry->nmember < 2)
			continue;
		text.len = 0;
		buffer_puts(&text, " ×");
		phrase_number(&text, entry->nmember);
		flow_words(&writer->flow, plain, text.data);
	}
	text.len = 0;
	buffer_puts(&text, " and ");
	phrase_count(&text, entries->causes[cause].nentry - n, "other");
	flow_words(&writer->flow, plain, text.data);
	buffer_release(&text);
}

/* All entries with one cause. */
void
item_put_cause(struct writer *writer, const struct entry *entry)
{
	const struct comparison *cmp = writer->comparison;
	struct flow *flow = &writer->flow;
	struct buffer text = BUFFER_INIT;

	phrase_count(&text, writer->entries->causes[entry->cause].nfinding,
		"place");
	begin_entry(writer, entry, text.data);
	add_reason(writer, plain, entry->finding);
	add_cause_lines(writer, entry->cause);
	flow_newline(flow);
	add_samples(writer, entry->cause);
	flow_newline(flow);
	excerpt_add(flow, cmp, entry->finding, flow->width / 2 - 8);
	if (entry->verdict != OPEN) {
		flow_newline(flow);
		flow_words(flow, faint, verdicts[entry->verdict].name);
	}
	end_entry(writer, entry);
	buffer_release(&text);
}

void
item_put(struct writer *writer, const struct entry *entry)
{
	if (entry->only[TRANSCRIPT])
		put_passage(writer, entry, TRANSCRIPT);
	else if (entry->only[REPRINT])
		put_passage(writer, entry, REPRINT);
	else if (entry->nmember > 1)
		put_pattern(writer, entry);
	else if (finding_is_displaced(writer->comparison, entry->finding))
		put_displaced(writer, entry);
	else
		put_single(writer, entry);
}
