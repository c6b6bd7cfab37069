#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "view/action.h"
#include "view/key.h"

struct binding {
	uint32_t key;
	const struct action *action;
};

struct bindings {
	struct binding *list;
	size_t n, cap;
};

static void
bind(struct bindings *bindings, const struct action *action, uint32_t key)
{
	struct binding binding = { key, action };
	size_t i;

	for (i = 0; i < bindings->n; i++)
		if (bindings->list[i].key == key) {
			bindings->list[i].action = action;
			return;
		}
	*ARRAY_ADD(bindings->list, bindings->n, bindings->cap) = binding;
}

static void
unbind(struct bindings *bindings, const struct action *action)
{
	size_t i, n = 0;

	for (i = 0; i < bindings->n; i++)
		if (bindings->list[i].action != action)
			bindings->list[n++] = bindings->list[i];
	bindings->n = n;
}

/* Binds each key named; false, with the name in word, for one that is none. */
static bool
bind_all(struct bindings *bindings, const struct action *action,
	const char *keys, char word[16])
{
	const char *p = keys;

	for (p += strspn(p, " \t"); *p; p += strspn(p, " \t")) {
		size_t n = strcspn(p, " \t");
		uint32_t key;

		snprintf(word, 16, "%.*s", (int)n, p);
		if (n >= 16 || !key_parse(word, &key))
			return false;
		bind(bindings, action, key);
		p += n;
	}
	return true;
}

struct bindings *
bindings_new(void)
{
	struct bindings *bindings = memory_alloc(1, sizeof(*bindings));
	const struct action *action;
	char word[16];

	for (action = actions; action->name; action++)
		bind_all(bindings, action, action->keys, word);
	return bindings;
}

void
bindings_free(struct bindings *bindings)
{
	if (!bindings)
		return;
	free(bindings->list);
	free(bindings);
}

int
bindings_set(struct bindings *bindings, const char *name, const char *keys,
	struct error *err)
{
	const struct action *action = actions;
	char word[16];

	while (action->name && strcmp(action->name, name))
		action++;
	if (!action->name)
		return error_set(err, "There is no action '%s' to give a key.",
			name);
	if (!*keys)
		unbind(bindings, action);
	if (!bind_all(bindings, action, keys, word))
		return error_set(err, "There is no key '%s'.", word);
	return 0;
}

const struct action *
bindings_find(const struct bindings *bindings, uint32_t key)
{
	size_t i;

	for (i = 0; i < bindings->n; i++)
		if (bindings->list[i].key == key)
			return bindings->list[i].action;
	return NULL;
}

void
bindings_keys(const struct bindings *bindings, const struct action *action,
	struct buffer *out)
{
	const char *blank = "";
	size_t i;

	for (i = 0; i < bindings->n; i++) {
		if (bindings->list[i].action != action)
			continue;
		buffer_puts(out, blank);
		key_name(bindings->list[i].key, out);
		blank = " ";
	}
}
