/*
 * The report for a person: the answer first, then what weighs, each thing
 * once, everything with its place and its reason.
 */
#include "config.h"

#include <string.h>

#include "report/decided.h"
#include "report/formats.h"
#include "report/phrase.h"
#include "report/text.h"
#include "text/input.h"

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };
static const struct ink strong = { STYLE_STRONG, NO_FINDING, false };

/* "reprint.txt (UTF-8, Markdown, 1,442 words)" */
static void
add_document(struct flow *flow, const struct document *doc)
{
	const char *name = strcmp(doc->name, "-") ? doc->name :
		"standard input";
	struct buffer text = BUFFER_INIT;

	flow->escape |= ESCAPE_EXACT;
	flow_text(flow, strong, name, strlen(name), NO_SOURCE);
	flow->escape &= ~(unsigned)ESCAPE_EXACT;
	buffer_printf(&text, " (%s, %s, ", doc->encoding, doc->format->title);
	phrase_count(&text, doc->nword, "word");
	if (doc->nundecodable) {
		buffer_puts(&text, ", ");
		phrase_count(&text, doc->nundecodable, "byte");
		buffer_puts(&text, " undecodable");
	}
	buffer_putc(&text, ')');
	flow_words(flow, plain, text.data);
	buffer_release(&text);
}

static void
put_documents(struct page *page, const struct comparison *cmp)
{
	struct flow flow;

	flow_init(&flow, page->width, page->escape);
	add_document(&flow, cmp->doc[REPRINT]);
	if (cmp->relation != ALONE) {
		flow_words(&flow, plain, " against ");
		add_document(&flow, cmp->doc[TRANSCRIPT]);
	}
	flow_end(&flow);
	page_flow(page, &flow, 0);
	page_newline(page);
	flow_release(&flow);
}

/* Totals, and what they lead to. */
static void
put_footer(struct page *page, const struct review *review)
{
	struct buffer text = BUFFER_INIT;
	struct flow flow;
	int severity;

	for (severity = ERROR; severity >= NOTE; severity--) {
		phrase_count(&text, review_count(review,
			(enum severity)severity), severity_names[severity]);
		buffer_puts(&text, severity > NOTE ? ", " : ". ");
	}
	flow_init(&flow, page->width, page->escape);
	flow_words(&flow, plain, text.data);
	decided_tail(&flow, plain, review);
	decided_status(&flow, plain, review);
	flow_end(&flow);
	page_newline(page);
	page_flow(page, &flow, 0);
	page_newline(page);
	flow_release(&flow);
	buffer_release(&text);
}

void
report_text(const struct review *review, const struct report_options *options,
	struct buffer *out)
{
	const struct comparison *cmp = review->comparison;
	struct page page = page_begin(options, out);
	struct entries entries;

	entries_make(review, &entries);
	text_verdict(&page, review, &entries);
	put_documents(&page, cmp);
	if (cmp->relation != UNREADABLE) {
		if (cmp->relation != ALONE)
			text_coverage(&page, review_whole(review));
		text_sections(&page, review, &entries, options->verbose,
			options->most);
		if (!options->verbose)
			text_notes(&page, review->comparison, &entries);
		else
			text_orphans(&page, review, &entries);
		put_footer(&page, review);
	}
	entries_release(&entries);
}
