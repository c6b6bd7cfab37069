/*
 * The command line, as one table of options.
 *
 * --help, completion and the manual page are made from the rows or compared
 * with them.
 */
#ifndef VERBATIM_OPTIONS_H
#define VERBATIM_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "report/report.h"
#include "text/input.h"

struct command;

#define KINDS_MOST 16			/* that --only takes */

enum colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/* What the user asked for; a field that is zero was not asked for. */
struct options {
	const struct command *command;
	const struct report_format *format;
	enum severity fail_on;
	bool never_fail;
	enum colour colour;
	unsigned width;			/* cells */
	bool verbose;
	const struct input_format *input[2];
	const char *encoding[2];
	size_t max_bytes;
	const char *output;		/* path */
	bool to_utf8, dry_run;
	const struct kind *only[KINDS_MOST + 1];	/* ends with NULL */
	unsigned nonly;
	bool help, version;
	char **operands;
	int noperand;
};

struct option_row {
	const char *name;		/* "format" */
	char letter;			/* 'f', or 0 */
	const char *argument;		/* "FORMAT", or NULL for none */
	const char *help;
	unsigned commands;		/* bits of enum command_bit */
	int (*parse)(struct options *options, const char *value,
		struct error *err);
};

/* Ends with a row without a name. */
extern const struct option_row option_rows[];

/* Takes argv apart (and may reorder it). */
int
options_parse(struct options *options, int argc, char **argv,
	struct error *err);

/* Appends what --help says, of one command or of all (NULL). */
void
options_help(const struct command *command, unsigned width, bool ascii,
	struct buffer *out);

#endif
