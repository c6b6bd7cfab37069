/*
 * A naive search, with tables of the bytes that a match can begin with: most
 * places are passed over at a byte each, so that ten megabytes are searched
 * between two keys.
 */
#include "config.h"

#include "text/search.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/memory.h"
#include "base/utf8.h"

/* Bytes searched at once on the way back. */
#define STRETCH 4096

struct search {
	bool exact;			/* case counts */
	bool first[256];		/* bytes that a match may begin with */
	bool second[256];		/* that may follow one of ASCII */
	uint32_t *code;
	size_t ncode;
};

static bool
is_blank(uint32_t code)
{
	return u_isUWhiteSpace((UChar32)code);
}

static uint32_t
plain_mark(uint32_t code)
{
	switch (code) {
	case 0x2018: case 0x2019: case 0x201a: case 0x201b: case 0x2032:
	case 0x2bc:
		return '\'';
	case 0x201c: case 0x201d: case 0x201e: case 0x201f: case 0x2033:
	case 0xab: case 0xbb:
		return '"';
	case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014:
	case 0x2015: case 0x2212:
		return '-';
	}
	return code;
}

/* What the character counts as. */
static uint32_t
reduce(const struct search *search, uint32_t code)
{
	if (code < 0x80) {
		if (code == ' ' || (code >= '\t' && code <= '\r'))
			return ' ';
		return !search->exact && code >= 'A' && code <= 'Z' ?
			code + 'a' - 'A' : code;
	}
	if (is_blank(code))
		return ' ';
	code = plain_mark(code);
	return search->exact ? code : (uint32_t)u_foldCase((UChar32)code,
		U_FOLD_CASE_DEFAULT);
}

static bool
has_capital(const char *pattern)
{
	const char *p = pattern, *end = p + strlen(p);
	unsigned len;

	for (; p < end; p += len)
		if (u_isupper((UChar32)utf8_decode(p, end, &len)))
			return true;
	return false;
}

static void
set_codes(struct search *search, const char *pattern)
{
	const char *p = pattern, *end = p + strlen(p);
	size_t cap = 0;
	unsigned len;

	for (; p < end; p += len) {
		uint32_t code = reduce(search, utf8_decode(p, end, &len));

		if (code == ' ' && search->ncode &&
		    search->code[search->ncode - 1] == ' ')
			continue;
		*ARRAY_ADD(search->code, search->ncode, cap) = code;
	}
}

static void
set_first(struct search *search)
{
	unsigned byte;

	for (byte = 0; byte < 256; byte++)
		search->first[byte] = byte >= 0x80 ||
			reduce(search, byte) == search->code[0];
	for (byte = 0; byte < 256; byte++)
		search->second[byte] = byte >= 0x80 || search->ncode == 1 ||
			search->code[0] == ' ' ||
			reduce(search, byte) == search->code[1];
}

struct search *
search_new(const char *pattern)
{
	struct search *search = memory_alloc(1, sizeof(*search));

	search->exact = has_capital(pattern);
	set_codes(search, pattern);
	if (!search->ncode) {
		search_free(search);
		return NULL;
	}
	set_first(search);
	return search;
}

void
search_free(struct search *search)
{
	if (!search)
		return;
	free(search->code);
	free(search);
}

/* Where the match that begins at p ends; NULL where there is none. */
static const char *
match_at(const struct search *search, const char *p, const char *end)
{
	size_t i;
	unsigned len;

	for (i = 0; i < search->ncode; i++) {
		if (p == end || reduce(search, utf8_decode(p, end, &len)) !=
		    search->code[i])
			return NULL;
		p += len;
		if (search->code[i] != ' ')
			continue;
		while (p < end && is_blank(utf8_decode(p, end, &len)))
			p += len;
	}
	return p;
}

/* A match may begin in [from, until) and go on to n. */
static bool
find(const struct search *search, const char *text, size_t n, size_t from,
	size_t until, struct span *match)
{
	const char *p = text + from, *last = text + until, *end = text + n;

	for (; p < last; p++) {
		const char *stop;

		if (!search->first[(unsigned char)*p] ||
		    ((unsigned char)*p & 0xc0) == 0x80 ||
		    ((unsigned char)*p < 0x80 && p + 1 < end &&
		    !search->second[(unsigned char)p[1]]))
			continue;
		stop = match_at(search, p, end);
		if (!stop)
			continue;
		match->start = (uint32_t)(p - text);
		match->end = (uint32_t)(stop - text);
		return true;
	}
	return false;
}

bool
search_next(const struct search *search, const char *text, size_t n,
	size_t from, struct span *match)
{
	return from < n && find(search, text, n, from, n, match);
}

bool
search_previous(const struct search *search, const char *text, size_t n,
	size_t before, struct span *match)
{
	if (before > n)
		before = n;
	while (before) {
		size_t start = before > STRETCH ? before - STRETCH : 0;
		bool found = false;
		size_t from = start;

		while (find(search, text, n, from, before, match)) {
			found = true;
			from = match->start + 1;
		}
		if (found)
			return find(search, text, n, from - 1, before, match);
		before = start;
	}
	return false;
}
