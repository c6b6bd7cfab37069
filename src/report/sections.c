/*
 * What weighs is listed, a section for each heading of the families that have
 * it.  Whether a family's findings are shown as passages or in their
 * surroundings depends on the findings, never on the family.
 *
 *	place             what it is, or text around it                kind
 *	                  why
 */
#include "config.h"

#include <string.h>

#include "report/excerpt.h"
#include "report/phrase.h"
#include "report/places.h"
#include "report/text.h"

#define HEADING_MISSING "LEFT OUT"
#define INDENT 2
#define ENTRIES_MOST 30			/* of a section, unless verbose */
#define SPEAKERS_MOST 5
#define QUOTE_LEAST 24			/* cells */
#define QUOTE_MARKS 5			/* cells of “ … ” */
#define DISPLACED_BYTES 60
#define DISPLACED_WORDS 3

struct section {
	struct page *page;
	const struct review *review;
	const struct entries *entries;
	bool verbose;
	bool legend;			/* it has been put */
	unsigned column;
	struct flow flow;		/* of the entry being put */
};

static const struct ink plain = { STYLE_PLAIN, NO_FINDING };
static const struct ink faint = { STYLE_FAINT, NO_FINDING };

unsigned
text_column(const struct page *page)
{
	return page->width < 90 ? 16 : 20;
}

static const char *
heading_of(const struct entry *entry)
{
	if (entry->only[TRANSCRIPT])
		return HEADING_MISSING;
	return kind_family(entry->finding->kind)->heading;
}

/*
 * One entry.
 */

/* Puts the place, and makes the flow ready for what is said of it, with room
 * for the kind at the end of the first line. */
static void
begin_entry(struct section *section, const struct entry *entry,
	const char *place)
{
	struct page *page = section->page;
	unsigned kind = (unsigned)strlen(entry->finding->kind->name) + 2;

	page_to(page, INDENT);
	page_own(page, STYLE_PLACE, place);
	if (page->column + 2 > section->column)
		page_to(page, page->column + 2);
	else
		page_to(page, section->column);
	flow_reset(&section->flow);
	section->flow.first_width = page->width > page->column + kind ?
		page->width - page->column - kind : 1;
}

static void
put_kind(struct section *section, const struct entry *entry)
{
	const char *name = entry->finding->kind->name;
	unsigned cells = (unsigned)strlen(name);

	if (section->page->width > cells)
		page_to(section->page, section->page->width - cells);
	page_own(section->page, style_of_severity(entry->severity), name);
}

/* Puts the flow, with the kind at the end of its first line. */
static void
end_entry(struct section *section, const struct entry *entry)
{
	struct page *page = section->page;
	size_t i;

	flow_end(&section->flow);
	if (!section->flow.nline)
		put_kind(section, entry);
	for (i = 0; i < section->flow.nline; i++) {
		if (i)
			page_to(page, section->column);
		page_line(page, &section->flow, i);
		if (!i)
			put_kind(section, entry);
		if (i + 1 < section->flow.nline)
			page_newline(page);
	}
	page_newline(page);
}

/* Why it came about, on a line of its own. */
static void
add_reason(struct section *section, const struct finding *finding)
{
	const struct explanation *why = &finding->explanation;
	struct flow *flow = &section->flow;

	if (!why->chain)
		return;
	flow_newline(flow);
	if (why->certainty) {
		flow_words(flow, faint, why->certainty);
		flow_words(flow, faint, ": ");
	}
	flow_text(flow, faint, why->chain, strlen(why->chain), NO_SOURCE);
}

/* Adds the first and the last words of a passage. */
static void
add_quote(struct section *section, const struct finding *finding,
	enum side side)
{
	const struct document *doc = section->review->comparison->doc[side];
	struct span span = finding->span[side];
	struct flow *flow = &section->flow;

	flow_mark(flow, faint, "“");
	excerpt_reading(flow, faint, doc->text + span.start,
		span_length(span), flow->width > QUOTE_LEAST + QUOTE_MARKS ?
		flow->width - QUOTE_MARKS : QUOTE_LEAST);
	flow_mark(flow, faint, "”");
}

