/*
 * A decision as a line of a review file:
 *
 *	id  time  verdict  reviewer  kind  transcript  reprint  note
 *
 * with a tab between two fields.  The id is 16 hexadecimal digits, the time as
 * time_write() has it, so that lines sorted by their bytes are sorted by
 * finding and time.  "-" stands for what is not there: nobody, no place on
 * that side, no note; a hyphen alone is written \-.  What is not to be seen is
 * written \t \n \r \\ or \u and four hexadecimal digits.
 */
#ifndef VERBATIM_REVIEW_STORE_LINE_H
#define VERBATIM_REVIEW_STORE_LINE_H

#include "base/memory.h"
#include "review/verdict.h"

/* Appends the line, without its end.  What is not UTF-8 becomes U+FFFD. */
void
store_line_write(struct buffer *out, const struct decision *decision);

/* Reads a line of n bytes; the strings go into the arena.  NULL, or what is
 * wrong with the line, to be said after "line 3". */
const char *
store_line_read(const char *line, size_t n, struct arena *arena,
	struct decision *decision);

#endif
