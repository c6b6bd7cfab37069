#include "config.h"

#include "options.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/libgit2.h"
#include "command.h"

#define ARGUMENTS_MOST 16

static char folder[] = "/tmp/verbatim-options-XXXXXX";

static void
no_files(void)
{
	setenv("VERBATIM_CONFIG", "", 1);
}

TestSuite(options, .init = no_files);

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
	cr_assert_eq(options.gate.fail_on, WARNING);
	cr_assert_not(options.gate.never_fail);
}

Test(options, options_go_before_and_behind_the_operands)
{
	struct options options;
	struct error err;

	cr_assert_eq(parse(&options, &err, "verbatim report a -f json b "
		"--fail-on=error -v --width 80"), 0);
	cr_assert_str_eq(options.format->name, "json");
	cr_assert_eq(options.gate.fail_on, ERROR);
	cr_assert(options.verbose);
	cr_assert_eq(options.width, 80);
	cr_assert_str_eq(options.operands[1], "b");
}

Test(options, what_is_asked_of_findings_goes_into_the_gate)
{
	struct options options;
	struct error err;

	cr_assert_eq(parse(&options, &err, "verbatim a b --fail-on=error "
		"--ignore=typography --severity=wording.case=error --strict "
		"--min-coverage=90% --min-coverage=ANN=50 --alias=ANN=A "
		"--equivalent=a/b --furniture=x* --ignore-passage=/y/ "
		"--baseline=base --write-baseline=new"), 0, "%s", err.text);
	cr_assert_eq(options.gate.fail_on, ERROR);
	cr_assert(options.gate.strict);
	cr_assert(kind_set_has(&options.gate.ignored,
		kind_find("typography.dash")));
	cr_assert_eq(options.gate.severity[kind_index(
		kind_find("wording.case"))], ERROR + 1);
	cr_assert_eq(options.gate.coverage.n, 2);
	cr_assert_str_eq(options.gate.aliases.value[0], "ANN=A");
	cr_assert_str_eq(options.gate.equivalents.value[0], "a/b");
	cr_assert_str_eq(options.gate.furniture.value[0], "x*");
	cr_assert_str_eq(options.gate.ignored_passages.value[0], "/y/");
	cr_assert_str_eq(options.baseline, "base");
	cr_assert_str_eq(options.new_baseline, "new");
	options_release(&options);
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

Test(options, there_is_room_for_all_rows)
{
	const struct option_row *row;

	for (row = option_rows; row->name; row++)
		cr_assert(strlen(row->name) < 28, "%s", row->name);
	cr_assert_leq(row - option_rows, ROWS_MOST);
}

Test(options, what_a_file_may_switch_on_can_be_undone)
{
	struct options options;
	struct error err;

	cr_assert_eq(parse(&options, &err, "verbatim a b -v --no-verbose"),
		0);
	cr_assert_not(options.verbose);
	cr_assert_eq(parse(&options, &err, "verbatim a b --no-verbose -v"),
		0);
	cr_assert(options.verbose);
	assert_refused("verbatim a b --no-width", "--no-width");
	assert_refused("verbatim a b --no-no-review", "--no-no-review");
	assert_refused("verbatim a b --no-verbose=1",
		"--no-verbose takes no value");
}

/*
 * With files: the user's, and the project's in whose folder the reprint is.
 */

static void
setup_files(void)
{
	cr_assert(mkdtemp(folder));
	cr_assert_eq(chdir(folder), 0);
	cr_assert_eq(mkdir("project", 0700), 0);
	setenv("HOME", folder, 1);
	unsetenv("XDG_CONFIG_HOME");
	setenv("VERBATIM_CONFIG", "user", 1);
}

static void
teardown_files(void)
{
	remove("project/.verbatim");
	remove("project");
	remove("user");
	remove(folder);
	libgit2_release();
}

TestSuite(settings, .init = setup_files, .fini = teardown_files);

static void
write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	fputs(text, file);
	fclose(file);
}

static void
write_files(const char *user, const char *project)
{
	write_file("user", user);
	write_file("project/.verbatim", project);
}

static void
assert_width(const char *line, const char *user, const char *project,
	unsigned wanted)
{
	struct options options;
	struct error err;

	write_files(user, project);
	cr_assert_eq(parse(&options, &err, line), 0, "%s", err.text);
	cr_assert_eq(options.width, wanted, "%s: %u", line, options.width);
	options_release(&options);
}

static void
assert_files_refused(const char *user, const char *project, const char *why)
{
	struct options options;
	struct error err;

	write_files(user, project);
	cr_assert_eq(parse(&options, &err, "verbatim project/a b"), -1, "%s%s",
		user, project);
	cr_assert(strstr(err.text, why), "%s: “%s”", why, err.text);
	cr_assert_eq(err.text[strlen(err.text) - 1], '.');
	options_release(&options);
}

