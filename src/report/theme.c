/*
 * The default theme is read out of the table of styles, so that there is one
 * place that says how things look, and written again it gives the same bytes.
 *
 * "light" is dark enough to be read on white: 4.5 to 1 (WCAG 2.1, 1.4.3) with
 * the palette that xterm and its kin have.
 */
#include "config.h"

#include "report/theme.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/nearest.h"

#define WORD_MOST 32

static const struct {
	const char *name, *alias;
	enum attribute bit;
	unsigned sgr;			/* ECMA-48, 8.3.117 */
} attributes[] = {
	{ "bold", NULL, ATTRIBUTE_BOLD, 1 },
	{ "dim", NULL, ATTRIBUTE_DIM, 2 },
	{ "italic", NULL, ATTRIBUTE_ITALIC, 3 },
	{ "ul", "underline", ATTRIBUTE_UNDERLINE, 4 },
	{ "blink", NULL, ATTRIBUTE_BLINK, 5 },
	{ "reverse", NULL, ATTRIBUTE_REVERSE, 7 },
	{ "strike", NULL, ATTRIBUTE_STRIKE, 9 }
};

#define NATTRIBUTE (sizeof(attributes) / sizeof(attributes[0]))

static const char *const colours[] = {
	"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"
};

#define NCOLOUR 8

static const char *const light[STYLE_COUNT] = {
	[STYLE_PLACE] = "24",
	[STYLE_MARGIN] = "24",
	[STYLE_COVERED] = "28",
	[STYLE_REPRINT] = "bold 124",
	[STYLE_TRANSCRIPT] = "bold 28",
	[STYLE_GOOD] = "bold 28",
	[STYLE_WARNING] = "bold 130",
	[STYLE_ERROR] = "bold 124",
	[STYLE_MATCH] = "ul 130",
	[STYLE_MESSAGE] = "bold 124",
	[STYLE_KEY] = "bold 24",
	[STYLE_ENCODING] = "bold 90",
	[STYLE_TYPOGRAPHY] = "24",
	[STYLE_STRUCTURE] = "25",
	[STYLE_TRUNCATION] = "130",
	[STYLE_OMISSION] = "130",
	[STYLE_INSERTION] = "28",
	[STYLE_WORDING] = "bold 124",
	[STYLE_ATTRIBUTION] = "bold 25"
};

static const char *const mono[STYLE_COUNT] = {
	[STYLE_PLACE] = "",
	[STYLE_MARGIN] = "",
	[STYLE_COVERED] = "",
	[STYLE_REPRINT] = "bold",
	[STYLE_TRANSCRIPT] = "bold ul",
	[STYLE_GOOD] = "bold",
	[STYLE_WARNING] = "bold",
	[STYLE_ERROR] = "reverse",
	[STYLE_MATCH] = "bold ul",
	[STYLE_MESSAGE] = "bold reverse",
	[STYLE_KEY] = "bold",
	[STYLE_ENCODING] = "reverse",
	[STYLE_TYPOGRAPHY] = "ul",
	[STYLE_STRUCTURE] = "ul",
	[STYLE_TRUNCATION] = "ul",
	[STYLE_OMISSION] = "ul",
	[STYLE_INSERTION] = "ul",
	[STYLE_WORDING] = "bold ul",
	[STYLE_ATTRIBUTION] = "bold ul"
};

static const struct {
	const char *name;
	const char *const *spec;	/* by style; NULL: as in the table */
} themes[] = {
	{ "dark", NULL },
	{ "light", light },
	{ "mono", mono }
};

#define NTHEME (sizeof(themes) / sizeof(themes[0]))

/* The table has attributes and the colours 30 to 37. */
static struct look
look_of_sgr(const char *sgr)
{
	struct look look = { COLOUR_OWN, COLOUR_OWN, 0 };
	unsigned i;
	char *end;

	for (; *sgr; sgr = *end ? end + 1 : end) {
		unsigned long number = strtoul(sgr, &end, 10);

		for (i = 0; i < NATTRIBUTE; i++)
			if (attributes[i].sgr == number)
				look.attributes |= attributes[i].bit;
		if (number >= 30 && number < 30 + NCOLOUR)
			look.fg = (int32_t)number - 30;
	}
	return look;
}

