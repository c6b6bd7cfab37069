/*
 * libgit2, started and stopped: the diff engine and the readers of
 * configuration files and of repositories share it.
 *
 * Starting costs 8 ms, so that is left until somebody needs it.
 */
#ifndef VERBATIM_BASE_LIBGIT2_H
#define VERBATIM_BASE_LIBGIT2_H

#include <stdbool.h>

/* False where it does not start; may be called again and again, and by any
 * thread. */
bool
libgit2_start(void);

/* Gives back what libgit2 keeps; nothing where it was not started.  To be
 * called when no other thread is left. */
void
libgit2_release(void);

#endif
