/*
 * One pass over the words of both documents, made once and asked often: looking
 * through a document for each doubtful word would be quadratic.
 */
#include "config.h"

#include "compare/usage.h"

#include <stdlib.h>
#include <unicode/uchar.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "compare/change.h"
#include "compare/passage.h"
#include "text/glyph.h"

/* Neighbours of the same sort, on each side, that are asked. */
#define NEIGHBOURS 2

enum { SEEN_LOWER = 1, SEEN_NAME = 2 };

/* A mark beyond ASCII in the transcript. */
struct mark {
	uint32_t code, offset;
	bool lost;
};

struct usage {
	unsigned char *seen;		/* by key */
	uint32_t *count;		/* by key */
	struct mark *marks;		/* by code, then offset */
	size_t nmark, cap;
	size_t nlost;			/* places with something gone */
};

static void
note_words(struct usage *usage, const struct document *doc)
{
	uint32_t i;

	for (i = 0; i < doc->nword; i++) {
		const struct word *word = &doc->words[i];
		const char *p = doc->text + word->start;
		unsigned char *seen = &usage->seen[word->key];
		uint32_t code;

		usage->count[word->key]++;
		if (*p >= 'a' && *p <= 'z') {
			*seen |= SEEN_LOWER;
			continue;
		}
		code = glyph_read(p, doc->text + word->end).code;
		if (u_isULowercase((UChar32)code))
			*seen |= SEEN_LOWER;
		else if (!(*seen & SEEN_NAME) &&
			 u_isUUppercase((UChar32)code) &&
			 word->end - word->start > 1 &&
			 !sentence_starts(doc, i))
			*seen |= SEEN_NAME;
	}
}

struct usage *
usage_new(const struct document *const doc[2], const struct keys *keys)
{
	struct usage *usage = memory_alloc(1, sizeof(*usage));

	usage->seen = memory_alloc(keys_count(keys), 1);
	usage->count = memory_alloc(keys_count(keys), sizeof(*usage->count));
	note_words(usage, doc[0]);
	note_words(usage, doc[1]);
	return usage;
}

void
usage_free(struct usage *usage)
{
	free(usage->seen);
	free(usage->count);
	free(usage->marks);
	free(usage);
}

bool
usage_is_name(const struct usage *usage, uint32_t key)
{
	return usage->seen[key] == SEEN_NAME;
}

uint32_t
usage_count(const struct usage *usage, uint32_t key)
{
	return usage->count[key];
}

static int
by_code(const void *a, const void *b)
{
	const struct mark *x = a, *y = b;

	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	return x->offset < y->offset ? -1 : x->offset > y->offset;
}

/* Marks beyond ASCII between the first and the last word. */
static void
find_marks(struct usage *usage, const struct document *doc)
{
	const char *p = doc->text, *end = p + doc->ntext;
	unsigned len;

	for (; p < end; p += len) {
		uint32_t code = utf8_decode(p, end, &len);

		if (code >= 0x80 && (glyph_class(code) == GLYPH_MARK ||
		    glyph_class(code) == GLYPH_JOINER))
			*ARRAY_ADD(usage->marks, usage->nmark, usage->cap) =
				(struct mark){ code, (uint32_t)(p - doc->text),
					false };
	}
}

static bool
is_lost(const struct edit *edit)
{
	return edit->shape <= EDIT_TEXT && (edit->damage.steps & DAMAGE_LOST);
}

static int
edit_at(const void *key, const void *member)
{
	uint32_t offset = *(const uint32_t *)key;
	const struct span *span = member;

	if (offset < span->start)
		return -1;
	return offset >= span->end;
}

static int
by_start(const void *a, const void *b)
{
	const struct span *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

void
usage_note_lost(struct usage *usage, const struct document *transcript,
	const struct edit_list *edits)
{
	struct span *lost = memory_alloc(edits->n, sizeof(*lost));
	size_t i, n = 0;

	for (i = 0; i < edits->n; i++)
		if (is_lost(&edits->edit[i]))
			lost[n++] = edits->edit[i].span[TRANSCRIPT];
	usage->nlost = n;
	if (n) {
		qsort(lost, n, sizeof(*lost), by_start);
		find_marks(usage, transcript);
		for (i = 0; i < usage->nmark; i++)
			usage->marks[i].lost = bsearch(
				&usage->marks[i].offset, lost, n,
				sizeof(*lost), edit_at) != NULL;
		if (usage->nmark)
			qsort(usage->marks, usage->nmark,
				sizeof(*usage->marks), by_code);
	}
	free(lost);
}

size_t
usage_lost(const struct usage *usage)
{
	return usage->nlost;
}

bool
usage_lost_throughout(const struct usage *usage, uint32_t code,
	uint32_t offset)
{
	struct mark wanted = { code, offset, false };
	const struct mark *first = usage->marks, *it, *end, *to;
	const struct mark *from;
	size_t nlost = 0;

	if (!usage->nmark)
		return false;
	it = bsearch(&wanted, first, usage->nmark, sizeof(*first), by_code);
	if (!it)
		return false;
	end = first + usage->nmark;
	for (from = it; from > first && it - from < NEIGHBOURS &&
	     from[-1].code == code; from--)
		;
	for (to = it + 1; to < end && to - it <= NEIGHBOURS &&
	     to->code == code; to++)
		;
	for (it = from; it < to; it++)
		nlost += it->lost;
	return nlost * 2 > (size_t)(to - from);
}
