/*
 * What went wrong, as one full sentence for a person.
 *
 * Only what touches the outside can fail.  Such a function takes a struct
 * error as its last argument, sets it where the fact is known, and returns -1
 * or NULL.  Commands print it; nothing else does.
 */
#ifndef VERBATIM_BASE_ERROR_H
#define VERBATIM_BASE_ERROR_H

struct error {
	char text[1024];
};

/* Sets the sentence and returns -1, so that "return error_set(…)" reads on. */
int
error_set(struct error *err, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Adds the sentence behind those that err has, as far as there is room. */
void
error_add(struct error *err, const struct error *more);

#endif
