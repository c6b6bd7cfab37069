/* Which commands there are. */
#include "config.h"

#include "command.h"

#include <string.h>

const struct command *const commands[] = {
	&command_report,
	&command_view,
	&command_verdict,
	&command_status,
	&command_repair,
	&command_replay,
	&command_scan,
	&command_batch,
	&command_history,
	&command_list,
	&command_config,
	&command_completion,
	NULL
};

const struct command *
command_find(const char *name)
{
	size_t i;

	for (i = 0; commands[i]; i++)
		if (!strcmp(commands[i]->name, name))
			return commands[i];
	return NULL;
}
