/*
 * What chance alone explains.
 *
 * Two texts of one language share words wherever one looks.  A run of equal
 * words carries S bits, the sum of -log2 of the frequencies of its words; among
 * m words opposite n others, runs of S bits are to be expected by chance
 * K·m·n·2^-S times (Karlin & Altschul 1990, PNAS 87:2264).  A run is believed
 * where that number is small for the gap it stands in.
 */
#ifndef VERBATIM_COMPARE_CHANCE_H
#define VERBATIM_COMPARE_CHANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/anchor.h"
#include "text/document.h"

struct chance;

/* key[side][0 .. n[side]) are the two texts, with keys below nkey. */
struct chance *
chance_new(const uint32_t *const key[2], const uint32_t n[2], size_t nkey);

void
chance_free(struct chance *chance);

/*
 * Removes runs, singly and in clusters, that chance explains.  Texts on one
 * subject share phrases as well as words, so a cluster that leaves most of its
 * paragraphs of the reprint unmatched needs to say more.
 */
void
chance_drop_islands(const struct chance *chance, struct run_list *runs,
	const struct document *reprint, struct range whole);

/* Do the runs together say more than chance, among n[0] words against n[1]? */
bool
chance_exceeded(const struct chance *chance, const struct run_list *runs,
	const uint32_t n[2]);

#endif
