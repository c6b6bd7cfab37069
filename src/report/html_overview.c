/*
 * The strip is the transcript from its first word to its last: what the reprint
 * has of it, and below that where the findings are.  It is a picture for who
 * points with a mouse; what it tells stands in figures beside it, and its links
 * stand in the lists.
 */
#include "config.h"

#include "compare/covered.h"
#include "report/html.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/html_text.h"
#include "report/phrase.h"

#define STRIP 1000			/* units of its width */
#define STRIP_HIGH 22			/* what is covered, then the ticks */
#define TICK_HIGH 12
#define TICK_WIDE 3
#define BAR 200

/* In units, where the word stands. */
static unsigned
unit_of(const struct comparison *cmp, size_t word)
{
	size_t nword = cmp->doc[TRANSCRIPT]->nword;

	return nword ? (unsigned)((uint64_t)word * STRIP / nword) : 0;
}

/* Runs of covered words; what is narrower than a unit is not drawn. */
static void
put_covered(struct html *html)
{
	const struct comparison *cmp = html->comparison;
	size_t nword = cmp->doc[TRANSCRIPT]->nword, i, j;
	bool *covered = covered_words(review_whole(html->review));

	for (i = 0; i < nword; i = j + 1) {
		unsigned from, to;

		for (j = i; j < nword && (covered[j] || (j > i &&
		    unit_of(cmp, j) == unit_of(cmp, j - 1))); j++)
			;
		from = unit_of(cmp, i);
		to = unit_of(cmp, j);
		if (to > from)
			buffer_printf(html->out, "<rect class=\"covered\" "
				"x=\"%u\" width=\"%u\" height=\"%u\"/>\n",
				from, to - from, STRIP_HIGH);
	}
	free(covered);
}

/* A word of the transcript for each finding: its own, or where it would stand
 * if the transcript had it. */
static size_t
word_of(const struct comparison *cmp, const struct finding *finding)
{
	const struct document *doc = cmp->doc[TRANSCRIPT];
	size_t low = 0, high = cmp->npiece;

	if (finding->has[TRANSCRIPT])
		return document_word_at(doc, finding->span[TRANSCRIPT].start);
	for (; low < high; low++)
		if (cmp->pieces[low].has[REPRINT] &&
		    cmp->pieces[low].span[REPRINT].end >=
		    finding->span[REPRINT].start)
			break;
	for (; low < high; low++)
		if (cmp->pieces[low].has[TRANSCRIPT] &&
		    cmp->pieces[low].has[REPRINT])
			return document_word_at(doc,
				cmp->pieces[low].span[TRANSCRIPT].start);
	return doc->nword;
}

/* The finding of most weight at each unit, of those that do not pass. */
static uint32_t *
find_ticks(const struct html *html)
{
	const struct comparison *cmp = html->comparison;
	uint32_t *ticks = memory_alloc(STRIP + 1, sizeof(*ticks));
	size_t i;

	for (i = 0; i <= STRIP; i++)
		ticks[i] = NO_FINDING;
	for (i = 0; i < cmp->nfinding; i++) {
		const struct finding *finding = &cmp->findings[i];
		unsigned unit;

		if (finding->severity == NOTE || verdicts[review_verdict(
		    html->review, finding)].passes)
			continue;
		unit = unit_of(cmp, word_of(cmp, finding)) / TICK_WIDE *
			TICK_WIDE;
		if (ticks[unit] == NO_FINDING ||
		    cmp->findings[ticks[unit]].severity < finding->severity)
			ticks[unit] = (uint32_t)i;
	}
	return ticks;
}

