/* Both readings are folded and walked along together, word by word; where the
 * words differ, a member of a group has to stand on one side and another of the
 * same group on the other. */
#include "config.h"

#include "review/equivalent.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"

struct member {
	const char *text;		/* folded */
	size_t n;
	unsigned group;
};

struct equivalents {
	struct arena arena;
	struct member *member;
	size_t n, cap;
};

struct walk {
	const char *p, *end;
};

/* ---- folding ---- */

/* Case is folded, white space becomes a blank, and none is at the ends. */
static void
fold(struct buffer *out, struct gate_part part)
{
	const char *p = part.text, *end = p + part.n;
	bool blank = false;
	unsigned len;

	buffer_add(out, "", 0);
	for (; p < end; p += len) {
		uint32_t code = utf8_decode(p, end, &len);

		if (u_isUWhiteSpace((UChar32)code)) {
			blank = out->len > 0;
			continue;
		}
		if (blank)
			buffer_putc(out, ' ');
		blank = false;
		buffer_put_code(out, (uint32_t)u_foldCase((UChar32)code,
			U_FOLD_CASE_DEFAULT));
	}
}

static bool
is_letter(uint32_t code)
{
	return u_isalnum((UChar32)code) ||
		u_hasBinaryProperty((UChar32)code, UCHAR_ALPHABETIC) ||
		u_charType((UChar32)code) == U_NON_SPACING_MARK;
}

/* Bytes of the word at the start, or of the one character that is none. */
static size_t
word_length(const char *text, const char *end)
{
	const char *p = text;
	unsigned len;

	while (p < end && is_letter(utf8_decode(p, end, &len)))
		p += len;
	if (p == text && p < end) {
		utf8_decode(p, end, &len);
		p += len;
	}
	return (size_t)(p - text);
}

/* ---- groups ---- */

static void
add_group(struct equivalents *equivalents, const char *value, char separator,
	unsigned group)
{
	struct buffer folded = BUFFER_INIT;
	struct gate_part part;

	while (gate_next(&value, separator, &part)) {
		folded.len = 0;
		fold(&folded, part);
		*ARRAY_ADD(equivalents->member, equivalents->n,
			equivalents->cap) = (struct member){
			.text = arena_copy(&equivalents->arena, folded.data,
				folded.len),
			.n = folded.len, .group = group };
	}
	buffer_release(&folded);
}

struct equivalents *
equivalents_new(const struct gate_values *groups, char separator)
{
	struct equivalents *equivalents = memory_alloc(1,
		sizeof(*equivalents));
	unsigned i;

	arena_init(&equivalents->arena);
	for (i = 0; i < groups->n; i++)
		add_group(equivalents, groups->value[i], separator, i);
	return equivalents;
}

void
equivalents_free(struct equivalents *equivalents)
{
	if (!equivalents)
		return;
	free(equivalents->member);
	arena_release(&equivalents->arena);
	free(equivalents);
}

/* ---- walking ---- */

/* Does the member stand here, and end where a word ends? */
static bool
stands(const struct member *member, const struct walk *walk)
{
	const char *p = walk->p, *end = p + member->n;

	if ((size_t)(walk->end - p) < member->n ||
	    memcmp(p, member->text, member->n))
		return false;
	while (p < end)
		p += word_length(p, walk->end);
	return p == end;
}

static bool
step_group(const struct equivalents *equivalents, struct walk *a,
	struct walk *b)
{
	const struct member *member = equivalents->member;
	size_t i, j;

	for (i = 0; i < equivalents->n; i++) {
		if (!stands(&member[i], a))
			continue;
		for (j = 0; j < equivalents->n; j++)
			if (j != i && member[j].group == member[i].group &&
			    stands(&member[j], b)) {
				a->p += member[i].n;
				b->p += member[j].n;
				return true;
			}
	}
	return false;
}

static bool
step_word(struct walk *a, struct walk *b)
{
	size_t n = word_length(a->p, a->end);

	if (!n || n != word_length(b->p, b->end) || memcmp(a->p, b->p, n))
		return false;
	a->p += n;
	b->p += n;
	return true;
}

bool
equivalents_explain(const struct equivalents *equivalents,
	struct gate_part a, struct gate_part b)
{
	struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
	bool used = false, sound = true;
	struct walk walk[2];
	int i;

	if (!equivalents->n || !a.n || !b.n)
		return false;
	fold(&text[0], a);
	fold(&text[1], b);
	for (i = 0; i < 2; i++)
		walk[i] = (struct walk){ text[i].data,
			text[i].data + text[i].len };
	while (sound && (walk[0].p < walk[0].end || walk[1].p < walk[1].end)) {
		if (step_word(&walk[0], &walk[1]))
			continue;
		sound = step_group(equivalents, &walk[0], &walk[1]);
		used = true;
	}
	buffer_release(&text[0]);
	buffer_release(&text[1]);
	return sound && used;
}

bool
names_equal(struct gate_part a, struct gate_part b)
{
	struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
	bool equal;

	fold(&text[0], a);
	fold(&text[1], b);
	equal = text[0].len == text[1].len &&
		!memcmp(text[0].data, text[1].data, text[0].len);
	buffer_release(&text[0]);
	buffer_release(&text[1]);
	return equal;
}
