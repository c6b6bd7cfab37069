/*
 * Each thing once, with links to all its places: under the headings that the
 * text report has, and in its order.
 */
#include "config.h"

#include "report/html.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/decided.h"
#include "report/excerpt.h"
#include "report/html_text.h"
#include "report/phrase.h"
#include "report/places.h"
#include "report/saying.h"

#define CONTEXT_CELLS 60
#define QUOTE_CELLS 160
#define SPEAKERS_MOST 5
#define PLACES_SHOWN 24			/* the others are folded */
#define ENTRIES_SHOWN 40

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };

static size_t
index_of(const struct html *html, const struct entry *entry)
{
	return (size_t)(entry - html->entries->entry);
}

static const struct finding *
member(const struct html *html, const struct entry *entry, size_t i)
{
	return &html->comparison->findings[
		html->entries->members[entry->member + i]];
}

static void
put_flow(struct html *html, const char *class, struct flow *flow)
{
	flow_end(flow);
	if (flow->nline) {
		buffer_printf(html->out, "<p class=\"%s\">", class);
		html_flow(html->out, flow);
		buffer_puts(html->out, "</p>\n");
	}
	flow_reset(flow);
}

/* A link to a place, which is its anchor where the texts have none. */
static void
put_place(struct html *html, const struct finding *finding, const char *text)
{
	uint32_t index = (uint32_t)(finding - html->comparison->findings);

	if (html->row_of[index]) {
		buffer_puts(html->out, "<a href=\"");
		html_put_target(html, finding);
		buffer_puts(html->out, "\">");
	} else {
		buffer_puts(html->out, "<span");
		html_put_id(html, index);
		buffer_putc(html->out, '>');
	}
	html_own(html->out, text);
	if (html->number[index])
		buffer_printf(html->out, "<span class=\"ref %s\">%u</span>",
			severity_names[finding->severity],
			(unsigned)html->number[index]);
	buffer_puts(html->out, html->row_of[index] ? "</a>" : "</span>");
}

static void
put_numbers(struct html *html, const struct entry *entry, size_t from,
	size_t until)
{
	struct buffer text = BUFFER_INIT;
	size_t i;

	for (i = from; i < until; i++) {
		text.len = 0;
		buffer_printf(&text, "%u", (unsigned)places_line(
			html->comparison, member(html, entry, i)));
		buffer_puts(html->out, i > from ? ", " : "");
		put_place(html, member(html, entry, i), text.data);
	}
	buffer_release(&text);
}

/* "lines 21, 21, 31", each a link. */
static void
put_places(struct html *html, const struct entry *entry)
{
	size_t shown = entry->nmember;

	if (shown > PLACES_SHOWN + 1)
		shown = PLACES_SHOWN;
	buffer_puts(html->out, "lines ");
	put_numbers(html, entry, 0, shown);
	if (shown == entry->nmember)
		return;
	buffer_printf(html->out, "<details><summary>and %zu more</summary>",
		entry->nmember - shown);
	put_numbers(html, entry, shown, entry->nmember);
	buffer_puts(html->out, "</details>");
}

static void
put_where(struct html *html, const struct entry *entry)
{
	struct buffer text = BUFFER_INIT;

	buffer_puts(html->out, "<div class=\"where\">");
	if (entry->nmember > 1) {
		buffer_puts(html->out, "<b>");
		phrase_count(html->out, entry->nmember, "place");
		buffer_puts(html->out, "</b> ");
		put_places(html, entry);
	} else {
		if (entry->only[REPRINT] || entry->only[TRANSCRIPT])
			places_gap(&text, html->comparison, html->entries,
				entry->finding);
		else
			places_one(&text, html->comparison, entry->finding);
		put_place(html, entry->finding, text.data);
	}
	buffer_puts(html->out, "</div>\n");
	buffer_release(&text);
}

/* What one side alone has. */
static void
put_passage(struct html *html, const struct entry *entry, enum side side)
{
	const struct document *doc = html->comparison->doc[side];
	struct span span = entry->finding->span[side];
	struct buffer names = BUFFER_INIT;
	struct flow flow;

	html_flow_init(&flow);
	buffer_puts(html->out, "<p class=\"say\"><b>");
	phrase_passage(html->out, doc, span);
	buffer_puts(html->out, "</b>");
	phrase_speakers(&names, doc, span, SPEAKERS_MOST, 0);
	if (names.len) {
		buffer_puts(html->out, ": ");
		html_text(html->out, names.data, names.len);
	}
	buffer_puts(html->out, "</p>\n<blockquote dir=\"auto\">");
	excerpt_reading(&flow, plain, doc->text + span.start,
		span_length(span), QUOTE_CELLS);
	flow_end(&flow);
	html_flow(html->out, &flow);
	buffer_puts(html->out, "</blockquote>\n");
	flow_release(&flow);
	buffer_release(&names);
}

/* The same passage on both sides, elsewhere. */
static void
put_displaced(struct html *html, const struct entry *entry)
{
	put_passage(html, entry, REPRINT);
	buffer_printf(html->out, "<p class=\"why\">in the transcript line %u"
		"</p>\n", (unsigned)document_place(
			html->comparison->doc[TRANSCRIPT],
			entry->finding->span[TRANSCRIPT]).line);
}

