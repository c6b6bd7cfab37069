/*
 * newterm() rather than initscr(), which ends the program where it fails; and
 * the size is asked of the terminal, whatever LINES and COLUMNS say.  The
 * terminal waits in poll(), because curses tells the end of its input no
 * otherwise than the end of a wait.
 */
#include "config.h"

#include "view/screen.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#define ESCAPE_WAIT 25			/* milliseconds */
#define BYTE_WAIT 10			/* milliseconds: for the rest of a
					   character */
#define DOUBLE_CLICK 400		/* milliseconds */
#define PAIRS_MOST 256
#define COLOURS_FULL 256

static struct {
	SCREEN *screen;
	FILE *tty;			/* where standard input or output is no
					   terminal */
	int input;			/* descriptor */
	struct theme theme;
	bool colour;
	struct {
		short fg, bg;
	} pair[PAIRS_MOST];
	short npair;
	struct timespec clicked;	/* when and where the last time */
	int click_y, click_x;
	bool forget;
} term;

/* ---- taking the terminal ---- */

static bool
is_terminal(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

static bool
is_dumb(const char *name)
{
	return !name || !*name || !strcmp(name, "dumb") ||
		!strcmp(name, "unknown");
}

static int
no_terminal(struct error *err)
{
	return error_set(err, "The viewer needs a terminal; 'verbatim report' "
		"does not.");
}

static int
cannot_show(struct error *err)
{
	const char *name = getenv("TERM");

	return error_set(err, "The terminal (TERM=%s) cannot show the viewer; "
		"'verbatim report' tells the same.", name ? name : "");
}

int
screen_probe(struct error *err)
{
	int fd;

	if (!is_terminal()) {
		fd = open("/dev/tty", O_RDWR | O_CLOEXEC);
		if (fd < 0)
			return no_terminal(err);
		close(fd);
	}
	return is_dumb(getenv("TERM")) ? cannot_show(err) : 0;
}

static int
start_curses(struct error *err)
{
	FILE *input, *output;
	const char *place;

	if (!is_terminal()) {
		term.tty = fopen("/dev/tty", "r+");
		if (!term.tty)
			return no_terminal(err);
	}
	input = term.tty ? term.tty : stdin;
	output = term.tty ? term.tty : stdout;
	term.input = fileno(input);
	use_env(FALSE);
	use_tioctl(TRUE);
	term.screen = newterm(NULL, output, input);
	place = term.screen ? tigetstr((char *)"cup") : NULL;
	if (place && place != (char *)-1)
		return 0;
	screen_close();
	return cannot_show(err);
}

static void
set_up(void)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	timeout(BYTE_WAIT);
	intrflush(stdscr, FALSE);
	set_escdelay(ESCAPE_WAIT);
	mouseinterval(0);
	mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
	term.colour = term.colour && has_colors() && start_color() != ERR;
	if (term.colour)
		use_default_colors();
	term.npair = 1;
}

int
screen_open(const struct theme *theme, bool colour, struct error *err)
{
	memset(&term, 0, sizeof(term));
	term.theme = *theme;
	term.colour = colour;
	if (start_curses(err))
		return -1;
	set_up();
	return 0;
}

void
screen_close(void)
{
	if (term.screen) {
		endwin();
		delscreen(term.screen);
	}
	if (term.tty)
		fclose(term.tty);
	term.screen = NULL;
	term.tty = NULL;
}

void
screen_size(unsigned *nrow, unsigned *ncolumn)
{
	*nrow = (unsigned)getmaxy(stdscr);
	*ncolumn = (unsigned)getmaxx(stdscr);
}

/* ---- colours ---- */

static int
distance(int a, int b)
{
	return (a - b) * (a - b);
}

/* The nearest of the 6 x 6 x 6 cube of xterm's 256 colours. */
static short
cube_colour(int32_t rgb)
{
	static const int level[] = { 0, 95, 135, 175, 215, 255 };
	int part[3] = { rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255 };
	int index = 0, i, j;

	for (i = 0; i < 3; i++) {
		int best = 0;

		for (j = 1; j < 6; j++)
			if (distance(level[j], part[i]) <
			    distance(level[best], part[i]))
				best = j;
		index = 6 * index + best;
	}
	return (short)(16 + index);
}

