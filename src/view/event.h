/*
 * What comes in from the terminal, in terms that know no terminal.
 */
#ifndef VERBATIM_VIEW_EVENT_H
#define VERBATIM_VIEW_EVENT_H

#include <stdint.h>

enum event_type {
	EVENT_NONE,			/* nothing came within the time */
	EVENT_KEY,
	EVENT_MOUSE,
	EVENT_RESIZE,
	EVENT_HANGUP			/* the terminal is gone */
};

/* Keys that are no character begin behind Unicode. */
enum key {
	KEY_TAB = '\t', KEY_RETURN = '\r', KEY_ESC = 0x1b,
	KEY_DELETE_BACK = 0x7f,
	KEY_FIRST = 0x110000,
	KEY_ARROW_UP = KEY_FIRST, KEY_ARROW_DOWN, KEY_ARROW_LEFT,
	KEY_ARROW_RIGHT, KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_TO_HOME, KEY_TO_END,
	KEY_INSERT, KEY_REMOVE, KEY_BACK_TAB,
	KEY_FUNCTION			/* F0; F1 is one more, and so on */
};

#define KEY_FUNCTIONS 13

/* The key with Control held down. */
#define KEY_CONTROL(letter) ((uint32_t)(letter) & 0x1f)

enum mouse { MOUSE_CLICK, MOUSE_DOUBLE, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct event {
	enum event_type type;
	uint32_t key;			/* a code point, C-a being 1, or one of
					   enum key */
	enum mouse mouse;
	unsigned row, column;		/* of the mouse, or the new size */
};

#endif
