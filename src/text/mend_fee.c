/*
 * What it takes to believe in a charset, by how rarely it is met.  In text of
 * the web UTF-8 read as windows-1252 is met a hundred times as often as all
 * others together, é as Ã© before all.
 */
#include "config.h"

#include <string.h>

#include "text/codec.h"
#include "text/mend_path.h"

#define FEE_OTHER 30
#define FEE_KNOWN 5
#define FEE_KNOWN_COMMON 4
#define FEE_CONTROL 15
#define FEE_CONTROL_USUAL 5
#define FEE_CONTROL_KNOWN 2
/* More where a blank is a part of it, or ¥, which is Y in fancy writing. */
#define FEE_BLANKED 20
#define FEE_FANCY 80
/* So many places make a charset known, if no other has many times more. */
#define KNOWN 2
#define KNOWN_SHARE 8

static const struct {
	const char *codec;
	uint8_t first, common;
} fees[] = {
	{ "windows-1252", 20, 8 }, { "ISO-8859-1", 21, 9 },
	{ "windows-1251", 25, 25 }, { "windows-1250", 28, 28 },
	{ "macintosh", 30, 30 }, { "IBM437", 40, 40 },
	{ "IBM850", 40, 40 }, { "IBM866", 40, 40 },
	{ "x-mac-cyrillic", 40, 40 }
};

static bool
is_known(const struct evidence *seen, const unsigned *places, unsigned codec)
{
	unsigned i;

	if (!seen->complete || places[codec] < KNOWN)
		return false;
	for (i = 0; i < MEND_CODECS; i++)
		if (places[i] > KNOWN_SHARE * places[codec])
			return false;
	return true;
}

static int
first_fee(unsigned codec, const struct unit *unit)
{
	int fee = FEE_OTHER;
	size_t i;

	for (i = 0; i < sizeof(fees) / sizeof(*fees); i++)
		if (!strcmp(fees[i].codec, codecs[codec]->name))
			fee = unit->common ? fees[i].common : fees[i].first;
	if (unit->blanked && !unit->common)
		fee += FEE_BLANKED;
	return unit->fancy ? fee + FEE_FANCY : fee;
}

int
fee_of_utf8(const struct evidence *seen, bool in_play, unsigned codec,
	const struct unit *unit)
{
	if (in_play || is_known(seen, seen->utf8, codec))
		return unit->common ? FEE_KNOWN_COMMON : FEE_KNOWN;
	return first_fee(codec, unit);
}

/* The likeliest first. */
const char *const fee_controls[] = {
	"windows-1252", "macintosh", "windows-1250", "windows-1251", "IBM850",
	NULL
};

int
fee_of_control(const struct evidence *seen, bool in_play, unsigned codec)
{
	if (in_play || is_known(seen, seen->control, codec))
		return FEE_CONTROL_KNOWN;
	return strcmp(codecs[codec]->name, fee_controls[0]) ? FEE_CONTROL :
		FEE_CONTROL_USUAL;
}
