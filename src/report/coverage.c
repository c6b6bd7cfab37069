/*
 * The bar of the whole is a map: a cell is a stretch of the transcript, and as
 * dark as the share of it that the reprint has.  A speaker's bar is a gauge.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/covered.h"
#include "report/phrase.h"
#include "report/text.h"

#define INDENT 2
#define SPEAKERS_MOST 8
#define PERCENT 7			/* cells: "  100%  " */
#define BAR_LEAST 8
#define FULL 0.98

static const char *const shades[] = { "░", "▒", "▓", "█" };

/* A row of the table: a name, a bar, figures. */
struct gauge {
	struct page *page;
	unsigned bar;			/* cells */
	unsigned column;		/* where the bar begins */
	bool figures;			/* is there room for them? */
};

/* Cells for the figures behind the bar. */
static unsigned
figures_cells(const struct comparison *cmp)
{
	struct buffer text = BUFFER_INIT;
	unsigned cells;

	phrase_number(&text, cmp->coverage.nword);
	cells = 2 * (unsigned)text.len + (unsigned)strlen(" of  words");
	buffer_release(&text);
	return cells;
}

static struct gauge
gauge_make(struct page *page, const struct comparison *cmp)
{
	struct gauge gauge = { .page = page };
	unsigned taken;

	gauge.column = text_column(page);
	taken = gauge.column + PERCENT + figures_cells(cmp);
	gauge.figures = page->width >= taken + BAR_LEAST;
	if (!gauge.figures)
		taken = gauge.column + PERCENT;
	gauge.bar = page->width - taken;
	return gauge;
}

static void
put_figures(struct gauge *gauge, size_t covered, size_t all, const char *noun)
{
	struct buffer text = BUFFER_INIT;
	unsigned percent = phrase_percent(covered, all);

	page_to(gauge->page, gauge->column + gauge->bar);
	buffer_printf(&text, "%*u%%", PERCENT - 3, percent);
	if (gauge->figures) {
		buffer_puts(&text, "  ");
		phrase_number(&text, covered);
		buffer_puts(&text, " of ");
		phrase_number(&text, all);
		buffer_puts(&text, noun);
	}
	page_own(gauge->page, STYLE_PLAIN, text.data);
	page_newline(gauge->page);
	buffer_release(&text);
}

static void
put_shade(struct gauge *gauge, int shade)
{
	page_own(gauge->page, shade ? STYLE_COVERED : STYLE_UNCOVERED,
		shades[shade]);
}

/* The share of the words in the i-th of n cells that are covered. */
static double
cell_share(const bool *covered, size_t nword, size_t i, size_t n)
{
	size_t first = i * nword / n, end = (i + 1) * nword / n, count = 0, j;

	if (end == first)
		end = first + 1;
	for (j = first; j < end; j++)
		count += covered[j];
	return (double)count / (double)(end - first);
}

/* Whatever is covered shows; a word or two in a cell that are missing do not,
 * or the map of a good reprint would be mottled. */
static int
shade_of(double share)
{
	if (share <= 0)
		return 0;
	if (share >= FULL)
		return 3;
	return share < 0.5 ? 1 : 2;
}

static void
put_whole(struct gauge *gauge, const struct comparison *cmp)
{
	size_t nword = cmp->doc[TRANSCRIPT]->nword;
	bool *covered = covered_words(cmp);
	unsigned i;

	page_to(gauge->page, INDENT);
	page_own(gauge->page, STYLE_PLAIN, "transcript");
	page_to(gauge->page, gauge->column);
	for (i = 0; i < gauge->bar; i++)
		put_shade(gauge, shade_of(cell_share(covered, nword, i,
			gauge->bar)));
	put_figures(gauge, cmp->coverage.ncovered, cmp->coverage.nword,
		" words");
	free(covered);
}

static void
put_name(struct gauge *gauge, const char *name)
{
	struct ink ink = { STYLE_PLAIN, NO_FINDING, false };
	unsigned cells = gauge->column - INDENT - 2;
	struct flow flow;

	name = phrase_short_name(name, cells);
	flow_init(&flow, cells, gauge->page->escape);
	flow_fit(&flow, ink, name, strlen(name));
	flow_end(&flow);
	page_to(gauge->page, INDENT);
	page_flow(gauge->page, &flow, INDENT);
	page_to(gauge->page, gauge->column);
	flow_release(&flow);
}

static void
put_speaker(struct gauge *gauge, const char *name, size_t covered, size_t all)
{
	unsigned i, full = (unsigned)((double)covered / (double)all *
		gauge->bar);

	if (covered && !full)
		full = 1;
	put_name(gauge, name);
	for (i = 0; i < gauge->bar; i++)
		put_shade(gauge, i < full ? 3 : 0);
	put_figures(gauge, covered, all, "");
}

static void
put_rest(struct gauge *gauge, const struct share *shares, size_t n)
{
	struct buffer name = BUFFER_INIT;
	size_t i, covered = 0, all = 0;

	for (i = 0; i < n; i++) {
		covered += shares[i].covered;
		all += shares[i].speaker->nword;
	}
	phrase_count(&name, n, "other");
	put_speaker(gauge, name.data, covered, all);
	buffer_release(&name);
}

static void
put_speakers(struct gauge *gauge, const struct comparison *cmp)
{
	struct share *shares;
	size_t i, n, shown;

	shares = memory_alloc(cmp->doc[TRANSCRIPT]->nspeaker, sizeof(*shares));
	n = covered_shares(cmp, shares);
	shown = n <= SPEAKERS_MOST + 1 ? n : SPEAKERS_MOST;
	for (i = 0; n > 1 && i < shown; i++)
		put_speaker(gauge, shares[i].speaker->name,
			shares[i].covered, shares[i].speaker->nword);
	if (shown < n)
		put_rest(gauge, shares + shown, n - shown);
	free(shares);
}

/* Where all or nothing is covered, that is so for each speaker. */
void
text_coverage(struct page *page, const struct comparison *cmp)
{
	const struct coverage *coverage = &cmp->coverage;
	struct gauge gauge;

	if (!coverage->nword)
		return;
	gauge = gauge_make(page, cmp);
	page_newline(page);
	put_whole(&gauge, cmp);
	if (coverage->ncovered && coverage->ncovered < coverage->nword)
		put_speakers(&gauge, cmp);
}
