/*
 * A walk through both texts at once: where the sound character stands in the
 * damaged text unchanged it is passed, elsewhere each kind of damage says what
 * it may have become.  The cheapest way to the end of both is the explanation.
 *
 * A wrong charset is a hypothesis under which the walk is made.  Those that
 * were right before come first; the whole list is gone through only for what
 * they leave, and only so often for one pair of documents.
 */
#include "config.h"

#include "compare/damage.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "compare/outcome.h"
#include "compare/text_diff.h"
#include "text/glyph.h"

/* Hypotheses that are kept, and full searches that are made. */
#define LEARNT_MOST 12
#define SEARCHES_MOST 400

/* A character beyond ASCII that stands for another, nobody knows why. */
struct clue {
	uint32_t sound, damaged;
	unsigned times;			/* in different words */
	size_t word;			/* hash of the last of them */
};

#define CLUES_MOST 64

/* Texts that no charset learnt so far explains: a straightened quote comes a
 * thousand times. */
#define FAILURES 256
#define FAILURE_MOST 24			/* bytes of each text */

struct failure {
	unsigned generation;		/* + 1; 0: none */
	unsigned char n[2];
	char text[2][FAILURE_MOST];
};

struct forensics {
	struct clue clues[CLUES_MOST];
	unsigned nclue;
	bool muted;
	struct misreading learnt[LEARNT_MOST];	/* the latest right one first */
	unsigned nlearnt;
	unsigned searches;
	unsigned generation;		/* of what is learnt, whatever its
					   order */
	struct failure failures[FAILURES];
};

struct forensics *
forensics_new(void)
{
	static const char *const usual[] = { "windows-1252", "ISO-8859-1" };
	struct forensics *forensics = memory_alloc(1, sizeof(*forensics));
	int i;

	for (i = 0; i < 2; i++)
		forensics->learnt[forensics->nlearnt++] = (struct misreading){
			1, { NULL }, { codec_find(usual[i]) } };
	return forensics;
}

void
forensics_free(struct forensics *forensics)
{
	free(forensics);
}

/* ---- the walk ---- */

struct state {
	unsigned cost;			/* + 1; 0: not reached */
	unsigned steps, lost;
};

static void
reach(struct state *state, const struct state *from,
	const struct outcome *outcome)
{
	unsigned cost = from->cost + outcome->cost;

	if (state->cost && state->cost <= cost)
		return;
	*state = *from;
	state->cost = cost;
	state->steps |= outcome->steps;
	state->lost += outcome->steps == DAMAGE_LOST;
}

/* What the damaged text alone has: what does not show, controls, bytes that
 * were no characters. */
static bool
is_stray(uint32_t code, struct outcome *how)
{
	how->cost = 1;
	if (glyph_class(code) == GLYPH_INVISIBLE)
		how->steps = DAMAGE_INVISIBLE;
	else if ((code < 0x20 && !strchr("\t\n\v\f\r", (int)code)) ||
		 !code || (code >= 0x7F && code < 0xA0))
		how->steps = DAMAGE_CONTROL | DAMAGE_STRAY, how->cost = 3;
	else if (code == CODE_REPLACEMENT)
		how->steps = DAMAGE_REPLACED | DAMAGE_STRAY, how->cost = 4;
	else
		return false;
	return true;
}

static void
pass_stray(struct state *row, const char *damaged, size_t n)
{
	const char *end = damaged + n;
	struct outcome how = { 0, 0, 0 };
	unsigned len;
	size_t j;

	for (j = 0; j < n; j += len) {
		uint32_t code = utf8_decode(damaged + j, end, &len);

		if (row[j].cost && is_stray(code, &how))
			reach(&row[j + len], &row[j], &how);
	}
}