static void
put_difference(struct html *html, const struct entry *entry)
{
	struct flow flow;

	html_flow_init(&flow);
	if (entry->pattern && entry->nmember > 1) {
		saying_change(&flow, entry->pattern);
		put_flow(html, "say", &flow);
	}
	excerpt_add(&flow, html->comparison, entry->finding, CONTEXT_CELLS);
	put_flow(html, "excerpt", &flow);
	flow_release(&flow);
}

static void
put_why(struct html *html, const struct entry *entry)
{
	const struct decision *decision = saying_decision(html->review,
		html->entries, entry);
	const char *calendar = saying_calendar(html->comparison,
		html->entries, entry);
	struct flow flow;

	html_flow_init(&flow);
	if (calendar)
		flow_words(&flow, plain, calendar);
	put_flow(html, "why", &flow);
	saying_reason(&flow, plain, entry->finding);
	put_flow(html, "why", &flow);
	if (decision)
		decided_add(&flow, plain, decision);
	else if (entry->verdict != OPEN)
		flow_words(&flow, plain, verdicts[entry->verdict].name);
	put_flow(html, "decision", &flow);
	flow_release(&flow);
}

static void
put_entry(struct html *html, const struct entry *entry)
{
	const struct kind *kind = entry->finding->kind;

	buffer_printf(html->out, "<li id=\"e%zu\" class=\"entry ",
		index_of(html, entry) + 1);
	html_put_classes(html, entry->finding);
	buffer_puts(html->out, "\">\n<p class=\"kind\"><b class=\"severity\">");
	html_own(html->out, severity_names[entry->severity]);
	buffer_puts(html->out, "</b> ");
	html_own(html->out, kind->title);
	buffer_puts(html->out, " <code>");
	html_own(html->out, kind->name);
	buffer_puts(html->out, "</code></p>\n<div class=\"what\">\n");
	if (entry->only[TRANSCRIPT])
		put_passage(html, entry, TRANSCRIPT);
	else if (entry->only[REPRINT])
		put_passage(html, entry, REPRINT);
	else if (finding_is_displaced(html->comparison, entry->finding))
		put_displaced(html, entry);
	else
		put_difference(html, entry);
	put_why(html, entry);
	buffer_puts(html->out, "</div>\n");
	put_where(html, entry);
	buffer_puts(html->out, "</li>\n");
}

/*
 * Sections.
 */

static bool
is_listed(const struct entry *entry)
{
	return entry->severity > NOTE || verdicts[entry->verdict].heading;
}

/* Of each heading, or kind of note, the first entry that has it. */
struct firsts {
	size_t *index;
	size_t n, cap;
};

static void
find_headings(const struct html *html, struct firsts *firsts)
{
	const struct entry *entry = html->entries->entry;
	size_t i, j;

	for (i = 0; i < html->entries->n; i++) {
		if (!is_listed(&entry[i]))
			continue;
		for (j = 0; j < firsts->n; j++)
			if (!strcmp(entry_heading(&entry[firsts->index[j]]),
			    entry_heading(&entry[i])))
				break;
		if (j == firsts->n)
			*ARRAY_ADD(firsts->index, firsts->n, firsts->cap) = i;
	}
}

static void
find_kinds(const struct html *html, struct firsts *firsts)
{
	const struct entry *entry = html->entries->entry;
	size_t i, j;

	for (i = 0; i < html->entries->n; i++) {
		if (is_listed(&entry[i]))
			continue;
		for (j = 0; j < firsts->n; j++)
			if (entry[firsts->index[j]].finding->kind ==
			    entry[i].finding->kind)
				break;
		if (j == firsts->n)
			*ARRAY_ADD(firsts->index, firsts->n, firsts->cap) = i;
	}
}

static void
put_section(struct html *html, size_t first)
{
	const struct entry *entry = html->entries->entry;
	const char *heading = entry_heading(&entry[first]);
	size_t i, n = 0;

	buffer_printf(html->out, "<section aria-labelledby=\"s%zu\">\n"
		"<h2 id=\"s%zu\">", first, first);
	html_put_heading(html, heading);
	buffer_puts(html->out, "</h2>\n<ol class=\"entries\">\n");
	for (i = first; i < html->entries->n; i++) {
		if (!is_listed(&entry[i]) ||
		    strcmp(entry_heading(&entry[i]), heading))
			continue;
		if (n++ == ENTRIES_SHOWN)
			buffer_puts(html->out, "</ol>\n<details class=\"more\">"
				"<summary>the others</summary>\n"
				"<ol class=\"entries\">\n");
		put_entry(html, &entry[i]);
	}
	buffer_puts(html->out, n > ENTRIES_SHOWN ?
		"</ol>\n</details>\n</section>\n" : "</ol>\n</section>\n");
}

