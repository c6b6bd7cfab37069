/* Blanks are owed rather than written, so that no line ends in white space
 * and no colour is set for nothing. */
#include "config.h"

#include "report/page.h"

struct page
page_begin(const struct report_options *options, struct buffer *out)
{
	struct page page = { .out = out, .line = out->len,
		.colour = options->colour,
		.escape = options->ascii ? ESCAPE_ASCII : 0,
		.width = options->width };

	if (options->theme)
		page.theme = *options->theme;
	else
		theme_init(&page.theme, NULL, NULL);
	return page;
}

static void
set_style(struct page *page, enum style style)
{
	if (page->colour)
		theme_switch(&page->theme, page->out, page->style, style);
	page->style = style;
}

static void
put(struct page *page, enum style style, const char *text, size_t n,
	unsigned cells)
{
	if (page->written < page->column)
		set_style(page, STYLE_PLAIN);
	for (; page->written < page->column; page->written++)
		buffer_putc(page->out, ' ');
	set_style(page, style);
	buffer_add(page->out, text, n);
	page->column += cells;
	page->written = page->column;
}

void
page_to(struct page *page, unsigned column)
{
	if (page->column < column)
		page->column = column;
	else if (page->column > column)
		page->column++;
}

/* Of text that is safe already: a blank is a blank. */
static unsigned
shown_cells(const struct buffer *text)
{
	const char *p = text->data, *end = p + text->len;
	unsigned cells = 0;

	while (p < end) {
		struct shape shape;

		shape.cells = 1;
		p = *p == ' ' ? p + 1 : escape_next(p, end, 0, &shape);
		cells += shape.cells;
	}
	return cells;
}

void
page_shown(struct page *page, enum style style, const struct buffer *text)
{
	if (text->len)
		put(page, style, text->data, text->len, shown_cells(text));
}

void
page_own(struct page *page, enum style style, const char *words)
{
	struct buffer shown = BUFFER_INIT;

	escape_own(&shown, words, page->escape);
	page_shown(page, style, &shown);
	buffer_release(&shown);
}

void
page_line(struct page *page, const struct flow *flow, size_t line)
{
	const struct text_run *run = flow->run + flow->line[line].run;
	const struct text_run *end = run + flow->line[line].nrun;

	for (; run < end; run++)
		put(page, run->ink.style, flow->shown.data + run->start,
			run->n, run->cells);
}

void
page_flow(struct page *page, const struct flow *flow, unsigned indent)
{
	size_t i;

	for (i = 0; i < flow->nline; i++) {
		if (i) {
			page_newline(page);
			page_to(page, indent);
		}
		page_line(page, flow, i);
	}
}

void
page_newline(struct page *page)
{
	set_style(page, STYLE_PLAIN);
	escape_line(page->out, page->line);
	buffer_putc(page->out, '\n');
	page->column = page->written = 0;
	page->line = page->out->len;
}
