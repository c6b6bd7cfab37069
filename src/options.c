/*
 * The table, and what the rows do with their arguments, whether these stand on
 * the command line or in a file.
 */
#include "config.h"

#include "options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "compare/repair.h"
#include "report/page.h"
#include "text/charset.h"

#define NAME_MOST 32			/* bytes of a format's name */
#define WIDTH_LEAST 40
#define WIDTH_MOST 1000
#define JOBS_MOST 256
#define SHARD_MOST 15			/* bytes: two numbers of 7 digits */
#define MANY 1000000
#define LARGE_GAP 10000			/* words: some ten seconds each */

static int
parse_format(struct options *options, const char *value, struct error *err)
{
	options->format = report_format_find(value);
	options->format_given = true;
	if (options->format)
		return 0;
	return error_set(err, "There is no report format '%s'; see 'verbatim "
		"list formats'.", value);
}

static int
parse_fail_on(struct options *options, const char *value, struct error *err)
{
	return gate_fail_on(&options->gate, value, err);
}

static int
parse_ignore(struct options *options, const char *value, struct error *err)
{
	return gate_ignore(&options->gate, value, err);
}

static int
parse_severity(struct options *options, const char *value, struct error *err)
{
	return gate_weigh(&options->gate, value, err);
}

static int
parse_min_coverage(struct options *options, const char *value,
	struct error *err)
{
	return gate_cover(&options->gate, value, err);
}

static int
parse_alias(struct options *options, const char *value, struct error *err)
{
	return gate_alias(&options->gate, value, err);
}

static int
parse_equivalent(struct options *options, const char *value, struct error *err)
{
	return gate_equate(&options->gate, value, err);
}

static int
parse_furniture(struct options *options, const char *value, struct error *err)
{
	return gate_furniture(&options->gate, value, err);
}

static int
parse_ignore_passage(struct options *options, const char *value,
	struct error *err)
{
	return gate_ignore_passage(&options->gate, value, err);
}

static int
parse_strict(struct options *options, const char *value, struct error *err)
{
	(void)value;
	(void)err;
	options->gate.strict = true;
	return 0;
}

static int
parse_baseline(struct options *options, const char *value, struct error *err)
{
	(void)err;
	options->baseline = *value ? value : NULL;
	return 0;
}

static int
parse_write_baseline(struct options *options, const char *value,
	struct error *err)
{
	if (!*value)
		return error_set(err, "--write-baseline takes the name of a "
			"file.");
	options->new_baseline = value;
	return 0;
}

static int
parse_colour(struct options *options, const char *value, struct error *err)
{
	static const char *const names[] = {
		[COLOUR_AUTO] = "auto",
		[COLOUR_ALWAYS] = "always",
		[COLOUR_NEVER] = "never"
	};
	int colour;

	for (colour = COLOUR_AUTO; colour <= COLOUR_NEVER; colour++)
		if (!strcmp(value, names[colour])) {
			options->colour = (enum colour)colour;
			return 0;
		}
	return error_set(err, "--color takes auto, always or never, not '%s'.",
		value);
}

static int
parse_width(struct options *options, const char *value, struct error *err)
{
	char *end;
	unsigned long width = strtoul(value, &end, 10);

	if (end == value || *end || width < WIDTH_LEAST || width > WIDTH_MOST)
		return error_set(err, "--width takes a number of columns from "
			"%d to %d, not '%s'.", WIDTH_LEAST, WIDTH_MOST, value);
	options->width = (unsigned)width;
	return 0;
}

static int
parse_input(struct options *options, enum side side, const char *value,
	struct error *err)
{
	options->input[side] = input_format_find(value);
	if (options->input[side])
		return 0;
	return error_set(err, "There is no input format '%s'; see 'verbatim "
		"list formats'.", value);
}

static int
parse_reprint_format(struct options *options, const char *value,
	struct error *err)
{
	return parse_input(options, REPRINT, value, err);
}

static int
parse_transcript_format(struct options *options, const char *value,
	struct error *err)
{
	return parse_input(options, TRANSCRIPT, value, err);
}

static const char *
after_prefix(const char *text, const char *prefix)
{
	size_t n = strlen(prefix);

	return strncmp(text, prefix, n) ? NULL : text + n;
}