/* Case alone, or in a text that lost most of itself, is no damage. */
static bool
is_believable(const struct state *state, size_t ncode)
{
	if (!state->cost || (state->steps == DAMAGE_CASE) ||
	    ((state->steps & DAMAGE_CASE) &&
	     !(state->steps & (DAMAGE_MOJIBAKE | DAMAGE_HALF))))
		return false;
	/* something gone and something else put in is another thing */
	if (state->lost && (state->steps & DAMAGE_STRAY))
		return false;
	return state->lost * 2 <= ncode || ncode <= 2;
}

struct texts {
	const char *sound, *damaged;
	size_t nsound, ndamaged;
};

/* The cheapest way under the hypothesis (NULL: no wrong charset). */
static struct state
walk(const struct texts *texts, const struct misreading *misreading)
{
	size_t n = texts->ndamaged, j, ncode = 0;
	struct state *row = memory_alloc(n + 1, sizeof(*row));
	struct state *next = memory_alloc(n + 1, sizeof(*next));
	struct state last;
	const char *p = texts->sound, *end = p + texts->nsound;

	row[0].cost = 1;
	pass_stray(row, texts->damaged, n);
	for (; p < end; ncode++) {
		unsigned len, k;
		uint32_t code = utf8_decode(p, end, &len);
		struct outcomes outcomes;
		struct state *swap = row;

		memset(next, 0, (n + 1) * sizeof(*next));
		for (j = 0; j <= n; j++) {
			if (!row[j].cost)
				continue;
			outcomes_find(&outcomes, misreading, code,
				texts->damaged + j, texts->damaged + n);
			for (k = 0; k < outcomes.n; k++)
				reach(&next[j + outcomes.list[k].length],
					&row[j], &outcomes.list[k]);
		}
		pass_stray(next, texts->damaged, n);
		row = next;
		next = swap;
		p += len;
	}
	last = row[n];
	if (!is_believable(&last, ncode))
		last = (struct state){ 0, 0, 0 };
	free(row);
	free(next);
	return last;
}

/* Under a multibyte charset the text is misread as a whole, and what may have
 * happened to it afterwards is looked for from there. */
static struct state
walk_whole(const struct texts *texts, const struct misreading *misreading)
{
	struct buffer misread = BUFFER_INIT;
	struct texts after = *texts;
	struct state found = { 0, 0, 0 };

	if (misread_text(misreading, texts->sound, texts->nsound, &misread) &&
	    misread.len && (misread.len != texts->nsound ||
	    memcmp(misread.data, texts->sound, misread.len))) {
		after.sound = misread.data;
		after.nsound = misread.len;
		if (misread.len == texts->ndamaged && !memcmp(misread.data,
				texts->damaged, misread.len))
			found.cost = 1;
		else if (misread.len <= DAMAGE_MOST)
			found = walk(&after, NULL);
		if (found.steps & ~(unsigned)(DAMAGE_REPLACED | DAMAGE_LOST))
			found.cost = 0;
		if (found.steps & DAMAGE_REPLACED)
			found.steps = DAMAGE_MARKED;
		found.steps |= DAMAGE_MOJIBAKE;
	}
	buffer_release(&misread);
	return found;
}

/* ---- the search ---- */

struct hunt {
	const struct texts *texts;
	uint32_t sound, damaged;	/* the first characters that differ */
	struct state best;
	struct misreading misreading;	/* of the best */
};

static void
find_first_difference(struct hunt *hunt)
{
	const char *p = hunt->texts->sound, *q = hunt->texts->damaged;
	const char *p_end = p + hunt->texts->nsound;
	const char *q_end = q + hunt->texts->ndamaged;

	while (p < p_end && q < q_end) {
		unsigned np, nq;

		hunt->sound = utf8_decode(p, p_end, &np);
		hunt->damaged = utf8_decode(q, q_end, &nq);
		if (hunt->sound != hunt->damaged && hunt->sound >= 0x80)
			return;
		p += np;
		q += nq;
	}
	hunt->sound = hunt->damaged = 0;
}

/* A quick look before a long walk: can the first character that differs have
 * become what stands there? */
