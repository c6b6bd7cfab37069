/*
 * How styles look: a colour of the writing, one of the ground, and attributes
 * for each row of the table of styles.
 *
 * A theme is made from a built-in one ("dark", which is the table itself;
 * "light"; "mono", without colours) and changed by settings, whose values are
 * colours as in git-config(1): "bold red", "#ff8800", "reverse", "black cyan".
 */
#ifndef VERBATIM_REPORT_THEME_H
#define VERBATIM_REPORT_THEME_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"
#include "report/style.h"

/* -1: the terminal's own; 0 to 255: of its palette, where 0 to 7 are the
 * colours of ECMA-48 and 8 to 15 their bright ones; else COLOUR_RGB and three
 * bytes, as in 0x1ff8800. */
#define COLOUR_OWN (-1)
#define COLOUR_RGB 0x1000000

enum attribute {
	ATTRIBUTE_BOLD = 1,
	ATTRIBUTE_DIM = 2,
	ATTRIBUTE_ITALIC = 4,
	ATTRIBUTE_UNDERLINE = 8,
	ATTRIBUTE_BLINK = 16,
	ATTRIBUTE_REVERSE = 32,
	ATTRIBUTE_STRIKE = 64
};

struct look {
	int32_t fg, bg;			/* colours */
	unsigned attributes;		/* bits of enum attribute */
};

struct theme {
	struct look look[STYLE_COUNT];
};

/* A built-in theme by its name; NULL: the default, "dark". */
int
theme_init(struct theme *theme, const char *name, struct error *err);

/* Appends the names of the built-in themes: "dark, light or mono". */
void
theme_names(struct buffer *out);

/* Sets how the style of that name looks: a colour specification, which
 * replaces all that was said of it before. */
int
theme_set(struct theme *theme, const char *name, const char *value,
	struct error *err);

/* Appends what changes a terminal from the one style to the other. */
void
theme_switch(const struct theme *theme, struct buffer *out, enum style from,
	enum style to);

#endif
