/*
 * Two looks.  The first believes only what is plain and notes what sort of
 * damage the document has; the second, knowing that, believes the rest too.  A
 * line is looked at by itself, so that memory does not grow with the text.
 */
#include "config.h"

#include "text/mend.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/codec.h"
#include "text/mend_cell.h"

/* Bytes of a line that are looked at at once. */
#define STRETCH_MOST 2048

void
mends_release(struct mends *mends)
{
	free(mends->mend);
	buffer_release(&mends->sound);
}

/* The end of the stretch that starts at p: of the line, or in a long one of
 * what goes before a blank, or at least before ASCII. */
static const char *
stretch_end(const char *p, const char *end)
{
	size_t n = (size_t)(end - p) < STRETCH_MOST ? (size_t)(end - p) :
		STRETCH_MOST;
	const char *line = memchr(p, '\n', n), *stop = p + n, *q;

	if (line)
		return line + 1;
	if (stop == end)
		return end;
	for (q = stop; q > p + n / 2; q--)
		if (*q == ' ' && q[-1] != ' ')
			return q;
	for (q = stop; q > p + n / 2; q--)
		if (!(*q & 0x80))
			return q;
	while ((*stop & 0xC0) == 0x80)
		stop--;
	return stop;
}

/* Is there anything that might be damage? */
static bool
is_suspicious(const char *p, const char *end)
{
	for (; p < end; p++) {
		unsigned char c = (unsigned char)*p;

		if (c >= 0x7F || (c < ' ' && !strchr("\t\n\v\f\r", c)) || !c ||
		    strchr("&=%\\?\"", c))
			return true;
	}
	return false;
}

static void
read_stretch(const char *text, struct span stretch, struct evidence *seen,
	struct cells *cells)
{
	unsigned layers = 0;

	cells->n = 0;
	mend_read(text, stretch, seen, cells);
	while (layers < MEND_LAYERS && mend_charsets(cells, seen))
		layers++;
	mend_controls(cells, seen);
	mend_marks(cells, seen);
}

/* ---- what comes of it ---- */

/* The step that a cell is reported for. */
static unsigned
main_step(const struct cell *cell)
{
	return cell->steps & -(unsigned)cell->steps;
}

static bool
goes_with(const struct cell *a, const struct cell *b)
{
	return a->end == b->start && main_step(a) == main_step(b) &&
		a->layers == b->layers &&
		!memcmp(a->codec, b->codec, sizeof(a->codec));
}

static void
add_sound(struct mends *out, const struct cell *cell)
{
	if (!cell->gone)
		buffer_put_code(&out->sound, cell->code);
}

static struct mended
begin_mend(const struct mends *out, const struct cell *cell)
{
	struct mended mend = { .span = { cell->start, cell->end },
		.steps = cell->steps, .layers = cell->layers };
	unsigned i;

	mend.sound.start = (uint32_t)out->sound.len;
	for (i = 0; i < cell->layers; i++)
		mend.codec[i] = codecs[cell->codec[cell->layers - 1 - i]];
	return mend;
}

static void
take_mends(const struct cells *cells, struct mends *out)
{
	size_t i = 0;

	while (i < cells->n) {
		const struct cell *cell = &cells->cell[i++];
		struct mended mend;

		if (!cell->steps)
			continue;
		mend = begin_mend(out, cell);
		add_sound(out, cell);
		for (; i < cells->n && goes_with(&cells->cell[i - 1],
				&cells->cell[i]); i++) {
			mend.steps |= cells->cell[i].steps;
			mend.span.end = cells->cell[i].end;
			add_sound(out, &cells->cell[i]);
		}
		mend.sound.end = (uint32_t)out->sound.len;
		*ARRAY_ADD(out->mend, out->n, out->cap) = mend;
	}
}

static void
look(const char *text, size_t n, struct evidence *seen, struct mends *out)
{
	const char *p = text, *end = text + n;
	struct cells cells = { 0 };

	while (p < end) {
		const char *stop = stretch_end(p, end);
		struct span stretch = { (uint32_t)(p - text),
			(uint32_t)(stop - text) };

		if (!seen->complete)
			seen->line_ends += stop < end && stop[-1] == '\n';
		if (is_suspicious(p, stop)) {
			read_stretch(text, stretch, seen, &cells);
			if (seen->complete)
				take_mends(&cells, out);
		}
		p = stop;
	}
	free(cells.cell);
}

void
mend_text(const char *text, size_t n, struct mends *out)
{
	struct evidence seen = { .complete = false };

	look(text, n, &seen, out);
	seen.complete = true;
	look(text, n, &seen, out);
}
