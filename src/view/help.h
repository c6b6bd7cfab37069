/* The help screen, made from the table of actions. */
#ifndef VERBATIM_VIEW_HELP_H
#define VERBATIM_VIEW_HELP_H

#include "view/view.h"

void
help_fill(const struct view *view, struct flow *flow);

#endif
