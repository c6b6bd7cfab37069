/*
 * One pass over the text finds the words and makes their keys.
 *
 * ASCII is nearly all there is in English, so it has a loop of its own that
 * looks at nothing but a table of 128 classes; everything else goes through
 * glyphs, that is through ICU.
 */
#include "config.h"

#include "text/fold.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/codec.h"
#include "text/document.h"
#include "text/glyph.h"

struct keys {
	struct buffer text;		/* folded words, one after another */
	struct {
		uint32_t start, length;
		uint32_t hash;
	} *key;
	size_t nkey, cap;
	uint32_t *slot;			/* key + 1, 0: free */
	size_t nslot;			/* a power of two */
};

struct keys *
keys_new(void)
{
	struct keys *keys = memory_alloc(1, sizeof(*keys));

	keys->nslot = 4096;
	keys->slot = memory_alloc(keys->nslot, sizeof(*keys->slot));
	return keys;
}

void
keys_free(struct keys *keys)
{
	if (!keys)
		return;
	buffer_release(&keys->text);
	free(keys->key);
	free(keys->slot);
	free(keys);
}

/* FNV-1a, 32 bits (Fowler, Noll, Vo): words are short. */
#define HASH_START 2166136261u
#define HASH_PRIME 16777619u

static uint32_t
hash_bytes(const char *p, size_t n)
{
	uint32_t hash = HASH_START;

	while (n--)
		hash = (hash ^ (unsigned char)*p++) * HASH_PRIME;
	return hash;
}

static void
keys_grow(struct keys *keys)
{
	size_t i;

	keys->nslot *= 2;
	free(keys->slot);
	keys->slot = memory_alloc(keys->nslot, sizeof(*keys->slot));
	for (i = 0; i < keys->nkey; i++) {
		size_t at = keys->key[i].hash & (keys->nslot - 1);

		while (keys->slot[at])
			at = (at + 1) & (keys->nslot - 1);
		keys->slot[at] = (uint32_t)i + 1;
	}
}

/* The slot that holds the key of the text, or the free one where it goes. */
static size_t
find_slot(const struct keys *keys, const char *folded, size_t n,
	uint32_t hash)
{
	size_t at = hash & (keys->nslot - 1);

	for (; keys->slot[at]; at = (at + 1) & (keys->nslot - 1)) {
		uint32_t key = keys->slot[at] - 1;

		if (keys->key[key].hash == hash &&
		    keys->key[key].length == n &&
		    !memcmp(keys->text.data + keys->key[key].start, folded, n))
			break;
	}
	return at;
}

uint32_t
keys_find(const struct keys *keys, const char *folded, size_t n)
{
	size_t at = find_slot(keys, folded, n, hash_bytes(folded, n));

	return keys->slot[at] ? keys->slot[at] - 1 : NO_KEY;
}

/* The same with the hash of the text at hand. */
static uint32_t
intern(struct keys *keys, const char *folded, size_t n, uint32_t hash)
{
	size_t at = find_slot(keys, folded, n, hash);

	if (keys->slot[at])
		return keys->slot[at] - 1;
	keys->slot[at] = (uint32_t)keys->nkey + 1;
	keys->key = array_grow(keys->key, keys->nkey, &keys->cap,
		sizeof(*keys->key));
	keys->key[keys->nkey].start = (uint32_t)keys->text.len;
	keys->key[keys->nkey].length = (uint32_t)n;
	keys->key[keys->nkey].hash = hash;
	keys->nkey++;
	buffer_add(&keys->text, folded, n);
	if (keys->nkey * 2 > keys->nslot)
		keys_grow(keys);
	return (uint32_t)keys->nkey - 1;
}

uint32_t
keys_intern(struct keys *keys, const char *folded, size_t n)
{
	return intern(keys, folded, n, hash_bytes(folded, n));
}

const char *
keys_text(const struct keys *keys, uint32_t key, size_t *n)
{
	*n = keys->key[key].length;
	return keys->text.data + keys->key[key].start;
}

size_t
keys_count(const struct keys *keys)
{
	return keys->nkey;
}

/* A word being read: its bytes so far and its folded form. */
struct reader {
	struct document *doc;
	struct keys *keys;
	struct buffer folded;
	size_t cap;
	uint32_t start, end;		/* of the word; equal: none */
	const struct regime *regime;	/* of the paragraph, or NULL */
	unsigned tried;			/* paragraphs, for a regime */
	bool ends[128];			/* ASCII that ends a word, and begins
					   no escape */
};