static int
parse_encoding(struct options *options, const char *value, struct error *err)
{
	const char *reprint = after_prefix(value, "reprint:");
	const char *transcript = after_prefix(value, "transcript:");
	const char *name = reprint ? reprint : transcript ? transcript : value;

	if (!charset_canonical(name))
		return error_set(err, "There is no encoding '%s'.", name);
	if (!transcript)
		options->encoding[REPRINT] = name;
	if (!reprint)
		options->encoding[TRANSCRIPT] = name;
	return 0;
}

static int
parse_max_size(struct options *options, const char *value, struct error *err)
{
	static const char units[] = "KMG";
	char *end;
	unsigned long long size;
	const char *unit;

	errno = 0;
	size = strtoull(value, &end, 10);
	unit = *end ? strchr(units, *end) : NULL;
	if (end == value || errno || *value == '-' || !size ||
	    (*end && (!unit || end[1])) || size > SIZE_MAX >> 31)
		return error_set(err, "--max-size takes a number of bytes, "
			"which may end in K, M or G, not '%s'.", value);
	if (unit)
		size <<= 10 * (unit - units + 1);
	options->max_bytes = size;
	return 0;
}

/* Does it begin like the name of a format, with = behind? */
static size_t
format_length(const char *value)
{
	size_t n = strspn(value, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return value[n] == '=' ? n : 0;
}

/* "sarif=reprint.sarif": a report of its own, in a file of its own. */
static int
parse_report_output(struct options *options, const char *value, size_t n,
	struct error *err)
{
	struct output output = { .path = value + n + 1 };
	char name[NAME_MOST];
	unsigned i;

	snprintf(name, sizeof(name), "%.*s", (int)n, value);
	output.format = report_format_find(name);
	if (!output.format)
		return error_set(err, "There is no report format '%s'; a file "
			"with = in its name is written with --output=./%s.",
			name, value);
	if (!*output.path || !strcmp(output.path, "-"))
		return error_set(err, "--output=%s= takes the name of a file.",
			name);
	for (i = 0; i < options->noutput; i++)
		if (!strcmp(options->outputs[i].path, output.path))
			return error_set(err, "Two reports cannot go into %s.",
				output.path);
	if (options->noutput == OUTPUTS_MOST)
		return error_set(err, "There can be %d reports at most.",
			OUTPUTS_MOST);
	options->outputs[options->noutput++] = output;
	return 0;
}

/* A number from 1 on; 0 with err set for anything else. */
static unsigned long
count_of(const char *option, const char *value, unsigned long most,
	struct error *err)
{
	char *end;
	unsigned long n = strtoul(value, &end, 10);

	if (*value >= '0' && *value <= '9' && !*end && n && n <= most)
		return n;
	error_set(err, "--%s takes a number from 1 to %lu, not '%s'.", option,
		most, value);
	return 0;
}

static int
parse_max_versions(struct options *options, const char *value,
	struct error *err)
{
	options->max_versions = count_of("max-versions", value, MANY, err);
	return options->max_versions ? 0 : -1;
}

static int
parse_max_gap(struct options *options, const char *value, struct error *err)
{
	options->max_gap = count_of("max-gap", value, LARGE_GAP, err);
	return options->max_gap ? 0 : -1;
}

static int
parse_max_findings(struct options *options, const char *value,
	struct error *err)
{
	options->max_findings = count_of("max-findings", value, MANY, err);
	return options->max_findings ? 0 : -1;
}

static int
parse_output(struct options *options, const char *value, struct error *err)
{
	size_t n = options->command->reports ? format_length(value) : 0;

	if (!*value)
		return error_set(err, "--output takes the name of a file.");
	if (n)
		return parse_report_output(options, value, n, err);
	options->output = value;
	return 0;
}

static int
parse_review(struct options *options, const char *value, struct error *err)
{
	if (!*value)
		return error_set(err, "--review takes the name of a file.");
	options->review = value;
	return 0;
}

static int
parse_no_review(struct options *options, const char *value, struct error *err)
{
	(void)value;
	(void)err;
	options->no_review = true;
	return 0;
}

static int
parse_note(struct options *options, const char *value, struct error *err)
{
	(void)err;
	options->note = value;
	return 0;
}

static int
parse_reviewer(struct options *options, const char *value, struct error *err)
{
	(void)err;
	options->reviewer = value;
	return 0;
}

static int
parse_to(struct options *options, const char *value, struct error *err)
{
	const char *name = charset_canonical(value);

	options->to_utf8 = name && !strcmp(name, "UTF-8");
	if (options->to_utf8)
		return 0;
	return error_set(err, "--to takes UTF-8, not '%s'.", value);
}

static int
parse_dry_run(struct options *options, const char *value, struct error *err)
{
	(void)value;
	(void)err;
	options->dry_run = true;
	return 0;
}

static int
parse_kind(struct options *options, const char *name, size_t n,
	struct error *err)
{
	char copy[64];
	const struct kind *kind;

	snprintf(copy, sizeof(copy), "%.*s", (int)n, name);
	kind = kind_find(copy);
	if (!kind)
		return error_set(err, "There is no kind '%.*s'; see 'verbatim "
			"list kinds'.", (int)n, name);
	if (!repair_knows(kind))
		return error_set(err, "Of kind %s nothing is repaired, only "
			"damaged characters are.", kind->name);
	if (options->nonly == KINDS_MOST)
		return error_set(err, "--only takes %d kinds at most.",
			KINDS_MOST);
	options->only[options->nonly++] = kind;
	return 0;
}

static int
parse_only(struct options *options, const char *value, struct error *err)
{
	size_t n;

	do {
		n = strcspn(value, ",");
		if (parse_kind(options, value, n, err))
			return -1;
		value += n;
	} while (*value++);
	return 0;
}

static int
parse_verbose(struct options *options, const char *value, struct error *err)
{
	(void)value;
	(void)err;
	options->verbose = true;
	return 0;
}

static int
parse_timings(struct options *options, const char *value, struct error *err)
{
	(void)value;
	(void)err;
	options->timings = true;
	return 0;
}

static int
parse_help(struct options *options, const char *value, struct error *err)
{
	(void)value;
	(void)err;
	options->help = true;
	return 0;
}

static int
parse_version(struct options *options, const char *value, struct error *err)
{
	(void)value;
	(void)err;
	options->version = true;
	return 0;
}

static int
parse_config(struct options *options, const char *value, struct error *err)
{
	if (!*value)
		return error_set(err, "--config takes the name of a file.");
	options->config = value;
	return 0;
}

static int
parse_no_config(struct options *options, const char *value, struct error *err)
{
	(void)value;
	(void)err;
	options->no_config = true;
	return 0;
}

static int
parse_theme(struct options *options, const char *value, struct error *err)
{
	options->theme_name = value;
	return theme_init(&options->palette, value, err);
}

static int
parse_list(struct options *options, const char *value, struct error *err)
{
	(void)value;
	(void)err;
	options->list = true;
	return 0;
}

static int
parse_show_origin(struct options *options, const char *value,
	struct error *err)
{
	(void)value;
	(void)err;
	options->show_origin = true;
	return 0;
}

static int
parse_jobs(struct options *options, const char *value, struct error *err)
{
	options->jobs = (unsigned)count_of("jobs", value, JOBS_MOST, err);
	return options->jobs ? 0 : -1;
}

static int
parse_shard(struct options *options, const char *value, struct error *err)
{
	unsigned shard, shards;
	int n = -1;

	if (strspn(value, "0123456789/") != strlen(value) ||
	    strlen(value) > SHARD_MOST || sscanf(value, "%u/%u%n", &shard,
	    &shards, &n) != 2 || value[n] || !shard || shard > shards)
		return error_set(err, "--shard takes I/N, the I-th of N parts, "
			"from 1/N to N/N, not '%s'.", value);
	options->shard = shard;
	options->shards = shards;
	return 0;
}

static int
parse_resume(struct options *options, const char *value, struct error *err)
{
	if (!*value)
		return error_set(err, "--resume takes the name of a file.");
	options->resume = value;
	return 0;
}

const struct option_row option_rows[] = {
	{ "format", 'f', "FORMAT",
		"what to print: text (the default), json, side-by-side, "
		"html, corrections, jsonl, markdown, sarif, github, gitlab, "
		"junit, rdjsonl, tap, none",
		COMMAND_REPORT | COMMAND_SCAN | COMMAND_HISTORY,
		parse_format, IN_ANY_FILE },
	{ "fail-on", 0, "WHAT[,WHAT]",
		"what leads to exit status 1: the least severity (note, "
		"warning, error; warning unless given), kinds, families; "
		"none: no finding",
		COMMAND_REPORT | COMMAND_SCAN | COMMAND_BATCH,
		parse_fail_on, IN_ANY_FILE },
	{ "ignore", 0, "KIND[,KIND]",
		"kinds or families that are only counted, not reported",
		COMMAND_REPORT | COMMAND_SCAN | COMMAND_STATUS | COMMAND_BATCH,
		parse_ignore, IN_ANY_FILE },
	{ "severity", 0, "KIND=LEVEL",
		"how much a kind or family weighs: note, warning or error",
		COMMAND_REVIEW | COMMAND_SCAN | COMMAND_BATCH,
		parse_severity, IN_ANY_FILE },
	{ "min-coverage", 0, "[NAME=]PERCENT",
		"fail where the reprint has less of the transcript, or of "
		"what a speaker says in it",
		COMMAND_REPORT | COMMAND_BATCH,
		parse_min_coverage, IN_ANY_FILE },
	{ "baseline", 0, "FILE",
		"do not fail by findings that are in the file",
		COMMAND_REPORT,
		parse_baseline, IN_USERS_FILE },
	{ "write-baseline", 0, "FILE",
		"write the findings that fail into the file, and go on with "
		"it as baseline",
		COMMAND_REPORT,
		parse_write_baseline, IN_NO_FILE },
	{ "strict", 0, NULL,
		"fail by what was accepted or is in the baseline too, and by "
		"what of it is gone",
		COMMAND_REPORT | COMMAND_BATCH,
		parse_strict, IN_ANY_FILE },
	{ "alias", 0, "NAME=NAME",
		"names of one speaker",
		COMMAND_REVIEW | COMMAND_BATCH,
		parse_alias, IN_ANY_FILE },
	{ "equivalent", 0, "WORD/WORD",
		"words that say the same: such a difference is a note",
		COMMAND_REVIEW | COMMAND_BATCH,
		parse_equivalent, IN_ANY_FILE },
	{ "furniture", 0, "PATTERN",
		"paragraphs that are the reprint's own: a note",
		COMMAND_REVIEW | COMMAND_BATCH,
		parse_furniture, IN_ANY_FILE },
	{ "ignore-passage", 0, "PATTERN",
		"paragraphs whose findings are only counted",
		COMMAND_REPORT | COMMAND_STATUS | COMMAND_BATCH,
		parse_ignore_passage, IN_ANY_FILE },
	{ "verbose", 'v', NULL,
		"list notes one by one, every place, ids, and orphans",
		COMMAND_REPORT | COMMAND_SCAN | COMMAND_STATUS |
		COMMAND_HISTORY,
		parse_verbose, IN_ANY_FILE },
	{ "review", 0, "FILE",
		"where the verdicts are; REPRINT.review unless given",
		COMMAND_REVIEW,
		parse_review, IN_USERS_FILE },
	{ "no-review", 0, NULL,
		"pass over verdicts: all findings are open",
		COMMAND_REPORT | COMMAND_BATCH,
		parse_no_review, IN_USERS_FILE },
	{ "note", 0, "TEXT",
		"what there is to say of the verdict",
		COMMAND_VERDICT,
		parse_note, IN_NO_FILE },
	{ "reviewer", 0, "NAME",
		"whose verdict it is; VERBATIM_REVIEWER in the environment, "
		"or the user's name, unless given",
		COMMAND_VERDICT | COMMAND_VIEW,
		parse_reviewer, IN_USERS_FILE },
	{ "output", 'o', "[FORMAT=]FILE",
		"write to the file, all of it or nothing; with a format, a "
		"report in addition, as often as it is given",
		COMMAND_ALL & ~COMMAND_BATCH,
		parse_output, IN_NO_FILE },
	{ "dry-run", 0, NULL,
		"only list what would be repaired",
		COMMAND_REPAIR,
		parse_dry_run, IN_ANY_FILE },
	{ "only", 0, "KIND[,KIND]",
		"repair damage of these kinds, and where it is but likely too",
		COMMAND_REPAIR,
		parse_only, IN_ANY_FILE },
	{ "to", 0, "UTF-8",
		"write UTF-8, whatever the reprint is in",
		COMMAND_REPAIR,
		parse_to, IN_ANY_FILE },
	{ "reprint-format", 0, "FORMAT",
		"what the reprint is, where it does not show",
		COMMAND_COMPARE | COMMAND_SCAN | COMMAND_HISTORY,
		parse_reprint_format, IN_ANY_FILE },
	{ "transcript-format", 0, "FORMAT",
		"what the transcript is",
		COMMAND_COMPARE | COMMAND_HISTORY,
		parse_transcript_format, IN_ANY_FILE },
	{ "encoding", 0, "NAME",
		"the character encoding, where it is not found right; "
		"reprint:NAME and transcript:NAME say it of one of the two",
		COMMAND_COMPARE | COMMAND_SCAN | COMMAND_HISTORY,
		parse_encoding, IN_ANY_FILE },
	{ "max-size", 0, "SIZE",
		"refuse files larger than this (bytes, or K, M, G); 1G "
		"unless given",
		COMMAND_COMPARE | COMMAND_REPLAY | COMMAND_SCAN |
		COMMAND_HISTORY,
		parse_max_size, IN_USERS_FILE },
	{ "max-gap", 0, "WORDS",
		"search this many words on end for single words in common, "
		"where none but these are; 1000 unless given",
		COMMAND_REVIEW | COMMAND_BATCH,
		parse_max_gap, IN_USERS_FILE },
	{ "max-findings", 0, "N",
		"to list under a heading; 30 unless given, or all with "
		"--verbose",
		COMMAND_REPORT | COMMAND_SCAN,
		parse_max_findings, IN_USERS_FILE },
	{ "max-versions", 0, "N",
		"of the transcript to look at, the newest; 1000 unless given",
		COMMAND_HISTORY,
		parse_max_versions, IN_USERS_FILE },
	{ "color", 0, "WHEN",
		"auto (the default: on a terminal, unless NO_COLOR is set), "
		"always or never",
		COMMAND_ALL,
		parse_colour, IN_USERS_FILE },
	{ "theme", 0, "NAME",
		"of the colours: dark (the default), light or mono",
		COMMAND_ALL,
		parse_theme, IN_NO_FILE },
	{ "width", 0, "COLUMNS",
		"of a line; the terminal's, or 100, unless given",
		COMMAND_ALL,
		parse_width, IN_ANY_FILE },
	{ "jobs", 'j', "N",
		"pairs to compare at a time; as many as there are processors "
		"unless given",
		COMMAND_BATCH,
		parse_jobs, IN_USERS_FILE },
	{ "shard", 0, "I/N",
		"only the I-th of N parts of the manifest",
		COMMAND_BATCH,
		parse_shard, IN_NO_FILE },
	{ "resume", 0, "FILE",
		"write to the file, and go on where it ends if it is there",
		COMMAND_BATCH,
		parse_resume, IN_NO_FILE },
	{ "timings", 0, NULL,
		"tell on standard error how long each part took the processor",
		COMMAND_REPORT,
		parse_timings, IN_NO_FILE },
	{ "list", 'l', NULL,
		"the settings in force, one a line",
		COMMAND_CONFIG,
		parse_list, IN_NO_FILE },
	{ "show-origin", 0, NULL,
		"with the file and line that each stands in",
		COMMAND_CONFIG,
		parse_show_origin, IN_NO_FILE },
	{ "config", 0, "FILE",
		"read settings from this file alone",
		COMMAND_ALL,
		parse_config, IN_NO_FILE },
	{ "no-config", 0, NULL,
		"read no settings from files",
		COMMAND_ALL,
		parse_no_config, IN_NO_FILE },
	{ "help", 'h', NULL,
		"print this",
		COMMAND_ALL,
		parse_help, IN_NO_FILE },
	{ "version", 'V', NULL,
		"print the version",
		COMMAND_ALL,
		parse_version, IN_NO_FILE },
	{ 0 }
};

bool
option_can_be_undone(const struct option_row *row)
{
	return !row->argument && row->files != IN_NO_FILE &&
		strncmp(row->name, "no-", 3);
}
