/*
 * What _arguments wants: for each option "optspec[help]:message:action".  The
 * file can be a function in fpath, or be sourced.
 */
#include "config.h"

#include "completion.h"

#define QUOTED "[]:\\"

static const char head[] =
	"#compdef verbatim\n"
	"# Completion for zsh, made by 'verbatim completion zsh'.\n"
	"\n"
	"_verbatim()\n"
	"{\n"
	"\tlocal command=report\n"
	"\tlocal -a commands\n"
	"\tcommands=(\n";

static const char choice[] =
	"\t)\n"
	"\tif ((CURRENT == 2)) && [[ $words[2] != -* ]]; then\n"
	"\t\t_alternative 'commands:command:(($commands))' "
	"'files:file:_files'\n"
	"\t\treturn\n"
	"\tfi\n"
	"\tif [[ -n ${(M)commands:#$words[2]:*} ]]; then\n"
	"\t\tcommand=$words[2]\n"
	"\t\tshift words\n"
	"\t\t((CURRENT--))\n"
	"\tfi\n"
	"\tcase $command in\n";

static const char tail[] =
	"\tesac\n"
	"}\n"
	"\n"
	"if [[ $funcstack[1] == _verbatim ]]; then\n"
	"\t_verbatim \"$@\"\n"
	"else\n"
	"\tcompdef _verbatim verbatim\n"
	"fi\n";

static void
put_argument(struct buffer *out, const struct option_row *row)
{
	struct buffer words = BUFFER_INIT;

	if (!row->argument)
		return;
	buffer_putc(out, ':');
	completion_help(row->argument, QUOTED, out);
	completion_values(row, &words);
	if (completion_takes_file(row))
		buffer_puts(out, ":_files");
	else if (words.len)
		buffer_printf(out, ":(%s)", words.data);
	else
		buffer_puts(out, ":");
	buffer_release(&words);
}

/* "'(-f --format)'{-f+,--format=}'[what to print]:FORMAT:(text json)'"; an
 * option with an argument may come again. */
static void
put_option(struct buffer *out, const struct option_row *row)
{
	const char *again = row->argument ? "*" : "";
	const char *value = row->argument ? "=" : "";

	buffer_puts(out, " \\\n\t\t\t");
	if (row->letter)
		buffer_printf(out, "'%s'{-%c%s,--%s%s}'", again, row->letter,
			row->argument ? "+" : "", row->name, value);
	else
		buffer_printf(out, "'%s--%s%s", again, row->name, value);
	buffer_putc(out, '[');
	completion_help(row->help, QUOTED, out);
	buffer_putc(out, ']');
	put_argument(out, row);
	buffer_putc(out, '\'');
	if (option_can_be_undone(row))
		buffer_printf(out, " \\\n\t\t\t'--no-%s[take it back]'",
			row->name);
}

static void
put_operands(struct buffer *out, const struct command *command)
{
	struct buffer words = BUFFER_INIT;

	completion_operands(command, &words);
	buffer_puts(out, " \\\n\t\t\t'*:operand:");
	if (!completion_operands_are_files(command))
		buffer_printf(out, "(%s)", words.data);
	else if (words.len)
		buffer_printf(out, "{_alternative \"files:file:_files\" "
			"\"words:word:(%s)\"}", words.data);
	else
		buffer_puts(out, "_files");
	buffer_puts(out, "' ;;\n");
	buffer_release(&words);
}

static void
put_command(struct buffer *out, const struct command *command)
{
	const struct option_row *row;

	buffer_printf(out, "\t%s)\n\t\t_arguments -s -S", command->name);
	for (row = option_rows; row->name; row++)
		if (row->commands & command->bit)
			put_option(out, row);
	put_operands(out, command);
}

void
completion_zsh(struct buffer *out)
{
	size_t i;

	buffer_puts(out, head);
	for (i = 0; commands[i]; i++) {
		buffer_printf(out, "\t\t'%s:", commands[i]->name);
		completion_help(commands[i]->help, QUOTED, out);
		buffer_puts(out, "'\n");
	}
	buffer_puts(out, choice);
	for (i = 0; commands[i]; i++)
		put_command(out, commands[i]);
	buffer_puts(out, tail);
}
