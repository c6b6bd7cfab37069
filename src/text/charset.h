/*
 * From bytes to UTF-8.
 *
 * The order of evidence: byte order mark; what the document declares; the zero
 * bytes of UTF-16; UTF-8, with a few bad bytes too; the decoding that agrees
 * best with the transcript; what is natural in Western text; ICU's detector;
 * windows-1252.  Bytes that do not decode become U+FFFD, one for each maximal
 * ill-formed sequence, and the map keeps what they were.  A label of ISO-8859-1
 * means windows-1252, as on the web (WHATWG Encoding), and its undefined bytes
 * pass as C1 controls.
 */
#ifndef VERBATIM_TEXT_CHARSET_H
#define VERBATIM_TEXT_CHARSET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "text/source_map.h"

struct document;

/* The canonical name ("windows-1252") for a label, or NULL where ICU knows no
 * such charset.  The name is static or ICU's own. */
const char *
charset_canonical(const char *label);

/* Length of the byte order mark of this charset at the start, or 0. */
size_t
charset_bom(const char *charset, const char *bytes, size_t n);

/*
 * The canonical name of the charset of the bytes.  witness may be NULL.
 * *bom_length gets the length of a byte order mark at the start (it is no part
 * of the text).
 */
const char *
charset_detect(const char *bytes, size_t n, const struct document *witness,
	size_t *bom_length);

/*
 * The charset out of a table of candidates whose decoding of the bytes (not
 * UTF-8 as a whole) shares most with the witness, or NULL where none shares
 * enough.  Without a witness: the one that makes natural Western text.
 */
const char *
charset_agree(const char *bytes, size_t n, const struct document *witness);

/*
 * Decodes bytes[skip .. n) and appends to out, with a map from out, which is
 * empty, to bytes.  Adds to *nbad the number of bytes that did not decode.
 * Returns 0, or 1 where the bytes from skip on are valid UTF-8 already: then
 * nothing is appended and they are the text; the map is made, and is empty
 * where skip is 0.  -1 with err set where there is no such charset.
 */
int
charset_decode(const char *charset, const char *bytes, size_t n, size_t skip,
	struct buffer *out, struct source_map *map, size_t *nbad,
	struct error *err);

#endif
