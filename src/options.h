/*
 * The command line and the configuration files, as one table of options.
 *
 * --help, completion and the manual page are made from the rows or compared
 * with them; "[report] width = 100" in a file is --width=100 for report.
 */
#ifndef VERBATIM_OPTIONS_H
#define VERBATIM_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "report/report.h"
#include "report/theme.h"
#include "review/gate.h"
#include "settings.h"
#include "text/input.h"

struct command;

#define KINDS_MOST 16			/* that --only takes */

#define SECTION_KEYS "keys"
#define SECTION_THEME "theme"
/* for rules of a project, whatever the command */
#define SECTION_SPEAKERS "speakers"
#define SECTION_WORDS "words"
#define SECTION_PASSAGES "passages"

#define OUTPUTS_MOST 16			/* of --output FORMAT=FILE */

/* A report, and the file that it goes to. */
struct output {
	const struct report_format *format;
	const char *path;		/* NULL: standard output */
};

enum colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/* What the user asked for; a field that is zero was not asked for. */
struct options {
	const struct command *command;
	const struct report_format *format;
	bool format_given;
	struct gate gate;
	const char *baseline, *new_baseline;	/* paths */
	enum colour colour;
	unsigned width;			/* cells */
	bool verbose, timings;
	const struct input_format *input[2];
	const char *encoding[2];
	size_t max_bytes;
	size_t max_versions;		/* 0: the default, here and below */
	size_t max_gap;			/* words */
	size_t max_findings;		/* of a section of the report */
	const char *output;		/* path */
	struct output outputs[OUTPUTS_MOST];	/* those with a format of
						   their own */
	unsigned noutput;
	const char *review;		/* path */
	bool no_review;
	const char *note, *reviewer;
	bool to_utf8, dry_run;
	const struct kind *only[KINDS_MOST + 1];	/* ends with NULL */
	unsigned nonly;
	bool help, version;
	const char *config;		/* path; NULL: as the environment has
					   it */
	bool no_config;
	const char *theme_name;		/* NULL: that of the file */
	bool list, show_origin;
	unsigned jobs;			/* threads; 0: as many as there are
					   processors */
	unsigned shard, shards;		/* the shard-th of so many; 0: all */
	const char *resume;		/* path */
	struct settings settings;	/* all that the files set */
	struct setting_list keys, theme;	/* their sections [keys] and
					   [theme], in order */
	struct theme palette;		/* what comes of theme_name and
					   theme */
	char **operands;
	int noperand;
};

/* Whether it may be set in a file; a project's may be a stranger's. */
enum option_files { IN_NO_FILE, IN_USERS_FILE, IN_ANY_FILE };

struct option_row {
	const char *name;		/* "format" */
	char letter;			/* 'f', or 0 */
	const char *argument;		/* "FORMAT", or NULL for none */
	const char *help;
	unsigned commands;		/* bits of enum command_bit */
	/* value is NULL where argument is */
	int (*parse)(struct options *options, const char *value,
		struct error *err);
	enum option_files files;
};

#define ROWS_MOST 64

/* Ends with a row without a name. */
extern const struct option_row option_rows[];

/* Is there a --no-NAME? */
bool
option_can_be_undone(const struct option_row *row);

/*
 * Takes argv apart (and may reorder it), and reads the configuration files.
 * Release the options in either case; strings in them are theirs or argv's.
 */
int
options_parse(struct options *options, int argc, char **argv,
	struct error *err);

void
options_release(struct options *options);

/* Appends what --help says, of one command or of all (NULL). */
void
options_help(const struct command *command, unsigned width, bool ascii,
	struct buffer *out);

#endif
