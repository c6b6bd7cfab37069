/*
 * Drawn by a handler of an alarm, so that the work knows nothing of it and no
 * thread is started for what is mostly over sooner.
 */
#include "config.h"

#include "progress.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "command.h"
#include "interrupt.h"

#define AFTER_SECONDS 1
#define EVERY_USEC 200000
#define LINE_MOST 64			/* bytes; all of them ASCII */

static const struct timer *shown;
static time_t start;
static volatile sig_atomic_t is_drawn;

/* The rest of them read the keyboard, or draw themselves. */
static bool
takes_long(const struct command *command)
{
	return command->bit & (COMMAND_REPORT | COMMAND_SCAN |
		COMMAND_REPAIR | COMMAND_REPLAY | COMMAND_STATUS |
		COMMAND_HISTORY);
}

static bool
is_typed(const struct options *options)
{
	int i;

	for (i = 0; i < options->noperand; i++)
		if (!strcmp(options->operands[i], "-"))
			return isatty(STDIN_FILENO);
	return false;
}

bool
progress_is_seen(const struct options *options)
{
	const char *term = getenv("TERM");
	struct winsize size;

	return options->command && takes_long(options->command) &&
		isatty(STDERR_FILENO) && term && *term &&
		strcmp(term, "dumb") &&
		(options->output || !isatty(STDOUT_FILENO)) &&
		!is_typed(options) &&
		(ioctl(STDERR_FILENO, TIOCGWINSZ, &size) || !size.ws_col ||
		 size.ws_col > LINE_MOST);
}

/* A handler must not call snprintf(). */
static char *
add(char *to, const char *text)
{
	while (*text)
		*to++ = *text++;
	return to;
}

static char *
add_number(char *to, unsigned long number)
{
	if (number >= 10)
		to = add_number(to, number / 10);
	*to++ = (char)('0' + number % 10);
	return to;
}

static void
draw(int number)
{
	char line[LINE_MOST], *end = line;
	int saved = errno;
	struct timespec now;

	(void)number;
	clock_gettime(CLOCK_MONOTONIC, &now);
	end = add(end, "\r");
	end = add(end, timer_doing((enum phase)shown->phase));
	end = add(end, ", ");
	end = add_number(end, (unsigned long)(now.tv_sec - start));
	end = add(end, " s\033[K");
	is_drawn = write(STDERR_FILENO, line, (size_t)(end - line)) > 0;
	errno = saved;
}

static void
set_alarm(time_t seconds, suseconds_t then_every)
{
	struct itimerval timer = { { 0, then_every }, { seconds, 0 } };

	setitimer(ITIMER_REAL, &timer, NULL);
}

void
progress_begin(const struct timer *timer)
{
	struct sigaction action = { .sa_handler = draw,
		.sa_flags = SA_RESTART };
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	start = now.tv_sec;
	shown = timer;
	interrupt_signals(&action.sa_mask);
	interrupt_clears(true);
	sigaction(SIGALRM, &action, NULL);
	set_alarm(AFTER_SECONDS, EVERY_USEC);
}

void
progress_end(void)
{
	static const char erase[] = "\r\033[K";

	if (!shown)
		return;
	set_alarm(0, 0);
	signal(SIGALRM, SIG_IGN);
	if (is_drawn && write(STDERR_FILENO, erase, sizeof(erase) - 1) > 0)
		is_drawn = 0;
	interrupt_clears(false);
	shown = NULL;
}