/* The nearest of the eight of ECMA-48. */
static short
plain_colour(int32_t rgb)
{
	return (short)((rgb >> 16 & 255) / 128 + 2 * ((rgb >> 8 & 255) / 128) +
		4 * ((rgb & 255) / 128));
}

/* A colour that the terminal has. */
static short
terminal_colour(int32_t colour)
{
	if (colour == COLOUR_OWN)
		return -1;
	if (colour >= COLOUR_RGB)
		colour = COLORS >= COLOURS_FULL ?
			cube_colour(colour & 0xffffff) :
			plain_colour(colour & 0xffffff);
	return (short)(colour < COLORS ? colour : colour % 8);
}

static short
pair_of(short fg, short bg)
{
	short i;

	if (fg == -1 && bg == -1)
		return 0;
	for (i = 1; i < term.npair; i++)
		if (term.pair[i].fg == fg && term.pair[i].bg == bg)
			return i;
	if (i == PAIRS_MOST || i >= COLOR_PAIRS ||
	    init_pair(i, fg, bg) == ERR)
		return 0;
	term.pair[i].fg = fg;
	term.pair[i].bg = bg;
	return term.npair++;
}

static attr_t
attributes_of(unsigned attributes)
{
	attr_t attr = 0;

	if (attributes & ATTRIBUTE_BOLD)
		attr |= A_BOLD;
	if (attributes & ATTRIBUTE_DIM)
		attr |= A_DIM;
#ifdef A_ITALIC
	if (attributes & ATTRIBUTE_ITALIC)
		attr |= A_ITALIC;
#endif
	if (attributes & ATTRIBUTE_UNDERLINE)
		attr |= A_UNDERLINE;
	if (attributes & ATTRIBUTE_BLINK)
		attr |= A_BLINK;
	if (attributes & ATTRIBUTE_REVERSE)
		attr |= A_REVERSE;
	return attr;
}

static void
use_brush(const struct cell *cell)
{
	const struct look *look = &term.theme.look[cell->style];
	attr_t attr = attributes_of(look->attributes);
	short pair = 0;

	if (term.colour)
		pair = pair_of(terminal_colour(look->fg),
			terminal_colour(look->bg));
	if (cell->flags & CELL_DECIDED)
		attr = (attr & ~(attr_t)A_BOLD) | A_DIM;
	if (cell->flags & CELL_MATCH)
		attr |= A_UNDERLINE | A_BOLD;
	if (cell->flags & CELL_CURRENT)
		attr ^= A_REVERSE;
	attr_set(attr, pair, NULL);
}

/* ---- showing ---- */

static bool
same_brush(const struct cell *a, const struct cell *b)
{
	return a->style == b->style && a->flags == b->flags;
}

/* Each character that is not ASCII is placed, in case the terminal gives it
 * another width than Unicode does. */
static void
show_row(const struct canvas *canvas, unsigned row)
{
	const struct cell *cell = canvas->cell +
		(size_t)row * canvas->ncolumn, *before = NULL;
	unsigned i;
	bool place = true;

	for (i = 0; i < canvas->ncolumn; i++, cell++) {
		if (!cell->cells)
			continue;
		if (!before || !same_brush(before, cell))
			use_brush(cell);
		before = cell;
		if (place || cell->n > 1)
			move((int)row, (int)i);
		place = cell->n > 1;
		if (cell->n)
			addnstr(canvas->pool.data + cell->text, cell->n);
		else
			addnstr(" ", 1);
	}
}

void
screen_show(const struct canvas *canvas)
{
	unsigned row;

	erase();
	if (term.forget)
		clearok(stdscr, TRUE);
	term.forget = false;
	for (row = 0; row < canvas->nrow; row++)
		show_row(canvas, row);
	curs_set(canvas->cursor_row >= 0);
	if (canvas->cursor_row >= 0)
		move(canvas->cursor_row, canvas->cursor_column);
	refresh();
}

void
screen_forget(void)
{
	term.forget = true;
}

void
screen_suspend(void)
{
	endwin();
	kill(0, SIGTSTP);
	screen_forget();
}

/* ---- what comes in ---- */

