/* The `:` line: by name what keys do, or a line to go to. */
#ifndef VERBATIM_VIEW_COMMAND_LINE_H
#define VERBATIM_VIEW_COMMAND_LINE_H

#include "view/view.h"

void
command_line_open(struct view *view);

/* Does what the line says, or complains. */
void
command_line_run(struct view *view, const char *line);

#endif
