/*
 * The one growable string.  Reports are built in it whole before the first
 * byte is written, so that trouble on the way leaves nothing half-written.
 */
#include "config.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

void
buffer_release(struct buffer *buf)
{
	free(buf->data);
	memset(buf, 0, sizeof(*buf));
}

char *
buffer_reserve(struct buffer *buf, size_t n)
{
	if (buf->cap - buf->len < n + 1) {
		size_t cap = buf->cap + buf->cap / 2;

		if (cap < buf->len + n + 1)
			cap = buf->len + n + 1;
		buf->data = memory_resize(buf->data, cap, 1);
		buf->cap = cap;
	}
	return buf->data + buf->len;
}

void
buffer_add(struct buffer *buf, const char *bytes, size_t n)
{
	char *at = buffer_reserve(buf, n);

	if (n)
		memcpy(at, bytes, n);
	buf->len += n;
	buf->data[buf->len] = '\0';
}

void
buffer_puts(struct buffer *buf, const char *text)
{
	buffer_add(buf, text, strlen(text));
}

void
buffer_putc(struct buffer *buf, char c)
{
	buffer_add(buf, &c, 1);
}

void
buffer_put_code(struct buffer *buf, uint32_t code)
{
	char bytes[UTF8_MAX];

	buffer_add(buf, bytes, utf8_encode(code, bytes));
}

void
buffer_printf(struct buffer *buf, const char *format, ...)
{
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	buffer_reserve(buf, (size_t)n);
	va_start(args, format);
	vsnprintf(buf->data + buf->len, (size_t)n + 1, format, args);
	va_end(args);
	buf->len += (size_t)n;
}
