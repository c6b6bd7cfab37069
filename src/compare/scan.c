/*
 * What mend.h finds, as findings.  Where all that stood there is lost there is
 * no `restored`, unless the file itself tells: bytes that are not UTF-8 in a
 * file that is were written in windows-1252, or as two surrogates.
 */
#include "config.h"

#include "compare/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "compare/classify.h"
#include "compare/damage.h"
#include "compare/pattern.h"
#include "text/codec.h"
#include "text/input.h"
#include "text/mend.h"

/* One place: what stands there, and what should. */
struct place_found {
	const struct mended *mend;
	const char *sound;
	size_t nsound;
	bool foreign;			/* bytes that are not UTF-8 */
};

struct scan {
	struct comparison *cmp;
	struct keys *keys;
	struct mends mends;
	struct place_found *found;	/* for each of mends */
};

/* ---- the sound text ---- */

/* Half of a character as CESU-8 writes it, or 0. */
static uint32_t
surrogate_at(const char *p, const char *end)
{
	const unsigned char *byte = (const unsigned char *)p;

	if (end - p < 3 || byte[0] != 0xED || (byte[1] & 0xE0) != 0xA0 ||
	    (byte[2] & 0xC0) != 0x80)
		return 0;
	return 0xD000 | (byte[1] & 0x3Fu) << 6 | (byte[2] & 0x3Fu);
}

/* Reads bytes that are not UTF-8; false where nothing makes sense of them. */
static bool
read_foreign(const char *p, const char *end, struct buffer *out)
{
	const struct codec *codec = codec_find("windows-1252");

	while (p < end) {
		uint32_t high = surrogate_at(p, end);
		uint32_t low = high ? surrogate_at(p + 3, end) : 0;
		uint32_t code = codec_char(codec, (unsigned char)*p);

		if (high && high < 0xDC00 && low >= 0xDC00) {
			buffer_put_code(out, 0x10000 + ((high & 0x3FF) << 10) +
				(low & 0x3FF));
			p += 6;
			continue;
		}
		/* the beginning of a character that was cut off */
		if (code < 0xA0 || ((unsigned char)*p >= 0xC2 &&
		    p + 1 < end && (p[1] & 0xC0) == 0x80))
			return false;
		buffer_put_code(out, code);
		p++;
	}
	return true;
}

static bool
is_utf8(const struct document *doc)
{
	return !strcmp(doc->encoding, "UTF-8") && !doc->extracted;
}

static struct place_found
look_at_place(const struct scan *scan, const struct mended *mend)
{
	const struct document *doc = scan->cmp->doc[REPRINT];
	struct place_found found = { mend, scan->mends.sound.data,
		span_length(mend->sound), false };
	struct span source = document_source(doc, mend->span);
	struct buffer read = BUFFER_INIT;

	found.sound = found.nsound ? found.sound + mend->sound.start : "";
	if (mend->steps != MEND_PLACEHOLDER || !is_utf8(doc) ||
	    utf8_valid_prefix(doc->bytes + source.start,
		span_length(source)) == span_length(source))
		return found;
	found.foreign = read_foreign(doc->bytes + source.start,
		doc->bytes + source.end, &read) && read.len;
	if (found.foreign) {
		found.sound = arena_copy(&scan->cmp->arena, read.data,
			read.len);
		found.nsound = read.len;
	}
	buffer_release(&read);
	return found;
}

/* ---- the mended document ---- */

/* Where the place of the text is in the mended text; places come in order.  A
 * place within damage goes to its start. */
struct cursor {
	size_t i;			/* of found[] */
	int64_t shift;
};

static uint32_t
moved(const struct scan *scan, struct cursor *cursor, uint32_t place)
{
	while (cursor->i < scan->mends.n) {
		const struct place_found *found = &scan->found[cursor->i];

		if (found->mend->span.end > place) {
			if (found->mend->span.start < place)
				place = found->mend->span.start;
			break;
		}
		cursor->shift += (int64_t)found->nsound -
			span_length(found->mend->span);
		cursor->i++;
	}
	return (uint32_t)(place + cursor->shift);
}

static void
write_mended(const struct scan *scan, struct buffer *out)
{
	const struct document *doc = scan->cmp->doc[REPRINT];
	uint32_t at = 0;
	size_t i;

	for (i = 0; i < scan->mends.n; i++) {
		const struct place_found *found = &scan->found[i];

		buffer_add(out, doc->text + at, found->mend->span.start - at);
		buffer_add(out, found->sound, found->nsound);
		at = found->mend->span.end;
	}
	buffer_add(out, doc->text + at, doc->ntext - at);
}

