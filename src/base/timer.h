/*
 * Where the processor's time goes, phase by phase.
 *
 * Work says which phase it enters; where nobody asked, that costs the look at
 * a variable of its thread.
 */
#ifndef VERBATIM_BASE_TIMER_H
#define VERBATIM_BASE_TIMER_H

#include <signal.h>
#include <stdint.h>

#include "base/buffer.h"

enum phase {
	PHASE_READ,			/* files into memory */
	PHASE_DECODE,			/* into UTF-8, and out of markup */
	PHASE_WORDS,			/* and their keys */
	PHASE_ANCHORS,			/* what surely corresponds */
	PHASE_CHAIN,			/* which of it keeps the order */
	PHASE_GAPS,			/* what is between */
	PHASE_FINDINGS,			/* differences, and what they are */
	PHASE_REPORT,
	PHASE_OTHER,			/* starting, and all else */
	PHASES
};

/* Times the phases of one thread, in the time of the whole process. */
struct timer {
	volatile sig_atomic_t phase;
	uint64_t since;			/* nanoseconds of the processor */
	uint64_t spent[PHASES];
};

extern _Thread_local struct timer *timer_of_thread;

/* Starts with PHASE_OTHER, to which all goes that was spent before. */
void
timer_begin(struct timer *timer);

/* Stops it; more can be had of it as long as it is there. */
void
timer_end(struct timer *timer);

enum phase
timer_switch(struct timer *timer, enum phase phase);

/* Returns the phase that was left, to be entered again. */
static inline enum phase
timer_enter(enum phase phase)
{
	return timer_of_thread ? timer_switch(timer_of_thread, phase) : phase;
}

/* What somebody is told who waits: "decoding". */
const char *
timer_doing(enum phase phase);

/* Appends a line for each phase: its name, and milliseconds. */
void
timer_put(const struct timer *timer, struct buffer *out);

#endif
