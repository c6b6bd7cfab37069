#include "config.h"

#include "view/key.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"

static const struct {
	const char *name;
	uint32_t key;
} names[] = {
	{ "Enter", KEY_RETURN }, { "Tab", KEY_TAB }, { "Esc", KEY_ESC },
	{ "Space", ' ' }, { "Backspace", KEY_DELETE_BACK },
	{ "Up", KEY_ARROW_UP }, { "Down", KEY_ARROW_DOWN },
	{ "Left", KEY_ARROW_LEFT }, { "Right", KEY_ARROW_RIGHT },
	{ "PageUp", KEY_PAGE_UP }, { "PageDown", KEY_PAGE_DOWN },
	{ "Home", KEY_TO_HOME }, { "End", KEY_TO_END },
	{ "Insert", KEY_INSERT }, { "Delete", KEY_REMOVE },
	{ "S-Tab", KEY_BACK_TAB }
};

#define NNAME (sizeof(names) / sizeof(*names))

static bool
parse_function(const char *digits, uint32_t *key)
{
	char *end;
	unsigned long n = strtoul(digits, &end, 10);

	if (end == digits || *end || n >= KEY_FUNCTIONS)
		return false;
	*key = KEY_FUNCTION + (uint32_t)n;
	return true;
}

/* '@', a letter, '[', '\\', ']', '^' or '_' */
static bool
is_for_control(char c)
{
	return (c >= '@' && c <= '_') || (c >= 'a' && c <= 'z');
}

bool
key_parse(const char *name, uint32_t *key)
{
	const char *end = name + strlen(name);
	unsigned len;
	size_t i;

	if (name == end)
		return false;
	*key = utf8_decode(name, end, &len);
	if (name + len == end)
		return *key > ' ' && *key != KEY_DELETE_BACK;
	for (i = 0; i < NNAME; i++)
		if (!strcasecmp(name, names[i].name)) {
			*key = names[i].key;
			return true;
		}
	if ((*name == 'C' || *name == 'c') && name[1] == '-' && end ==
	    name + 3 && is_for_control(name[2])) {
		*key = (unsigned char)name[2] & 0x1f;
		return true;
	}
	return (*name == 'F' || *name == 'f') && parse_function(name + 1, key);
}

void
key_name(uint32_t key, struct buffer *out)
{
	size_t i;

	for (i = 0; i < NNAME; i++)
		if (names[i].key == key) {
			buffer_puts(out, names[i].name);
			return;
		}
	if (key < ' ')
		buffer_printf(out, "C-%c", (char)(key + (key && key <= 26 ?
			'a' - 1 : '@')));
	else if (key >= KEY_FUNCTION)
		buffer_printf(out, "F%u", (unsigned)(key - KEY_FUNCTION));
	else
		buffer_put_code(out, key);
}
