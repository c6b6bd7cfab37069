/*
 * For a person: which version it was, in a sentence; the versions, the newest
 * first; and what was corrected since, in the words of the report on the
 * newest.
 */
#include "config.h"

#include "report/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/phrase.h"
#include "report/text.h"

#define INDENT 2
#define COMMIT_SHOWN 10			/* digits */
#define DAY 10				/* "2019-03-14" */
#define FIGURES 27			/* cells: "  errors  warnings  notes" */
#define WIDE 70				/* cells, for figures beside the rest */

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };
static const struct ink strong = { STYLE_STRONG, NO_FINDING, false };

static const struct history_format formats[] = {
	{ "text", history_text },
	{ "json", history_json }
};

const struct history_format *
history_format_find(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (!strcmp(formats[i].name, name))
			return &formats[i];
	return NULL;
}

static bool
is_worth(const struct correction_since *since, bool with_notes)
{
	return since->stands && (with_notes ||
		since->stands->severity > NOTE);
}

size_t
history_standing(const struct provenance *provenance, bool with_notes)
{
	size_t i, n = 0;

	for (i = 0; i < provenance->nsince; i++)
		n += is_worth(&provenance->since[i], with_notes);
	return n;
}

int
history_status(const struct provenance *provenance)
{
	return provenance->made_from == NO_VERSION ||
		history_standing(provenance, false) > 0;
}

/* ---- the sentence ---- */

/* "1a2b3c4d5e of 2019-03-14" */
static void
add_version(struct buffer *text, const struct archive_version *version)
{
	char time[TIME_SIZE];

	time_write(version->time * 1000, time);
	buffer_printf(text, "%.*s of %.*s", COMMIT_SHOWN, version->commit, DAY,
		time);
}

static void
add_name(struct flow *flow, const char *name)
{
	flow->escape |= ESCAPE_EXACT;
	flow_text(flow, strong, name, strlen(name), NO_SOURCE);
	flow->escape &= ~(unsigned)ESCAPE_EXACT;
}

static size_t
count_alike(const struct provenance *provenance)
{
	size_t i, n = 0;

	for (i = 0; i < provenance->history->n; i++)
		n += provenance->version[i].alike;
	return n;
}

static void
add_what(struct flow *flow, const struct provenance *provenance)
{
	const struct archive_history *history = provenance->history;
	size_t source = provenance->made_from;
	struct buffer text = BUFFER_INIT;

	add_name(flow, strcmp(provenance->reprint->name, "-") ?
		provenance->reprint->name : "standard input");
	if (source == NO_VERSION) {
		buffer_puts(&text, " was made from none of the ");
		phrase_count(&text, history->n, "version");
	} else {
		buffer_printf(&text, " was made from %s, ",
			source ? "an older version" : "the newest version");
		add_version(&text, &history->version[source]);
	}
	buffer_puts(&text, source == NO_VERSION ? " of " : ", of ");
	flow_words(flow, plain, text.data);
	add_name(flow, history->name);
	flow_mark(flow, plain, ".");
	buffer_release(&text);
}

static void
add_doubt(struct flow *flow, const struct provenance *provenance)
{
	size_t others = count_alike(provenance);
	struct buffer text = BUFFER_INIT;

	if (others > 1) {
		buffer_puts(&text, " Or from ");
		phrase_count(&text, others - 1, "other version");
		buffer_puts(&text, others > 2 ? " that read alike in what it "
			"has." : " that reads alike in what it has.");
		flow_words(flow, plain, text.data);
	}
	buffer_release(&text);
}

static void
put_head(struct page *page, const struct provenance *provenance)
{
	struct flow flow;

	flow_init(&flow, page->width, page->escape);
	add_what(&flow, provenance);
	if (provenance->made_from != NO_VERSION)
		add_doubt(&flow, provenance);
	flow_end(&flow);
	page_flow(page, &flow, 0);
	page_newline(page);
	flow_release(&flow);
}

/* ---- the versions ---- */

static void
put_figures(struct page *page, const struct provenance_version *version)
{
	struct buffer text = BUFFER_INIT;

	if (version->compared)
		buffer_printf(&text, "%8zu%10zu%7zu",
			version->distance.count[ERROR],
			version->distance.count[WARNING],
			version->distance.count[NOTE]);
	else
		buffer_puts(&text, "       –         –      –");
	page_to(page, page->width - FIGURES + 2);
	page_own(page, STYLE_PLAIN, text.data);
	buffer_release(&text);
}

