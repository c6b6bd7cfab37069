/* Names of keys: "a", "Space", "PageDown", "F5", "C-x". */
#ifndef VERBATIM_VIEW_KEY_H
#define VERBATIM_VIEW_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "view/event.h"

/* The key of that name (case counts for letters only); false: none. */
bool
key_parse(const char *name, uint32_t *key);

/* Appends the name. */
void
key_name(uint32_t key, struct buffer *out);

#endif
