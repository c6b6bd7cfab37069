/* The line at the foot of the screen that one types into. */
#ifndef VERBATIM_VIEW_PROMPT_H
#define VERBATIM_VIEW_PROMPT_H

#include "view/view.h"

struct prompt_kind {
	const char *sign;		/* what stands before the line */
	/* The line is done. */
	void (*enter)(struct view *view, const char *line);
	/* It has changed; or NULL. */
	void (*change)(struct view *view, const char *line);
	/* It was given up; or NULL. */
	void (*cancel)(struct view *view);
	/*
	 * Appends whatever may stand in place of the end of the line, one a
	 * line, and returns where in it that end begins; or NULL.
	 */
	size_t (*complete)(const struct view *view, const char *line,
		struct buffer *out);
};

struct prompt *
prompt_new(void);

void
prompt_free(struct prompt *prompt);

bool
prompt_is_open(const struct view *view);

/* Opens it with a text; the kind must outlive it. */
void
prompt_open(struct view *view, const struct prompt_kind *kind,
	const char *text);

void
prompt_close(struct view *view);

void
prompt_key(struct view *view, uint32_t key);

void
prompt_draw(const struct view *view, struct canvas *canvas);

#endif