/* "red", "brightred" */
static bool
read_name(const char *word, int32_t *colour)
{
	static const char bright[] = "bright";
	bool is_bright = !strncasecmp(word, bright, strlen(bright));
	int i;

	if (is_bright)
		word += strlen(bright);
	for (i = 0; i < NCOLOUR; i++)
		if (!strcasecmp(word, colours[i])) {
			*colour = i + (is_bright ? NCOLOUR : 0);
			return true;
		}
	return false;
}

/* "#rrggbb" or "#rgb" */
static bool
read_rgb(const char *word, int32_t *colour)
{
	size_t n = strlen(word) - 1, i;
	unsigned long rgb;

	for (i = 1; i <= n; i++)
		if (!isxdigit((unsigned char)word[i]))
			return false;
	if (n != 3 && n != 6)
		return false;
	rgb = strtoul(word + 1, NULL, 16);
	if (n == 3)
		rgb = (rgb >> 8) * 0x110000 + (rgb >> 4 & 15) * 0x1100 +
			(rgb & 15) * 0x11;
	*colour = COLOUR_RGB | (int32_t)rgb;
	return true;
}

static bool
read_colour(const char *word, int32_t *colour)
{
	unsigned long number;
	char *end;

	*colour = COLOUR_OWN;
	if (!strcasecmp(word, "default") || !strcasecmp(word, "normal"))
		return true;
	if (*word == '#')
		return read_rgb(word, colour);
	if (!isdigit((unsigned char)*word))
		return read_name(word, colour);
	number = strtoul(word, &end, 10);
	*colour = (int32_t)(number & 255);
	return !*end && number < 256;
}

/* "bold", "nobold", "no-bold" */
static bool
read_attribute(const char *word, unsigned *bits)
{
	bool not = !strncasecmp(word, "no", 2);
	size_t i;

	if (not)
		word += word[2] == '-' ? 3 : 2;
	for (i = 0; i < NATTRIBUTE; i++) {
		const char *alias = attributes[i].alias;

		if (strcasecmp(word, attributes[i].name) &&
		    (!alias || strcasecmp(word, alias)))
			continue;
		if (not)
			*bits &= ~(unsigned)attributes[i].bit;
		else
			*bits |= attributes[i].bit;
		return true;
	}
	return false;
}

/* Up to two colours, that of the writing first. */
static int
read_word(struct look *look, unsigned *ncolour, const char *word,
	struct error *err)
{
	int32_t colour;

	if (read_attribute(word, &look->attributes))
		return 0;
	if (!read_colour(word, &colour))
		return error_set(err, "'%s' is no colour and no attribute; "
			"write as in 'bold red', 'brightblue', '214', "
			"'\"#ff8800\"' or 'reverse'.", word);
	if (*ncolour == 2)
		return error_set(err, "'%s' is a third colour, after those "
			"of the writing and the ground.", word);
	if ((*ncolour)++)
		look->bg = colour;
	else
		look->fg = colour;
	return 0;
}

static int
look_read(struct look *look, const char *spec, struct error *err)
{
	static const char blanks[] = " \t\r\n";
	unsigned ncolour = 0;
	char word[WORD_MOST];

	*look = (struct look){ COLOUR_OWN, COLOUR_OWN, 0 };
	for (spec += strspn(spec, blanks); *spec;
	     spec += strspn(spec, blanks)) {
		size_t n = strcspn(spec, blanks);

		if (n >= sizeof(word))
			return error_set(err, "'%.*s' is no colour and no "
				"attribute.", (int)n, spec);
		memcpy(word, spec, n);
		word[n] = '\0';
		if (read_word(look, &ncolour, word, err))
			return -1;
		spec += n;
	}
	return 0;
}

