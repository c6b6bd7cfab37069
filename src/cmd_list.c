/* The kinds of findings, the formats and the viewer's keys, out of the tables
 * themselves. */
#include "config.h"

#include <string.h>

#include "command.h"
#include "compare/finding.h"
#include "report/page.h"
#include "view/action.h"

#define WIDEST 100
#define NARROWEST 60			/* cells, for a help beside the rest */

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };

/* Where the parts of a row begin. */
struct columns {
	unsigned word, help;
};

/* A name, a word about it, and a sentence. */
static void
put_row(struct page *page, struct columns columns, const char *name,
	const char *word, const char *help)
{
	unsigned indent = page->width < NARROWEST ? 4 : columns.help;
	struct flow flow;

	flow_init(&flow, page->width - indent, page->escape);
	flow_words(&flow, plain, help);
	flow_end(&flow);
	page_own(page, STYLE_STRONG, name);
	page_to(page, columns.word);
	page_own(page, STYLE_PLAIN, word);
	if (indent < columns.help)
		page_newline(page);
	page_to(page, indent);
	page_flow(page, &flow, indent);
	page_newline(page);
	flow_release(&flow);
}

static void
list_kinds(struct page *page)
{
	static const struct columns columns = { 26, 36 };
	const struct kind *kind;
	size_t i;

	for (i = 0; families[i]; i++)
		for (kind = families[i]->kinds; kind->name; kind++)
			put_row(page, columns, kind->name,
				severity_names[kind->severity], kind->help);
}

static void
list_formats(struct page *page)
{
	static const struct columns columns = { 14, 24 };
	const struct report_format *report;
	size_t i;

	for (i = 0; input_formats[i]; i++)
		put_row(page, columns, input_formats[i]->name, "input",
			input_formats[i]->help);
	for (report = report_formats; report->name; report++)
		put_row(page, columns, report->name, "report", report->help);
}

/* By default: a configuration file may say otherwise. */
static void
list_keys(struct page *page)
{
	static const struct columns columns = { 20, 42 };
	const struct action *action;

	for (action = actions; action->name; action++)
		put_row(page, columns, action->name, action->keys,
			action->help);
}

static const struct {
	const char *name;
	void (*list)(struct page *page);
} lists[] = {
	{ "kinds", list_kinds },
	{ "formats", list_formats },
	{ "keys", list_keys }
};

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	unsigned width = output_width(options);
	struct report_options wanted = { .ascii = output_ascii(),
		.colour = output_colour(options),
		.theme = &options->palette,
		.width = width < WIDEST ? width : WIDEST };
	struct page page = page_begin(&wanted, out);
	size_t i;

	for (i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		if (!strcmp(lists[i].name, options->operands[0])) {
			lists[i].list(&page);
			return 0;
		}
	error_set(err, "There is no list of '%s', only of kinds, formats "
		"and keys.",
		options->operands[0]);
	return 2;
}

const struct command command_list = {
	.bit = COMMAND_LIST,
	.name = "list",
	.operands = "kinds|formats|keys",
	.least = 1,
	.most = 1,
	.help = "Lists the kinds of findings, the formats of input and "
		"report, or the keys of the viewer.",
	.run = run
};
