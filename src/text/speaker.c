/*
 * Nothing marks a label as such, so the whole document is the evidence: a first
 * pass notes what stands before a colon (or, after a form of address, a full
 * stop) at the start of each paragraph, a second one keeps what is set in
 * capitals, is a form of address, or comes back often enough to be a name.
 */
#include "config.h"

#include "text/speaker.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/glyph.h"

/* Longer openings with a colon are sentences. */
#define LABEL_BYTES 100
#define LABEL_WORDS 10
/* "The Vice President.": more words before a full stop are a sentence. */
#define STOPPED_WORDS 4
/* Titles up to this length are set with a stop of their own. */
#define ABBREVIATED 4

/* Words that say what somebody is, not who. */
static const char *const titles[] = {
	"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "madam",
	"prof", "professor", "hon", "honorable", "honourable", "rev", "the",
	"rt", "right", "u", "s", "us", "uk", "eu", "un", "of", "state", "and",
	"for", "secretary", "sec", "minister", "prime", "foreign", "president",
	"vice", "deputy", "chancellor", "senator", "sen", "representative",
	"rep", "congressman", "congresswoman", "governor", "gov", "mayor",
	"general", "gen", "admiral", "adm", "colonel", "col", "captain",
	"ambassador", "chairman", "chairwoman", "chair", "speaker", "judge",
	"justice", "king", "queen", "prince", "princess", "his", "her",
	"majesty", "highness", "excellency", "commissioner", "director",
	"press", "undersecretary", "assistant", "first", "former", "acting",
	"spokesperson", "spokesman", "spokeswoman", "high", "representative",
	"herr", "frau", "senor", "senora", "monsieur", "madame", "ministre",
	"presidente", "presidenta", "prasident", "ministro", "ministra",
	"abg", "abgeordneter", "abgeordnete", NULL
};

/* Of the titles, those that make another person of the same office. */
static const char *const deputies[] = {
	"vice", "deputy", "first", "former", "acting", "assistant",
	"undersecretary", NULL
};

/* Labels of one letter that are used for turns. */
static const char *const short_labels[] = { "q", "a", NULL };

/* Roles that are labels whatever their setting. */
static const char *const roles[] = {
	"question", "answer", "moderator", "reporter", "journalist",
	"interpreter", "audience", "host", "operator", "participant", NULL
};

/* What a paragraph opens with that may be a label. */
struct candidate {
	struct span span;		/* of the label's text */
	uint32_t nword;
	uint32_t key;			/* of the label, folded whole */
	bool capitals, title, every_capital, stop;
	bool caseless;			/* Arabic, Chinese, … */
	bool role;			/* one word, and it is a role */
	bool bare;			/* "Q" and one blank */
};

static bool
listed(const char *const *list, const char *word, size_t n)
{
	for (; *list; list++)
		if (**list == *word && strlen(*list) == n &&
		    !memcmp(*list, word, n))
			return true;
	return false;
}

static const char *
skip_space(const char *p, const char *end)
{
	while (p < end) {
		struct glyph glyph = glyph_read(p, end);

		if (glyph_class(glyph.code) != GLYPH_SPACE)
			break;
		p += glyph.length;
	}
	return p;
}

/* The end of a parenthesis that opens at p, or p. */
static const char *
skip_parenthesis(const char *p, const char *end)
{
	const char *close;

	if (p == end || *p != '(')
		return p;
	close = memchr(p, ')', (size_t)(end - p));
	return close ? close + 1 : p;
}

/*
 * Is p, just behind a word of the paragraph, the end of a label?  A colon is;
 * a full stop may be; so are the blanks after "Q" that some transcripts set.
 */
static bool
label_ends(const char *p, const char *end, struct candidate *found,
	bool single)
{
	const char *q = skip_space(p, end);
	struct glyph glyph;

	found->stop = found->bare = false;
	if (q < end && *q == '(')
		q = skip_space(skip_parenthesis(q, end), end);
	if (q < end) {
		const char *after = q;

		glyph = glyph_read(q, end);
		after += glyph.length;
		if (glyph.code == ':' || glyph.code == 0xFF1A)
			return after == end || !isalnum((unsigned char)*after);
		if (*q == '.' && after < end && q == p) {
			found->stop = true;
			return skip_space(after, end) > after;
		}
	}
	found->bare = single && q - p == 1 && p[-1] == 'Q';
	return single && (q - p >= 2 || found->bare);
}

