/*
 * Completion scripts for shells, made from the tables of commands and options:
 * a row a shell.
 *
 * A script has all words in it, so that a TAB starts no program.
 */
#ifndef VERBATIM_COMPLETION_H
#define VERBATIM_COMPLETION_H

#include <stdbool.h>

#include "base/buffer.h"
#include "command.h"

struct completion_shell {
	const char *name;		/* "bash" */
	void (*write)(struct buffer *out);
};

/* Ends with a row without a name. */
extern const struct completion_shell completion_shells[];

void
completion_bash(struct buffer *out);

void
completion_zsh(struct buffer *out);

void
completion_fish(struct buffer *out);

/* ---- what the scripts are made of ---- */

/* Does the option take the name of a file? */
bool
completion_takes_file(const struct option_row *row);

/* Appends the words that the option takes, with blanks between; none where it
 * takes anything else. */
void
completion_values(const struct option_row *row, struct buffer *out);

/* Appends the words that can be operands of the command. */
void
completion_operands(const struct command *command, struct buffer *out);

/* Can its operands be files? */
bool
completion_operands_are_files(const struct command *command);

/* Appends the help up to where it goes into details, each character that is in
 * `quoted` behind a backslash; a single quote becomes a curly one. */
void
completion_help(const char *help, const char *quoted, struct buffer *out);

#endif