Test(settings, the_nearer_wins_and_the_command_line_last)
{
	static const char user[] = "[report]\nwidth = 50\n"
		"[verbatim]\nwidth = 60\n";
	static const char project[] = "[verbatim]\nwidth = 70\n";

	assert_width("verbatim project/a b", user, project, 70);
	assert_width("verbatim project/a b --width=80", user, project, 80);
	assert_width("verbatim a project/b", user, project, 50);
	assert_width("verbatim scan a", user, project, 60);
	assert_width("verbatim scan project/a", user, project, 70);
	assert_width("verbatim project/a b --config=user", user, project, 50);
	assert_width("verbatim project/a b --no-config", user, project, 0);
	assert_width("verbatim project/a b", user, "[scan]\nwidth = 90\n",
		50);
	assert_width("verbatim project/a b", "", "[report]\nwidth = 90\n"
		"width = 91\n", 91);
}

Test(settings, switches_are_true_or_false)
{
	static const struct {
		const char *user, *project;
		bool verbose;
	} rows[] = {
		{ "[report]\nverbose\n", "", true },
		{ "[report]\nverbose = ON\n", "", true },
		{ "[report]\nverbose = 0\n", "", false },
		{ "[report]\nverbose\nverbose = no\n", "", false },
		{ "[report]\nverbose = no\nverbose = yes\n", "", true },
		{ "[verbatim]\nverbose\n[report]\nverbose = off\n", "",
			false },
		{ "[report]\nverbose\n", "[verbatim]\nverbose = false\n",
			false },
		{ "[scan]\nverbose\n", "", false }
	};
	struct options options;
	struct error err;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		write_files(rows[i].user, rows[i].project);
		cr_assert_eq(parse(&options, &err, "verbatim project/a b"), 0,
			"%s", err.text);
		cr_assert_eq(options.verbose, rows[i].verbose, "%s%s",
			rows[i].user, rows[i].project);
		options_release(&options);
		cr_assert_eq(parse(&options, &err,
			"verbatim project/a b --no-verbose"), 0);
		cr_assert_not(options.verbose);
		options_release(&options);
	}
}

Test(settings, a_list_is_replaced_and_not_added_to)
{
	struct options options;
	struct error err;

	write_files("[repair]\nonly = encoding.lost\n"
		"only = encoding.entity\n", "");
	cr_assert_eq(parse(&options, &err, "verbatim repair project/a b"), 0);
	cr_assert_eq(options.nonly, 2);
	options_release(&options);
	cr_assert_eq(parse(&options, &err, "verbatim repair project/a b "
		"--only=encoding.mojibake"), 0);
	cr_assert_eq(options.nonly, 1);
	cr_assert_str_eq(options.only[0]->name, "encoding.mojibake");
	options_release(&options);
}

Test(settings, strings_live_as_long_as_the_options)
{
	struct options options;
	struct error err;

	write_files("[report]\nencoding = reprint:KOI8-R\n", "");
	cr_assert_eq(parse(&options, &err, "verbatim project/a b"), 0);
	cr_assert_str_eq(options.encoding[REPRINT], "KOI8-R");
	options_release(&options);
}

Test(settings, what_is_wrong_is_told_with_file_and_line)
{
	assert_files_refused("\n[reprot]\nwidth = 80\n", "",
		"user:3: There is no section [reprot]; the nearest is report");
	assert_files_refused("[frobnicate]\nx = 1\n", "",
		"no section [frobnicate].");
	assert_files_refused("[report \"x\"]\nwidth = 80\n", "",
		"no section [report.x]");
	assert_files_refused("width = 80\n", "", "user:1: width stands in no");
	assert_files_refused("[report]\nfail-of = error\n", "",
		"user:2: There is no setting fail-of in [report]; "
		"the nearest is fail-on");
	assert_files_refused("[scan]\ndry-run\n", "", "does not go with");
	assert_files_refused("[report]\noutput = x\n", "",
		"--output can be given on the command line only");
	assert_files_refused("[report]\nhelp\n", "", "--help");
	assert_files_refused("[report]\nno-verbose\n", "", "no-verbose");
	assert_files_refused("[report]\nverbose = maybe\n", "",
		"user:2: verbose takes true or false, not 'maybe'");
	assert_files_refused("", "[report]\n\nfail-on = often\n",
		"project/.verbatim:3: --fail-on takes");
	/* also where it is not needed */
	assert_files_refused("[scan]\nwidth = 3\n", "", "user:2: --width");
	assert_files_refused("[report]\nwidth = 3\n",
		"[report]\nwidth = 80\n", "user:2: --width");
}

Test(settings, a_project_cannot_set_what_could_harm)
{
	assert_files_refused("", "[verbatim]\nmax-size = 900G\n",
		"project/.verbatim:2: A project file cannot set max-size");
	assert_files_refused("", "[verbatim]\ncolor = always\n",
		"cannot set color");
	assert_files_refused("", "[keys]\nquit = x\n",
		"cannot have a section [keys]");
	assert_files_refused("", "[theme]\nerror = black\n",
		"cannot have a section [theme]");
	assert_width("verbatim project/a b", "[verbatim]\nmax-size = 2G\n"
		"color = always\n[keys]\nquit = x\n", "", 0);
}

