/* A program that is interrupted ends at once, and leaves nothing behind: no
 * file that is not finished, and no line on the terminal. */
#ifndef VERBATIM_INTERRUPT_H
#define VERBATIM_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

/* The signals that interrupt, to be blocked meanwhile by whoever must not be
 * interrupted half-way. */
void
interrupt_signals(sigset_t *set);

/* From now on until it is told NULL, the file is removed if the program is
 * interrupted. */
void
interrupt_removes(const char *path);

/* Whether there is a line on the terminal that is to be taken off it. */
void
interrupt_clears(bool is_shown);

#endif
