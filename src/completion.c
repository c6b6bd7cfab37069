/*
 * The names are the tables'.  What an option's value can be is known to the
 * function that parses it, in a form that cannot be listed; so here is a row
 * for each option whose values are words, with where these are kept.
 */
#include "config.h"

#include "completion.h"

#include <string.h>

#include "compare/repair.h"
#include "text/input.h"

const struct completion_shell completion_shells[] = {
	{ "bash", completion_bash },
	{ "zsh", completion_zsh },
	{ "fish", completion_fish },
	{ 0 }
};

static void
put_word(struct buffer *out, const char *word)
{
	if (out->len)
		buffer_putc(out, ' ');
	buffer_puts(out, word);
}

/* ---- values ---- */

static void
put_reports(struct buffer *out)
{
	const struct report_format *format;

	for (format = report_formats; format->name; format++)
		put_word(out, format->name);
}

static void
put_inputs(struct buffer *out)
{
	size_t i;

	for (i = 0; input_formats[i]; i++)
		put_word(out, input_formats[i]->name);
}

static void
put_families(struct buffer *out)
{
	size_t i;

	for (i = 0; families[i]; i++)
		put_word(out, families[i]->name);
}

static void
put_kinds(struct buffer *out)
{
	const struct kind *kind;
	size_t i;

	put_families(out);
	for (i = 0; families[i]; i++)
		for (kind = families[i]->kinds; kind->name; kind++)
			put_word(out, kind->name);
}

static void
put_gates(struct buffer *out)
{
	int severity;

	for (severity = NOTE; severity <= ERROR; severity++)
		put_word(out, severity_names[severity]);
	put_word(out, "none");
	put_kinds(out);
}

static void
put_repairable(struct buffer *out)
{
	const struct kind *kind;
	size_t i;

	for (i = 0; families[i]; i++)
		for (kind = families[i]->kinds; kind->name; kind++)
			if (repair_knows(kind))
				put_word(out, kind->name);
}

/* "dark, light or mono" */
static void
put_themes(struct buffer *out)
{
	struct buffer names = BUFFER_INIT;
	char *name;

	theme_names(&names);
	for (name = strtok(names.data, ", "); name; name = strtok(NULL, ", "))
		if (strcmp(name, "or"))
			put_word(out, name);
	buffer_release(&names);
}

static const struct {
	const char *option;
	void (*put)(struct buffer *out);	/* NULL: these are all */
	const char *words;
} values[] = {
	{ "format", put_reports, NULL },
	{ "fail-on", put_gates, NULL },
	{ "ignore", put_kinds, NULL },
	{ "severity", put_kinds, NULL },
	{ "only", put_repairable, NULL },
	{ "to", NULL, "UTF-8" },
	{ "reprint-format", put_inputs, NULL },
	{ "transcript-format", put_inputs, NULL },
	{ "color", NULL, "auto always never" },
	{ "theme", put_themes, NULL }
};

void
completion_values(const struct option_row *row, struct buffer *out)
{
	size_t i;

	for (i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		if (strcmp(values[i].option, row->name))
			continue;
		if (values[i].put)
			values[i].put(out);
		else
			put_word(out, values[i].words);
	}
}

bool
completion_takes_file(const struct option_row *row)
{
	return row->argument && strstr(row->argument, "FILE");
}

/* ---- operands ---- */

static bool
is_choice(const struct command *command)
{
	return strchr(command->operands, '|');
}

static void
put_acts(struct buffer *out)
{
	int verdict;

	for (verdict = 0; verdict < VERDICT_COUNT; verdict++)
		put_word(out, verdicts[verdict].act);
}

/* "kinds|formats|keys" are words; VERDICT and FINDING stand for some. */
void
completion_operands(const struct command *command, struct buffer *out)
{
	const char *p = command->operands;

	if (strstr(p, "VERDICT"))
		put_acts(out);
	if (strstr(p, "FINDING")) {
		put_families(out);
		put_word(out, "all");
	}
	if (!is_choice(command))
		return;
	put_word(out, "");
	for (; *p; p++)
		buffer_putc(out, *p == '|' ? ' ' : *p);
}

bool
completion_operands_are_files(const struct command *command)
{
	return !is_choice(command);
}

/* ---- help ---- */

void
completion_help(const char *help, const char *quoted, struct buffer *out)
{
	const char *end = help + strcspn(help, ";:(");

	while (end > help && (end[-1] == ' ' || end[-1] == '.'))
		end--;
	for (; help < end; help++) {
		if (*help == '\'') {
			buffer_puts(out, "’");
			continue;
		}
		if (strchr(quoted, *help))
			buffer_putc(out, '\\');
		buffer_putc(out, *help);
	}
}
