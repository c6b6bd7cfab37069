/* Numbers as values, however they are written. */
#ifndef VERBATIM_COMPARE_NUMBER_H
#define VERBATIM_COMPARE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "text/document.h"
#include "text/fold.h"

/*
 * The value of the words [start, end), if they are a number and nothing else:
 * digits ("31,800", "18th"), English number words ("three hundred and
 * one", "second"), and a percent word behind them.
 */
bool
number_value(const struct document *doc, const struct keys *keys,
	struct span words, double *value);

/*
 * Are both words number words of one language other than English, by ICU's
 * spell-out rules: "dos" and "siete"?
 */
bool
number_words_foreign(const struct keys *keys, uint32_t a, uint32_t b);

/* Gives back what ICU keeps for that, at the program's end. */
void
number_release(void);

/* Is the word a figure or a number word (or has it digits in it)? */
bool
number_word(const struct keys *keys, uint32_t key);

#endif