static bool
is_plausible(const struct hunt *hunt, const struct misreading *misreading)
{
	uint32_t part[MISREAD_MOST];
	unsigned i, n;

	if (!hunt->sound || misread_is_multibyte(misreading))
		return true;
	n = misread_code(misreading, hunt->sound, part);
	for (i = 0; i < n; i++)
		if (remains_alike(part[i], hunt->damaged))
			return true;
	return false;
}

static bool
better(const struct state *a, const struct state *b)
{
	return a->cost && (!b->cost || a->cost < b->cost);
}

static bool
uses_charset(const struct state *state)
{
	return state->steps & (DAMAGE_MOJIBAKE | DAMAGE_HALF);
}

static bool
try_misreading(void *data, const struct misreading *misreading);

/* How many different characters change, one for one. */
static unsigned
count_changed(const struct texts *texts)
{
	const char *p = texts->sound, *q = texts->damaged;
	const char *p_end = p + texts->nsound, *q_end = q + texts->ndamaged;
	uint32_t seen[8];
	unsigned n = 0, i, np, nq;

	for (; p < p_end && q < q_end && n < 8; p += np, q += nq) {
		uint32_t code = utf8_decode(p, p_end, &np);

		if (utf8_decode(q, q_end, &nq) == code)
			continue;
		for (i = 0; i < n && seen[i] != code; i++)
			;
		if (i == n)
			seen[n++] = code;
	}
	return n;
}

/* Different characters that a pair of 8-bit charsets must explain at once: for
 * one or two, some pair always does. */
#define CHANGED_LEAST 3

/* … or words in which one character stands for another. */
#define PLACES_LEAST 5

static bool
is_any_pair(const struct misreading *misreading)
{
	return misreading->layers == 1 && misreading->written[0] &&
		!misreading->written[0]->multibyte;
}

/* One of the whole list must explain all that is there: with something lost as
 * well, one of so many would always fit. */
static bool
try_any(void *data, const struct misreading *misreading)
{
	struct hunt *hunt = data;
	struct state before = hunt->best;

	if (is_any_pair(misreading) &&
	    count_changed(hunt->texts) < CHANGED_LEAST)
		return false;
	if (!try_misreading(hunt, misreading))
		return false;
	if (!(hunt->best.steps & (DAMAGE_LOST | DAMAGE_CUT |
			DAMAGE_REPLACED)))
		return true;
	hunt->best = before;
	return false;
}

/* Tries a hypothesis; true where the hunt can end. */
static bool
try_misreading(void *data, const struct misreading *misreading)
{
	struct hunt *hunt = data;
	struct state found;

	if (!is_plausible(hunt, misreading))
		return false;
	found = misread_is_multibyte(misreading) ?
		walk_whole(hunt->texts, misreading) :
		walk(hunt->texts, misreading);
	if (!better(&found, &hunt->best) || !uses_charset(&found))
		return false;
	hunt->best = found;
	hunt->misreading = *misreading;
	return true;
}

static bool
has_high(const char *text, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (text[i] & 0x80)
			return true;
	return false;
}

static void
learn(struct forensics *forensics, const struct misreading *misreading)
{
	struct misreading it = *misreading;
	unsigned i;

	for (i = 0; i < forensics->nlearnt; i++)
		if (!memcmp(&forensics->learnt[i], &it, sizeof(it)))
			break;
	if (i == LEARNT_MOST)
		i--;
	else if (i == forensics->nlearnt)
		forensics->nlearnt++;
	if (memcmp(&forensics->learnt[i], &it, sizeof(it)))
		forensics->generation++;
	memmove(forensics->learnt + 1, forensics->learnt,
		i * sizeof(*forensics->learnt));
	forensics->learnt[0] = it;
}

void
forensics_mute(struct forensics *forensics, bool muted)
{
	forensics->muted = muted;
}

