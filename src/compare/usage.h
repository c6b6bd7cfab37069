/*
 * How the two documents use their words and marks: what tells a name from a
 * word at the start of a sentence, and a lossy charset from an editor's pen.
 */
#ifndef VERBATIM_COMPARE_USAGE_H
#define VERBATIM_COMPARE_USAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "text/document.h"
#include "text/fold.h"

struct edit_list;
struct usage;

struct usage *
usage_new(const struct document *const doc[2], const struct keys *keys);

void
usage_free(struct usage *usage);

/* Is the word a name: capitalised within a sentence, and never in lower case,
 * in either document? */
bool
usage_is_name(const struct usage *usage, uint32_t key);

/* How often the two documents have the word, together. */
uint32_t
usage_count(const struct usage *usage, uint32_t key);

/* Learns from the edits which marks of the transcript are gone where. */
void
usage_note_lost(struct usage *usage, const struct document *transcript,
	const struct edit_list *edits);

/* At how many places characters are gone. */
size_t
usage_lost(const struct usage *usage);

/*
 * Is the mark (a code point at an offset of the transcript) one of several in a
 * row that are gone?  A charset loses all marks of a sort, an editor strikes
 * one.
 */
bool
usage_lost_throughout(const struct usage *usage, uint32_t code,
	uint32_t offset);

#endif
