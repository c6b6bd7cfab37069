/* Text in XML 1.0. */
#ifndef VERBATIM_REPORT_XML_H
#define VERBATIM_REPORT_XML_H

#include "base/buffer.h"

/*
 * Appends text that has been made safe to show (report/escape.h), and so has
 * none of the characters that XML cannot have, as character data or within
 * quotes.
 */
void
xml_add(struct buffer *out, const char *text, size_t n);

/* The same for  name="text", with a blank before. */
void
xml_attribute(struct buffer *out, const char *name, const struct buffer *text);

#endif