static void
reader_init(struct reader *in, struct document *doc, struct keys *keys)
{
	uint32_t code;

	memset(in, 0, sizeof(*in));
	in->doc = doc;
	in->keys = keys;
	for (code = 0; code < 128; code++) {
		enum glyph_class class = glyph_class(code);

		in->ends[code] = (class == GLYPH_SPACE ||
			class == GLYPH_MARK) && !strchr("&=%\\", (int)code);
	}
	in->ends[0] = false;
}

static void
end_word(struct reader *in)
{
	struct word *word;

	if (in->start == in->end)
		return;
	word = ARRAY_ADD(in->doc->words, in->doc->nword, in->cap);
	word->start = in->start;
	word->end = in->end;
	word->key = keys_intern(in->keys, in->folded.data ?
		in->folded.data : "", in->folded.len);
	in->folded.len = 0;
	in->start = in->end = 0;
}

static void
add_glyph(struct reader *in, uint32_t code, uint32_t at, uint32_t length)
{
	uint32_t folded[GLYPH_FOLD_MAX];
	unsigned i, n = glyph_fold(code, folded);

	if (in->start == in->end)
		in->start = at;
	in->end = at + length;
	for (i = 0; i < n; i++)
		buffer_put_code(&in->folded, folded[i]);
}

/* Does a letter or digit follow, invisible characters apart? */
static bool
word_follows(const struct reader *in, const char *p, const char *end)
{
	while (p < end) {
		struct glyph glyph = glyph_read_under(p, end, in->regime);
		enum glyph_class class = glyph_class(glyph.code);

		if (class == GLYPH_WORD)
			return true;
		if (class != GLYPH_INVISIBLE)
			return false;
		p += glyph.length;
	}
	return false;
}

static uint32_t
read_glyph(struct reader *in, uint32_t at, uint32_t stop)
{
	const char *p = in->doc->text + at, *end = in->doc->text + stop;
	struct glyph glyph = glyph_read_under(p, end, in->regime);
	bool inside = in->start != in->end;

	switch (glyph_class(glyph.code)) {
	case GLYPH_WORD:
		add_glyph(in, glyph.code, at, glyph.length);
		break;
	case GLYPH_IDEOGRAPH:
		end_word(in);
		add_glyph(in, glyph.code, at, glyph.length);
		end_word(in);
		break;
	case GLYPH_INVISIBLE:
		break;
	case GLYPH_JOINER:
		if (inside && word_follows(in, p + glyph.length, end))
			break;
		/* fall through */
	case GLYPH_SPACE:
	case GLYPH_MARK:
		end_word(in);
	}
	return at + glyph.length;
}

/* Letters and digits of ASCII, folded; 0 for all else. */
static const char ascii_table[256] =
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	"0123456789\0\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"
	"\0abcdefghijklmnopqrstuvwxyz\0\0\0\0";

/* Does the byte end a word whatever is behind it?  Under a regime marks may be
 * parts of something else. */
static bool
ends_word(const struct reader *in, unsigned char byte)
{
	return byte == ' ' || (!(byte & 0x80) && in->ends[byte] &&
		!in->regime);
}

/* Bytes of a word that is folded in place. */
#define QUICK_MOST 64

/*
 * A word of ASCII between blanks and the like, as nearly all are: folded,
 * hashed and looked up in one go.  Returns where it ends; `at` itself where it
 * is no such word.
 */
static uint32_t
fold_quick(struct reader *in, uint32_t at, uint32_t stop)
{
	const unsigned char *text = (const unsigned char *)in->doc->text;
	const char *table = ascii_table;
	char folded[QUICK_MOST];
	uint32_t hash = HASH_START, from = at;
	struct word *word;

	for (; at < stop && table[text[at]]; at++) {
		if (at - from == QUICK_MOST)
			return from;
		folded[at - from] = table[text[at]];
		hash = (hash ^ (unsigned char)table[text[at]]) * HASH_PRIME;
	}
	if (at == from || (at < stop && !ends_word(in, text[at])))
		return from;
	word = ARRAY_ADD(in->doc->words, in->doc->nword, in->cap);
	word->start = from;
	word->end = at;
	word->key = intern(in->keys, folded, at - from, hash);
	return at;
}

/* Letters and digits up to the next other byte, with what a word has before
 * them. */
