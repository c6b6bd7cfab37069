/*
 * What files say, for who wonders why the program does what it does.  Values
 * may be a stranger's, so they are made safe like the words of a document.
 */
#include "config.h"

#include <string.h>

#include "command.h"
#include "report/escape.h"

static void
put(struct buffer *out, const char *text)
{
	escape_add(out, text, strlen(text), ESCAPE_EXACT |
		(output_ascii() ? ESCAPE_ASCII : 0));
}

/* Does a later file say something else? */
static bool
is_overruled(const struct setting_list *list, const struct setting *setting)
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct setting *other = &list->setting[i];

		if (other->file > setting->file &&
		    !strcmp(other->section, setting->section) &&
		    !strcmp(other->name, setting->name))
			return true;
	}
	return false;
}

static void
list_settings(const struct options *options, struct buffer *out)
{
	const struct setting_list *list = &options->settings.all;
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct setting *setting = &list->setting[i];

		if (is_overruled(list, setting))
			continue;
		if (options->show_origin) {
			put(out, setting->origin);
			buffer_putc(out, '\t');
		}
		put(out, setting->section);
		buffer_putc(out, '.');
		put(out, setting->name);
		buffer_putc(out, '=');
		put(out, setting->value);
		buffer_putc(out, '\n');
	}
}

static void
tell_files(const struct options *options, struct buffer *out)
{
	static const char *const whose[SETTINGS_FILES] = {
		[USERS_FILE] = "user     ",
		[PROJECTS_FILE] = "project  "
	};
	int file;

	for (file = USERS_FILE; file < SETTINGS_FILES; file++) {
		const char *path = options->settings.path[file];

		buffer_puts(out, whose[file]);
		put(out, path ? path : "none");
		if (path && !options->settings.found[file])
			buffer_puts(out, " (there is none)");
		buffer_putc(out, '\n');
	}
}

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	if (options->show_origin && !options->list) {
		error_set(err, "The option --show-origin goes with --list.");
		return 2;
	}
	if (options->list)
		list_settings(options, out);
	else
		tell_files(options, out);
	return 0;
}

const struct command command_config = {
	.bit = COMMAND_CONFIG,
	.name = "config",
	.operands = "[REPRINT]",
	.most = 1,
	.help = "Says which configuration files are read, for a reprint or "
		"here; with --list, what they set.",
	.run = run
};
