/*
 * The thresholds were set on pairs of known descent: reprints, excerpts,
 * prepared against delivered texts, two speeches of one campaign.
 */
#include "config.h"

#include "compare/relation.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/utf8.h"

/* Shares of the shorter document's words that are aligned. */
#define UNRELATED_SHARE 0.04
#define SHARED_SHARE 0.30
/* Words of a run that is no mere phrase, and the share of such runs under which
 * two texts have nothing but phrases in common. */
#define SOLID_RUN 10
#define SOLID_SHARE 0.5
/* Share of the reprint's own paragraphs among the transcript's, from which on
 * it is a text of its own with passages in common. */
#define FOREIGN_SHARE 0.085
/* Share of the transcript from which on the reprint is not an excerpt. */
#define WHOLE_SHARE 0.90
/* Wording findings for each hundred aligned words, from which on it is another
 * version of the text. */
#define VERSION_EDITS 3.0
/* … if this share of the tenths of the text have some. */
#define VERSION_SPREAD 0.8
/* Share of code points that no text has: controls, U+FFFD, unassigned. */
#define GARBAGE_SHARE 0.10

struct coverage
coverage_count(const struct context *context)
{
	const struct document *doc = context->doc[TRANSCRIPT];
	struct coverage found = { 0, 0, NULL };
	size_t i;
	uint32_t k;

	found.speaker_covered = arena_alloc(context->arena, doc->nspeaker,
		sizeof(*found.speaker_covered));
	for (i = 0; i < doc->nparagraph; i++) {
		const struct paragraph *para = &doc->paragraphs[i];

		for (k = para->nlabel; k < para->nword; k++) {
			uint32_t word = para->word + k;
			bool covered = context->alignment->mate[TRANSCRIPT][
				word] != NO_WORD ||
				context->hidden[TRANSCRIPT][word];

			found.nword++;
			found.ncovered += covered;
			if (para->speaker != NO_SPEAKER)
				found.speaker_covered[para->speaker] +=
					covered;
		}
	}
	return found;
}

/* ---- is it text at all? ---- */

static bool
is_garbage(const struct document *doc)
{
	const char *p = doc->text, *end = p + doc->ntext;
	size_t all = 0, bad = 0;
	unsigned len;

	for (; p < end; p += len) {
		uint32_t code = utf8_decode(p, end, &len);
		int8_t type = u_charType((UChar32)code);

		all++;
		bad += code == CODE_REPLACEMENT || (code < 0x20 &&
			!strchr("\t\n\v\f\r", (int)code)) || !code ||
			type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR;
	}
	return all > 200 && (double)bad > GARBAGE_SHARE * (double)all;
}

/* The script of most letters. */
static UScriptCode
main_script(const struct document *doc)
{
	uint32_t count[USCRIPT_CODE_LIMIT] = { 0 };
	const char *p = doc->text, *end = p + doc->ntext;
	int best = USCRIPT_COMMON, i;
	unsigned len;

	for (; p < end; p += len) {
		uint32_t code = utf8_decode(p, end, &len);
		UErrorCode status = U_ZERO_ERROR;
		UScriptCode script;

		if (!u_isalpha((UChar32)code))
			continue;
		script = uscript_getScript((UChar32)code, &status);
		if (!U_FAILURE(status) && script >= 0 &&
		    script < USCRIPT_CODE_LIMIT)
			count[script]++;
	}
	for (i = 0; i < USCRIPT_CODE_LIMIT; i++)
		if (count[i] > count[best])
			best = i;
	return (UScriptCode)best;
}

/* Letters in words of three and more: a language has most of them there, what
 * a machine misreads for another script falls to pieces. */
static bool
in_pieces(const struct document *doc)
{
	uint32_t longer = 0, i;

	for (i = 0; i < doc->nword; i++)
		longer += doc->words[i].end - doc->words[i].start >= 4;
	return doc->nword > 50 && longer * 2 < doc->nword;
}

/* A side that is no text; *side says which. */
static bool
is_unreadable(const struct context *context, double share, enum side *side)
{
	const struct document *const *doc = context->doc;
	bool scripts_differ;

	/* two that share their words can be compared, whatever they are */
	if (share >= SHARED_SHARE)
		return false;
	scripts_differ = share < UNRELATED_SHARE && doc[0]->nword > 50 &&
		doc[1]->nword > 50 &&
		main_script(doc[0]) != main_script(doc[1]);
	for (*side = REPRINT; *side <= TRANSCRIPT; (*side)++)
		if (is_garbage(doc[*side]) ||
		    (scripts_differ && in_pieces(doc[*side])))
			return true;
	return false;
}

/* ---- edits ---- */

static bool
changes_words(const struct finding *finding)
{
	const struct family *family = kind_family(finding->kind);

	return finding->severity == ERROR && (!strcmp(family->name,
		"wording") || !strcmp(family->name, "omission") ||
		!strcmp(family->name, "insertion"));
}

