/* Every field is escaped alike, so that a line can be taken apart at its tabs
 * whatever was read or noted. */
#include "config.h"

#include "review/store_line.h"

#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"
#include "text/span.h"

#define ID_DIGITS 16
#define NONE "-"

enum field {
	FIELD_ID, FIELD_TIME, FIELD_VERDICT, FIELD_REVIEWER, FIELD_KIND,
	FIELD_TRANSCRIPT, FIELD_REPRINT, FIELD_NOTE, FIELD_COUNT
};

struct slice {
	const char *text;
	size_t n;
};

/* ---- writing ---- */

static const struct {
	uint32_t code;
	char letter;
} escapes[] = {
	{ '\t', 't' }, { '\n', 'n' }, { '\r', 'r' }, { '\\', '\\' },
	{ '-', '-' }
};

#define NESCAPE (sizeof(escapes) / sizeof(escapes[0]))

/* Controls, and what turns the writing or breaks the line in an editor. */
static bool
is_hidden(uint32_t code)
{
	return code < 0x20 || (code >= 0x7F && code < 0xA0) ||
		(code >= 0x200B && code <= 0x200F) ||
		(code >= 0x2028 && code <= 0x202E) ||
		(code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

static void
put_code(struct buffer *out, uint32_t code)
{
	size_t i;

	for (i = 0; i < NESCAPE; i++)
		if (escapes[i].code == code && code != '-') {
			buffer_printf(out, "\\%c", escapes[i].letter);
			return;
		}
	if (is_hidden(code))
		buffer_printf(out, "\\u%04X", (unsigned)code);
	else
		buffer_put_code(out, code);
}

static void
put_field(struct buffer *out, const char *text)
{
	const char *end;
	unsigned len;

	buffer_putc(out, '\t');
	if (!text) {
		buffer_puts(out, NONE);
		return;
	}
	if (!strcmp(text, NONE))
		buffer_putc(out, '\\');
	for (end = text + strlen(text); text < end; text += len)
		put_code(out, utf8_decode(text, end, &len));
}

static const char *
or_none(const char *text)
{
	return text && *text ? text : NULL;
}

void
store_line_write(struct buffer *out, const struct decision *decision)
{
	char time[TIME_SIZE];

	time_write(decision->time, time);
	buffer_printf(out, "%0*" PRIx64 "\t%s\t%s", ID_DIGITS,
		decision->finding, time, verdicts[decision->verdict].name);
	put_field(out, or_none(decision->reviewer));
	put_field(out, decision->kind);
	put_field(out, decision->reading[TRANSCRIPT]);
	put_field(out, decision->reading[REPRINT]);
	put_field(out, or_none(decision->note));
}

/* ---- reading ---- */

/* The number that n hexadecimal digits make; false where they are none. */
static bool
read_hex(const char *text, size_t n, uint64_t *number)
{
	static const char small[] = "0123456789abcdef";
	static const char capital[] = "0123456789ABCDEF";

	for (*number = 0; n--; text++) {
		const char *digit = *text ? strchr(small, *text) : NULL;
		const char *other = *text ? strchr(capital, *text) : NULL;

		if (!digit && !other)
			return false;
		*number = *number << 4 | (uint64_t)(digit ? digit - small :
			other - capital);
	}
	return true;
}

/* Reads what stands behind a backslash and returns its bytes; 0: nonsense. */
static size_t
read_escape(const char *text, size_t n, struct buffer *out)
{
	uint64_t code;
	size_t i;

	for (i = 0; n && i < NESCAPE; i++)
		if (escapes[i].letter == *text) {
			buffer_put_code(out, escapes[i].code);
			return 1;
		}
	if (n < 5 || *text != 'u' || !read_hex(text + 1, 4, &code) || !code)
		return 0;
	buffer_put_code(out, (uint32_t)code);
	return 5;
}

/* Undoes the escapes; NULL where there is one that does not exist. */
static const char *
read_text(struct slice field, struct arena *arena)
{
	struct buffer text = BUFFER_INIT;
	const char *copy = NULL;
	size_t i, n = 1;

	for (i = 0; i < field.n && n; i++) {
		if (field.text[i] != '\\') {
			buffer_putc(&text, field.text[i]);
			continue;
		}
		n = read_escape(field.text + i + 1, field.n - i - 1, &text);
		i += n;
	}
	if (n)
		copy = arena_copy(arena, text.len ? text.data : "", text.len);
	buffer_release(&text);
	return copy;
}

static bool
is_none(struct slice field)
{
	return field.n == 1 && *field.text == *NONE;
}

static size_t
split(const char *line, size_t n, struct slice field[FIELD_COUNT])
{
	const char *end = line + n;
	size_t count = 0;

	for (;;) {
		const char *tab = memchr(line, '\t', (size_t)(end - line));
		size_t len = (size_t)((tab ? tab : end) - line);

		if (count < FIELD_COUNT)
			field[count] = (struct slice){ line, len };
		count++;
		if (!tab)
			return count;
		line = tab + 1;
	}
}

static const char *
read_texts(const struct slice field[FIELD_COUNT], struct arena *arena,
	struct decision *decision)
{
	const struct {
		enum field field;
		const char **text, *none;
	} texts[] = {
		{ FIELD_REVIEWER, &decision->reviewer, "" },
		{ FIELD_KIND, &decision->kind, "" },
		{ FIELD_TRANSCRIPT, &decision->reading[TRANSCRIPT], NULL },
		{ FIELD_REPRINT, &decision->reading[REPRINT], NULL },
		{ FIELD_NOTE, &decision->note, "" }
	};
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct slice it = field[texts[i].field];

		*texts[i].text = texts[i].none;
		if (is_none(it))
			continue;
		*texts[i].text = read_text(it, arena);
		if (!*texts[i].text)
			return "has an escape that does not exist";
	}
	return NULL;
}

static int
read_verdict(struct slice field)
{
	char name[16];

	if (field.n >= sizeof(name))
		return -1;
	memcpy(name, field.text, field.n);
	name[field.n] = '\0';
	return verdict_find(name);
}

const char *
store_line_read(const char *line, size_t n, struct arena *arena,
	struct decision *decision)
{
	struct slice field[FIELD_COUNT];
	int verdict;

	if (memchr(line, '\0', n) || utf8_valid_prefix(line, n) != n)
		return "is no text in UTF-8";
	if (split(line, n, field) != FIELD_COUNT)
		return "does not have eight fields with a tab between them";
	if (field[FIELD_ID].n != ID_DIGITS ||
	    !read_hex(field[FIELD_ID].text, ID_DIGITS, &decision->finding))
		return "does not begin with the id of a finding";
	decision->time = time_read(field[FIELD_TIME].text,
		field[FIELD_TIME].n);
	if (decision->time < 0)
		return "has no time in its second field";
	verdict = read_verdict(field[FIELD_VERDICT]);
	if (verdict < 0)
		return "has a verdict that does not exist";
	decision->verdict = (enum verdict)verdict;
	return read_texts(field, arena, decision);
}