static void
note_case(const struct document *doc, struct span span,
	struct candidate *found, bool *lower, bool *upper)
{
	const char *p = doc->text + span.start, *end = doc->text + span.end;
	bool first = true;

	while (p < end) {
		struct glyph glyph = glyph_read(p, end);

		if (u_isULowercase((UChar32)glyph.code)) {
			*lower = true;
			if (first && span_length(span) > 3)
				found->every_capital = false;
		}
		if (u_isUUppercase((UChar32)glyph.code))
			*upper = true;
		first = false;
		p += glyph.length;
	}
}

static bool
only_label_marks(const char *p, const char *end)
{
	for (; p < end; p++)
		if (!strchr(" .,'-()&/\"\n", *p) && !(*p & 0x80))
			return false;
	return true;
}

/* Fills found and returns true where the paragraph opens like a label. */
static bool
find_candidate(const struct document *doc, const struct paragraph *para,
	const struct keys *keys, struct candidate *found)
{
	const char *text = doc->text, *end = text + para->span.end;
	bool lower = false, upper = false;
	uint32_t i;

	*found = (struct candidate){ .every_capital = true };
	for (i = 0; i < para->nword && i < LABEL_WORDS; i++) {
		const struct word *word = &doc->words[para->word + i];
		size_t n;
		const char *folded = keys_text(keys, word->key, &n);
		bool single = !i && listed(short_labels, folded, n);

		if (!i)
			found->span.start = word->start;
		if (word->end - found->span.start > LABEL_BYTES ||
		    (i && !only_label_marks(text + word[-1].end,
				text + word->start)))
			return false;
		if (!i || listed(titles, folded, n))
			found->title |= listed(titles, folded, n);
		note_case(doc, (struct span){ word->start, word->end }, found,
			&lower, &upper);
		if (!label_ends(text + word->end, end, found, single))
			continue;
		found->span.end = word->end;
		found->nword = i + 1;
		found->role = !i && listed(roles, folded, n);
		found->capitals = upper && !lower;
		found->caseless = !upper && !lower;
		/* "Mr.", "U.S.", an initial: their own stop */
		if (found->stop && !single && n <= ABBREVIATED &&
		    (n == 1 || listed(titles, folded, n)))
			continue;
		if (!single && !found->stop && !upper && lower)
			return false;
		return single || !found->stop || found->title;
	}
	return false;
}

static uint32_t
label_key(const struct document *doc, struct span span, struct keys *labels)
{
	struct buffer folded = BUFFER_INIT;
	const char *p = doc->text + span.start, *end = doc->text + span.end;
	uint32_t key;

	while (p < end) {
		struct glyph glyph = glyph_read(p, end);
		uint32_t codes[GLYPH_FOLD_MAX];
		unsigned i, n = glyph_fold(glyph.code, codes);

		if (glyph_class(glyph.code) != GLYPH_SPACE)
			for (i = 0; i < n; i++)
				buffer_put_code(&folded, codes[i]);
		p += glyph.length;
	}
	key = keys_intern(labels, folded.data ? folded.data : "", folded.len);
	buffer_release(&folded);
	return key;
}

/*
 * Times that a form must open a paragraph before it is taken for a name: once
 * where its setting says so, more often where any opening would do.
 */
static uint32_t
times_needed(const struct candidate *found)
{
	if (found->bare || found->caseless)
		return 3;
	if (found->stop)
		return found->capitals ? 1 : found->every_capital &&
			found->nword <= STOPPED_WORDS ? 2 : UINT32_MAX;
	if (found->capitals || found->role)
		return 1;
	if (!found->every_capital)
		return UINT32_MAX;	/* "And let me be clear:" */
	if (found->title)
		return found->nword > 1 ? 1 : 2;
	return found->nword > 1 ? 2 : 3;
}

static void
set_label(struct document *doc, struct paragraph *para,
	const struct candidate *found)
{
	const char *start = doc->text + para->span.start;

	para->label = found->span;
	/* "U.S.": the stop belongs to it */
	while (para->label.start > para->span.start &&
	       start[para->label.start - para->span.start - 1] == '.')
		para->label.start--;
	para->nlabel = found->nword;
}

