/*
 * From bytes to UTF-8.
 *
 * The order of evidence: byte order mark; what the user or the document
 * declares; strict UTF-8; the zero bytes of UTF-16; the decoding whose words
 * agree best with the transcript; ICU's detector; windows-1252.  Bytes that do
 * not decode become U+FFFD, one for each maximal ill-formed sequence, and the
 * map keeps what they were.  A label of ISO-8859-1 means windows-1252, as on
 * the web (WHATWG Encoding), and its undefined bytes pass as C1 controls.
 */
#ifndef VERBATIM_TEXT_CHARSET_H
#define VERBATIM_TEXT_CHARSET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "text/source_map.h"

struct document;

/* A canonical name ("windows-1252") for a label, or NULL where ICU knows no
 * such charset.  The name is static or ICU's own. */
const char *
charset_canonical(const char *label);

/*
 * The name of the charset of the bytes.  witness may be NULL.  *bom_length gets
 * the length of a byte order mark at the start (it is no part of the text).
 */
const char *
charset_detect(const char *bytes, size_t n, const struct document *witness,
	size_t *bom_length);

/*
 * Decodes bytes[skip .. n) and appends to out, with a map from out to bytes
 * (left empty where the two are identical, skip being 0).  Adds to *nbad the
 * number of bytes that did not decode.
 */
int
charset_decode(const char *charset, const char *bytes, size_t n, size_t skip,
	struct buffer *out, struct source_map *map, size_t *nbad,
	struct error *err);

#endif
