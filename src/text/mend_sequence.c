/*
 * Which characters stand for which bytes, and what of a sequence of UTF-8 is
 * there.
 */
#include "config.h"

#include <pthread.h>
#include <unicode/uchar.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "text/codec.h"
#include "text/mend_unit.h"
#include "text/odd.h"

#define BYTE_NONE -1
#define BYTE_HOLE -2

bool
sequence_is_western(const struct codec *codec)
{
	return codec_char(codec, 0xC3) == 0xC3 &&
		codec_char(codec, 0xE2) == 0xE2;
}

struct role {
	uint32_t lead, trail;		/* bits of the index into codecs[] */
};

#define PAGE 256

static struct role *pages[0x10000 / PAGE];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static struct role *
role_at(uint32_t code)
{
	struct role **page = &pages[code / PAGE];

	if (!*page)
		*page = memory_alloc(PAGE, sizeof(**page));
	return &(*page)[code % PAGE];
}

static void
add_roles(const struct codec *codec, unsigned index)
{
	uint32_t bit = (uint32_t)1 << index;
	unsigned byte;

	for (byte = 0x80; byte < 0xF5; byte++) {
		struct role *role = role_at(codec_char(codec,
			(unsigned char)byte));

		if (byte < 0xC0) {
			role->trail |= bit;
			if (byte < 0xA0 && sequence_is_western(codec))
				role_at(byte)->trail |= bit;
		} else if (byte > 0xC1) {
			role->lead |= bit;
		}
	}
}

static void
make_roles(void)
{
	unsigned i;

	for (i = 0; i < MEND_CODECS && codecs[i] && !codecs[i]->multibyte; i++)
		add_roles(codecs[i], i);
}

static struct role
role_of(uint32_t code)
{
	static const struct role no_role = { 0, 0 };

	if (code > 0xFFFF || !pages[code / PAGE])
		return no_role;
	return pages[code / PAGE][code % PAGE];
}

static uint32_t
other_case(uint32_t code)
{
	uint32_t upper = (uint32_t)u_toupper((UChar32)code);

	return upper != code ? upper : (uint32_t)u_tolower((UChar32)code);
}

static bool
is_placeholder(uint32_t code)
{
	return code == CODE_REPLACEMENT || code == '?';
}

uint32_t
unit_charsets(const struct cell *cell, const struct cell *end)
{
	uint32_t lead, trail;

	if (cell->code < 0x80)
		return 0;
	pthread_once(&once, make_roles);
	lead = role_of(cell->code).lead | role_of(other_case(cell->code)).lead;
	if (!lead || cell + 1 == end)
		return lead;
	if (is_placeholder(cell[1].code) || cell[1].code == ' ' ||
	    cell[1].code == '\n')
		return lead;
	trail = role_of(cell[1].code).trail;
	return lead & (trail | role_of(other_case(cell[1].code)).trail);
}

static bool
is_trail(int byte)
{
	return byte >= 0x80 && byte < 0xC0;
}

static unsigned
length_of(int lead)
{
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/* The byte of a character; controls pass for their own in windows-1252 too,
 * since the same text may have been read in Latin-1 elsewhere. */
static int
byte_of(struct sequence *seq, uint32_t code)
{
	int byte;

	if (code < 0x80)
		return BYTE_NONE;
	byte = codec_byte(seq->codec, code);
	if (byte >= 0 || code >= 0xA0 || !sequence_is_western(seq->codec))
		return byte;
	seq->controls++;
	return (int)code;
}

static void
note_case(struct sequence *seq, uint32_t code)
{
	if (u_isULowercase((UChar32)code))
		seq->lowered = true;
	else
		seq->raised = true;
	seq->steps |= MEND_CASE;
}

static int
lead_byte(struct sequence *seq, uint32_t code, bool cased)
{
	if (!cased)
		return byte_of(seq, code);
	note_case(seq, code);
	return other_case(code) == code || !sequence_is_western(seq->codec) ?
		BYTE_NONE : byte_of(seq, other_case(code));
}

int
sequence_blank(const struct codec *codec)
{
	int byte = codec_byte(codec, 0xA0);

	return is_trail(byte) ? byte : BYTE_NONE;
}

static int
trail_byte(struct sequence *seq, const struct cell *cell)
{
	int byte = byte_of(seq, cell->code);

	if (is_trail(byte))
		return byte;
	if (cell->code == ' ' && sequence_blank(seq->codec) >= 0) {
		seq->steps |= MEND_BLANKED;
		return sequence_blank(seq->codec);
	}
	if (is_placeholder(cell->code)) {
		seq->gap = cell->code == CODE_REPLACEMENT;
		return BYTE_HOLE;
	}
	if (cell->code < 0x80 || !sequence_is_western(seq->codec))
		return BYTE_NONE;
	byte = byte_of(seq, other_case(cell->code));
	if (!is_trail(byte))
		return BYTE_NONE;
	note_case(seq, cell->code);
	return byte;
}

/* Reads as much of a sequence as there is; false where there is no lead. */
bool
sequence_read(struct sequence *seq, const struct cell *cell,
	const struct cell *end, bool cased)
{
	seq->steps = MEND_MOJIBAKE;
	seq->controls = 0;
	seq->hole = -1;
	seq->gap = false;
	seq->plain = odd_is_letter(cell->code);
	seq->lowered = seq->raised = false;
	seq->byte[0] = lead_byte(seq, cell->code, cased);
	seq->length = length_of(seq->byte[0]);
	for (seq->n = 1; seq->n < seq->length && cell + seq->n < end;
	     seq->n++) {
		int byte = trail_byte(seq, cell + seq->n);

		if (byte == BYTE_NONE || (byte == BYTE_HOLE && seq->hole >= 0))
			break;
		if (byte == BYTE_HOLE)
			seq->hole = (int)seq->n;
		if (!odd_is_letter(cell[seq->n].code))
			seq->plain = false;
		seq->byte[seq->n] = byte;
	}
	return seq->length > 0;
}

