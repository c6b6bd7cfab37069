/* What is being done, on one line of a terminal, once it has taken longer than
 * a second. */
#ifndef VERBATIM_PROGRESS_H
#define VERBATIM_PROGRESS_H

#include <stdbool.h>

#include "base/timer.h"
#include "options.h"

/* Is there somebody to be told?  Standard error is a terminal that can, and
 * what the program prints goes elsewhere. */
bool
progress_is_seen(const struct options *options);

/* Draws from now on what the timer's phase is. */
void
progress_begin(const struct timer *timer);

/* Takes it off the terminal. */
void
progress_end(void);

#endif
