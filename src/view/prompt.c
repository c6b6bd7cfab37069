/*
 * A line of code points, so that a key more or less is always a whole
 * character.  What was entered before is kept for each kind of prompt.
 */
#include "config.h"

#include "view/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "report/escape.h"

#define HISTORY_MOST 100
#define LINE_MOST 1000			/* code points */

struct entry {
	const struct prompt_kind *kind;
	char *line;
};

struct prompt {
	const struct prompt_kind *kind;	/* NULL: it is closed */
	uint32_t *code;
	size_t n, cap, at;
	struct entry *history;
	size_t nhistory, history_cap;
	size_t shown;			/* entry of the history, or nhistory */
	struct buffer choices;		/* of the completion, for the message */
};

struct prompt *
prompt_new(void)
{
	return memory_alloc(1, sizeof(struct prompt));
}

void
prompt_free(struct prompt *prompt)
{
	size_t i;

	if (!prompt)
		return;
	for (i = 0; i < prompt->nhistory; i++)
		free(prompt->history[i].line);
	free(prompt->history);
	free(prompt->code);
	buffer_release(&prompt->choices);
	free(prompt);
}

bool
prompt_is_open(const struct view *view)
{
	return view->prompt->kind;
}

static void
insert(struct prompt *prompt, uint32_t code)
{
	if (prompt->n == LINE_MOST)
		return;
	ARRAY_ADD(prompt->code, prompt->n, prompt->cap);
	memmove(prompt->code + prompt->at + 1, prompt->code + prompt->at,
		(prompt->n - 1 - prompt->at) * sizeof(*prompt->code));
	prompt->code[prompt->at++] = code;
}

static void
cut(struct prompt *prompt, size_t from, size_t to)
{
	if (from == to)
		return;
	memmove(prompt->code + from, prompt->code + to,
		(prompt->n - to) * sizeof(*prompt->code));
	prompt->n -= to - from;
	prompt->at = from;
}

static void
set_text(struct prompt *prompt, const char *text)
{
	const char *p = text, *end = text + strlen(text);
	unsigned len;

	prompt->n = prompt->at = 0;
	for (; p < end; p += len)
		insert(prompt, utf8_decode(p, end, &len));
}

/* The code points [0, n) as a string. */
static void
get_text(const struct prompt *prompt, size_t n, struct buffer *out)
{
	size_t i;

	out->len = 0;
	buffer_puts(out, "");
	for (i = 0; i < n; i++)
		buffer_put_code(out, prompt->code[i]);
}

void
prompt_open(struct view *view, const struct prompt_kind *kind,
	const char *text)
{
	struct prompt *prompt = view->prompt;

	prompt->kind = kind;
	prompt->shown = prompt->nhistory;
	prompt->choices.len = 0;
	set_text(prompt, text);
}

void
prompt_close(struct view *view)
{
	view->prompt->kind = NULL;
}

/* ---- history ---- */

static void
remember(struct prompt *prompt, const char *line)
{
	struct entry entry = { .kind = prompt->kind };
	size_t n = strlen(line) + 1;

	if (n == 1)
		return;
	if (prompt->nhistory == HISTORY_MOST) {
		free(prompt->history[0].line);
		memmove(prompt->history, prompt->history + 1,
			--prompt->nhistory * sizeof(*prompt->history));
	}
	entry.line = memcpy(memory_alloc(n, 1), line, n);
	*ARRAY_ADD(prompt->history, prompt->nhistory, prompt->history_cap) =
		entry;
}

static void
recall(struct prompt *prompt, int step)
{
	size_t i = prompt->shown;

	do {
		if ((step < 0 && !i) || (step > 0 && i >= prompt->nhistory))
			return;
		i += (size_t)step;
	} while (i < prompt->nhistory &&
	    prompt->history[i].kind != prompt->kind);
	prompt->shown = i;
	set_text(prompt, i < prompt->nhistory ? prompt->history[i].line : "");
}