Test(settings, keys_are_kept_in_their_order)
{
	struct options options;
	struct error err;

	write_files("[keys]\nquit = q\n[report]\nwidth = 80\n[keys]\n"
		"help = ?\nquit = Q\n", "");
	cr_assert_eq(parse(&options, &err, "verbatim project/a b"), 0, "%s",
		err.text);
	cr_assert_eq(options.keys.n, 3);
	cr_assert_str_eq(options.keys.setting[0].name, "quit");
	cr_assert_str_eq(options.keys.setting[0].value, "q");
	cr_assert_str_eq(options.keys.setting[0].origin, "user:2");
	cr_assert_str_eq(options.keys.setting[1].name, "help");
	cr_assert_str_eq(options.keys.setting[2].value, "Q");
	cr_assert_str_eq(options.keys.setting[2].origin, "user:7");
	options_release(&options);
}

Test(settings, a_theme_is_its_base_and_what_is_set_on_it)
{
	struct theme light;
	struct options options;
	struct error err;

	cr_assert_eq(theme_init(&light, "light", &err), 0);
	write_files("[theme]\nplace = \"#ff8800\"\nbase = light\n", "");
	cr_assert_eq(parse(&options, &err, "verbatim project/a b"), 0, "%s",
		err.text);
	cr_assert_eq(options.theme.n, 2);
	cr_assert_eq(options.palette.look[STYLE_PLACE].fg, 0x1ff8800);
	cr_assert_eq(options.palette.look[STYLE_ERROR].fg,
		light.look[STYLE_ERROR].fg);
	options_release(&options);
	cr_assert_eq(parse(&options, &err, "verbatim project/a b "
		"--theme=mono"), 0);
	cr_assert_eq(options.palette.look[STYLE_PLACE].fg, COLOUR_OWN);
	options_release(&options);
	assert_files_refused("[theme]\nbase = solar\n", "",
		"user:2: There is no theme 'solar'");
	assert_files_refused("[theme]\nerorr = red\n", "",
		"user:2: There is no style 'erorr'; the nearest is error");
	assert_files_refused("[theme]\nerror = rde\n", "", "user:2: 'rde'");
	assert_files_refused("[theme]\nerror = #ff0000\n", "",
		"quotation marks");
}

Test(settings, help_is_given_however_wrong_a_file_is)
{
	struct options options;
	struct error err;

	write_files("[what\n", "");
	cr_assert_eq(parse(&options, &err, "verbatim --help --width=80"), 0);
	cr_assert(options.help);
	cr_assert_eq(options.width, 80);
	options_release(&options);
	cr_assert_eq(parse(&options, &err, "verbatim --version"), 0);
	options_release(&options);
}

/* ---- several reports ---- */

Test(options, a_format_before_the_file_makes_a_report_of_its_own)
{
	struct options options;
	struct error err;

	cr_assert_eq(parse(&options, &err, "verbatim a b -o sarif=x.sarif "
		"--output=tap=./y=z -o plain"), 0);
	cr_assert_eq(options.noutput, 2);
	cr_assert_str_eq(options.outputs[0].format->name, "sarif");
	cr_assert_str_eq(options.outputs[0].path, "x.sarif");
	cr_assert_str_eq(options.outputs[1].format->name, "tap");
	cr_assert_str_eq(options.outputs[1].path, "./y=z");
	cr_assert_str_eq(options.output, "plain");
	cr_assert_not(options.format_given);
}

Test(options, a_file_may_have_an_equals_sign_in_its_name)
{
	struct options options;
	struct error err;

	cr_assert_eq(parse(&options, &err, "verbatim a b -o ./json=x"), 0);
	cr_assert_str_eq(options.output, "./json=x");
	cr_assert_eq(parse(&options, &err, "verbatim a b -o A=x"), 0);
	cr_assert_str_eq(options.output, "A=x");
	cr_assert_eq(parse(&options, &err, "verbatim repair a b -o json=x"),
		0);
	cr_assert_str_eq(options.output, "json=x");
	cr_assert_eq(options.noutput, 0);
}

Test(options, outputs_that_cannot_be_are_refused)
{
	assert_refused("verbatim a b -o sarfi=x", "no report format 'sarfi'");
	assert_refused("verbatim a b -o json=", "takes the name of a file");
	assert_refused("verbatim a b -o json=x -o tap=x", "cannot go into x");
}

Test(options, help_names_all_formats)
{
	const struct report_format *format;

	for (format = report_formats; format->name; format++)
		cr_assert(strstr(option_rows[0].help, format->name), "%s",
			format->name);
}
