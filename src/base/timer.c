/* The time of the process, not of the thread: what a phase leaves to other
 * threads is its own. */
#include "config.h"

#include "base/timer.h"

#include <string.h>
#include <time.h>

_Thread_local struct timer *timer_of_thread;

static const struct {
	const char *name, *doing;
} phases[PHASES] = {
	[PHASE_READ] = { "read", "reading" },
	[PHASE_DECODE] = { "decode", "decoding" },
	[PHASE_WORDS] = { "words", "looking for words" },
	[PHASE_ANCHORS] = { "anchors", "looking for what is alike" },
	[PHASE_CHAIN] = { "chain", "putting in order what is alike" },
	[PHASE_GAPS] = { "gaps", "comparing what is between" },
	[PHASE_FINDINGS] = { "findings", "explaining what differs" },
	[PHASE_REPORT] = { "report", "writing the report" },
	[PHASE_OTHER] = { "other", "working" }
};

static uint64_t
processor_time(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

void
timer_begin(struct timer *timer)
{
	memset(timer, 0, sizeof(*timer));
	timer->phase = PHASE_OTHER;
	timer_of_thread = timer;
}

void
timer_end(struct timer *timer)
{
	timer_switch(timer, PHASE_OTHER);
	timer_of_thread = NULL;
}

enum phase
timer_switch(struct timer *timer, enum phase phase)
{
	enum phase left = (enum phase)timer->phase;
	uint64_t now;

	if (left == phase)
		return left;
	now = processor_time();
	timer->spent[left] += now - timer->since;
	timer->since = now;
	timer->phase = phase;
	return left;
}

const char *
timer_doing(enum phase phase)
{
	return phases[phase].doing;
}

static void
put_line(struct buffer *out, const char *name, uint64_t spent)
{
	buffer_printf(out, "%-8s %9.2f ms\n", name, (double)spent / 1e6);
}

void
timer_put(const struct timer *timer, struct buffer *out)
{
	uint64_t all = 0;
	int phase;

	for (phase = 0; phase < PHASES; phase++) {
		put_line(out, phases[phase].name, timer->spent[phase]);
		all += timer->spent[phase];
	}
	put_line(out, "all", all);
}
