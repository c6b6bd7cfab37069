/* What verbatim can do: a table, one row a command. */
#ifndef VERBATIM_COMMAND_H
#define VERBATIM_COMMAND_H

#include <limits.h>

#include "base/buffer.h"
#include "base/error.h"
#include "options.h"

enum command_bit {
	COMMAND_REPORT = 1,
	COMMAND_LIST = 2,
	COMMAND_REPAIR = 4,
	COMMAND_REPLAY = 8,
	COMMAND_SCAN = 16,
	COMMAND_CONFIG = 32,
	COMMAND_VERDICT = 64,
	COMMAND_STATUS = 128,
	COMMAND_VIEW = 256,
	COMMAND_BATCH = 512,
	COMMAND_HISTORY = 1024,
	COMMAND_COMPLETION = 2048,
	COMMAND_ALL = COMMAND_REPORT | COMMAND_LIST | COMMAND_REPAIR |
		COMMAND_REPLAY | COMMAND_SCAN | COMMAND_CONFIG |
		COMMAND_VERDICT | COMMAND_STATUS | COMMAND_VIEW |
		COMMAND_BATCH | COMMAND_HISTORY | COMMAND_COMPLETION,
	COMMAND_REVIEW = COMMAND_REPORT | COMMAND_VERDICT | COMMAND_STATUS |
		COMMAND_VIEW,
	COMMAND_COMPARE = COMMAND_REPAIR | COMMAND_REVIEW | COMMAND_BATCH
};

#define ANY_NUMBER INT_MAX

struct command {
	enum command_bit bit;
	const char *name;
	const char *operands;		/* "REPRINT TRANSCRIPT" */
	int least, most;		/* of operands; ANY_NUMBER */
	bool reports;			/* --output may name formats */
	const char *help;
	/*
	 * Appends to out what is to be printed and returns the exit status: 0
	 * or 1, or 2 with err set.  What out has then is printed nevertheless,
	 * so it is left empty where there is nothing to say.
	 */
	int (*run)(const struct options *options, struct buffer *out,
		struct error *err);
};

/* Ends with NULL; the first is the default. */
extern const struct command *const commands[];

extern const struct command command_report;
extern const struct command command_list;
extern const struct command command_repair;
extern const struct command command_replay;
extern const struct command command_scan;
extern const struct command command_config;
extern const struct command command_verdict;
extern const struct command command_status;
extern const struct command command_view;
extern const struct command command_batch;
extern const struct command command_history;
extern const struct command command_completion;

/* By name; NULL where there is none. */
const struct command *
command_find(const char *name);

/* Cells of a line: as asked for, the terminal's, or 100. */
unsigned
output_width(const struct options *options);

/* Does the reader have no more than ASCII? */
bool
output_ascii(void);

bool
output_colour(const struct options *options);

/* Appends the report, as it looks best where it goes. */
void
output_report(const struct options *options, const struct output *output,
	const struct review *review, struct buffer *out);

/* -1 where an output is to go into this file, which is read. */
int
output_spares(const struct options *options, const char *path,
	struct error *err);

/* The same for all operands. */
int
output_spares_operands(const struct options *options, struct error *err);

/*
 * Writes it all to the path (NULL: standard output), or leaves a file that is
 * there as it is.  Where the reader of a pipe has gone, -1 with an empty err:
 * nobody is there to be told.
 */
int
output_write(const char *path, const struct buffer *text, struct error *err);

#endif
