/*
 * Text of many styles, broken into lines of so many cells.
 *
 * A flow is filled from left to right, ended, and then read line by line.  It
 * breaks at blanks (folding them) and around ideographs; a word that is wider
 * than a line is cut between characters.
 */
#ifndef VERBATIM_REPORT_FLOW_H
#define VERBATIM_REPORT_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "report/escape.h"
#include "report/style.h"

#define NO_FINDING UINT32_MAX
#define NO_SOURCE UINT32_MAX

/* What a run of text is. */
struct ink {
	enum style style;
	uint32_t finding;		/* index, or NO_FINDING */
	bool match;			/* of a search */
};

/* A point in what is shown. */
struct point {
	uint32_t byte, cell;
};

/* Text of one ink on one line: bytes [start, start + n) of shown. */
struct text_run {
	struct ink ink;
	uint32_t start, n;
	uint32_t cells;
	bool spelt;			/* one character that is spelt out */
};

struct line {
	uint32_t run, nrun;
	uint32_t cells;
	uint32_t source;		/* offset, in the document's text, of
					   what the line begins with, or
					   NO_SOURCE */
};

struct flow {
	/* set by the caller, before anything is added */
	unsigned width;			/* cells */
	unsigned first_width;		/* of the first line */
	unsigned escape;		/* flags */
	bool parts_spelt;		/* what is spelt out is a run of its
					   own */

	/* to be read when it has ended */
	struct buffer shown;		/* safe to show */
	struct text_run *run;
	size_t nrun, run_cap;
	struct line *line;
	size_t nline, line_cap;

	/* the state of filling */
	struct flow_change *change;
	size_t nchange, change_cap;
	struct flow_cut *cut;
	size_t ncut, cut_cap;
	uint32_t cell;			/* cells of all that is shown */
	struct {
		struct point start;
		uint32_t source;
	} now;				/* the line being filled */
	struct {
		bool can;
		struct point stop, start;
		uint32_t source;
	} chance;			/* where it may break */
	enum wrap last;
	bool blank;			/* the last thing was a blank */
};

void
flow_init(struct flow *flow, unsigned width, unsigned escape);

void
flow_release(struct flow *flow);

/* Empties it, to be filled again. */
void
flow_reset(struct flow *flow);

/* Adds n bytes of a document's text that stand at offset `source` of it
 * (NO_SOURCE: of another). */
void
flow_text(struct flow *flow, struct ink ink, const char *text, size_t n,
	uint32_t source);

/* The same, spelling out each space: where the space is the matter. */
void
flow_exact(struct flow *flow, struct ink ink, const char *text, size_t n,
	uint32_t source);

/* Adds words of our own, which may break at blanks. */
void
flow_words(struct flow *flow, struct ink ink, const char *words);

/* Adds a mark of our own that does not break, nor part from what is beside. */
void
flow_mark(struct flow *flow, struct ink ink, const char *mark);

/* Adds as much of a document's text as the line has room for, and an ellipsis
 * where that is not all. */
void
flow_fit(struct flow *flow, struct ink ink, const char *text, size_t n);

/* Goes on with a new line. */
void
flow_newline(struct flow *flow);

/* Ends the last line and fills run and line. */
void
flow_end(struct flow *flow);

#endif
