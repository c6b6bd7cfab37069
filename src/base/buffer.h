/*
 * A byte string that grows.
 *
 * data is NULL until something is added; then data[len] is a NUL that is not
 * part of the string.  The string may contain NULs.
 */
#ifndef VERBATIM_BASE_BUFFER_H
#define VERBATIM_BASE_BUFFER_H

#include <stddef.h>
#include <stdint.h>

struct buffer {
	char *data;
	size_t len;		/* bytes */
	size_t cap;		/* bytes allocated, the NUL among them */
};

#define BUFFER_INIT { NULL, 0, 0 }

void
buffer_release(struct buffer *buf);

/* Room for n more bytes and a NUL; returns the place where they go. */
char *
buffer_reserve(struct buffer *buf, size_t n);

void
buffer_add(struct buffer *buf, const char *bytes, size_t n);

void
buffer_puts(struct buffer *buf, const char *text);

void
buffer_putc(struct buffer *buf, char c);

/* Adds one code point as UTF-8; a surrogate or > U+10FFFF becomes U+FFFD. */
void
buffer_put_code(struct buffer *buf, uint32_t code);

void
buffer_printf(struct buffer *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
