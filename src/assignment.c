/*
 * A value is taken by the function of its row, whoever gives it, so that files
 * and command line cannot differ in what they understand.
 */
#include "config.h"

#include "assignment.h"

#include <limits.h>
#include <string.h>
#include <strings.h>

#include "base/nearest.h"
#include "command.h"

#define SECTION_OF_ALL "verbatim"

void
assignment_add(struct assignment_list *list, const struct option_row *row,
	const char *value, bool is_false)
{
	*ARRAY_ADD(list->assignment, list->n, list->cap) = (struct assignment){
		.row = row, .value = value, .is_false = is_false,
		.commands = COMMAND_ALL, .rank = UINT_MAX };
}

static int
no_section(const struct setting *setting, struct error *err)
{
	struct nearest nearest;
	size_t i;

	if (!*setting->section)
		return error_set(err, "%s: %s stands in no section.",
			setting->origin, setting->name);
	nearest_init(&nearest, setting->section);
	nearest_try(&nearest, SECTION_OF_ALL);
	for (i = 0; commands[i]; i++)
		nearest_try(&nearest, commands[i]->name);
	nearest_try(&nearest, SECTION_SPEAKERS);
	nearest_try(&nearest, SECTION_WORDS);
	nearest_try(&nearest, SECTION_PASSAGES);
	nearest_try(&nearest, SECTION_KEYS);
	nearest_try(&nearest, SECTION_THEME);
	return error_set(err, "%s: There is no section [%s]%s.",
		setting->origin, setting->section, nearest_hint(&nearest));
}

static int
no_name(const struct setting *setting, unsigned of_commands,
	struct error *err)
{
	const struct option_row *row;
	struct nearest nearest;

	nearest_init(&nearest, setting->name);
	for (row = option_rows; row->name; row++)
		if (row->files != IN_NO_FILE && row->commands & of_commands)
			nearest_try(&nearest, row->name);
	return error_set(err, "%s: There is no setting %s in [%s]%s.",
		setting->origin, setting->name, setting->section,
		nearest_hint(&nearest));
}

static const struct option_row *
row_find(const char *name)
{
	const struct option_row *row;

	for (row = option_rows; row->name; row++)
		if (!strcmp(row->name, name))
			return row;
	return NULL;
}

/* Sections of rules, for all commands that know these. */
static const struct rule {
	const char *section, *name, *option;
} rules[] = {
	{ SECTION_SPEAKERS, "alias", "alias" },
	{ SECTION_WORDS, "equivalent", "equivalent" },
	{ SECTION_PASSAGES, "furniture", "furniture" },
	{ SECTION_PASSAGES, "ignore", "ignore-passage" }
};

#define NRULE (sizeof(rules) / sizeof(rules[0]))

static const struct option_row *
rule_find(const struct setting *setting)
{
	size_t i;

	for (i = 0; i < NRULE; i++)
		if (!strcmp(rules[i].section, setting->section) &&
		    !strcmp(rules[i].name, setting->name))
			return row_find(rules[i].option);
	return NULL;
}

static bool
has_rules(const char *section)
{
	size_t i;

	for (i = 0; i < NRULE; i++)
		if (!strcmp(rules[i].section, section))
			return true;
	return false;
}

static int
no_rule(const struct setting *setting, struct error *err)
{
	struct nearest nearest;
	size_t i;

	nearest_init(&nearest, setting->name);
	for (i = 0; i < NRULE; i++)
		if (!strcmp(rules[i].section, setting->section))
			nearest_try(&nearest, rules[i].name);
	return error_set(err, "%s: There is no setting %s in [%s]%s.",
		setting->origin, setting->name, setting->section,
		nearest_hint(&nearest));
}

/* May the setting stand where it does? */
static int
check_row(const struct setting *setting, const struct option_row *row,
	unsigned of_commands, struct error *err)
{
	if (!row)
		return no_name(setting, of_commands, err);
	if (row->files == IN_NO_FILE)
		return error_set(err, "%s: The option --%s can be given on "
			"the command line only.", setting->origin, row->name);
	if (!(row->commands & of_commands))
		return error_set(err, "%s: The setting %s does not go with "
			"[%s].", setting->origin, row->name, setting->section);
	if (row->files == IN_USERS_FILE && setting->file == PROJECTS_FILE)
		return error_set(err, "%s: A project file cannot set %s, only "
			"a user's own can.", setting->origin, row->name);
	return 0;
}