/* Text of some length that one of the two does not have. */
static void
put_passage(struct section *section, const struct entry *entry,
	enum side side)
{
	const struct comparison *cmp = section->review->comparison;
	struct span span = entry->finding->span[side];
	struct flow *flow = &section->flow;
	struct buffer text = BUFFER_INIT;

	places_gap(&text, cmp, entry->finding);
	begin_entry(section, entry, text.data);
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
	add_quote(section, entry->finding, side);
	add_reason(section, entry->finding);
	end_entry(section, entry);
	buffer_release(&text);
}

/* A passage that both have, in different places. */
static bool
is_displaced(const struct comparison *cmp, const struct finding *finding)
{
	int side;
	size_t word[2], i;

	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		if (!finding->has[side] ||
		    span_length(finding->span[side]) < DISPLACED_BYTES)
			return false;
		word[side] = document_word_at(cmp->doc[side],
			finding->span[side].start);
	}
	for (i = 0; i < DISPLACED_WORDS; i++)
		if (word[REPRINT] + i >= cmp->doc[REPRINT]->nword ||
		    word[TRANSCRIPT] + i >= cmp->doc[TRANSCRIPT]->nword ||
		    cmp->doc[REPRINT]->words[word[REPRINT] + i].key !=
		    cmp->doc[TRANSCRIPT]->words[word[TRANSCRIPT] + i].key)
			return false;
	return true;
}

static void
put_displaced(struct section *section, const struct entry *entry)
{
	const struct comparison *cmp = section->review->comparison;
	const struct finding *finding = entry->finding;
	struct buffer text = BUFFER_INIT;

	places_one(&text, cmp, finding);
	begin_entry(section, entry, text.data);
	text.len = 0;
	phrase_passage(&text, cmp->doc[REPRINT], finding->span[REPRINT]);
	buffer_printf(&text, ", in the transcript line %u",
		(unsigned)document_place(cmp->doc[TRANSCRIPT],
			finding->span[TRANSCRIPT]).line);
	flow_words(&section->flow, plain, text.data);
	flow_newline(&section->flow);
	add_quote(section, finding, REPRINT);
	add_reason(section, finding);
	end_entry(section, entry);
	buffer_release(&text);
}

static void
add_change(struct section *section, const struct pattern *pattern)
{
	struct ink from = { STYLE_TRANSCRIPT, NO_FINDING };
	struct ink to = { STYLE_REPRINT, NO_FINDING };
	struct flow *flow = &section->flow;

	if (*pattern->from)
		excerpt_reading(flow, from, pattern->from,
			strlen(pattern->from), QUOTE_LEAST);
	else
		excerpt_reading(flow, to, pattern->to, strlen(pattern->to),
			QUOTE_LEAST);
	flow_words(flow, plain, !*pattern->from ? " was added" :
		*pattern->to ? " became " : " was lost");
	if (*pattern->from && *pattern->to)
		excerpt_reading(flow, to, pattern->to, strlen(pattern->to),
			QUOTE_LEAST);
}

/* The same difference at many places. */
static void
put_pattern(struct section *section, const struct entry *entry)
{
	const struct comparison *cmp = section->review->comparison;
	struct flow *flow = &section->flow;
	struct buffer text = BUFFER_INIT;

	phrase_count(&text, entry->nmember, "place");
	begin_entry(section, entry, text.data);
	text.len = 0;
	add_change(section, entry->pattern);
	flow_words(flow, plain, ", ");
	places_lines(&text, cmp, section->entries, entry, section->verbose ?
		SIZE_MAX : PLACES_MOST);
	flow_words(flow, plain, text.data);
	add_reason(section, entry->finding);
	flow_newline(flow);
	excerpt_add(flow, cmp, entry->finding, flow->width / 2 - 8);
	end_entry(section, entry);
	buffer_release(&text);
}

static void
put_single(struct section *section, const struct entry *entry)
{
	const struct comparison *cmp = section->review->comparison;
	struct buffer text = BUFFER_INIT;

	places_one(&text, cmp, entry->finding);
	begin_entry(section, entry, text.data);
	excerpt_add(&section->flow, cmp, entry->finding,
		section->flow.width / 2);
	add_reason(section, entry->finding);
	end_entry(section, entry);
	buffer_release(&text);
}

