/*
 * Text that nobody vouches for, made fit for a page.
 *
 * What report/escape.h spells out becomes a box with a name, and nothing of a
 * document can be taken for markup: the five characters that could are written
 * as references.
 */
#ifndef VERBATIM_REPORT_HTML_TEXT_H
#define VERBATIM_REPORT_HTML_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "report/flow.h"

/* Text of a document, white space folded. */
void
html_text(struct buffer *out, const char *text, size_t n);

/* A name, or a string where each space is the matter. */
void
html_exact(struct buffer *out, const char *text, size_t n);

/* White space, made visible. */
void
html_blank(struct buffer *out, const char *text, size_t n);

/* For within the quotes of an attribute: no boxes. */
void
html_attribute(struct buffer *out, const char *text, size_t n);

/* Words of our own. */
void
html_own(struct buffer *out, const char *words);

/* All lines of a flow that parts_spelt, with a blank between them: readings as
 * ins and del, other styles as spans with the style's class. */
void
html_flow(struct buffer *out, const struct flow *flow);

/* A flow for it, to be released. */
void
html_flow_init(struct flow *flow);

#endif
