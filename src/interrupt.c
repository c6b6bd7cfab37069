/* The handlers do what POSIX lets handlers do, and then let the signal have its
 * way, so that whoever waits for the program is told what ended it. */
#include "config.h"

#include "interrupt.h"

#include <stddef.h>
#include <unistd.h>

static const int signals[] = { SIGHUP, SIGINT, SIGTERM };
#define SIGNALS (sizeof(signals) / sizeof(signals[0]))

static const char *volatile unfinished;
static volatile sig_atomic_t line_shown;

void
interrupt_signals(sigset_t *set)
{
	size_t i;

	sigemptyset(set);
	for (i = 0; i < SIGNALS; i++)
		sigaddset(set, signals[i]);
}

static void
on_signal(int number)
{
	static const char erase[] = "\r\033[K";
	const char *path = unfinished;

	if (line_shown && write(STDERR_FILENO, erase, sizeof(erase) - 1) < 0)
		line_shown = 0;
	if (path)
		unlink(path);
	raise(number);
}

/* What is ignored already, as under nohup(1), stays ignored. */
static void
watch(void)
{
	static bool is_watched;
	struct sigaction action = { .sa_handler = on_signal,
		.sa_flags = (int)SA_RESETHAND }, old;
	size_t i;

	if (is_watched)
		return;
	is_watched = true;
	interrupt_signals(&action.sa_mask);
	/* not to be drawn again after it was taken off */
	sigaddset(&action.sa_mask, SIGALRM);
	for (i = 0; i < SIGNALS; i++)
		if (!sigaction(signals[i], NULL, &old) &&
		    old.sa_handler == SIG_DFL)
			sigaction(signals[i], &action, NULL);
}

void
interrupt_removes(const char *path)
{
	watch();
	unfinished = path;
}

void
interrupt_clears(bool is_shown)
{
	watch();
	line_shown = is_shown;
}
