/*
 * One file that needs nothing but a browser: no script, no font, no picture
 * from elsewhere, and a policy that allows none.  So it can be sent on, opened
 * from a mail, printed, and kept.
 */
#include "config.h"

#include "report/html.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/base64.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "report/decided.h"
#include "report/formats.h"
#include "report/html_text.h"
#include "report/phrase.h"
#include "report/text.h"
#include "text/input.h"

#define SHA256_BYTES 32

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };

static const char *const pair_titles[] = { "Reprint", "Transcript" };
static const char *const scan_titles[] = { "As it is", "As it should be" };

static const char *
side_title(const struct comparison *cmp, enum side side)
{
	return cmp->relation == ALONE ? scan_titles[side] : pair_titles[side];
}

/*
 * What the parts share.
 */

bool
html_meet(struct html *html, uint32_t finding)
{
	if (html->row_of[finding])
		return false;
	html->row_of[finding] = html->row;
	if (html->comparison->findings[finding].severity > NOTE)
		html->number[finding] = ++html->nnumber;
	*ARRAY_ADD(html->fresh, html->nfresh, html->fresh_cap) = finding;
	return true;
}

void
html_put_id(struct html *html, uint32_t finding)
{
	buffer_printf(html->out, " id=\"f%016" PRIx64 "\"",
		html->comparison->findings[finding].id);
}

void
html_put_target(struct html *html, const struct finding *finding)
{
	buffer_printf(html->out, "#f%016" PRIx64, finding->id);
}

void
html_put_classes(struct html *html, const struct finding *finding)
{
	buffer_printf(html->out, "%s %s%s", kind_family(finding->kind)->name,
		severity_names[finding->severity],
		verdicts[review_verdict(html->review, finding)].passes ?
		" passes" : "");
}

void
html_put_number(struct html *html, uint32_t finding, bool link)
{
	const struct finding *it = &html->comparison->findings[finding];
	unsigned number = html->number[finding];

	if (!number || html->row_of[finding] != html->row)
		return;
	if (link)
		buffer_printf(html->out, "<a class=\"ref %s\" href=\"#e%u\" "
			"aria-label=\"%u: %s\">%u</a>",
			severity_names[it->severity],
			(unsigned)html->entry_of[finding] + 1, number,
			it->kind->title, number);
	else
		buffer_printf(html->out, "<span class=\"ref %s\">%u</span>",
			severity_names[it->severity], number);
}

void
html_put_heading(struct html *html, const char *heading)
{
	const char *p;

	for (p = heading; *p; p++)
		buffer_putc(html->out, p > heading && *p >= 'A' && *p <= 'Z' ?
			(char)(*p + 'a' - 'A') : *p);
}

/*
 * The page.
 */

/* The source expression for a style element with this text (CSP Level 3). */
static void
put_hash(struct buffer *out)
{
	char hex[SHA256_HEX], bytes[SHA256_BYTES];
	int i;

	sha256_hex(html_style, strlen(html_style), hex);
	for (i = 0; i < SHA256_BYTES; i++) {
		char digits[] = { hex[2 * i], hex[2 * i + 1], '\0' };

		bytes[i] = (char)strtoul(digits, NULL, 16);
	}
	buffer_puts(out, "sha256-");
	base64_encode(bytes, SHA256_BYTES, out);
}

static const char *
name_of(const struct document *doc)
{
	return strcmp(doc->name, "-") ? doc->name : "standard input";
}

static void
put_title(struct html *html)
{
	const struct comparison *cmp = html->comparison;
	const char *name = name_of(cmp->doc[REPRINT]);

	html_attribute(html->out, name, strlen(name));
	if (cmp->relation != ALONE) {
		buffer_puts(html->out, " against ");
		name = name_of(cmp->doc[TRANSCRIPT]);
		html_attribute(html->out, name, strlen(name));
	}
	buffer_puts(html->out, " – verbatim");
}

static void
put_head(struct html *html)
{
	buffer_puts(html->out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
		"<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\""
		"default-src 'none'; style-src '");
	put_hash(html->out);
	buffer_puts(html->out, "'; base-uri 'none'; form-action 'none'\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, "
		"initial-scale=1\">\n<meta name=\"color-scheme\" "
		"content=\"light dark\">\n<meta name=\"generator\" "
		"content=\"verbatim " PACKAGE_VERSION "\">\n<title>");
	put_title(html);
	buffer_puts(html->out, "</title>\n<style>");
	buffer_puts(html->out, html_style);
	buffer_puts(html->out, "</style>\n</head>\n<body>\n");
	if (html->comparison->relation != UNREADABLE)
		buffer_puts(html->out, "<a class=\"skip\" href=\"#texts\">"
			"Skip to the texts</a>\n");
}

