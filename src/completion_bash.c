/*
 * Bash breaks words at "=" (COMP_WORDBREAKS), so that --format=js arrives as
 * three words, and what is offered for the last is put in its place alone.
 * Nothing of the package bash-completion is needed.
 */
#include "config.h"

#include "completion.h"

static const char head[] =
	"# Completion for bash, made by 'verbatim completion bash'.\n"
	"\n"
	"_verbatim()\n"
	"{\n"
	"\tlocal cur=${COMP_WORDS[COMP_CWORD]} option= words= files=\n"
	"\tlocal prev=${COMP_WORDS[COMP_CWORD - 1]} command=report\n"
	"\tCOMPREPLY=()\n";

static const char taking_apart[] =
	"\tif [[ $cur == --*=* ]]; then\n"
	"\t\toption=${cur%%=*} cur=${cur#*=}\n"
	"\telif [[ $cur == = ]]; then\n"
	"\t\toption=$prev cur=\n"
	"\telif [[ $prev == = ]]; then\n"
	"\t\toption=${COMP_WORDS[COMP_CWORD - 2]}\n"
	"\telse\n"
	"\t\toption=$prev\n"
	"\tfi\n";

static const char tail[] =
	"\tif [[ $files ]]; then\n"
	"\t\tcompopt -o filenames 2>/dev/null\n"
	"\t\tmapfile -t COMPREPLY < <(compgen -f -W \"$words\" -- \"$cur\")\n"
	"\telse\n"
	"\t\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
	"\tfi\n"
	"\tif [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == --*= ]]; then\n"
	"\t\tcompopt -o nospace 2>/dev/null\n"
	"\tfi\n"
	"} &&\n"
	"complete -F _verbatim verbatim\n";

static void
put_command_names(struct buffer *out, const char *between)
{
	size_t i;

	for (i = 0; commands[i]; i++)
		buffer_printf(out, "%s%s", i ? between : "",
			commands[i]->name);
}

static void
put_command_choice(struct buffer *out)
{
	buffer_puts(out, "\tcase ${COMP_WORDS[1]} in\n\t");
	put_command_names(out, "|");
	buffer_puts(out, ")\n"
		"\t\t((COMP_CWORD > 1)) && command=${COMP_WORDS[1]} ;;\n"
		"\tesac\n");
}

/* What comes behind an option that takes an argument. */
static void
put_value(struct buffer *out, const struct option_row *row)
{
	struct buffer words = BUFFER_INIT;

	if (!row->argument)
		return;
	completion_values(row, &words);
	buffer_printf(out, "\t--%s", row->name);
	if (row->letter)
		buffer_printf(out, "|-%c", row->letter);
	buffer_printf(out, ") words='%s' files=%s ;;\n",
		words.len ? words.data : "",
		completion_takes_file(row) ? "yes" : "");
	buffer_release(&words);
}

static void
put_values(struct buffer *out)
{
	const struct option_row *row;

	buffer_puts(out, "\tcase $option in\n");
	for (row = option_rows; row->name; row++)
		put_value(out, row);
	buffer_puts(out, "\t*) option= ;;\n\tesac\n");
}

/* The options of a command, and its operands. */
static void
put_command(struct buffer *out, const struct command *command)
{
	const struct option_row *row;
	struct buffer words = BUFFER_INIT;

	buffer_printf(out, "\t%s:-*) words='", command->name);
	for (row = option_rows; row->name; row++) {
		if (!(row->commands & command->bit))
			continue;
		buffer_printf(out, "--%s%s ", row->name,
			row->argument ? "=" : "");
		if (option_can_be_undone(row))
			buffer_printf(out, "--no-%s ", row->name);
	}
	completion_operands(command, &words);
	buffer_printf(out, "' ;;\n\t%s:*) words='%s' files=%s ;;\n",
		command->name, words.len ? words.data : "",
		completion_operands_are_files(command) ? "yes" : "");
	buffer_release(&words);
}

void
completion_bash(struct buffer *out)
{
	size_t i;

	buffer_puts(out, head);
	put_command_choice(out);
	buffer_puts(out, taking_apart);
	put_values(out);
	buffer_puts(out, "\t[[ $option ]] || case $command:$cur in\n");
	for (i = 0; commands[i]; i++)
		put_command(out, commands[i]);
	buffer_puts(out, "\tesac\n"
		"\tif [[ ! $option && $cur != -* ]] && "
		"((COMP_CWORD == 1)); then\n\t\twords='");
	put_command_names(out, " ");
	buffer_puts(out, "'\n\tfi\n");
	buffer_puts(out, tail);
}