/* ---- persons ---- */

struct words {
	const char *at[LABEL_WORDS + 2];
	size_t n[LABEL_WORDS + 2];
	unsigned count;
};

/* The folded words of a label, in buf; names only, or all. */
static void
label_words(const char *label, size_t n, bool all, struct buffer *buf,
	struct words *out)
{
	const char *p = label, *end = label + n;
	size_t start = 0;
	unsigned i, w = 0;
	size_t starts[LABEL_WORDS + 2], ends[LABEL_WORDS + 2];

	buffer_reserve(buf, n * 4 + 8);
	for (;;) {
		struct glyph glyph = { ' ', 0, false };
		uint32_t codes[GLYPH_FOLD_MAX];
		enum glyph_class class = GLYPH_SPACE;

		if (p < end) {
			glyph = glyph_read(p, end);
			class = glyph_class(glyph.code);
		}
		if (class == GLYPH_WORD || class == GLYPH_IDEOGRAPH) {
			unsigned k, count = glyph_fold(glyph.code, codes);

			for (k = 0; k < count; k++)
				buffer_put_code(buf, codes[k]);
		} else if (class != GLYPH_JOINER && buf->len > start) {
			if (w < LABEL_WORDS + 2 &&
			    (all || !listed(titles, buf->data + start,
					buf->len - start))) {
				starts[w] = start;
				ends[w++] = buf->len;
			}
			start = buf->len;
		}
		if (p == end)
			break;
		p += glyph.length;
	}
	for (i = 0; i < w; i++) {
		out->at[i] = buf->data + starts[i];
		out->n[i] = ends[i] - starts[i];
	}
	out->count = w;
}

/* One role, whatever the house calls it. */
static void
unify_roles(struct words *words)
{
	static const char *const asks[] = { "q", "question", "reporter",
		"journalist", "press", NULL };
	static const char *const answers[] = { "a", "answer", NULL };

	if (words->count != 1)
		return;
	if (listed(asks, words->at[0], words->n[0])) {
		words->at[0] = "question";
		words->n[0] = strlen("question");
	} else if (listed(answers, words->at[0], words->n[0])) {
		words->at[0] = "answer";
		words->n[0] = strlen("answer");
	}
}

static bool
has_word(const struct words *words, const char *word, size_t n)
{
	unsigned i;

	for (i = 0; i < words->count; i++)
		if (words->n[i] == n && !memcmp(words->at[i], word, n))
			return true;
	return false;
}

static bool
is_part(const struct words *small, const struct words *large)
{
	unsigned i;

	for (i = 0; i < small->count; i++)
		if (!has_word(large, small->at[i], small->n[i]))
			return false;
	return true;
}

static bool
same_deputy(const struct words *a, const struct words *b)
{
	const char *const *word;

	for (word = deputies; *word; word++)
		if (has_word(a, *word, strlen(*word)) !=
		    has_word(b, *word, strlen(*word)))
			return false;
	return true;
}

bool
speaker_same(const char *a, size_t na, const char *b, size_t nb)
{
	struct buffer buf[4] = { BUFFER_INIT, BUFFER_INIT, BUFFER_INIT,
		BUFFER_INIT };
	struct words name[2], all[2];
	bool same;
	int i;

	label_words(a, na, false, &buf[0], &name[0]);
	label_words(b, nb, false, &buf[1], &name[1]);
	label_words(a, na, true, &buf[2], &all[0]);
	label_words(b, nb, true, &buf[3], &all[1]);
	for (i = 0; i < 2; i++) {
		unify_roles(&name[i]);
		unify_roles(&all[i]);
	}
	if (name[0].count && name[1].count) {
		same = is_part(&name[0], &name[1]) ||
			is_part(&name[1], &name[0]);
	} else {
		same = (is_part(&all[0], &all[1]) ||
			is_part(&all[1], &all[0])) &&
			same_deputy(&all[0], &all[1]);
	}
	if (!all[0].count || !all[1].count)
		same = all[0].count == all[1].count;
	for (i = 0; i < 4; i++)
		buffer_release(&buf[i]);
	return same;
}

