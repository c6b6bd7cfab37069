/* What --help says, out of the tables of commands and options. */
#include "config.h"

#include <string.h>

#include "command.h"
#include "options.h"
#include "report/page.h"

#define COLUMN 28			/* where explanations begin */
#define WIDEST 90

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };

/* Words from the current column on, wrapped. */
static void
put_words(struct page *page, const char *words, unsigned indent)
{
	struct flow flow;

	flow_init(&flow, page->width - indent, page->escape);
	flow.first_width = page->width - page->column;
	flow_words(&flow, plain, words);
	flow_end(&flow);
	page_flow(page, &flow, indent);
	flow_release(&flow);
	page_newline(page);
}

static void
put_entry(struct page *page, const char *name, const char *help)
{
	unsigned column = page->width < 2 * COLUMN ? 6 : COLUMN;

	page_to(page, 2);
	page_own(page, STYLE_PLAIN, name);
	if (page->column + 2 > column)
		page_newline(page);
	page_to(page, column);
	put_words(page, help, column);
}

static void
put_option(struct page *page, const struct option_row *row)
{
	struct buffer name = BUFFER_INIT;

	if (row->letter)
		buffer_printf(&name, "-%c, ", row->letter);
	else
		buffer_puts(&name, "    ");
	buffer_printf(&name, "--%s%s", option_can_be_undone(row) ? "[no-]" : "",
		row->name);
	if (row->argument)
		buffer_printf(&name, "=%s", row->argument);
	put_entry(page, name.data, row->help);
	buffer_release(&name);
}

static void
put_usage(struct page *page, const struct command *command,
	const char *before)
{
	struct buffer usage = BUFFER_INIT;
	bool is_default = command == commands[0];

	buffer_printf(&usage, "%sverbatim %s%s%s [OPTION]... %s", before,
		is_default ? "[" : "", command->name, is_default ? "]" : "",
		command->operands);
	page_own(page, STYLE_PLAIN, usage.data);
	page_newline(page);
	buffer_release(&usage);
}

static void
put_options(struct page *page, unsigned of_commands)
{
	const struct option_row *row;

	page_newline(page);
	page_own(page, STYLE_HEADING, "Options:");
	page_newline(page);
	for (row = option_rows; row->name; row++)
		if (row->commands & of_commands)
			put_option(page, row);
}

static void
put_overview(struct page *page)
{
	size_t i;

	for (i = 0; commands[i]; i++)
		put_usage(page, commands[i], i ? "       " : "usage: ");
	page_newline(page);
	put_words(page, "Compares a news agency's reprint with the official "
		"transcript, and reports what differs.", 0);
	page_newline(page);
	page_own(page, STYLE_HEADING, "Commands:");
	page_newline(page);
	for (i = 0; commands[i]; i++)
		put_entry(page, commands[i]->name, commands[i]->help);
}

void
options_help(const struct command *command, unsigned width, bool ascii,
	struct buffer *out)
{
	struct report_options options = { .ascii = ascii,
		.width = width < WIDEST ? width : WIDEST };
	struct page page = page_begin(&options, out);

	if (command) {
		put_usage(&page, command, "usage: ");
		page_newline(&page);
		put_words(&page, command->help, 0);
	} else {
		put_overview(&page);
	}
	put_options(&page, command ? command->bit : COMMAND_ALL);
	page_newline(&page);
	put_words(&page, "Exit status: 0 nothing to object to, 1 something, "
		"2 trouble. A file called - is standard input.", 0);
}