/* ---- completion ---- */

static size_t
common_prefix(const char *a, size_t n, const char *b, size_t m)
{
	size_t i = 0;

	while (i < n && i < m && a[i] == b[i])
		i++;
	return i;
}

/* Of the candidates, one a line, those that begin so: their number, what they
 * have in common, and all of them for the eye. */
static size_t
choose(const char *list, const char *begin, struct buffer *common,
	struct buffer *all)
{
	size_t count = 0, n = strlen(begin);
	const char *p = list;

	while (p && *p) {
		size_t len = strcspn(p, "\n");

		if (len >= n && !strncmp(p, begin, n)) {
			if (count++)
				common->len = common_prefix(common->data,
					common->len, p, len);
			else
				buffer_add(common, p, len);
			buffer_puts(all, all->len ? "  " : "");
			buffer_add(all, p, len);
		}
		p += len + (p[len] == '\n');
	}
	return count;
}

static void
complete(struct view *view)
{
	struct prompt *prompt = view->prompt;
	struct buffer line = BUFFER_INIT, list = BUFFER_INIT;
	struct buffer common = BUFFER_INIT;
	size_t from, count;

	if (!prompt->kind->complete)
		return;
	get_text(prompt, prompt->at, &line);
	from = prompt->kind->complete(view, line.data, &list);
	prompt->choices.len = 0;
	count = choose(list.data, line.data + from, &common,
		&prompt->choices);
	if (count) {
		const char *p = common.data + (line.len - from);
		const char *end = common.data + common.len;
		unsigned len;

		for (; p < end; p += len)
			insert(prompt, utf8_decode(p, end, &len));
	}
	if (count == 1) {
		insert(prompt, ' ');
		prompt->choices.len = 0;
	}
	buffer_release(&common);
	buffer_release(&list);
	buffer_release(&line);
}

/* ---- keys ---- */

static void
enter(struct view *view)
{
	struct prompt *prompt = view->prompt;
	const struct prompt_kind *kind = prompt->kind;
	struct buffer line = BUFFER_INIT;

	get_text(prompt, prompt->n, &line);
	remember(prompt, line.data);
	prompt_close(view);
	kind->enter(view, line.data);
	buffer_release(&line);
}

static void
cancel(struct view *view)
{
	const struct prompt_kind *kind = view->prompt->kind;

	prompt_close(view);
	if (kind->cancel)
		kind->cancel(view);
}

static void
changed(struct view *view)
{
	struct prompt *prompt = view->prompt;
	struct buffer line = BUFFER_INIT;

	if (!prompt->kind->change)
		return;
	get_text(prompt, prompt->n, &line);
	prompt->kind->change(view, line.data);
	buffer_release(&line);
}

static size_t
word_before(const struct prompt *prompt)
{
	size_t i = prompt->at;

	while (i && prompt->code[i - 1] == ' ')
		i--;
	while (i && prompt->code[i - 1] != ' ')
		i--;
	return i;
}

/* Moves about; false where the key does something else. */
static bool
move(struct prompt *prompt, uint32_t key)
{
	switch (key) {
	case KEY_ARROW_LEFT:
	case KEY_CONTROL('b'):
		prompt->at -= prompt->at > 0;
		return true;
	case KEY_ARROW_RIGHT:
	case KEY_CONTROL('f'):
		prompt->at += prompt->at < prompt->n;
		return true;
	case KEY_TO_HOME:
	case KEY_CONTROL('a'):
		prompt->at = 0;
		return true;
	case KEY_TO_END:
	case KEY_CONTROL('e'):
		prompt->at = prompt->n;
		return true;
	}
	return false;
}

