/* Errors are data until a command prints them. */
#include "config.h"

#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int
error_set(struct error *err, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(err->text, sizeof(err->text), format, args);
	va_end(args);
	return -1;
}

void
error_add(struct error *err, const struct error *more)
{
	size_t n = strlen(err->text);

	if (*more->text)
		snprintf(err->text + n, sizeof(err->text) - n, "%s%s",
			n ? " " : "", more->text);
}