/* The same paragraphs, whatever the mended text would be parted into. */
static void
take_paragraphs(const struct scan *scan, struct document *mended)
{
	const struct document *doc = scan->cmp->doc[REPRINT];
	struct cursor cursor = { 0, 0 };
	size_t i;

	mended->paragraphs = arena_alloc(&mended->arena, doc->nparagraph,
		sizeof(*mended->paragraphs));
	mended->nparagraph = doc->nparagraph;
	for (i = 0; i < doc->nparagraph; i++) {
		struct paragraph *paragraph = &mended->paragraphs[i];

		paragraph->span.start = moved(scan, &cursor,
			doc->paragraphs[i].span.start);
		paragraph->span.end = moved(scan, &cursor,
			doc->paragraphs[i].span.end);
		paragraph->label.start = paragraph->label.end =
			paragraph->span.start;
		paragraph->speaker = NO_SPEAKER;
	}
	mended->nword = 0;
	mended->nspeaker = 0;
	fold_document(mended, scan->keys);
}

static struct document *
make_mended(const struct scan *scan)
{
	static const struct document_options how = { .format = &input_text,
		.encoding = "UTF-8" };
	const struct document *doc = scan->cmp->doc[REPRINT];
	const char *name = arena_printf(&scan->cmp->arena, "%s, mended",
		doc->name);
	struct buffer text = BUFFER_INIT;
	struct document *mended;
	struct error err;

	write_mended(scan, &text);
	/* UTF-8 in memory cannot fail to be read */
	mended = document_from_bytes(name, text.len ? text.data : "",
		text.len, &how, scan->keys, &err);
	take_paragraphs(scan, mended);
	buffer_release(&text);
	return mended;
}

static void
make_pieces(const struct scan *scan)
{
	struct comparison *cmp = scan->cmp;
	const struct document *doc = cmp->doc[REPRINT];
	size_t i;

	cmp->pieces = arena_alloc(&cmp->arena, doc->nparagraph,
		sizeof(*cmp->pieces));
	cmp->npiece = doc->nparagraph;
	for (i = 0; i < doc->nparagraph; i++) {
		struct piece *piece = &cmp->pieces[i];
		int side;

		for (side = REPRINT; side <= TRANSCRIPT; side++) {
			piece->span[side] = piece->tile[side] =
				cmp->doc[side]->paragraphs[i].span;
			piece->has[side] = true;
			piece->paragraph[side] = (uint32_t)i;
		}
		piece->relation = span_length(piece->span[0]) ==
			span_length(piece->span[1]) &&
			!memcmp(doc->text + piece->span[0].start,
				cmp->doc[TRANSCRIPT]->text +
				piece->span[1].start,
				span_length(piece->span[0])) ? EQUAL : CHANGED;
		piece->similarity = piece->relation == EQUAL;
	}
}

/* ---- findings ---- */

struct step_row {
	enum mend_step step;
	const char *kind;
	unsigned damage;		/* enum damage_step */
};

/* The first that happened names the kind. */
static const struct step_row steps[] = {
	{ MEND_MOJIBAKE, "encoding.mojibake", DAMAGE_MOJIBAKE },
	{ MEND_CONTROL, "encoding.control", DAMAGE_CONTROL },
	{ MEND_ENTITY, "encoding.entity", DAMAGE_ENTITY },
	{ MEND_ESCAPE, "encoding.escape", DAMAGE_ESCAPE },
	{ MEND_PLACEHOLDER, "encoding.replacement", DAMAGE_REPLACED },
	{ MEND_INVISIBLE, "encoding.invisible", DAMAGE_INVISIBLE },
	{ MEND_MANGLED, "encoding.mangled", DAMAGE_HALF },
	{ MEND_BLANKED, NULL, DAMAGE_BLANKED },
	{ MEND_CUT, NULL, DAMAGE_CUT },
	{ MEND_MARKED, NULL, DAMAGE_MARKED },
	{ MEND_STRAIGHT, NULL, DAMAGE_STRAIGHT },
	{ MEND_CASE, NULL, DAMAGE_CASE }
};

#define NSTEP (sizeof(steps) / sizeof(*steps))

static const struct kind *
kind_of(const struct mended *mend)
{
	size_t i;

	for (i = 0; i < NSTEP; i++)
		if (mend->steps & steps[i].step)
			return kind_find(steps[i].kind);
	return NULL;
}

static struct damage
damage_of(const struct mended *mend)
{
	struct damage damage = { 0 };
	struct misreading *misreading = &damage.misreading;
	size_t i;

	for (i = 0; i < NSTEP; i++)
		if (mend->steps & steps[i].step)
			damage.steps |= steps[i].damage;
	misreading->layers = mend->layers;
	for (i = 0; i < mend->layers; i++)
		misreading->read[i] = mend->codec[i];
	if (mend->steps & MEND_MANGLED) {
		misreading->layers = 1;
		misreading->read[0] = codec_find("windows-1252");
	} else if (mend->steps & MEND_CONTROL &&
		   !(mend->steps & MEND_MOJIBAKE)) {
		damage.steps = mend->layers ? DAMAGE_MOJIBAKE : 0;
		misreading->written[0] = mend->codec[0];
		misreading->read[0] = codec_find("ISO-8859-1");
	}
	return damage;
}

