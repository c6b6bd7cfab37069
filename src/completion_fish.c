/* A line for each option, with the commands it goes with as a condition. */
#include "config.h"

#include "completion.h"

static const char head[] =
	"# Completion for fish, made by 'verbatim completion fish'.\n"
	"\n"
	"function __verbatim_command\n"
	"\tset -l words (commandline -opc)\n"
	"\tset -l command report\n"
	"\tif set -q words[2]; and contains -- $words[2]";

static const char choice[] =
	"\n"
	"\t\tset command $words[2]\n"
	"\tend\n"
	"\tcontains -- $command $argv\n"
	"end\n"
	"\n";

static void
put_head(struct buffer *out)
{
	size_t i;

	buffer_puts(out, head);
	for (i = 0; commands[i]; i++)
		buffer_printf(out, " %s", commands[i]->name);
	buffer_puts(out, choice);
}

static void
put_help(struct buffer *out, const char *help)
{
	buffer_puts(out, " -d '");
	completion_help(help, "\\", out);
	buffer_puts(out, "'\n");
}

static void
put_condition(struct buffer *out, unsigned of_commands)
{
	size_t i;

	buffer_puts(out, "complete -c verbatim -n '__verbatim_command");
	for (i = 0; commands[i]; i++)
		if (commands[i]->bit & of_commands)
			buffer_printf(out, " %s", commands[i]->name);
	buffer_putc(out, '\'');
}

static void
put_option(struct buffer *out, const struct option_row *row)
{
	struct buffer words = BUFFER_INIT;

	put_condition(out, row->commands);
	buffer_printf(out, " -l %s", row->name);
	if (row->letter)
		buffer_printf(out, " -s %c", row->letter);
	completion_values(row, &words);
	if (completion_takes_file(row))
		buffer_puts(out, " -r -F");
	else if (words.len)
		buffer_printf(out, " -x -a '%s'", words.data);
	else if (row->argument)
		buffer_puts(out, " -x");
	put_help(out, row->help);
	if (option_can_be_undone(row)) {
		put_condition(out, row->commands);
		buffer_printf(out, " -l no-%s", row->name);
		put_help(out, "take it back");
	}
	buffer_release(&words);
}

static void
put_operands(struct buffer *out, const struct command *command)
{
	struct buffer words = BUFFER_INIT;

	completion_operands(command, &words);
	if (words.len) {
		put_condition(out, command->bit);
		buffer_printf(out, "%s -a '%s'\n",
			completion_operands_are_files(command) ? "" : " -f",
			words.data);
	}
	buffer_release(&words);
}

void
completion_fish(struct buffer *out)
{
	const struct option_row *row;
	size_t i;

	put_head(out);
	for (i = 0; commands[i]; i++) {
		buffer_printf(out, "complete -c verbatim -n "
			"__fish_is_first_token -a %s", commands[i]->name);
		put_help(out, commands[i]->help);
	}
	for (row = option_rows; row->name; row++)
		put_option(out, row);
	for (i = 0; commands[i]; i++)
		put_operands(out, commands[i]);
}