/* One quotation mark for another is typography. */
static bool
same_class(uint32_t a, uint32_t b)
{
	char text[2][UTF8_MAX];
	enum mark_class class = text_mark_class(text[0],
		utf8_encode(a, text[0]));

	return class != MARK_OTHER && class == text_mark_class(text[1],
		utf8_encode(b, text[1]));
}

/* FNV-1a (Fowler, Noll, Vo); never 0. */
static size_t
word_hash(const struct texts *texts)
{
	size_t hash = 2166136261u, i;

	for (i = 0; i < texts->nsound; i++)
		hash = (hash ^ (unsigned char)texts->sound[i]) * 16777619u;
	return hash | 1;
}

static void
note_clue(struct forensics *forensics, const struct hunt *hunt)
{
	unsigned i;

	if (forensics->muted || hunt->sound < 0x80 || hunt->damaged < 0x80 ||
	    same_class(hunt->sound, hunt->damaged))
		return;
	for (i = 0; i < forensics->nclue; i++)
		if (forensics->clues[i].sound == hunt->sound &&
		    forensics->clues[i].damaged == hunt->damaged)
			break;
	if (i == CLUES_MOST)
		return;
	if (i == forensics->nclue)
		forensics->clues[forensics->nclue++] = (struct clue){
			hunt->sound, hunt->damaged, 0, 0 };
	if (forensics->clues[i].word != word_hash(hunt->texts))
		forensics->clues[i].times++;
	forensics->clues[i].word = word_hash(hunt->texts);
}

/* Clues that a pair of charsets explains: how many different ones, and at how
 * many places. */
struct support {
	unsigned clues, places;
};

static struct support
find_support(const struct forensics *forensics, const struct codec *written,
	const struct codec *read)
{
	struct support found = { 0, 0 };
	unsigned i;

	for (i = 0; i < forensics->nclue; i++) {
		const struct clue *clue = &forensics->clues[i];
		int byte = codec_byte(written, clue->sound);

		if (byte < 0x80 || codec_char(read, (unsigned char)byte) !=
		    clue->damaged)
			continue;
		found.clues++;
		found.places += clue->times;
	}
	return found;
}

bool
forensics_conclude(struct forensics *forensics)
{
	const struct codec *const *written, *const *read;
	struct misreading best = { .layers = 1 };
	struct support most = { 0, 0 };
	unsigned i, places = 0;

	for (i = 0; i < forensics->nclue; i++)
		places += forensics->clues[i].times;
	for (written = codecs; !(*written)->multibyte; written++)
		for (read = codecs; !(*read)->multibyte; read++) {
			struct support found = find_support(forensics,
				*written, *read);

			if (found.places <= most.places)
				continue;
			most = found;
			best.written[0] = *written;
			best.read[0] = *read;
		}
	forensics->nclue = 0;
	if ((most.clues < 2 && most.places < PLACES_LEAST) ||
	    most.clues + most.places < PLACES_LEAST + 1 ||
	    most.places * 2 < places)
		return false;
	learn(forensics, &best);
	return true;
}

/* The place where the failure of such texts is kept; NULL for long ones. */
static struct failure *
failure_slot(struct forensics *forensics, const struct texts *texts)
{
	unsigned hash = 2166136261u;
	size_t i;

	if (texts->nsound > FAILURE_MOST || texts->ndamaged > FAILURE_MOST)
		return NULL;
	for (i = 0; i < texts->nsound; i++)
		hash = (hash ^ (unsigned char)texts->sound[i]) * 16777619u;
	for (i = 0; i < texts->ndamaged; i++)
		hash = (hash ^ (unsigned char)texts->damaged[i]) * 16777619u;
	return &forensics->failures[(hash ^ hash >> 16) % FAILURES];
}