/* Is the wording changed here and there throughout? */
static bool
is_other_version(const struct comparison *comparison)
{
	const struct document *doc = comparison->doc[REPRINT];
	uint32_t tenths[10] = { 0 }, all = 0, spread = 0;
	size_t i;

	for (i = 0; i < comparison->nfinding; i++) {
		const struct finding *finding = &comparison->findings[i];

		if (!finding->has[REPRINT] || !changes_words(finding))
			continue;
		all++;
		tenths[(uint64_t)finding->span[REPRINT].start * 10 /
			(doc->ntext + 1)]++;
	}
	for (i = 0; i < 10; i++)
		spread += tenths[i] > 0;
	return all >= 20 && all * 100.0 >
		VERSION_EDITS * comparison->coverage.ncovered &&
		spread >= VERSION_SPREAD * 10;
}

static bool
any_above_note(const struct comparison *comparison)
{
	size_t i;

	for (i = 0; i < comparison->nfinding; i++)
		if (comparison->findings[i].severity > NOTE)
			return true;
	return false;
}

/* Aligned words in any block, by the words of the shorter document. */
static double
shared_share(const struct context *context)
{
	const struct alignment *al = context->alignment;
	uint32_t i, shared = 0;
	uint32_t least = al->n[0] < al->n[1] ? al->n[0] : al->n[1];

	for (i = 0; i < al->n[REPRINT]; i++)
		shared += al->mate[REPRINT][i] != NO_WORD;
	return least ? (double)shared / least : 0;
}

/* Words of the reprint in paragraphs that it put in among the transcript's, as
 * a share of its words there. */
static double
foreign_share(const struct context *context)
{
	const struct document *doc = context->doc[REPRINT];
	size_t first = doc->nparagraph, last = 0, i;
	uint32_t foreign = 0, all = 0;

	for (i = 0; i < doc->nparagraph; i++)
		if (context->body[i]) {
			if (first == doc->nparagraph)
				first = i;
			last = i;
		}
	for (i = first; i <= last && i < doc->nparagraph; i++) {
		all += doc->paragraphs[i].nword;
		if (!context->body[i])
			foreign += doc->paragraphs[i].nword;
	}
	return all ? (double)foreign / all : 0;
}

/* Words in long runs that are the same one after another, as a share of all
 * aligned ones: phrases of a subject are short, quotations are not. */
static double
solid_share(const struct context *context)
{
	const struct alignment *al = context->alignment;
	uint32_t i, run = 0, solid = 0, all = 0;

	for (i = 0; i <= al->n[REPRINT]; i++) {
		uint32_t mate = i < al->n[REPRINT] ? al->mate[REPRINT][i] :
			NO_WORD;

		if (run && (mate == NO_WORD ||
		    mate != al->mate[REPRINT][i - 1] + 1)) {
			solid += run >= SOLID_RUN ? run : 0;
			run = 0;
		}
		run += mate != NO_WORD;
		all += mate != NO_WORD;
	}
	return all ? (double)solid / all : 0;
}

static uint32_t
skip_white(const struct document *doc, uint32_t at)
{
	while (at < doc->ntext &&
	       utf8_is_white((unsigned char)doc->text[at]))
		at++;
	return at;
}

/* Are two texts without words the same but for white space? */
static bool
same_marks(const struct document *const doc[2])
{
	uint32_t at[2] = { 0, 0 };

	for (;;) {
		int side;

		for (side = 0; side < 2; side++)
			at[side] = skip_white(doc[side], at[side]);
		if (at[0] == doc[0]->ntext || at[1] == doc[1]->ntext)
			return at[0] == doc[0]->ntext &&
				at[1] == doc[1]->ntext;
		if (doc[0]->text[at[0]++] != doc[1]->text[at[1]++])
			return false;
	}
}

static enum document_relation
judge(const struct context *context, struct comparison *comparison)
{
	const struct coverage *coverage = &comparison->coverage;
	double share = shared_share(context);
	bool whole = coverage->ncovered >= WHOLE_SHARE * coverage->nword;

	if (!context->doc[0]->nword && !context->doc[1]->nword)
		return comparison->nfinding || same_marks(context->doc) ?
			VERBATIM : UNRELATED;
	if (is_unreadable(context, share, &comparison->unreadable))
		return UNREADABLE;
	if (share < UNRELATED_SHARE || (share < SHARED_SHARE &&
	    solid_share(context) < SOLID_SHARE))
		return UNRELATED;
	if (share < SHARED_SHARE)
		return SHARED_TEXT;
	if (whole && !any_above_note(comparison))
		return VERBATIM;
	if (!whole && foreign_share(context) > FOREIGN_SHARE)
		return SHARED_TEXT;
	if (is_other_version(comparison))
		return OTHER_VERSION;
	return whole ? WHOLE_REPRINT : EXCERPT;
}

void
relation_judge(const struct context *context, struct comparison *comparison)
{
	comparison->relation = judge(context, comparison);
}