static uint32_t
fold_letters(struct reader *in, uint32_t at, uint32_t stop)
{
	const unsigned char *text = (const unsigned char *)in->doc->text;
	uint32_t from = at;
	char *folded;

	while (at < stop && ascii_table[text[at]])
		at++;
	if (at == from)
		return at;
	folded = buffer_reserve(&in->folded, at - from);
	in->folded.len += at - from;
	if (in->start == in->end)
		in->start = from;
	in->end = at;
	for (; from < at; from++)
		*folded++ = ascii_table[text[from]];
	return at;
}

static void
fold_span(struct reader *in, struct span span)
{
	const unsigned char *text = (const unsigned char *)in->doc->text;
	uint32_t at = span.start;

	while (at < span.end) {
		if (in->start == in->end)
			at = fold_quick(in, at, span.end);
		at = fold_letters(in, at, span.end);
		if (at == span.end)
			break;
		if (ends_word(in, text[at])) {
			end_word(in);
			at++;
		} else {
			at = read_glyph(in, at, span.end);
		}
	}
	end_word(in);
}

/*
 * Words of the paragraph, read under the regime, that were known before: those
 * of the transcript, which is folded first.
 */
static size_t
count_known(struct reader *in, struct span span, size_t nknown, size_t *all)
{
	size_t first = in->doc->nword, i, known = 0;

	fold_span(in, span);
	for (i = first; i < in->doc->nword; i++)
		known += in->doc->words[i].key < nknown;
	*all = in->doc->nword - first;
	in->doc->nword = first;
	return known;
}

/* Bytes of a paragraph that are tried, and paragraphs of a document. */
#define TRIED_BYTES 600
#define TRIED_PARAGRAPHS 8

/*
 * A text of one 8-bit charset read in another shows nothing by itself; that its
 * words are the transcript's does.
 */
static bool
find_by_words(struct reader *in, struct span span, size_t nknown,
	struct regime *found)
{
	const struct codec *const *written, *const *read;
	size_t all, most;
	bool better = false;

	if (span.end - span.start > TRIED_BYTES) {
		span.end = span.start + TRIED_BYTES;
		while (in->doc->text[span.end - 1] & 0x80 &&
		       span.end > span.start + 1)
			span.end--;
	}
	most = count_known(in, span, nknown, &all);
	if (all < 4 || most * 3 > all)
		return false;
	for (written = codecs; !(*written)->multibyte; written++)
		for (read = codecs; !(*read)->multibyte; read++) {
			struct regime regime = { *written, *read };
			size_t known;

			if (written == read)
				continue;
			in->regime = &regime;
			known = count_known(in, span, nknown, &all);
			in->regime = NULL;
			if (known > most && known * 2 > all) {
				most = known;
				*found = regime;
				better = true;
			}
		}
	return better;
}

static bool
mostly_beyond_ascii(const struct document *doc, struct span span)
{
	uint32_t i, high = 0;

	for (i = span.start; i < span.end; i++)
		high += (doc->text[i] & 0x80) != 0;
	return high * 2 > span.end - span.start;
}

/* Tries what was right for an earlier paragraph before all else. */
static bool
find_regime(struct reader *in, struct span span, size_t nknown,
	struct regime *found)
{
	size_t all;

	if (glyph_find_regime(in->doc->text + span.start, span_length(span),
			found))
		return true;
	if (!nknown || !mostly_beyond_ascii(in->doc, span) ||
	    in->tried == TRIED_PARAGRAPHS)
		return false;
	if (found->written) {
		in->regime = found;
		if (count_known(in, span, nknown, &all) * 2 > all && all)
			return true;
		in->regime = NULL;
	}
	in->tried++;
	return find_by_words(in, span, nknown, found);
}

void
fold_document(struct document *doc, struct keys *keys)
{
	struct reader in;
	struct regime regime = { NULL, NULL };
	size_t i, nknown = keys_count(keys);

	reader_init(&in, doc, keys);
	for (i = 0; i < doc->nparagraph; i++) {
		struct paragraph *para = &doc->paragraphs[i];

		para->word = (uint32_t)doc->nword;
		in.regime = find_regime(&in, para->span, nknown, &regime) ?
			&regime : NULL;
		fold_span(&in, para->span);
		para->nword = (uint32_t)doc->nword - para->word;
	}
	doc->words = memory_resize(doc->words, doc->nword,
		sizeof(*doc->words));
	buffer_release(&in.folded);
}