static void
put_document(struct html *html, enum side side)
{
	const struct document *doc = html->comparison->doc[side];
	const char *name = name_of(doc);
	char sum[SHA256_HEX];

	sha256_hex(doc->bytes, doc->nbyte, sum);
	buffer_printf(html->out, "<div><dt>%s</dt><dd><b dir=\"auto\">",
		side_title(html->comparison, side));
	html_exact(html->out, name, strlen(name));
	buffer_puts(html->out, "</b> ");
	html_own(html->out, doc->encoding);
	buffer_puts(html->out, ", ");
	html_own(html->out, doc->format->title);
	buffer_puts(html->out, ", ");
	phrase_count(html->out, doc->nword, "word");
	if (doc->nundecodable) {
		buffer_puts(html->out, ", ");
		phrase_count(html->out, doc->nundecodable, "byte");
		buffer_puts(html->out, " undecodable");
	}
	buffer_printf(html->out, "<code class=\"sum\">sha256 %s</code>"
		"</dd></div>\n", sum);
}

static void
put_totals(struct html *html)
{
	struct buffer text = BUFFER_INIT;
	struct flow flow;
	int severity;

	buffer_puts(html->out, "<p class=\"totals\">");
	for (severity = ERROR; severity >= NOTE; severity--) {
		text.len = 0;
		phrase_count(&text, review_count(html->review,
			(enum severity)severity), severity_names[severity]);
		buffer_printf(html->out, "<span class=\"total %s\">%s</span> ",
			severity_names[severity], text.data);
	}
	html_flow_init(&flow);
	decided_tail(&flow, plain, html->review);
	decided_status(&flow, plain, html->review);
	flow_end(&flow);
	html_flow(html->out, &flow);
	buffer_puts(html->out, "</p>\n");
	flow_release(&flow);
	buffer_release(&text);
}

static void
put_verdict(struct html *html)
{
	struct flow flow;

	html_flow_init(&flow);
	verdict_add(&flow, html->review, html->entries);
	flow_end(&flow);
	buffer_puts(html->out, "<header>\n<p class=\"brand\">verbatim</p>\n"
		"<h1>");
	html_flow(html->out, &flow);
	buffer_puts(html->out, "</h1>\n");
	if (html->comparison->relation != UNREADABLE)
		put_totals(html);
	buffer_puts(html->out, "<dl class=\"documents\">\n");
	put_document(html, REPRINT);
	if (html->comparison->relation != ALONE)
		put_document(html, TRANSCRIPT);
	buffer_puts(html->out, "</dl>\n</header>\n");
	flow_release(&flow);
}

static void
put_texts(struct html *html, const struct buffer *body)
{
	const struct comparison *cmp = html->comparison;
	int side;

	buffer_puts(html->out, "<section id=\"texts\" class=\"texts\" "
		"aria-labelledby=\"texts-title\" tabindex=\"-1\">\n"
		"<h2 id=\"texts-title\">The texts</h2>\n"
		"<div class=\"row heads\">");
	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		const char *name = name_of(cmp->doc[side]);

		buffer_printf(html->out, "<div class=\"cell\"><b>%s</b> ",
			side_title(cmp, (enum side)side));
		if (side == REPRINT || cmp->relation != ALONE)
			html_exact(html->out, name, strlen(name));
		buffer_puts(html->out, "</div>");
	}
	buffer_puts(html->out, "</div>\n");
	buffer_add(html->out, body->data, body->len);
	buffer_puts(html->out, "</section>\n");
}

/* Puts the texts aside, so that the lists know what is to be seen in them. */
static void
put_main(struct html *html)
{
	struct buffer body = BUFFER_INIT, *out = html->out;

	html->out = &body;
	html_body(html);
	html->out = out;
	html->row = 0;
	html_contents(html);
	buffer_puts(out, "<main>\n");
	if (html->comparison->relation != ALONE)
		html_overview(html);
	html_list(html);
	put_texts(html, &body);
	buffer_puts(out, "</main>\n");
	buffer_release(&body);
}

static void
find_entries(struct html *html)
{
	const struct entries *entries = html->entries;
	size_t i, j;

	for (i = 0; i < entries->n; i++)
		for (j = 0; j < entries->entry[i].nmember; j++)
			html->entry_of[entries->members[
				entries->entry[i].member + j]] = (uint32_t)i;
}

void
report_html(const struct review *review, const struct report_options *options,
	struct buffer *out)
{
	const struct comparison *cmp = review->comparison;
	struct layout_options how = { .width = 80, .mode = LAYOUT_COLUMNS };
	struct layout *layout = layout_new(review, &how);
	struct entries entries;
	struct html html = { .out = out, .review = review, .comparison = cmp,
		.entries = &entries, .layout = layout,
		.verbose = options->verbose,
		.entry_of = memory_alloc(cmp->nfinding, sizeof(uint32_t)),
		.row_of = memory_alloc(cmp->nfinding, sizeof(uint32_t)),
		.number = memory_alloc(cmp->nfinding, sizeof(uint32_t)) };

	entries_make(review, &entries);
	find_entries(&html);
	put_head(&html);
	put_verdict(&html);
	if (cmp->relation != UNREADABLE)
		put_main(&html);
	buffer_puts(out, "</body>\n</html>\n");
	entries_release(&entries);
	layout_free(layout);
	free(html.entry_of);
	free(html.row_of);
	free(html.number);
	free(html.fresh);
}