/* Changes the line; false where the key does something else. */
static bool
edit(struct prompt *prompt, uint32_t key)
{
	switch (key) {
	case KEY_DELETE_BACK:
	case KEY_CONTROL('h'):
		if (prompt->at)
			cut(prompt, prompt->at - 1, prompt->at);
		return true;
	case KEY_REMOVE:
	case KEY_CONTROL('d'):
		if (prompt->at < prompt->n)
			cut(prompt, prompt->at, prompt->at + 1);
		return true;
	case KEY_CONTROL('u'):
		cut(prompt, 0, prompt->at);
		return true;
	case KEY_CONTROL('k'):
		cut(prompt, prompt->at, prompt->n);
		return true;
	case KEY_CONTROL('w'):
		cut(prompt, word_before(prompt), prompt->at);
		return true;
	case KEY_ARROW_UP:
	case KEY_CONTROL('p'):
		recall(prompt, -1);
		return true;
	case KEY_ARROW_DOWN:
	case KEY_CONTROL('n'):
		recall(prompt, 1);
		return true;
	}
	if (key < ' ' || key >= KEY_FIRST)
		return false;
	insert(prompt, key);
	return true;
}

void
prompt_key(struct view *view, uint32_t key)
{
	struct prompt *prompt = view->prompt;
	bool empty = !prompt->n;

	if (key == KEY_TAB) {
		complete(view);
		changed(view);
		return;
	}
	prompt->choices.len = 0;
	if (key == KEY_RETURN || key == '\n')
		enter(view);
	else if (key == KEY_ESC || key == KEY_CONTROL('c') ||
	    key == KEY_CONTROL('g') || (empty &&
	    (key == KEY_DELETE_BACK || key == KEY_CONTROL('h'))))
		cancel(view);
	else if (!move(prompt, key) && edit(prompt, key))
		changed(view);
}

/* ---- drawing ---- */

/* The line, safe to show, from the code point on. */
static void
show_text(const struct view *view, size_t from, size_t to,
	struct buffer *out)
{
	struct buffer text = BUFFER_INIT;
	size_t i;

	for (i = from; i < to; i++)
		buffer_put_code(&text, view->prompt->code[i]);
	if (text.len)
		escape_add(out, text.data, text.len, ESCAPE_EXACT |
			(view->ascii ? ESCAPE_ASCII : 0));
	buffer_release(&text);
}

/* The first code point that is shown, so that the cursor is on the screen. */
static size_t
first_shown(const struct view *view, unsigned cells)
{
	size_t from = view->prompt->at;

	while (from) {
		struct buffer text = BUFFER_INIT;
		size_t taken;

		show_text(view, from - 1, view->prompt->at, &text);
		taken = text.len ? escape_cells(text.data, text.len,
			ESCAPE_EXACT) : 0;
		buffer_release(&text);
		if (taken >= cells)
			break;
		from--;
	}
	return from;
}

void
prompt_draw(const struct view *view, struct canvas *canvas)
{
	static const struct brush plain = { STYLE_PLAIN, 0 };
	static const struct brush sign = { STYLE_KEY, 0 };
	static const struct brush faint = { STYLE_FAINT, 0 };
	const struct prompt *prompt = view->prompt;
	unsigned row = view->frame.status_row, column, first;
	struct buffer text = BUFFER_INIT;
	size_t from;

	canvas_fill(canvas, row, 0, canvas->ncolumn, plain);
	column = canvas_puts(canvas, row, 0, sign, prompt->kind->sign);
	first = column;
	from = first_shown(view, canvas->ncolumn - column - 1);
	show_text(view, from, prompt->at, &text);
	column = canvas_put(canvas, row, column, canvas->ncolumn, plain,
		text.data, text.len);
	canvas->cursor_row = (int)row;
	canvas->cursor_column = (int)column;
	text.len = 0;
	show_text(view, prompt->at, prompt->n, &text);
	column = canvas_put(canvas, row, column, canvas->ncolumn, plain,
		text.data, text.len);
	if (prompt->choices.len)
		canvas_put(canvas, row, column > first + 30 ? column + 2 :
			first + 32, canvas->ncolumn, faint,
			prompt->choices.data, prompt->choices.len);
	buffer_release(&text);
}
