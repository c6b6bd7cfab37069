#include "config.h"

#include "options.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "command.h"

#define ARGUMENTS_MOST 16

static int
parse(struct options *options, struct error *err, const char *line)
{
	static char copy[512];
	static char *argv[ARGUMENTS_MOST];
	int argc = 0;
	char *word;

	err->text[0] = '\0';
	snprintf(copy, sizeof(copy), "%s", line);
	for (word = strtok(copy, " "); word; word = strtok(NULL, " "))
		argv[argc++] = word;
	argv[argc] = NULL;
	return options_parse(options, argc, argv, err);
}

static void
assert_refused(const char *line, const char *why)
{
	struct options options;
	struct error err;

	cr_assert_eq(parse(&options, &err, line), -1, "%s is taken", line);
	cr_assert(strstr(err.text, why), "%s: “%s”", line, err.text);
	cr_assert_eq(err.text[strlen(err.text) - 1], '.');
}

Test(options, report_is_what_is_done_without_a_command)
{
	struct options options;
	struct error err;

	cr_assert_eq(parse(&options, &err, "verbatim a b"), 0);
	cr_assert_eq(options.command, &command_report);
	cr_assert_str_eq(options.operands[0], "a");
	cr_assert_str_eq(options.operands[1], "b");
	cr_assert_str_eq(options.format->name, "text");
	cr_assert_eq(options.fail_on, WARNING);
	cr_assert_not(options.never_fail);
}

Test(options, options_go_before_and_behind_the_operands)
{
	struct options options;
	struct error err;

	cr_assert_eq(parse(&options, &err, "verbatim report a -f json b "
		"--fail-on=error -v --width 80"), 0);
	cr_assert_str_eq(options.format->name, "json");
	cr_assert_eq(options.fail_on, ERROR);
	cr_assert(options.verbose);
	cr_assert_eq(options.width, 80);
	cr_assert_str_eq(options.operands[1], "b");
}

Test(options, a_file_may_have_the_name_of_a_command)
{
	struct options options;
	struct error err;

	cr_assert_eq(parse(&options, &err, "verbatim report list list"), 0);
	cr_assert_eq(options.command, &command_report);
}

Test(options, an_encoding_is_for_both_or_for_one)
{
	struct options options;
	struct error err;

	cr_assert_eq(parse(&options, &err, "verbatim a b "
		"--encoding=windows-1252"), 0);
	cr_assert_str_eq(options.encoding[REPRINT], "windows-1252");
	cr_assert_str_eq(options.encoding[TRANSCRIPT], "windows-1252");
	cr_assert_eq(parse(&options, &err, "verbatim a b "
		"--encoding=reprint:KOI8-R"), 0);
	cr_assert_str_eq(options.encoding[REPRINT], "KOI8-R");
	cr_assert_null(options.encoding[TRANSCRIPT]);
	assert_refused("verbatim a b --encoding=transcript:klingon",
		"klingon");
}

Test(options, sizes_may_have_a_unit)
{
	struct options options;
	struct error err;

	cr_assert_eq(parse(&options, &err, "verbatim a b --max-size=3M"), 0);
	cr_assert_eq(options.max_bytes, 3u << 20);
	cr_assert_eq(parse(&options, &err, "verbatim a b --max-size=17"), 0);
	cr_assert_eq(options.max_bytes, 17);
	assert_refused("verbatim a b --max-size=3X", "3X");
	assert_refused("verbatim a b --max-size=-3", "-3");
	assert_refused("verbatim a b --max-size=0", "0");
	assert_refused("verbatim a b --max-size=99999999999999999999G",
		"--max-size");
}

Test(options, what_is_wrong_is_said_in_one_sentence)
{
	assert_refused("verbatim a b --bogus", "no option --bogus");
	assert_refused("verbatim a b -x", "no option -x");
	assert_refused("verbatim a b --format", "--format needs a value");
	assert_refused("verbatim a b --format=yaml", "yaml");
	assert_refused("verbatim a b --verbose=3", "--verbose takes no value");
	assert_refused("verbatim a b --fail-on=often", "often");
	assert_refused("verbatim a b --color=blue", "blue");
	assert_refused("verbatim a b --width=39", "39");
	assert_refused("verbatim a b --width=80x", "80x");
	assert_refused("verbatim a b --reprint-format=tiff", "tiff");
	assert_refused("verbatim a", "REPRINT TRANSCRIPT");
	assert_refused("verbatim a b c", "REPRINT TRANSCRIPT");
	assert_refused("verbatim", "REPRINT TRANSCRIPT");
	assert_refused("verbatim list", "kinds|formats");
	assert_refused("verbatim list kinds --format=json", "does not go");
}

Test(options, help_needs_no_operands_and_names_every_option)
{
	struct options options;
	struct error err;
	struct buffer out = BUFFER_INIT;
	const struct option_row *row;
	size_t i;

	cr_assert_eq(parse(&options, &err, "verbatim --help"), 0);
	cr_assert(options.help);
	cr_assert_null(options.command);
	options_help(NULL, 80, false, &out);
	for (row = option_rows; row->name; row++)
		cr_assert(strstr(out.data, row->name), "%s", row->name);
	for (i = 0; commands[i]; i++)
		cr_assert(strstr(out.data, commands[i]->name));
	buffer_release(&out);
}

Test(options, help_of_a_command_has_its_options_alone)
{
	struct options options;
	struct error err;
	struct buffer out = BUFFER_INIT;

	cr_assert_eq(parse(&options, &err, "verbatim list --help"), 0);
	cr_assert_eq(options.command, &command_list);
	options_help(options.command, 80, false, &out);
	cr_assert_null(strstr(out.data, "--fail-on"));
	cr_assert(strstr(out.data, "--width"));
	buffer_release(&out);
}

Test(options, names_and_letters_are_unique)
{
	const struct option_row *a, *b;

	for (a = option_rows; a->name; a++)
		for (b = a + 1; b->name; b++) {
			cr_assert_str_neq(a->name, b->name);
			cr_assert(!a->letter || a->letter != b->letter);
		}
}

Test(options, kinds_are_named_one_behind_the_other)
{
	struct options options;
	struct error err;

	cr_assert_eq(parse(&options, &err, "verbatim repair a b "
		"--only=encoding.lost,encoding.mojibake --to=utf8"), 0);
	cr_assert_eq(options.nonly, 2);
	cr_assert_str_eq(options.only[0]->name, "encoding.lost");
	cr_assert_str_eq(options.only[1]->name, "encoding.mojibake");
	cr_assert_null(options.only[2]);
	cr_assert(options.to_utf8);
	assert_refused("verbatim repair a b --only=encoding.none",
		"There is no kind");
	assert_refused("verbatim repair a b --only=encoding.lost,",
		"There is no kind");
	assert_refused("verbatim repair a b --only=wording.number",
		"nothing is repaired");
	assert_refused("verbatim repair a b --to=windows-1252", "UTF-8");
	assert_refused("verbatim report a b --to=UTF-8", "does not go");
}
