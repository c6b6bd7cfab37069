/*
 * getopt_long() does the taking apart and keeps silent; what it complains of
 * is said here, in a sentence, like every other error.  An option that files
 * may set waits until they are read (assignment.h); which they are depends on
 * the others, and on the operands.
 */
#include "config.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assignment.h"
#include "command.h"
#include "options.h"

#define LONG 1000
#define UNDONE 2000
#define OPTION_NAME 32			/* bytes of a name, with "no-" */

/*
 * getopt_long()'s idea of the table; val is the row's letter, or its index from
 * LONG on, or from UNDONE on for --no-NAME, which undoes what a file says.
 */
struct getopt_tables {
	struct option longs[2 * ROWS_MOST + 1];
	char undone[ROWS_MOST][OPTION_NAME];
	char letters[3 * ROWS_MOST + 2];
};

static void
make_long(struct getopt_tables *tables, size_t *n, const char *name,
	int has_arg, size_t val)
{
	tables->longs[(*n)++] = (struct option){ .name = name,
		.has_arg = has_arg, .val = (int)val };
}

static void
make_tables(struct getopt_tables *tables)
{
	char *letter = tables->letters;
	size_t i, n = 0;

	memset(tables, 0, sizeof(*tables));
	*letter++ = ':';
	for (i = 0; option_rows[i].name; i++) {
		const struct option_row *row = &option_rows[i];

		make_long(tables, &n, row->name, row->argument ?
			required_argument : no_argument, LONG + i);
		if (option_can_be_undone(row)) {
			snprintf(tables->undone[i], OPTION_NAME, "no-%s",
				row->name);
			make_long(tables, &n, tables->undone[i], no_argument,
				UNDONE + i);
		}
		if (!row->letter)
			continue;
		*letter++ = row->letter;
		if (row->argument)
			*letter++ = ':';
	}
}

static const struct option_row *
row_of(int val)
{
	const struct option_row *row;

	if (val >= UNDONE)
		return &option_rows[val - UNDONE];
	if (val >= LONG)
		return &option_rows[val - LONG];
	for (row = option_rows; row->name; row++)
		if (row->letter == val)
			return row;
	return NULL;
}

static int
refuse(int val, char *const *argv, struct error *err)
{
	const char *given = argv[optind - 1];
	const char *hint = "see 'verbatim --help'";
	const struct option_row *row = optopt ? row_of(optopt) : NULL;

	if (val == ':')
		return error_set(err, "The option %s needs a value (%s); %s.",
			given, row ? row->argument : "?", hint);
	if (optopt >= LONG)
		return error_set(err, "The option --%s%s takes no value; %s.",
			optopt >= UNDONE ? "no-" : "", row->name, hint);
	if (optopt)
		return error_set(err, "There is no option -%c; %s.", optopt,
			hint);
	return error_set(err, "There is no option %s; %s.", given, hint);
}

static int
take_option(struct options *options, struct assignment_list *list, int val,
	struct error *err)
{
	const struct option_row *row = row_of(val);

	if (!(row->commands & options->command->bit))
		return error_set(err, "The option --%s does not go "
			"with 'verbatim %s'.", row->name,
			options->command->name);
	if (row->files == IN_NO_FILE)
		return row->parse(options, optarg, err);
	assignment_add(list, row, optarg, val >= UNDONE);
	return 0;
}

static int
take_all(struct options *options, struct assignment_list *list, int argc,
	char **argv, struct error *err)
{
	struct getopt_tables tables;
	int val;

	make_tables(&tables);
	opterr = 0;
	optind = 0;
	while ((val = getopt_long(argc, argv, tables.letters, tables.longs,
	    NULL)) != -1) {
		if (val == '?' || val == ':')
			return refuse(val, argv, err);
		if (take_option(options, list, val, err))
			return -1;
	}
	options->operands = argv + optind;
	options->noperand = argc - optind;
	return 0;
}

static int
check_operands(const struct options *options, struct error *err)
{
	if (options->noperand >= options->command->least &&
	    options->noperand <= options->command->most)
		return 0;
	return error_set(err, "What is to be compared? The command is "
		"'verbatim %s %s'.", options->command->name,
		options->command->operands);
}

static void
copy_section(struct setting_list *list, const struct settings *settings,
	const char *section)
{
	size_t i;

	for (i = 0; i < settings->all.n; i++)
		if (!strcmp(settings->all.setting[i].section, section))
			*ARRAY_ADD(list->setting, list->n, list->cap) =
				settings->all.setting[i];
}

static int
colour(struct options *options, const struct setting *setting, bool is_base,
	struct error *err)
{
	struct error why;
	int rc;

	if (is_base != !strcmp(setting->name, "base"))
		return 0;
	rc = is_base ? theme_init(&options->palette, setting->value, &why) :
		theme_set(&options->palette, setting->name, setting->value,
			&why);
	return rc ? error_set(err, "%s: %s", setting->origin, why.text) : 0;
}

/* The base comes first, wherever it stands. */
static int
make_palette(struct options *options, struct error *err)
{
	const struct setting_list *list = &options->theme;
	size_t i;
	int pass;

	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < list->n; i++)
			if (colour(options, &list->setting[i], !pass, err))
				return -1;
	return options->theme_name ?
		theme_init(&options->palette, options->theme_name, err) : 0;
}

static int
take_files(struct options *options, struct assignment_list *list,
	struct error *err)
{
	struct settings_wish wish = { .none = options->no_config,
		.file = options->config,
		.document = options->noperand ? options->operands[0] : "-" };

	if (settings_load(&options->settings, &wish, err))
		return -1;
	copy_section(&options->keys, &options->settings, SECTION_KEYS);
	copy_section(&options->theme, &options->settings, SECTION_THEME);
	return assignment_add_settings(list, &options->settings, err) ||
		make_palette(options, err) ? -1 : 0;
}

static int
parse(struct options *options, struct assignment_list *list, int argc,
	char **argv, struct error *err)
{
	if (take_all(options, list, argc, argv, err))
		return -1;
	/* who asks for help gets it, however wrong a file is */
	if (!options->help && !options->version &&
	    (check_operands(options, err) || take_files(options, list, err)))
		return -1;
	return assignment_apply(list, options, err);
}

int
options_parse(struct options *options, int argc, char **argv,
	struct error *err)
{
	const struct command *command = argc > 1 ? command_find(argv[1]) : NULL;
	struct assignment_list list = { NULL, 0, 0 };
	int rc;

	memset(options, 0, sizeof(*options));
	settings_init(&options->settings);
	theme_init(&options->palette, NULL, err);
	options->command = command ? command : commands[0];
	options->format = report_formats;
	options->gate.fail_on = WARNING;
	rc = parse(options, &list, argc - !!command, argv + !!command, err);
	if (options->help && !command)
		options->command = NULL;
	free(list.assignment);
	return rc;
}

void
options_release(struct options *options)
{
	free(options->keys.setting);
	free(options->theme.setting);
	settings_release(&options->settings);
}
