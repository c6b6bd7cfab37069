/*
 * What is printed of a pair, on one line:
 *
 *	{"pair":17,"reprint":"…","transcript":"…","status":1,"error":null,
 *	 "summary":{…}}
 *
 * pair is its number in the manifest, status what `verbatim report` would end
 * with, and summary that of its JSON report; null where there is none.
 */
#ifndef VERBATIM_BATCH_LINE_H
#define VERBATIM_BATCH_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "manifest.h"
#include "options.h"

/* Compares the pair of the entry, as the options say, and appends its line.
 * What goes wrong is in the line. */
void
batch_line_make(const struct options *options, const struct entry *entry,
	struct buffer *out);

/* Appends what the line of the entry has to begin with, whatever the files. */
void
batch_line_begin(const struct entry *entry, struct buffer *out);

/* A line that was read again. */
struct batch_facts {
	uint64_t pair;
	int status;			/* 0 to 2 */
	bool is_compared;		/* has a summary */
	uint64_t errors, warnings, notes;
	char *reprint, *error;		/* owned; or NULL */
};

/* False, with nothing to release, where this is no such line. */
bool
batch_facts_read(struct batch_facts *facts, const char *line, size_t n);

void
batch_facts_release(struct batch_facts *facts);

#endif
