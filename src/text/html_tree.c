/*
 * All of gumbo's memory comes from an arena with a limit, since a <font> that
 * is never closed is repeated in every block that follows; and its time is
 * kept short by a look at the tags before it starts.
 */
#include "config.h"

#include "text/html_tree.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#define MAX_SIZE ((size_t)64 << 20)
#define MAX_COST 400000000u	/* 3 s of looking through open elements */
#define POOL_BASE ((size_t)64 << 20)
#define POOL_FACTOR 40		/* pages take up to 8 bytes for one */

/* ---- pieces of source ---- */

bool
html_is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

const char *
html_skip_tag(const char *p, const char *end)
{
	const char *close = memchr(p, '>', (size_t)(end - p));

	return close ? close + 1 : end;
}

const char *
html_skip_comment(const char *p, const char *end)
{
	while ((p = memchr(p, '>', (size_t)(end - p)))) {
		if (p[-1] == '-' && p[-2] == '-')
			return p + 1;
		p++;
	}
	return end;
}

GumboTag
html_read_tag(const char **p, const char *end)
{
	const char *name = *p;

	while (*p < end && isalnum((unsigned char)**p))
		(*p)++;
	return gumbo_tagn_enum(name, (unsigned)(*p - name));
}

/* ---- what a page may cost ---- */

static bool
is_void(GumboTag tag)
{
	switch (tag) {
	case GUMBO_TAG_AREA:
	case GUMBO_TAG_BASE:
	case GUMBO_TAG_BR:
	case GUMBO_TAG_COL:
	case GUMBO_TAG_EMBED:
	case GUMBO_TAG_HR:
	case GUMBO_TAG_IMG:
	case GUMBO_TAG_INPUT:
	case GUMBO_TAG_LINK:
	case GUMBO_TAG_META:
	case GUMBO_TAG_PARAM:
	case GUMBO_TAG_SOURCE:
	case GUMBO_TAG_TRACK:
	case GUMBO_TAG_WBR:
		return true;
	default:
		return false;
	}
}

/* Those that end by themselves when the next of them begins. */
static bool
is_chained(GumboTag tag)
{
	switch (tag) {
	case GUMBO_TAG_A:
	case GUMBO_TAG_BODY:
	case GUMBO_TAG_DD:
	case GUMBO_TAG_DT:
	case GUMBO_TAG_HEAD:
	case GUMBO_TAG_HTML:
	case GUMBO_TAG_LI:
	case GUMBO_TAG_OPTION:
	case GUMBO_TAG_P:
	case GUMBO_TAG_TBODY:
	case GUMBO_TAG_TD:
	case GUMBO_TAG_TH:
	case GUMBO_TAG_THEAD:
	case GUMBO_TAG_TR:
		return true;
	default:
		return false;
	}
}

struct estimate {
	uint32_t open[GUMBO_TAG_LAST + 1];
	uint64_t depth, cost;
};

/* The attributes of a start tag, each of which is compared with those before;
 * returns the place behind the tag. */
static const char *
skip_attributes(const char *p, const char *end, struct estimate *est,
	bool *closed)
{
	uint64_t count = 0;

	*closed = false;
	while (p < end && *p != '>') {
		*closed = *p == '/';
		if (html_is_space(*p) || *p == '/') {
			p++;
			continue;
		}
		est->cost += count++;
		while (p < end && !html_is_space(*p) && *p != '>' && *p != '=')
			p++;
		if (p == end || *p != '=')
			continue;
		for (p++; p < end && html_is_space(*p); p++)
			;
		if (p < end && (*p == '"' || *p == '\'')) {
			const char *close = memchr(p + 1, *p,
				(size_t)(end - p - 1));

			p = close ? close + 1 : end;
		} else {
			while (p < end && !html_is_space(*p) && *p != '>')
				p++;
		}
	}
	return p < end ? p + 1 : end;
}

static const char *
skip_raw_text(const char *p, const char *end, GumboTag tag)
{
	const char *name = gumbo_normalized_tagname(tag);
	size_t n = strlen(name);

	while ((p = memchr(p, '<', (size_t)(end - p)))) {
		if ((size_t)(end - p) > n + 2 && p[1] == '/' &&
		    !strncasecmp(p + 2, name, n))
			return p;
		p++;
	}
	return end;
}

static const char *
estimate_tag(struct estimate *est, const char *p, const char *end)
{
	GumboTag tag = html_read_tag(&p, end);
	bool closed;

	p = skip_attributes(p, end, est, &closed);
	if (closed && (est->open[GUMBO_TAG_SVG] || est->open[GUMBO_TAG_MATH]))
		return p;
	if (tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE ||
	    tag == GUMBO_TAG_TEXTAREA || tag == GUMBO_TAG_TITLE)
		return skip_raw_text(p, end, tag);
	if (!is_void(tag) && !is_chained(tag)) {
		est->open[tag]++;
		est->depth++;
	}
	return p;
}

/*
 * Would the parser's time be out of proportion?  It looks through the elements
 * that are open at nearly every tag; those that a page never closes add up.
 */
static bool
is_too_costly(const char *p, const char *end)
{
	struct estimate est = { .depth = 0 };

	while ((p = memchr(p, '<', (size_t)(end - p))) && ++p < end &&
		est.cost < MAX_COST) {
		if (end - p > 3 && !memcmp(p, "!--", 3)) {
			p = html_skip_comment(p + 3, end);
		} else if (isalpha((unsigned char)*p)) {
			p = estimate_tag(&est, p, end);
		} else if (*p == '/' && p + 1 < end) {
			GumboTag tag;

			p++;
			tag = html_read_tag(&p, end);
			if (est.open[tag]) {
				est.open[tag]--;
				est.depth--;
			}
		} else {
			continue;
		}
		est.cost += est.depth;
	}
	return est.cost >= MAX_COST;
}

/* ---- the parser ---- */

/* Where gumbo's memory comes from; it gives nothing back one by one. */
struct pool {
	struct arena *arena;
	size_t left;
	jmp_buf full;
};

static void *
pool_alloc(void *data, size_t size)
{
	struct pool *pool = data;

	if (size > pool->left)
		longjmp(pool->full, 1);
	pool->left -= size;
	return arena_alloc(pool->arena, size, 1);
}

static void
pool_free(void *data, void *memory)
{
	(void)data;
	(void)memory;
}

static int
parse(struct html_tree *tree, const char *html, size_t n)
{
	GumboOptions options = kGumboDefaultOptions;
	struct pool pool = { .arena = &tree->arena };

	pool.left = POOL_BASE + n * POOL_FACTOR;
	options.allocator = pool_alloc;
	options.deallocator = pool_free;
	options.userdata = &pool;
	options.max_errors = 0;
	arena_init(&tree->arena);
	if (setjmp(pool.full)) {
		arena_release(&tree->arena);
		return -1;
	}
	tree->root = gumbo_parse_with_options(&options, html, n)->root;
	return 0;
}

int
html_tree_parse(struct html_tree *tree, const char *html, size_t n,
	struct error *err)
{
	if (n > MAX_SIZE)
		return error_set(err, "it is more than %zu MiB of HTML.",
			MAX_SIZE >> 20);
	if (is_too_costly(html, html + n))
		return error_set(err, "its HTML leaves too many elements "
			"open.");
	if (parse(tree, html, n))
		return error_set(err, "its HTML takes too much memory.");
	return 0;
}

void
html_tree_release(struct html_tree *tree)
{
	arena_release(&tree->arena);
}