static void
put_version(struct page *page, const struct provenance *provenance, size_t i)
{
	const struct archive_version *version =
		&provenance->history->version[i];
	bool is_source = i == provenance->made_from;
	struct buffer text = BUFFER_INIT;
	char time[TIME_SIZE];
	struct flow flow;

	time_write(version->time * 1000, time);
	page_own(page, STYLE_GOOD, is_source ? "→" :
		provenance->version[i].alike ? "=" : " ");
	buffer_printf(&text, "%.*s  %.*s", DAY, time, COMMIT_SHOWN,
		version->commit);
	page_to(page, INDENT);
	page_own(page, STYLE_PLACE, text.data);
	page_to(page, page->column + 2);
	flow_init(&flow, page->width - page->column - 2 -
		(page->width < WIDE ? 0 : FIGURES), page->escape);
	flow_fit(&flow, is_source ? strong : plain, version->subject,
		strlen(version->subject));
	flow_end(&flow);
	page_flow(page, &flow, page->column);
	if (page->width >= WIDE)
		put_figures(page, &provenance->version[i]);
	page_newline(page);
	flow_release(&flow);
	buffer_release(&text);
}

static void
put_rest(struct page *page, size_t hidden, bool more)
{
	struct buffer text = BUFFER_INIT;

	if (hidden) {
		buffer_puts(&text, "and ");
		phrase_number(&text, hidden);
		buffer_puts(&text, " that are farther: --verbose lists "
			"them");
	} else if (more) {
		buffer_puts(&text, "There are older ones, which were not "
			"looked at (--max-versions), or are not in this "
			"clone.");
	}
	if (text.len) {
		page_to(page, INDENT);
		page_own(page, STYLE_FAINT, text.data);
		page_newline(page);
	}
	buffer_release(&text);
}

static void
put_versions(struct page *page, const struct provenance *provenance,
	bool verbose)
{
	size_t i, hidden = 0;

	page_newline(page);
	page_own(page, STYLE_HEADING, "VERSIONS");
	if (page->width >= WIDE) {
		page_to(page, page->width - FIGURES + 2);
		page_own(page, STYLE_FAINT, "  errors  warnings  notes");
	}
	page_newline(page);
	for (i = 0; i < provenance->history->n; i++)
		if (verbose || provenance->version[i].compared)
			put_version(page, provenance, i);
		else
			hidden++;
	put_rest(page, hidden, provenance->history->more);
}

/* ---- what was corrected ---- */

/* The comparison with the newest, as if it had found nothing but what was
 * corrected since; the caller frees its findings. */
static struct comparison
only_standing(const struct provenance *provenance)
{
	struct comparison cmp = *provenance->now;
	size_t i, j;

	cmp.findings = memory_alloc(provenance->nsince,
		sizeof(*cmp.findings));
	cmp.nfinding = cmp.npattern = 0;
	for (i = 0; i < provenance->now->nfinding; i++)
		for (j = 0; j < provenance->nsince; j++)
			if (provenance->since[j].stands ==
			    &provenance->now->findings[i]) {
				cmp.findings[cmp.nfinding] =
					provenance->now->findings[i];
				cmp.findings[cmp.nfinding++].pattern =
					NO_PATTERN;
				break;
			}
	return cmp;
}

static void
put_corrections(struct page *page, const struct provenance *provenance,
	bool verbose)
{
	struct comparison cmp = only_standing(provenance);
	struct review review = { .comparison = &cmp };
	struct entries entries;

	page_newline(page);
	page_own(page, STYLE_PLAIN, "Corrected since then, and not in the "
		"reprint:");
	page_newline(page);
	entries_make(&review, &entries);
	text_sections(page, &review, &entries, verbose, 0);
	entries_release(&entries);
	free(cmp.findings);
}

/* "2 corrections that the reprint does not have, 1 note" */
static void
add_count(struct buffer *text, size_t n, const char *noun, const char *what)
{
	if (!n)
		return;
	buffer_puts(text, text->len ? ", " : "Since then ");
	phrase_count(text, n, noun);
	buffer_puts(text, what);
}

static void
put_end(struct page *page, const struct provenance *provenance)
{
	size_t standing = history_standing(provenance, false);
	size_t all = history_standing(provenance, true);
	struct buffer text = BUFFER_INIT;

	add_count(&text, standing, "correction",
		" that the reprint does not have");
	add_count(&text, all - standing, "note", "");
	add_count(&text, provenance->nsince - all, "correction",
		" that it has");
	if (text.len)
		buffer_puts(&text, ". ");
	else if (provenance->made_from != NO_VERSION)
		buffer_puts(&text, "Nothing that it has was corrected since. ");
	buffer_printf(&text, "Exit status %d.", history_status(provenance));
	page_newline(page);
	page_own(page, STYLE_PLAIN, text.data);
	page_newline(page);
	buffer_release(&text);
}

void
history_text(const struct provenance *provenance,
	const struct report_options *options, struct buffer *out)
{
	struct page page = page_begin(options, out);

	put_head(&page, provenance);
	put_versions(&page, provenance, options->verbose);
	if (history_standing(provenance, options->verbose))
		put_corrections(&page, provenance, options->verbose);
	put_end(&page, provenance);
}
