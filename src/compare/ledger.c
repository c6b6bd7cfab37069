/*
 * Copies are found by walking each piece: behind every finding, and at words
 * that stand for each other, the two texts are set side by side and followed
 * as far as they are equal, backwards and forwards.  A copy goes on over the
 * end of a piece, but never into a finding.
 */
#include "config.h"

#include "compare/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/posting.h"
#include "compare/spot.h"

/* Words that are looked through for the next pair, where a word has none. */
#define LOST_WORDS 12

const char *const ledger_names[LEDGER_TYPES] = {
	"copy", "rule", "edit", "own"
};

struct walk {
	const struct comparison *cmp;
	const struct document *doc[2];
	struct posting posting;
	struct spots spots;
	uint32_t at[2];			/* decoded: where the last copy ends */
	size_t passed;			/* spots before the place in hand */
	uint32_t wall;			/* the end of the last of them */
	size_t posted;			/* spots that are in the ledger */
	size_t again;			/* passages printed again, likewise */
};

/* ---- what is not copied ---- */

/* The reprint's own matter, or a passage printed again with changes. */
static void
post_plain(struct walk *walk, struct span span)
{
	const struct spots *spots = &walk->spots;

	while (span.start < span.end) {
		struct span part = span, next = { UINT32_MAX, UINT32_MAX };
		bool within;

		while (walk->again < spots->nagain &&
		       spots->again[walk->again].end <= span.start)
			walk->again++;
		if (walk->again < spots->nagain)
			next = spots->again[walk->again];
		within = next.start <= span.start;
		if (within && next.end < part.end)
			part.end = next.end;
		else if (!within && next.start < part.end)
			part.end = next.start;
		posting_literal(&walk->posting, within ? LEDGER_EDIT :
			LEDGER_OWN, part);
		span.start = part.end;
	}
}

/* An error is set right one by one, unless it is proved to be damage: nobody
 * vouches for a rule that makes other words. */
static bool
is_by_rule(const struct walk *walk, const struct finding *finding)
{
	const char *certainty = finding->explanation.certainty;

	if (finding->pattern == NO_PATTERN)
		return false;
	if (certainty && !strncmp(certainty, "proved", 6))
		return true;
	return finding->severity < ERROR &&
		walk->cmp->patterns[finding->pattern].nfinding > 1;
}

static void
post_spot(struct walk *walk, const struct spot *spot, struct span span)
{
	const struct finding *finding = spot->finding;
	bool whole = span.start == spot->decoded[REPRINT].start &&
		span.end == spot->decoded[REPRINT].end;

	if (whole && spot->opposite && is_by_rule(walk, finding) &&
	    posting_rule(&walk->posting, finding->pattern, spot->decoded))
		return;
	posting_literal(&walk->posting, finding->has[TRANSCRIPT] ||
		finding->severity > NOTE ? LEDGER_EDIT : LEDGER_OWN, span);
}

/* All from the end of the last copy on. */
static void
post_gap(struct walk *walk, uint32_t end)
{
	struct span rest = { walk->at[REPRINT], end };

	for (; walk->posted < walk->spots.n; walk->posted++) {
		const struct spot *spot = &walk->spots.spot[walk->posted];
		struct span span = spot->decoded[REPRINT];

		if (span.start >= end)
			break;
		if (span.end <= rest.start)
			continue;
		if (span.start < rest.start)
			span.start = rest.start;
		if (span.end > end)
			span.end = end;
		post_plain(walk, (struct span){ rest.start, span.start });
		post_spot(walk, spot, span);
		rest.start = span.end;
		if (span.end < spot->decoded[REPRINT].end)
			break;
	}
	post_plain(walk, rest);
}

/* ---- what is copied ---- */

