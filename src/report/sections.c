/*
 * What weighs is listed, a section for each heading of the families that have
 * it, in the order of the entries: first what is left out, then by severity,
 * and last what was decided to be no fault.
 */
#include "config.h"

#include <string.h>

#include "report/excerpt.h"
#include "report/item.h"
#include "report/phrase.h"
#include "report/text.h"

#define INDENT 2
#define NARROW 72
#define ENTRIES_MOST 30			/* of a section, unless verbose */
#define ENTRIES_FEW 8			/* where the two are no pair at all */
#define CAUSE_MOST 4			/* entries of a cause one by one */

struct section {
	struct writer writer;
	bool legend;			/* it has been put */
	size_t most;			/* entries listed of a section */
};

static const struct ink faint = { STYLE_FAINT, NO_FINDING, false };

unsigned
text_column(const struct page *page)
{
	return page->width < NARROW ? 16 : page->width < 90 ? 18 : 20;
}

/* Is the entry one of so many with the same cause that the cause is all there
 * is to say? */
static bool
is_swept_up(const struct section *section, const struct entry *entry)
{
	const struct writer *writer = &section->writer;

	return !writer->verbose && entry->cause != NO_CAUSE &&
		writer->entries->causes[entry->cause].nentry > CAUSE_MOST;
}

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
	const char *legend = section->writer.comparison->relation == ALONE ?
		EXCERPT_LEGEND_ALONE : EXCERPT_LEGEND;
	struct buffer text = BUFFER_INIT;

	escape_own(&text, legend, section->writer.page->escape);
	page_to(section->writer.page, section->writer.page->width -
		(unsigned)escape_cells(text.data, text.len, 0));
	page_own(section->writer.page, STYLE_FAINT, legend);
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
	buffer_printf(&text, ": --%s", section->writer.verbose ?
		"max-findings hides them" : "verbose lists them");
	flow_reset(&section->writer.flow);
	section->writer.flow.first_width = section->writer.flow.width;
	flow_words(&section->writer.flow, faint, text.data);
	flow_end(&section->writer.flow);
	page_to(section->writer.page, INDENT);
	page_flow(section->writer.page, &section->writer.flow, INDENT);
	page_newline(section->writer.page);
	buffer_release(&text);
}

/* Is the entry among those listed under the heading? */
static bool
is_under(const struct section *section, const struct entry *entry,
	const char *heading)
{
	return (section->writer.verbose || entry->severity > NOTE ||
		verdicts[entry->verdict].heading) &&
		!strcmp(entry_heading(entry), heading);
}

static void
put_heading(struct section *section, size_t first, const char *heading)
{
	const struct entries *entries = section->writer.entries;
	size_t i;

	page_newline(section->writer.page);
	page_own(section->writer.page, STYLE_HEADING, heading);
	for (i = first; i < entries->n && !section->legend; i++)
		if (is_under(section, &entries->entry[i], heading) &&
		    is_excerpt(&entries->entry[i]))
			put_legend(section);
	page_newline(section->writer.page);
}

static void
put_entry(struct section *section, const struct entry *entry)
{
	if (is_swept_up(section, entry))
		item_put_cause(&section->writer, entry);
	else
		item_put(&section->writer, entry);
}

/* Has the entry's cause been put with an earlier entry? */
static bool
is_behind_cause(const struct section *section, size_t index)
{
	const struct entry *entry = &section->writer.entries->entry[index];

	return is_swept_up(section, entry) && entry->finding !=
		section->writer.entries->causes[entry->cause].finding;
}

/* Puts all that has the heading of entry `first`, which is the first one. */
static void
put_section(struct section *section, size_t first)
{
	const struct entry *entry = section->writer.entries->entry;
	const char *heading = entry_heading(&entry[first]);
	size_t i, shown = 0, hidden = 0, places = 0;

	put_heading(section, first, heading);
	for (i = first; i < section->writer.entries->n; i++) {
		if (!is_under(section, &entry[i], heading) ||
		    is_behind_cause(section, i))
			continue;
		if (shown < section->most) {
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
	const struct entry *entry = section->writer.entries->entry;
	const char *heading = entry_heading(&entry[index]);
	size_t i;

	if (!is_under(section, &entry[index], heading))
		return false;
	for (i = index; i-- > 0;)
		if (is_under(section, &entry[i], heading))
			return false;
	return true;
}

static size_t
entries_most(const struct comparison *cmp, bool verbose, size_t most)
{
	if (most)
		return most;
	if (verbose)
		return SIZE_MAX;
	return cmp->relation == SHARED_TEXT || cmp->relation == UNRELATED ?
		ENTRIES_FEW : ENTRIES_MOST;
}

void
text_sections(struct page *page, const struct review *review,
	const struct entries *entries, bool verbose, size_t most)
{
	bool narrow = page->width < NARROW;
	struct section section = {
		.writer = { .page = page, .review = review,
			.comparison = review->comparison,
			.entries = entries, .verbose = verbose,
			.narrow = narrow,
			.column = narrow ? 2 * INDENT : text_column(page) },
		.most = entries_most(review->comparison, verbose, most)
	};
	struct flow *flow = &section.writer.flow;
	size_t i;

	flow_init(flow, page->width - section.writer.column, page->escape);
	for (i = 0; i < entries->n; i++)
		if (is_first(&section, i))
			put_section(&section, i);
	flow_release(flow);
}
