/* ASCII alone, and no more of a terminal than a carriage return: what is longer
 * than the line would be drawn below instead of over. */
#include "config.h"

#include "batch_progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/buffer.h"

#define BAR 24
#define EVERY 0.2			/* seconds */
#define COLUMNS 80

static double
seconds_since(const struct timespec *then)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - then->tv_sec) +
		(double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

void
batch_progress_init(struct batch_progress *progress, uint64_t total,
	bool is_seen)
{
	const char *term = getenv("TERM");

	memset(progress, 0, sizeof(*progress));
	progress->on = !is_seen && isatty(STDERR_FILENO) && term && *term &&
		strcmp(term, "dumb");
	progress->total = total;
	clock_gettime(CLOCK_MONOTONIC, &progress->start);
}

static void
put_bar(struct buffer *line, double share)
{
	int i;

	buffer_putc(line, '[');
	for (i = 0; i < BAR; i++)
		buffer_putc(line, i < (int)(share * BAR) ? '#' : '-');
	buffer_putc(line, ']');
}

static void
put_time(struct buffer *line, double seconds)
{
	unsigned long n = (unsigned long)(seconds + 0.5);

	if (n >= 3600)
		buffer_printf(line, "%lu h %lu min", n / 3600, n / 60 % 60);
	else if (n >= 60)
		buffer_printf(line, "%lu min %lu s", n / 60, n % 60);
	else
		buffer_printf(line, "%lu s", n);
}

static void
write_line(const struct buffer *line)
{
	struct winsize size;
	size_t columns = COLUMNS;

	if (!ioctl(STDERR_FILENO, TIOCGWINSZ, &size) && size.ws_col > 1)
		columns = size.ws_col;
	/* the last column would wrap */
	fprintf(stderr, "\r%.*s\033[K", (int)columns - 1, line->data);
	fflush(stderr);
}

void
batch_progress_show(struct batch_progress *progress)
{
	struct buffer line = BUFFER_INIT;
	double passed, rate;

	if (!progress->on || (progress->shown.tv_sec &&
	    seconds_since(&progress->shown) < EVERY))
		return;
	clock_gettime(CLOCK_MONOTONIC, &progress->shown);
	passed = seconds_since(&progress->start);
	rate = passed > 0 ? (double)progress->done / passed : 0;
	put_bar(&line, progress->total ? (double)progress->done /
		(double)progress->total : 1);
	buffer_printf(&line, " %" PRIu64 " of %" PRIu64, progress->done,
		progress->total);
	if (rate > 0) {
		buffer_printf(&line, ", %.*f a second, ", rate < 10, rate);
		put_time(&line, (double)(progress->total - progress->done) /
			rate);
		buffer_puts(&line, " left");
	}
	write_line(&line);
	buffer_release(&line);
}

void
batch_progress_end(struct batch_progress *progress)
{
	if (progress->on && progress->shown.tv_sec)
		fputs("\r\033[K", stderr);
}
