/* What a shell is to know of verbatim, from the tables. */
#include "config.h"

#include <string.h>

#include "completion.h"

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	const struct completion_shell *shell;

	for (shell = completion_shells; shell->name; shell++)
		if (!strcmp(shell->name, options->operands[0])) {
			shell->write(out);
			return 0;
		}
	error_set(err, "There is no completion for '%s', only for bash, zsh "
		"and fish.", options->operands[0]);
	return 2;
}

const struct command command_completion = {
	.bit = COMMAND_COMPLETION,
	.name = "completion",
	.operands = "bash|zsh|fish",
	.least = 1,
	.most = 1,
	.help = "Prints a script that completes commands, options and their "
		"values in a shell.",
	.run = run
};