static void
put_ticks(struct html *html)
{
	uint32_t *ticks = find_ticks(html);
	unsigned i;

	for (i = 0; i <= STRIP; i++) {
		const struct finding *finding;

		if (ticks[i] == NO_FINDING)
			continue;
		finding = &html->comparison->findings[ticks[i]];
		buffer_puts(html->out, "<a tabindex=\"-1\" href=\"");
		html_put_target(html, finding);
		buffer_printf(html->out, "\"><title>%s</title><rect "
			"class=\"tick ", finding->kind->title);
		html_put_classes(html, finding);
		buffer_printf(html->out, "\" x=\"%u\" y=\"%u\" width=\"%u\" "
			"height=\"%u\"/></a>\n", i, STRIP_HIGH + 2, TICK_WIDE,
			finding->severity == ERROR ? TICK_HIGH :
			TICK_HIGH / 2);
	}
	free(ticks);
}

static void
put_strip(struct html *html)
{
	buffer_printf(html->out, "<figure>\n<svg class=\"strip\" "
		"viewBox=\"0 0 %u %u\" preserveAspectRatio=\"none\" "
		"aria-hidden=\"true\" focusable=\"false\">\n"
		"<rect class=\"uncovered\" width=\"%u\" height=\"%u\"/>\n",
		STRIP + TICK_WIDE, STRIP_HIGH + 2 + TICK_HIGH, STRIP,
		STRIP_HIGH);
	put_covered(html);
	put_ticks(html);
	buffer_puts(html->out, "</svg>\n<figcaption>The transcript from its "
		"first word to its last. <span class=\"key covered\">in the "
		"reprint</span> <span class=\"key uncovered\">not in it</span> "
		"<span class=\"key error\">error</span> <span class=\"key "
		"warning\">warning</span></figcaption>\n</figure>\n");
}

static void
put_gauge(struct html *html, const char *name, size_t covered, size_t all)
{
	struct buffer *out = html->out;
	unsigned wide = (unsigned)((double)covered / (double)all * BAR);

	if (covered && !wide)
		wide = 1;
	buffer_puts(out, "<tr><th scope=\"row\" dir=\"auto\">");
	html_text(out, name, strlen(name));
	buffer_printf(out, "</th><td class=\"bar\"><svg viewBox=\"0 0 %u 8\" "
		"preserveAspectRatio=\"none\" aria-hidden=\"true\" "
		"focusable=\"false\"><rect class=\"uncovered\" width=\"%u\" "
		"height=\"8\"/><rect class=\"covered\" width=\"%u\" "
		"height=\"8\"/></svg></td><td class=\"figure\">%u%%</td>"
		"<td class=\"figure\">", BAR, BAR, wide,
		phrase_percent(covered, all));
	phrase_number(out, covered);
	buffer_puts(out, " of ");
	phrase_number(out, all);
	buffer_puts(out, "</td></tr>\n");
}

static void
put_gauges(struct html *html)
{
	const struct comparison *cmp = html->comparison;
	struct share *shares = memory_alloc(cmp->doc[TRANSCRIPT]->nspeaker,
		sizeof(*shares));
	size_t i, n = covered_shares(cmp, shares);

	buffer_puts(html->out, "<table class=\"shares\">\n<caption>Words of "
		"each speaker that the reprint has</caption>\n<thead><tr>"
		"<th scope=\"col\">Speaker</th><th scope=\"col\" "
		"class=\"bar\">Share</th><th scope=\"col\">Percent</th>"
		"<th scope=\"col\">Words</th></tr></thead>\n<tbody>\n");
	put_gauge(html, "All", cmp->coverage.ncovered, cmp->coverage.nword);
	for (i = 0; n > 1 && i < n; i++)
		put_gauge(html, shares[i].speaker->name, shares[i].covered,
			shares[i].speaker->nword);
	buffer_puts(html->out, "</tbody>\n</table>\n");
	free(shares);
}

void
html_overview(struct html *html)
{
	if (!html->comparison->coverage.nword)
		return;
	buffer_puts(html->out, "<section aria-labelledby=\"coverage\">\n"
		"<h2 id=\"coverage\">Coverage</h2>\n");
	put_strip(html);
	put_gauges(html);
	buffer_puts(html->out, "</section>\n");
}
