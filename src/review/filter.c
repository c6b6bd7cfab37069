/*
 * What a filter asks of a finding is asked of its words; only the sort that can
 * be folded away as a whole is a family.
 */
#include "config.h"

#include "review/filter.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "compare/rule.h"

static bool
is_decided(const struct review *review, const struct finding *finding)
{
	return review_verdict(review, finding) != OPEN;
}

/* "wording.name" is of the kind "wording.name" and of the family "wording". */
static bool
is_of_kind(const struct kind *kind, const char *name)
{
	size_t n = strlen(name);

	return !strncmp(kind->name, name, n) &&
		(!kind->name[n] || kind->name[n] == '.');
}

const char *
finding_speaker(const struct comparison *cmp, const struct finding *finding)
{
	enum side side = finding->has[TRANSCRIPT] ? TRANSCRIPT : REPRINT;
	const struct document *doc = cmp->doc[side];
	size_t at = document_paragraph_at(doc, finding->span[side].start);

	if (at >= doc->nparagraph ||
	    doc->paragraphs[at].speaker == NO_SPEAKER)
		return NULL;
	return doc->speakers[doc->paragraphs[at].speaker].name;
}

/* ---- differences of one sort alone ---- */

struct reader {
	const char *p, *end;
};

#define READ_END UINT32_MAX

static uint32_t
read_letter(struct reader *reader)
{
	unsigned len;
	uint32_t code;

	if (reader->p >= reader->end)
		return READ_END;
	code = utf8_decode(reader->p, reader->end, &len);
	reader->p += len;
	return (uint32_t)u_foldCase((UChar32)code, U_FOLD_CASE_DEFAULT);
}

static uint32_t
read_visible(struct reader *reader)
{
	unsigned len;
	uint32_t code;

	while (reader->p < reader->end) {
		code = utf8_decode(reader->p, reader->end, &len);
		reader->p += len;
		if (!u_isUWhiteSpace((UChar32)code))
			return code;
	}
	return READ_END;
}

/* Are there words on both sides, and is where they stand the matter? */
static bool
is_displaced(const struct comparison *cmp, const struct finding *finding)
{
	const struct document *doc = cmp->doc[REPRINT];
	struct span span = finding->span[REPRINT];

	return kind_family(finding->kind) == &family_structure &&
		document_word_at(doc, span.start) <
		document_word_at(doc, span.end);
}

/* Do the two readings differ, but not as read() sees them? */
static bool
differs_only(const struct comparison *cmp, const struct finding *finding,
	uint32_t (*read)(struct reader *reader))
{
	struct reader reader[2];
	uint32_t code[2];
	size_t n[2];
	int side;

	if (!finding->has[REPRINT] || !finding->has[TRANSCRIPT] ||
	    is_displaced(cmp, finding))
		return false;
	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		n[side] = span_length(finding->span[side]);
		reader[side].p = cmp->doc[side]->text +
			finding->span[side].start;
		reader[side].end = reader[side].p + n[side];
	}
	if (n[0] == n[1] && !memcmp(reader[0].p, reader[1].p, n[0]))
		return false;
	do {
		code[REPRINT] = read(&reader[REPRINT]);
		code[TRANSCRIPT] = read(&reader[TRANSCRIPT]);
		if (code[REPRINT] != code[TRANSCRIPT])
			return false;
	} while (code[REPRINT] != READ_END);
	return true;
}

/* ---- the filter ---- */

static bool
is_folded(const struct filter *filter, const struct comparison *cmp,
	const struct finding *finding)
{
	return (filter->fold_typography &&
			kind_family(finding->kind) == &family_typography) ||
		(filter->fold_case &&
			differs_only(cmp, finding, read_letter)) ||
		(filter->fold_spaces &&
			differs_only(cmp, finding, read_visible));
}

/* All but patterns that are decided. */
static bool
shows_alone(const struct filter *filter, const struct review *review,
	const struct finding *finding)
{
	const struct comparison *cmp = review->comparison;
	const char *speaker;

	if (finding->severity < filter->least ||
	    (filter->kind && !is_of_kind(finding->kind, filter->kind)))
		return false;
	if (filter->decided != ANY_VERDICT &&
	    is_decided(review, finding) != (filter->decided == DECIDED))
		return false;
	if (filter->speaker) {
		speaker = finding_speaker(cmp, finding);
		if (!speaker || strcmp(speaker, filter->speaker))
			return false;
	}
	return !is_folded(filter, cmp, finding);
}

static bool
is_pattern_decided(const struct review *review, uint32_t pattern)
{
	const struct comparison *cmp = review->comparison;
	size_t i, left = cmp->patterns[pattern].nfinding;

	for (i = cmp->patterns[pattern].first; i < cmp->nfinding && left; i++)
		if (cmp->findings[i].pattern == pattern) {
			if (!is_decided(review, &cmp->findings[i]))
				return false;
			left--;
		}
	return true;
}

bool
filter_shows(const struct filter *filter, const struct review *review,
	const struct finding *finding)
{
	if (!shows_alone(filter, review, finding))
		return false;
	if (!filter->fold_decided || !is_decided(review, finding))
		return true;
	return finding->pattern != NO_PATTERN &&
		!is_pattern_decided(review, finding->pattern);
}

/* For each pattern, how many of its findings are not decided. */
static uint32_t *
count_undecided(const struct review *review)
{
	const struct comparison *cmp = review->comparison;
	uint32_t *count = memory_alloc(cmp->npattern, sizeof(*count));
	size_t i;

	for (i = 0; i < cmp->nfinding; i++) {
		const struct finding *finding = &cmp->findings[i];

		if (finding->pattern != NO_PATTERN)
			count[finding->pattern] += !is_decided(review,
				finding);
	}
	return count;
}

size_t
filter_select(const struct filter *filter, const struct review *review,
	bool *shown)
{
	const struct comparison *cmp = review->comparison;
	uint32_t *undecided = filter->fold_decided ?
		count_undecided(review) : NULL;
	size_t i, n = 0;

	for (i = 0; i < cmp->nfinding; i++) {
		const struct finding *finding = &cmp->findings[i];

		shown[i] = shows_alone(filter, review, finding);
		if (shown[i] && undecided)
			shown[i] = finding->pattern == NO_PATTERN ?
				!is_decided(review, finding) :
				undecided[finding->pattern] > 0;
		n += shown[i];
	}
	free(undecided);
	return n;
}