static bool
has_failed(const struct forensics *forensics, const struct failure *failure,
	const struct texts *texts)
{
	return failure && failure->generation == forensics->generation + 1 &&
		failure->n[0] == texts->nsound &&
		failure->n[1] == texts->ndamaged &&
		!memcmp(failure->text[0], texts->sound, texts->nsound) &&
		!memcmp(failure->text[1], texts->damaged, texts->ndamaged);
}

static void
keep_failure(const struct forensics *forensics, struct failure *failure,
	const struct texts *texts)
{
	if (!failure)
		return;
	failure->generation = forensics->generation + 1;
	failure->n[0] = (unsigned char)texts->nsound;
	failure->n[1] = (unsigned char)texts->ndamaged;
	memcpy(failure->text[0], texts->sound, texts->nsound);
	memcpy(failure->text[1], texts->damaged, texts->ndamaged);
}

static void
hunt_charset(struct forensics *forensics, struct hunt *hunt)
{
	bool high = has_high(hunt->texts->damaged, hunt->texts->ndamaged);
	struct failure *failure = failure_slot(forensics, hunt->texts);
	bool failed = has_failed(forensics, failure, hunt->texts);
	unsigned i;

	find_first_difference(hunt);
	for (i = 0; !failed && i < forensics->nlearnt; i++)
		if (try_misreading(hunt, &forensics->learnt[i]))
			break;
	/* a full search only for what nothing explains */
	if (!hunt->best.cost && high && hunt->sound &&
	    forensics->searches < SEARCHES_MOST) {
		forensics->searches++;
		if (!failed)
			misread_search(try_any, hunt);
	}
	if (uses_charset(&hunt->best))
		learn(forensics, &hunt->misreading);
	else
		keep_failure(forensics, failure, hunt->texts);
	if (!hunt->best.cost)
		note_clue(forensics, hunt);
}

struct damage
damage_explain(struct forensics *forensics, const char *sound, size_t nsound,
	const char *damaged, size_t ndamaged)
{
	struct texts texts = { sound, damaged, nsound, ndamaged };
	struct hunt hunt = { .texts = &texts };
	struct damage found = { 0 };

	if (nsound > DAMAGE_MOST || ndamaged > DAMAGE_MOST)
		return found;
	hunt.best = walk(&texts, NULL);
	/* what lost characters explain, a wrong charset may explain better */
	if ((has_high(sound, nsound) || has_high(damaged, ndamaged)) &&
	    (!hunt.best.cost ||
	    hunt.best.steps & (DAMAGE_LOST | DAMAGE_REPLACED)))
		hunt_charset(forensics, &hunt);
	found.steps = hunt.best.cost ? hunt.best.steps : 0;
	if (uses_charset(&hunt.best))
		found.misreading = hunt.misreading;
	return found;
}

bool
damage_is_sure(const struct damage *damage)
{
	return damage->steps & (DAMAGE_MOJIBAKE | DAMAGE_HALF |
		DAMAGE_CONTROL | DAMAGE_ENTITY | DAMAGE_ESCAPE |
		DAMAGE_REPLACED | DAMAGE_INVISIBLE);
}

unsigned
text_oddness(const char *text, size_t n)
{
	const char *p = text, *end = text + n;
	unsigned odd = 0, len;
	bool letter = false, lower = false;

	for (; p < end; p += len) {
		uint32_t code = utf8_decode(p, end, &len);
		bool is_letter = u_isalpha((UChar32)code);
		bool upper = u_isUUppercase((UChar32)code);
		bool next = p + len < end && !strchr(" .,;:!?)]\n",
			p[len]);

		if ((code >= 0x80 && code < 0xA0) || code < 0x20 ||
		    code == CODE_REPLACEMENT)
			odd += 2;
		else if (code >= 0x80 && upper && lower)
			odd++;		/* a capital within a word */
		else if (code >= 0x80 && !is_letter && letter && next &&
			 glyph_class(code) == GLYPH_MARK)
			odd++;		/* a sign between letters */
		letter = is_letter;
		lower = is_letter && !upper;
	}
	return odd;
}
