/* From UTF-8 back to the bytes of a charset: what charset.h undoes. */
#ifndef VERBATIM_TEXT_ENCODER_H
#define VERBATIM_TEXT_ENCODER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

struct encoder;

/* For a charset by its canonical name; NULL where there is none. */
struct encoder *
encoder_new(const char *charset);

void
encoder_free(struct encoder *encoder);

/*
 * Appends the text (UTF-8, n bytes) in the charset, without a byte order mark.
 * False where the charset lacks one of its characters; out is then as it was.
 */
bool
encoder_add(struct encoder *encoder, const char *text, size_t n,
	struct buffer *out);

/* May two texts encoded one by one be other bytes than the two as one? */
bool
encoder_has_state(const struct encoder *encoder);

#endif