void
theme_names(struct buffer *out)
{
	size_t i;

	for (i = 0; i < NTHEME; i++) {
		if (i)
			buffer_puts(out, i + 1 < NTHEME ? ", " : " or ");
		buffer_puts(out, themes[i].name);
	}
}

static int
no_theme(const char *name, struct error *err)
{
	struct buffer names = BUFFER_INIT;

	theme_names(&names);
	error_set(err, "There is no theme '%s', only %s.", name, names.data);
	buffer_release(&names);
	return -1;
}

int
theme_init(struct theme *theme, const char *name, struct error *err)
{
	size_t i = 0;
	int style;

	while (name && i < NTHEME && strcmp(name, themes[i].name))
		i++;
	if (i == NTHEME)
		return no_theme(name, err);
	for (style = 0; style < STYLE_COUNT; style++) {
		const char *spec = themes[i].spec ? themes[i].spec[style] :
			NULL;

		if (!spec)
			theme->look[style] = look_of_sgr(styles[style].sgr);
		else if (look_read(&theme->look[style], spec, err))
			return -1;
	}
	return 0;
}

static int
no_style(const char *name, struct error *err)
{
	struct nearest nearest;
	int style;

	nearest_init(&nearest, name);
	for (style = STYLE_PLAIN + 1; style < STYLE_COUNT; style++)
		nearest_try(&nearest, styles[style].name);
	return error_set(err, "There is no style '%s'%s.", name,
		nearest_hint(&nearest));
}

int
theme_set(struct theme *theme, const char *name, const char *value,
	struct error *err)
{
	struct look look;
	int style;

	/* text without a style of its own needs no switching */
	if (!strcmp(name, styles[STYLE_PLAIN].name))
		return error_set(err, "How plain text looks is the "
			"terminal's to say.");
	for (style = 0; style < STYLE_COUNT; style++)
		if (!strcmp(name, styles[style].name))
			break;
	if (style == STYLE_COUNT)
		return no_style(name, err);
	if (!*value)
		return error_set(err, "There is no colour; one that begins "
			"with # stands in quotation marks, and 'normal' is "
			"none.");
	if (look_read(&look, value, err))
		return -1;
	theme->look[style] = look;
	return 0;
}

static bool
is_same(struct look a, struct look b)
{
	return a.fg == b.fg && a.bg == b.bg && a.attributes == b.attributes;
}

static bool
is_own(struct look look)
{
	return is_same(look, (struct look){ COLOUR_OWN, COLOUR_OWN, 0 });
}

/* base: 30 for the writing, 40 for the ground; the bright ones are 60 on. */
static void
put_colour(struct buffer *out, int32_t colour, int base, const char *between)
{
	buffer_puts(out, between);
	if (colour & COLOUR_RGB)
		buffer_printf(out, "%d;2;%d;%d;%d", base + 8,
			colour >> 16 & 255, colour >> 8 & 255, colour & 255);
	else if (colour >= 2 * NCOLOUR)
		buffer_printf(out, "%d;5;%d", base + 8, colour);
	else if (colour >= NCOLOUR)
		buffer_printf(out, "%d", base + 60 + colour - NCOLOUR);
	else
		buffer_printf(out, "%d", base + colour);
}

static void
put_look(struct buffer *out, struct look look)
{
	const char *between = "";
	size_t i;

	buffer_puts(out, "\033[");
	for (i = 0; i < NATTRIBUTE; i++)
		if (look.attributes & attributes[i].bit) {
			buffer_printf(out, "%s%u", between, attributes[i].sgr);
			between = ";";
		}
	if (look.fg != COLOUR_OWN) {
		put_colour(out, look.fg, 30, between);
		between = ";";
	}
	if (look.bg != COLOUR_OWN)
		put_colour(out, look.bg, 40, between);
	buffer_putc(out, 'm');
}

void
theme_switch(const struct theme *theme, struct buffer *out, enum style from,
	enum style to)
{
	if (is_same(theme->look[from], theme->look[to]))
		return;
	if (!is_own(theme->look[from]))
		buffer_puts(out, "\033[m");
	if (!is_own(theme->look[to]))
		put_look(out, theme->look[to]);
}