/* The one speaker that the label may mean; NO_SPEAKER for none or several. */
static uint32_t
known_speaker(const struct document *doc, const char *label, size_t n)
{
	uint32_t i, found = NO_SPEAKER;

	for (i = 0; i < doc->nspeaker; i++) {
		const char *name = doc->speakers[i].name;

		if (strlen(name) == n && !memcmp(name, label, n))
			return i;
		if (!speaker_same(name, strlen(name), label, n))
			continue;
		if (found != NO_SPEAKER)
			return NO_SPEAKER;
		found = i;
	}
	return found;
}

/* The key of a label's words, one after another. */
static uint32_t
name_key(const struct document *doc, const struct paragraph *para,
	struct keys *keys)
{
	struct buffer folded = BUFFER_INIT;
	uint32_t i, key;

	for (i = 0; i < para->nlabel; i++) {
		size_t n;
		const char *word = keys_text(keys,
			doc->words[para->word + i].key, &n);

		buffer_add(&folded, word, n);
		buffer_putc(&folded, ' ');
	}
	key = keys_intern(keys, folded.data, folded.len);
	buffer_release(&folded);
	return key;
}

static uint32_t
speaker_of(struct document *doc, struct span label, size_t *cap)
{
	const char *text = doc->text + label.start;
	uint32_t found = known_speaker(doc, text, span_length(label));
	struct speaker *speaker;

	if (found != NO_SPEAKER)
		return found;
	speaker = ARRAY_ADD(doc->speakers, doc->nspeaker, *cap);
	speaker->name = arena_copy(&doc->arena, text, span_length(label));
	speaker->nword = 0;
	return (uint32_t)doc->nspeaker - 1;
}

static void
assign_speakers(struct document *doc, struct keys *labels,
	struct keys *keys)
{
	/* label -> speaker + 1, so that each label is looked up once */
	uint32_t *of = memory_alloc(keys_count(labels) + doc->nparagraph + 1,
		sizeof(*of));
	uint32_t current = NO_SPEAKER;
	size_t i, cap = 0;

	for (i = 0; i < doc->nparagraph; i++) {
		struct paragraph *para = &doc->paragraphs[i];

		if (para->nlabel) {
			uint32_t key = label_key(doc, para->label, labels);

			size_t known = doc->nspeaker;

			if (!of[key])
				of[key] = speaker_of(doc, para->label,
					&cap) + 1;
			current = of[key] - 1;
			if (known < doc->nspeaker)
				doc->speakers[current].key =
					name_key(doc, para, keys);
		}
		para->speaker = current;
		if (current != NO_SPEAKER)
			doc->speakers[current].nword +=
				para->nword - para->nlabel;
	}
	free(of);
}

/* Is it the name of somebody whom the witness knows? */
static bool
is_known(const struct document *doc, const struct candidate *found,
	const struct document *witness)
{
	size_t i;

	if (!witness || found->stop || found->bare || !found->every_capital)
		return false;
	for (i = 0; i < witness->nspeaker; i++) {
		const char *name = witness->speakers[i].name;

		if (speaker_same(doc->text + found->span.start,
				span_length(found->span), name, strlen(name)))
			return true;
	}
	return false;
}

void
speaker_find(struct document *doc, const struct document *witness,
	struct keys *keys)
{
	struct candidate *found =
		memory_alloc(doc->nparagraph, sizeof(*found));
	struct keys *labels = keys_new();
	uint32_t *times;
	size_t i;

	for (i = 0; i < doc->nparagraph; i++)
		if (find_candidate(doc, &doc->paragraphs[i], keys, &found[i]))
			found[i].key = label_key(doc, found[i].span, labels);
		else
			found[i].nword = 0;
	times = memory_alloc(keys_count(labels), sizeof(*times));
	for (i = 0; i < doc->nparagraph; i++)
		if (found[i].nword)
			times[found[i].key]++;
	for (i = 0; i < doc->nparagraph; i++)
		if (found[i].nword && (times[found[i].key] >=
		    times_needed(&found[i]) ||
		    is_known(doc, &found[i], witness)))
			set_label(doc, &doc->paragraphs[i], &found[i]);
	free(times);
	free(found);
	assign_speakers(doc, labels, keys);
	keys_free(labels);
}