static void
put_entry(struct section *section, const struct entry *entry)
{
	if (entry->only[TRANSCRIPT])
		put_passage(section, entry, TRANSCRIPT);
	else if (entry->only[REPRINT])
		put_passage(section, entry, REPRINT);
	else if (entry->nmember > 1)
		put_pattern(section, entry);
	else if (is_displaced(section->review->comparison, entry->finding))
		put_displaced(section, entry);
	else
		put_single(section, entry);
}

/*
 * Sections.
 */

/* Is the entry shown as an excerpt, whose notation wants a word? */
static bool
is_excerpt(const struct entry *entry)
{
	return !entry->only[TRANSCRIPT] && !entry->only[REPRINT];
}

/* Explains the notation, at the end of the heading of the first section that
 * has need of it. */
static void
put_legend(struct section *section)
{
	struct buffer text = BUFFER_INIT;

	escape_own(&text, EXCERPT_LEGEND, section->page->escape);
	page_to(section->page, section->page->width -
		(unsigned)escape_cells(text.data, text.len, 0));
	page_own(section->page, STYLE_FAINT, EXCERPT_LEGEND);
	buffer_release(&text);
	section->legend = true;
}

static void
put_hidden(struct section *section, size_t nentry, size_t nplace)
{
	struct buffer text = BUFFER_INIT;

	if (!nentry)
		return;
	buffer_puts(&text, "and ");
	phrase_number(&text, nentry);
	buffer_puts(&text, " more, at ");
	phrase_count(&text, nplace, "place");
	buffer_puts(&text, ": --verbose lists them");
	page_to(section->page, INDENT);
	page_own(section->page, STYLE_FAINT, text.data);
	page_newline(section->page);
	buffer_release(&text);
}

/* Is the entry among those listed under the heading? */
static bool
is_under(const struct section *section, const struct entry *entry,
	const char *heading)
{
	return (section->verbose || entry->severity > NOTE) &&
		!strcmp(heading_of(entry), heading);
}

static void
put_heading(struct section *section, size_t first, const char *heading)
{
	const struct entries *entries = section->entries;
	size_t i;

	page_newline(section->page);
	page_own(section->page, STYLE_HEADING, heading);
	for (i = first; i < entries->n && !section->legend; i++)
		if (is_under(section, &entries->entry[i], heading) &&
		    is_excerpt(&entries->entry[i]))
			put_legend(section);
	page_newline(section->page);
}

/* Puts all that has the heading of entry `first`, which is the first one. */
static void
put_section(struct section *section, size_t first)
{
	const struct entry *entry = section->entries->entry;
	const char *heading = heading_of(&entry[first]);
	size_t i, shown = 0, hidden = 0, places = 0;

	put_heading(section, first, heading);
	for (i = first; i < section->entries->n; i++) {
		if (!is_under(section, &entry[i], heading))
			continue;
		if (shown < ENTRIES_MOST || section->verbose) {
			put_entry(section, &entry[i]);
			shown++;
		} else {
			hidden++;
			places += entry[i].nmember;
		}
	}
	put_hidden(section, hidden, places);
}

/* Is the entry the first to be listed under its heading? */
static bool
is_first(const struct section *section, size_t index)
{
	const struct entry *entry = section->entries->entry;
	const char *heading = heading_of(&entry[index]);
	size_t i;

	if (!is_under(section, &entry[index], heading))
		return false;
	for (i = index; i-- > 0;)
		if (is_under(section, &entry[i], heading))
			return false;
	return true;
}

void
text_sections(struct page *page, const struct review *review,
	const struct entries *entries, bool verbose)
{
	struct section section = { .page = page, .review = review,
		.entries = entries, .verbose = verbose,
		.column = text_column(page) };
	size_t i;

	flow_init(&section.flow, page->width - section.column, page->escape);
	for (i = 0; i < entries->n; i++)
		if (is_first(&section, i))
			put_section(&section, i);
	flow_release(&section.flow);
}
