#include "config.h"

#include "report/xml.h"

#include <string.h>

/* "]]>" need not be written so in attributes, but nobody minds. */
void
xml_add(struct buffer *out, const char *text, size_t n)
{
	const char *p = text, *end = text + n;

	while (p < end) {
		const char *plain = p;

		while (p < end && !strchr("&<>\"'", *p))
			p++;
		buffer_add(out, plain, (size_t)(p - plain));
		if (p < end)
			buffer_printf(out, "&#%d;", *p++);
	}
}

void
xml_attribute(struct buffer *out, const char *name, const struct buffer *text)
{
	buffer_printf(out, " %s=\"", name);
	xml_add(out, text->len ? text->data : "", text->len);
	buffer_putc(out, '"');
}
