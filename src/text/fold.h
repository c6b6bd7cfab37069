/*
 * Words and their keys.
 *
 * Two words that a reader would call the same have one loose key: letters and
 * digits alike under case, accents, glyph variants and repaired damage
 * ("Communiqués", "communiquÃ©s", "communiqu&eacute;s").  Alignment reads keys;
 * differences read the bytes.
 */
#ifndef VERBATIM_TEXT_FOLD_H
#define VERBATIM_TEXT_FOLD_H

#include <stddef.h>
#include <stdint.h>

#include "text/span.h"

struct document;

/*
 * Keys are numbers from 0 on, one for each folded word.  The table is shared by
 * the documents that are to be compared and outlives them.
 */
struct keys;

struct keys *
keys_new(void);

void
keys_free(struct keys *keys);

/* The key of folded text; a new one where it was not seen before. */
uint32_t
keys_intern(struct keys *keys, const char *folded, size_t n);

/* The key of folded text, or NO_KEY where no word was folded to it. */
#define NO_KEY UINT32_MAX

uint32_t
keys_find(const struct keys *keys, const char *folded, size_t n);

/* The folded text of a key; *n gets its length in bytes. */
const char *
keys_text(const struct keys *keys, uint32_t key, size_t *n);

size_t
keys_count(const struct keys *keys);

/*
 * Fills doc->words from doc->text and, for each paragraph, its words.  A word
 * never crosses a paragraph's bounds; text outside any paragraph has none.
 */
void
fold_document(struct document *doc, struct keys *keys);

#endif