static bool
is_within(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Grows the two places backwards, not over the wall and not over what the last
 * copy took. */
static void
grow_back(const struct walk *walk, uint32_t place[2])
{
	const char *a = walk->doc[REPRINT]->decoded;
	const char *b = walk->doc[TRANSCRIPT]->decoded;
	uint32_t least[2] = { walk->at[REPRINT], 0 }, n = 0;

	if (walk->wall > least[REPRINT])
		least[REPRINT] = walk->wall;
	if (place[TRANSCRIPT] >= walk->at[TRANSCRIPT])
		least[TRANSCRIPT] = walk->at[TRANSCRIPT];
	while (place[0] - n > least[0] && place[1] - n > least[1] &&
	       a[place[0] - n - 1] == b[place[1] - n - 1])
		n++;
	while (n && is_within(a[place[0] - n]))
		n--;
	place[0] -= n;
	place[1] -= n;
}

/* How far the two go on alike, up to an offset of the reprint. */
static uint32_t
length_forward(const struct walk *walk, const uint32_t place[2], uint32_t most)
{
	const char *a = walk->doc[REPRINT]->decoded + place[REPRINT];
	const char *b = walk->doc[TRANSCRIPT]->decoded + place[TRANSCRIPT];
	size_t room = walk->doc[TRANSCRIPT]->ndecoded - place[TRANSCRIPT];
	uint32_t n = 0;

	if (most < place[REPRINT])
		return 0;
	if (room > most - place[REPRINT])
		room = most - place[REPRINT];
	while (n < room && a[n] == b[n])
		n++;
	while (n && place[REPRINT] + n < walk->doc[REPRINT]->ndecoded &&
	       is_within(a[n]))
		n--;
	return n;
}

static void
copy(struct walk *walk, const uint32_t from[2], uint32_t n)
{
	struct span span[2];
	int side;

	if (!n)
		return;
	post_gap(walk, from[REPRINT]);
	for (side = 0; side < 2; side++) {
		span[side] = (struct span){ from[side], from[side] + n };
		walk->at[side] = span[side].end;
	}
	posting_copy(&walk->posting, span[REPRINT], span[TRANSCRIPT]);
}

/* Passes the spots that end before the place; at_spot: those too that are
 * empty and just there. */
static void
pass_spots(struct walk *walk, uint32_t place, bool at_spot)
{
	for (; walk->passed < walk->spots.n; walk->passed++) {
		struct span span =
			walk->spots.spot[walk->passed].decoded[REPRINT];

		if (span.end > place || (span.start == place && !at_spot))
			break;
		walk->wall = span.end;
	}
}

/* The two places (in decoded) stand for each other, and what is before them
 * ends alike. */
static void
meet_before(struct walk *walk, uint32_t reprint, uint32_t transcript)
{
	uint32_t place[2] = { reprint, transcript };

	if (reprint < walk->at[REPRINT])
		return;
	pass_spots(walk, reprint, false);
	grow_back(walk, place);
	copy(walk, place, reprint - place[REPRINT]);
}

/* The same, and they go on alike. */
static void
meet(struct walk *walk, uint32_t reprint, uint32_t transcript)
{
	uint32_t place[2] = { reprint, transcript }, end[2];
	uint32_t most = (uint32_t)walk->doc[REPRINT]->ndecoded;

	if (reprint < walk->at[REPRINT])
		return;
	pass_spots(walk, reprint, true);
	if (walk->passed < walk->spots.n)
		most = walk->spots.spot[walk->passed].decoded[REPRINT].start;
	memcpy(end, place, sizeof(end));
	grow_back(walk, place);
	copy(walk, place, reprint - place[REPRINT] +
		length_forward(walk, end, most));
}

/* ---- the pieces ---- */

/* Words of both documents, from and to. */
struct stretch {
	struct span words[2];
};

static uint32_t
word_key(const struct walk *walk, int side, uint32_t word)
{
	return walk->doc[side]->words[word].key;
}

static uint32_t
word_place(const struct walk *walk, int side, uint32_t word)
{
	uint32_t start = walk->doc[side]->words[word].start;

	return document_decoded(walk->doc[side],
		(struct span){ start, start + 1 }).start;
}

/* Two pairs in a row, or one at the end. */
static bool
is_pair(const struct walk *walk, const struct stretch *it, uint32_t skip0,
	uint32_t skip1)
{
	uint32_t a = it->words[0].start + skip0;
	uint32_t b = it->words[1].start + skip1;

	if (a >= it->words[0].end || b >= it->words[1].end ||
	    word_key(walk, 0, a) != word_key(walk, 1, b))
		return false;
	if (a + 1 == it->words[0].end || b + 1 == it->words[1].end)
		return true;
	return word_key(walk, 0, a + 1) == word_key(walk, 1, b + 1);
}

/* Skips words without a fellow; false where it is not found near. */
static bool
find_pair(const struct walk *walk, struct stretch *it)
{
	uint32_t skip, i;

	for (skip = 1; skip <= LOST_WORDS; skip++)
		for (i = 0; i <= skip; i++)
			if (is_pair(walk, it, i, skip - i)) {
				it->words[0].start += i;
				it->words[1].start += skip - i;
				return true;
			}
	return false;
}

/* Words that no finding parts stand for each other one by one. */
static void
meet_words(struct walk *walk, struct stretch it)
{
	while (it.words[0].start < it.words[0].end &&
	       it.words[1].start < it.words[1].end) {
		uint32_t a = it.words[0].start, b = it.words[1].start, place;

		if (word_key(walk, 0, a) != word_key(walk, 1, b)) {
			if (!find_pair(walk, &it))
				return;
			continue;
		}
		place = word_place(walk, 0, a);
		if (place >= walk->at[REPRINT])
			meet(walk, place, word_place(walk, 1, b));
		it.words[0].start++;
		it.words[1].start++;
	}
}

/* Does the spot lie in the piece on both sides? */
static bool
is_in_piece(const struct piece *piece, const struct spot *spot)
{
	int side;

	for (side = 0; side < 2; side++) {
		struct span span = piece->span[side], tile = piece->tile[side];

		if (spot->text[side].start < span.start ||
		    (spot->text[side].end > span.end &&
		     spot->text[side].end > tile.end))
			return false;
	}
	return spot->opposite;
}

/* The words before the spot, and its ends.  Begins the stretch anew behind
 * it. */
static void
walk_spot(struct walk *walk, const struct piece *piece,
	const struct spot *spot, struct stretch *rest)
{
	struct stretch before = *rest;
	uint32_t first[2], behind[2];
	int side;

	for (side = 0; side < 2; side++) {
		first[side] = (uint32_t)document_word_at(walk->doc[side],
			spot->text[side].start);
		behind[side] = (uint32_t)document_word_at(walk->doc[side],
			spot->text[side].end);
	}
	if (first[0] < rest->words[0].start)
		return;
	if (!is_in_piece(piece, spot)) {
		first[1] = behind[1] = rest->words[1].start +
			(first[0] - rest->words[0].start);
		if (first[1] > rest->words[1].end)
			return;
	} else if (first[1] < rest->words[1].start) {
		return;
	}
	for (side = 0; side < 2; side++) {
		before.words[side].end = first[side];
		rest->words[side].start = behind[side];
	}
	meet_words(walk, before);
	if (!is_in_piece(piece, spot))
		return;
	meet_before(walk, spot->decoded[0].start, spot->decoded[1].start);
	meet(walk, spot->decoded[0].end, spot->decoded[1].end);
}

/* The words of a piece. */
static void
find_words(const struct walk *walk, const struct piece *piece,
	struct stretch *out)
{
	int side;

	for (side = 0; side < 2; side++) {
		const struct document *doc = walk->doc[side];
		struct span span = piece->span[side];

		out->words[side].start = (uint32_t)document_word_at(doc,
			span.start);
		out->words[side].end = (uint32_t)document_word_at(doc,
			span.end);
	}
}

/* A piece may begin with words of the one before: skips those that are in the
 * ledger. */
static void
skip_posted(const struct walk *walk, struct stretch *it)
{
	struct span *words = it->words;
	int side;

	if (words[0].start == words[0].end ||
	    word_place(walk, 0, words[0].start) >= walk->at[0])
		return;
	for (side = 0; side < 2; side++)
		while (words[side].start < words[side].end && word_place(walk,
		       side, words[side].start) < walk->at[side])
			words[side].start++;
}

/* The spots from *next on that begin in the piece; *next is moved on. */
static void
walk_piece(struct walk *walk, const struct piece *piece, size_t *next)
{
	const struct spots *spots = &walk->spots;
	struct stretch rest;

	find_words(walk, piece, &rest);
	skip_posted(walk, &rest);
	while (*next < spots->n && spots->spot[*next].text[REPRINT].start <
	       piece->span[REPRINT].start)
		++*next;
	for (; *next < spots->n && spots->spot[*next].text[REPRINT].start <=
	     piece->span[REPRINT].end; ++*next)
		walk_spot(walk, piece, &spots->spot[*next], &rest);
	meet_words(walk, rest);
}

struct ledger *
ledger_new(const struct comparison *cmp)
{
	struct ledger *ledger = memory_alloc(1, sizeof(*ledger));
	struct walk walk = { .cmp = cmp, .doc = { cmp->doc[0], cmp->doc[1] } };
	uint32_t end[2] = { (uint32_t)cmp->doc[REPRINT]->ndecoded,
		(uint32_t)cmp->doc[TRANSCRIPT]->ndecoded };
	size_t i, next = 0;

	ledger->comparison = cmp;
	spots_find(cmp, &walk.spots);
	posting_init(&walk.posting, ledger);
	for (i = 0; i < cmp->npiece; i++)
		if (cmp->pieces[i].has[REPRINT] &&
		    cmp->pieces[i].has[TRANSCRIPT])
			walk_piece(&walk, &cmp->pieces[i], &next);
	meet_before(&walk, end[REPRINT], end[TRANSCRIPT]);
	post_gap(&walk, end[REPRINT]);
	posting_release(&walk.posting);
	spots_release(&walk.spots);
	return ledger;
}

void
ledger_free(struct ledger *ledger)
{
	if (!ledger)
		return;
	free(ledger->op);
	free(ledger->rule);
	free(ledger);
}
