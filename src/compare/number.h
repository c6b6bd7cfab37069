/* Numbers as values, however they are written. */
#ifndef VERBATIM_COMPARE_NUMBER_H
#define VERBATIM_COMPARE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "text/document.h"
#include "text/fold.h"

/*
 * The value of the words [start, end), if they are a number and nothing else:
 * digits ("31,800", "18th", "1er"), English number words ("three hundred and
 * one", "second"), and a percent word behind them.
 */
bool
number_value(const struct document *doc, const struct keys *keys,
	struct span words, double *value);

enum numbers { NUMBERS_NONE, NUMBERS_DIFFER, NUMBERS_SAME };

/*
 * Are the words of both sides a number and nothing else but its unit, and the
 * same one: "$3 million" and "three million dollars", "50 %" and "cinquante
 * pour cent"?  One side at least must be in figures or English.  The span is
 * that of the words, with the signs around them.
 */
enum numbers
number_compare(const struct document *const doc[2], const struct keys *keys,
	const struct span span[2], const struct span words[2]);

/* Has the span nothing but the words, what joins them to a number, and the sign
 * of a unit? */
bool
number_fills(const struct document *doc, struct span span,
	struct span words);

/* "percent", "por ciento", "процентов" */
bool
number_percent(const struct document *doc, const struct keys *keys,
	struct span words);

/* Is the word a figure or a number word (or has it digits in it)? */
bool
number_word(const struct keys *keys, uint32_t key);

#endif