/* Is anything known of what stood there?  That nothing did is known too. */
static bool
is_known(const struct place_found *found)
{
	const char *p = found->sound, *end = p + found->nsound;
	unsigned len;

	for (; p < end; p += len)
		if (utf8_decode(p, end, &len) != CODE_REPLACEMENT)
			return true;
	return !found->nsound;
}

static struct explanation
explain(const struct scan *scan, const struct place_found *found)
{
	struct arena *arena = &scan->cmp->arena;
	struct damage damage = damage_of(found->mend);
	struct explanation why = { .layers = damage.misreading.layers,
		.certainty = "likely" };

	if (damage.misreading.layers)
		why.codec = damage.misreading.read[why.layers - 1]->name;
	if (is_known(found))
		why.restored = arena_copy(arena, found->sound, found->nsound);
	if (found->foreign) {
		why.codec = "windows-1252";
		why.chain = "written in another charset than the text around "
			"it";
	} else {
		why.chain = damage_chain(&damage, arena);
	}
	return why;
}

static const char *
message(const struct scan *scan, const struct finding *finding)
{
	const char *restored = finding->explanation.restored;
	struct buffer text = BUFFER_INIT;
	const char *copy;

	buffer_printf(&text, "%s: ", finding->kind->title);
	finding_quote(&text, scan->cmp->doc[REPRINT]->text +
		finding->span[REPRINT].start,
		span_length(finding->span[REPRINT]));
	if (restored && *restored) {
		buffer_puts(&text, " which should probably read ");
		finding_quote(&text, restored, strlen(restored));
	}
	buffer_putc(&text, '.');
	copy = arena_copy(&scan->cmp->arena, text.data, text.len);
	buffer_release(&text);
	return copy;
}

static void
add_finding(const struct scan *scan, const struct place_found *found,
	struct cursor *cursor, struct finding_list *list)
{
	struct finding finding = { .pattern = NO_PATTERN,
		.has = { true, true }, .kind = kind_of(found->mend) };

	finding.severity = finding.kind->severity;
	finding.span[REPRINT] = found->mend->span;
	finding.span[TRANSCRIPT].start = moved(scan, cursor,
		found->mend->span.start);
	finding.span[TRANSCRIPT].end = finding.span[TRANSCRIPT].start +
		(uint32_t)found->nsound;
	finding.explanation = explain(scan, found);
	finding.message = message(scan, &finding);
	*ARRAY_ADD(list->finding, list->n, list->cap) = finding;
}

static void
make_findings(const struct scan *scan)
{
	struct comparison *cmp = scan->cmp;
	struct context context = { .doc = { cmp->doc[0], cmp->doc[1] },
		.keys = cmp->keys, .arena = &cmp->arena };
	struct finding_list list = { 0 };
	struct cursor cursor = { 0, 0 };
	size_t i;

	for (i = 0; i < scan->mends.n; i++)
		add_finding(scan, &scan->found[i], &cursor, &list);
	findings_identify(&context, &list);
	cmp->patterns = patterns_find(&context, &list, &cmp->npattern);
	cmp->findings = arena_alloc(&cmp->arena, list.n,
		sizeof(*cmp->findings));
	if (list.n)
		memcpy(cmp->findings, list.finding,
			list.n * sizeof(*list.finding));
	cmp->nfinding = list.n;
	free(list.finding);
}

struct comparison *
scan_new(const struct document *doc, struct keys *keys)
{
	struct comparison *cmp = memory_alloc(1, sizeof(*cmp));
	struct scan scan = { .cmp = cmp, .keys = keys };
	size_t i;

	arena_init(&cmp->arena);
	cmp->doc[REPRINT] = doc;
	cmp->keys = keys;
	cmp->relation = ALONE;
	cmp->body = arena_alloc(&cmp->arena, doc->nparagraph, sizeof(bool));
	for (i = 0; i < doc->nparagraph; i++)
		cmp->body[i] = true;
	mend_text(doc->text, doc->ntext, &scan.mends);
	scan.found = memory_alloc(scan.mends.n, sizeof(*scan.found));
	for (i = 0; i < scan.mends.n; i++)
		scan.found[i] = look_at_place(&scan, &scan.mends.mend[i]);
	cmp->doc[TRANSCRIPT] = make_mended(&scan);
	make_pieces(&scan);
	make_findings(&scan);
	free(scan.found);
	mends_release(&scan.mends);
	return cmp;
}

void
scan_free(struct comparison *cmp)
{
	if (!cmp)
		return;
	document_free((struct document *)cmp->doc[TRANSCRIPT]);
	comparison_free(cmp);
}