/* A kind's notes, of which the first is the first of the kind. */
static void
put_kind(struct html *html, size_t first)
{
	const struct entry *entry = html->entries->entry;
	const struct kind *kind = entry[first].finding->kind;
	size_t i, n = 0;

	for (i = first; i < html->entries->n; i++)
		if (!is_listed(&entry[i]) && entry[i].finding->kind == kind)
			n += entry[i].nmember;
	buffer_printf(html->out, "<details class=\"notes\"%s><summary><b>",
		html->verbose ? " open" : "");
	phrase_number(html->out, n);
	buffer_puts(html->out, "</b> ");
	html_own(html->out, kind->title);
	buffer_printf(html->out, " <code>%s</code></summary>\n"
		"<ol class=\"entries\">\n", kind->name);
	for (i = first; i < html->entries->n; i++)
		if (!is_listed(&entry[i]) && entry[i].finding->kind == kind)
			put_entry(html, &entry[i]);
	buffer_puts(html->out, "</ol>\n</details>\n");
}

static void
put_zones(struct html *html)
{
	struct flow flow;

	html_flow_init(&flow);
	saying_zones(&flow, html->comparison);
	put_flow(html, "zones", &flow);
	flow_release(&flow);
}

static void
put_notes(struct html *html)
{
	struct firsts kinds = { NULL, 0, 0 };
	size_t i;

	find_kinds(html, &kinds);
	if (kinds.n) {
		buffer_puts(html->out, "<section aria-labelledby=\"notes\">\n"
			"<h2 id=\"notes\">Notes</h2>\n");
		for (i = 0; i < kinds.n; i++)
			put_kind(html, kinds.index[i]);
		if (html->comparison->nzone)
			put_zones(html);
		buffer_puts(html->out, "</section>\n");
	}
	free(kinds.index);
}

static void
put_orphan(struct html *html, const struct decision *orphan)
{
	static const char *const tags[] = { "ins", "del" };
	struct flow flow;
	int side;

	buffer_puts(html->out, "<li class=\"entry\"><p class=\"excerpt\">");
	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		const char *reading = orphan->reading[side];

		if (!reading || !*reading)
			continue;
		buffer_printf(html->out, "<%s>", tags[side]);
		html_text(html->out, reading, strlen(reading));
		buffer_printf(html->out, "</%s> ", tags[side]);
	}
	buffer_puts(html->out, "<code>");
	html_text(html->out, orphan->kind, strlen(orphan->kind));
	buffer_puts(html->out, "</code></p>\n");
	html_flow_init(&flow);
	decided_add(&flow, plain, orphan);
	put_flow(html, "decision", &flow);
	flow_release(&flow);
	buffer_puts(html->out, "</li>\n");
}

static void
put_orphans(struct html *html)
{
	const struct decision **orphans;
	size_t i, n = review_orphans(html->review, &orphans);

	if (n)
		buffer_puts(html->out, "<section aria-labelledby=\"orphans\">"
			"\n<h2 id=\"orphans\">Orphans</h2>\n<p>Verdicts whose "
			"finding has gone or changed.</p>\n"
			"<ol class=\"entries\">\n");
	for (i = 0; i < n; i++)
		put_orphan(html, orphans[i]);
	if (n)
		buffer_puts(html->out, "</ol>\n</section>\n");
	free(orphans);
}

/* "Damaged 10", a link */
static void
put_link(struct html *html, size_t first)
{
	const struct entry *entry = html->entries->entry;
	const char *heading = entry_heading(&entry[first]);
	size_t i, n = 0;

	for (i = first; i < html->entries->n; i++)
		if (is_listed(&entry[i]) &&
		    !strcmp(entry_heading(&entry[i]), heading))
			n += entry[i].nmember;
	buffer_printf(html->out, "<li><a href=\"#s%zu\">", first);
	html_put_heading(html, heading);
	buffer_puts(html->out, "</a> ");
	phrase_number(html->out, n);
	buffer_puts(html->out, "</li>\n");
}

static size_t
count_notes(const struct html *html)
{
	size_t i, n = 0;

	for (i = 0; i < html->entries->n; i++)
		if (!is_listed(&html->entries->entry[i]))
			n += html->entries->entry[i].nmember;
	return n;
}

void
html_contents(struct html *html)
{
	struct firsts headings = { NULL, 0, 0 };
	size_t i, nnote = count_notes(html);

	find_headings(html, &headings);
	buffer_puts(html->out, "<nav aria-label=\"Contents\">\n<ul>\n");
	for (i = 0; i < headings.n; i++)
		put_link(html, headings.index[i]);
	if (nnote) {
		buffer_puts(html->out, "<li><a href=\"#notes\">Notes</a> ");
		phrase_number(html->out, nnote);
		buffer_puts(html->out, "</li>\n");
	}
	buffer_puts(html->out, "<li><a href=\"#texts\">The texts</a></li>\n"
		"</ul>\n</nav>\n");
	free(headings.index);
}

void
html_list(struct html *html)
{
	struct firsts headings = { NULL, 0, 0 };
	size_t i;

	find_headings(html, &headings);
	for (i = 0; i < headings.n; i++)
		put_section(html, headings.index[i]);
	free(headings.index);
	put_notes(html);
	put_orphans(html);
}
