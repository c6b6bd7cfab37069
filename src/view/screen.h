/*
 * The terminal: the only thing that knows curses.
 *
 * One at a time.  Whatever ends the program, the terminal is given back as it
 * was.
 */
#ifndef VERBATIM_VIEW_SCREEN_H
#define VERBATIM_VIEW_SCREEN_H

#include <stdbool.h>

#include "base/error.h"
#include "report/theme.h"
#include "view/canvas.h"
#include "view/event.h"

/*
 * Takes the terminal: standard input and output where they are one, else
 * /dev/tty.  The theme is copied; `colour` false leaves its colours out and
 * keeps its attributes.  -1 with err set where there is no terminal, or none
 * that can place its cursor.
 */
int
screen_open(const struct theme *theme, bool colour, struct error *err);

/* Is there a terminal that can show the viewer?  -1 with err set: no. */
int
screen_probe(struct error *err);

void
screen_close(void);

void
screen_size(unsigned *nrow, unsigned *ncolumn);

void
screen_show(const struct canvas *canvas);

/* The next screen is sent whole: the terminal may show something else. */
void
screen_forget(void);

/* What comes next, after so many milliseconds EVENT_NONE. */
struct event
screen_wait(int timeout);

/* Stops the program as the shell's C-z does, and goes on when it does. */
void
screen_suspend(void);

#endif
