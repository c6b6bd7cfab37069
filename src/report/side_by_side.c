/*
 * The rows of the layout, printed: what the viewer shows, on paper.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "report/decided.h"
#include "report/formats.h"
#include "report/layout.h"
#include "report/page.h"
#include "report/phrase.h"

struct printer {
	struct page page;
	const struct layout *layout;
	unsigned gutter;
	unsigned text[2];		/* columns where the texts begin */
};

static struct printer
printer_make(const struct layout *layout, struct page page)
{
	struct geometry geometry = layout_geometry(layout);
	struct printer printer = { .page = page, .layout = layout,
		.gutter = geometry.gutter };

	printer.text[REPRINT] = geometry.margin + geometry.gutter;
	printer.text[TRANSCRIPT] = printer.text[REPRINT] + geometry.column +
		LAYOUT_RULE + geometry.gutter;
	return printer;
}

static void
put_number(struct printer *printer, enum side side, uint32_t number)
{
	char text[16];

	if (!number || !printer->gutter)
		return;
	snprintf(text, sizeof(text), "%*u", (int)printer->gutter - 1,
		(unsigned)number);
	page_to(&printer->page, printer->text[side] - printer->gutter);
	page_own(&printer->page, STYLE_PLACE, text);
}

static void
put_rule(struct printer *printer)
{
	page_to(&printer->page, printer->text[TRANSCRIPT] - printer->gutter -
		LAYOUT_RULE + 1);
	page_own(&printer->page, STYLE_RULE, "│");
}

static void
put_row(struct printer *printer, const struct rows *rows,
	const struct row *row)
{
	int side;

	if (row->margin != NO_LINE)
		page_line(&printer->page, &rows->margin, row->margin);
	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		put_number(printer, side, row->number[side]);
		if (row->line[side] != NO_LINE) {
			page_to(&printer->page, printer->text[side]);
			page_line(&printer->page, &rows->flow[side],
				row->line[side]);
		}
		if (side == REPRINT)
			put_rule(printer);
	}
	page_newline(&printer->page);
}

static void
put_names(struct printer *printer)
{
	const struct comparison *cmp = printer->layout->comparison;
	struct ink ink = { STYLE_HEADING, NO_FINDING, false };
	unsigned column = layout_geometry(printer->layout).column;
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		unsigned escape = printer->page.escape | ESCAPE_EXACT;
		const char *name = phrase_short_path(cmp->doc[side]->name,
			column, escape);
		struct flow flow;

		flow_init(&flow, column, escape);
		flow_fit(&flow, ink, name, strlen(name));
		flow_end(&flow);
		page_to(&printer->page, printer->text[side]);
		page_flow(&printer->page, &flow, 0);
		flow_release(&flow);
		if (side == REPRINT)
			put_rule(printer);
	}
	page_newline(&printer->page);
}

static void
put_line(struct printer *printer)
{
	unsigned rule = printer->text[TRANSCRIPT] - printer->gutter -
		LAYOUT_RULE + 1, i;
	struct buffer line = BUFFER_INIT;

	for (i = 0; i < printer->page.width; i++)
		buffer_puts(&line, i == rule ? "┼" : "─");
	page_own(&printer->page, STYLE_RULE, line.data);
	page_newline(&printer->page);
	buffer_release(&line);
}

/* Was anything decided, left out, not searched, or weighed otherwise? */
static bool
has_tail(const struct review *review)
{
	const struct finding *ignored;

	return (review->store && store_exists(review->store)) ||
		review->baseline || review_ignored(review, &ignored) ||
		review_count_known(review) || review_count_weighed(review) ||
		review->comparison->ngap_left;
}

static void
put_tail(struct page *page, const struct review *review)
{
	const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };
	struct flow flow;

	if (!has_tail(review))
		return;
	flow_init(&flow, page->width, page->escape);
	decided_tail(&flow, plain, review);
	flow_end(&flow);
	page_newline(page);
	page_flow(page, &flow, 0);
	page_newline(page);
	flow_release(&flow);
}

void
report_side_by_side(const struct review *review,
	const struct report_options *options, struct buffer *out)
{
	struct layout_options wanted = { .width = options->width,
		.ascii = options->ascii,
		.line_numbers = options->verbose };
	struct layout *layout = layout_new(review, &wanted);
	struct printer printer = printer_make(layout,
		page_begin(options, out));
	struct rows rows;
	size_t i, j;

	put_names(&printer);
	put_line(&printer);
	rows_init(&rows);
	for (i = 0; i < layout->nblock; i++) {
		layout_rows(layout, i, &rows);
		for (j = 0; j < rows.nrow; j++)
			put_row(&printer, &rows, &rows.row[j]);
	}
	put_tail(&printer.page, review);
	rows_release(&rows);
	layout_free(layout);
}