/* As git-config(1) writes what is true and what is not. */
static int
read_truth(const struct setting *setting, bool *truth, struct error *err)
{
	static const char *const words[][4] = {
		{ "false", "no", "off", "0" },
		{ "true", "yes", "on", "1" }
	};
	int i, j;

	for (i = 0; i < 2; i++)
		for (j = 0; j < 4; j++)
			if (!strcasecmp(setting->value, words[i][j])) {
				*truth = i;
				return 0;
			}
	return error_set(err, "%s: %s takes true or false, not '%s'.",
		setting->origin, setting->name, setting->value);
}

static int
add_setting(struct assignment_list *list, const struct setting *setting,
	unsigned of_commands, struct error *err)
{
	bool is_rule = has_rules(setting->section);
	const struct option_row *row = is_rule ? rule_find(setting) :
		row_find(setting->name);
	bool is_for_all = is_rule ||
		!strcmp(setting->section, SECTION_OF_ALL);
	bool truth = true;

	if (is_rule && !row)
		return no_rule(setting, err);

	if (check_row(setting, row, of_commands, err))
		return -1;
	if (!row->argument && read_truth(setting, &truth, err))
		return -1;
	*ARRAY_ADD(list->assignment, list->n, list->cap) = (struct assignment){
		.row = row,
		.value = row->argument ? setting->value : NULL,
		.is_false = !truth,
		.setting = setting,
		.commands = of_commands,
		.rank = 2 * setting->file + !is_for_all };
	return 0;
}

/* Sections whose names are not those of options. */
static bool
is_aside(const struct setting *setting)
{
	return !strcmp(setting->section, SECTION_KEYS) ||
		!strcmp(setting->section, SECTION_THEME);
}

/* They decide what an editor sees and does. */
static int
check_aside(const struct setting *setting, struct error *err)
{
	if (setting->file != PROJECTS_FILE)
		return 0;
	return error_set(err, "%s: A project file cannot have a section [%s], "
		"only a user's own can.", setting->origin, setting->section);
}

int
assignment_add_settings(struct assignment_list *list,
	const struct settings *settings, struct error *err)
{
	size_t i;
	int rc = 0;

	for (i = 0; i < settings->all.n && !rc; i++) {
		const struct setting *setting = &settings->all.setting[i];
		const struct command *command =
			command_find(setting->section);

		if (is_aside(setting))
			rc = check_aside(setting, err);
		else if (!strcmp(setting->section, SECTION_OF_ALL) ||
		    has_rules(setting->section))
			rc = add_setting(list, setting, COMMAND_ALL, err);
		else if (command)
			rc = add_setting(list, setting, command->bit, err);
		else
			rc = no_section(setting, err);
	}
	return rc;
}

/* Is nothing said of the option that wins over this? */
static bool
is_last_word(const struct assignment_list *list, size_t at, unsigned command)
{
	const struct assignment *own = &list->assignment[at];
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct assignment *other = &list->assignment[i];

		if (other->row != own->row || !(other->commands & command))
			continue;
		if (other->rank > own->rank)
			return false;
		if (other->rank == own->rank && i > at && !own->row->argument)
			return false;
	}
	return true;
}

static int
apply(const struct assignment *assignment, struct options *options,
	struct error *err)
{
	struct error why;

	if (assignment->is_false ||
	    !assignment->row->parse(options, assignment->value, &why))
		return 0;
	if (!assignment->setting)
		return error_set(err, "%s", why.text);
	return error_set(err, "%s: %s", assignment->setting->origin, why.text);
}

int
assignment_apply(const struct assignment_list *list, struct options *options,
	struct error *err)
{
	unsigned command = options->command->bit;
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct assignment *own = &list->assignment[i];
		struct options nobody = { .command = options->command };
		bool counts = own->row->commands & own->commands & command &&
			is_last_word(list, i, command);

		if (apply(own, counts ? options : &nobody, err))
			return -1;
	}
	return 0;
}