/* Curses' number of a key, and ours. */
static const struct {
	int code;
	uint32_t key;
} codes[] = {
	{ KEY_UP, KEY_ARROW_UP }, { KEY_DOWN, KEY_ARROW_DOWN },
	{ KEY_LEFT, KEY_ARROW_LEFT }, { KEY_RIGHT, KEY_ARROW_RIGHT },
	{ KEY_PPAGE, KEY_PAGE_UP }, { KEY_NPAGE, KEY_PAGE_DOWN },
	{ KEY_HOME, KEY_TO_HOME }, { KEY_END, KEY_TO_END },
	{ KEY_IC, KEY_INSERT }, { KEY_DC, KEY_REMOVE },
	{ KEY_BTAB, KEY_BACK_TAB }, { KEY_ENTER, KEY_RETURN },
	{ KEY_BACKSPACE, KEY_DELETE_BACK }
};

static struct event
none(void)
{
	return (struct event){ .type = EVENT_NONE };
}

static struct event
key_event(uint32_t key)
{
	return (struct event){ .type = EVENT_KEY, .key = key };
}

static bool
is_double(int y, int x)
{
	struct timespec now;
	long passed;
	bool same = y == term.click_y && x == term.click_x;

	clock_gettime(CLOCK_MONOTONIC, &now);
	passed = (now.tv_sec - term.clicked.tv_sec) * 1000 +
		(now.tv_nsec - term.clicked.tv_nsec) / 1000000;
	term.clicked = now;
	term.click_y = y;
	term.click_x = x;
	return same && passed < DOUBLE_CLICK;
}

static struct event
mouse_event(void)
{
	struct event event = { .type = EVENT_MOUSE };
	MEVENT mouse;

	if (getmouse(&mouse) != OK)
		return none();
	event.row = (unsigned)mouse.y;
	event.column = (unsigned)mouse.x;
	if (mouse.bstate & BUTTON4_PRESSED)
		event.mouse = MOUSE_WHEEL_UP;
	else if (mouse.bstate & BUTTON5_PRESSED)
		event.mouse = MOUSE_WHEEL_DOWN;
	else
		event.mouse = is_double(mouse.y, mouse.x) ? MOUSE_DOUBLE :
			MOUSE_CLICK;
	return event;
}

static struct event
resize_event(void)
{
	struct event event = { .type = EVENT_RESIZE };

	screen_size(&event.row, &event.column);
	screen_forget();
	return event;
}

static struct event
code_event(int code)
{
	size_t i;

	if (code == KEY_RESIZE)
		return resize_event();
	if (code == KEY_MOUSE)
		return mouse_event();
	for (i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		if (codes[i].code == code)
			return key_event(codes[i].key);
	if (code >= KEY_F(0) && code < KEY_F(KEY_FUNCTIONS))
		return key_event(KEY_FUNCTION + (uint32_t)(code - KEY_F(0)));
	return none();
}

/* What curses has already; false where there is nothing. */
static bool
take(struct event *event)
{
	wint_t code;

	switch (get_wch(&code)) {
	case KEY_CODE_YES:
		*event = code_event((int)code);
		return true;
	case OK:
		*event = key_event((uint32_t)code);
		return true;
	}
	return false;
}

/* The size is asked for each time: who was suspended was not told of another,
 * and curses tells of none after that. */
static bool
is_resized(void)
{
	struct winsize size;

	return !ioctl(term.input, TIOCGWINSZ, &size) && size.ws_row &&
		size.ws_col && is_term_resized(size.ws_row, size.ws_col) &&
		resizeterm(size.ws_row, size.ws_col) == OK;
}

/* Is there nothing to read although the terminal woke us?  That curses makes
 * no key of what there is, tells nothing: it may be half a character. */
static bool
is_at_end(int revents)
{
	int n;

	return !(revents & POLLIN) ||
		(!ioctl(term.input, FIONREAD, &n) && !n);
}

struct event
screen_wait(int timeout)
{
	struct pollfd poller = { .fd = term.input, .events = POLLIN };
	struct event event;
	bool end;
	int rc;

	if (take(&event))
		return event;
	if (is_resized())
		return resize_event();
	rc = poll(&poller, 1, timeout);
	end = rc < 0 ? errno != EINTR : rc > 0 && is_at_end(poller.revents);
	if (take(&event))
		return event;
	return end ? (struct event){ .type = EVENT_HANGUP } : none();
}
