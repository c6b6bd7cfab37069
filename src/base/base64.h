/* Bytes that are no text, as text (RFC 4648, section 4). */
#ifndef VERBATIM_BASE_BASE64_H
#define VERBATIM_BASE_BASE64_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

void
base64_encode(const char *bytes, size_t n, struct buffer *out);

/* Appends what the n characters stand for; false, with out as it was, where
 * they are not what base64_encode() writes. */
bool
base64_decode(const char *text, size_t n, struct buffer *out);

#endif
