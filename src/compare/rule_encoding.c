/*
 * Damage.  What an edit may be was worked out when it was made (damage.c); the
 * predicates here read that off, the most telling step first.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "compare/rule.h"
#include "compare/text_diff.h"

/* The damage is of this step, whatever else there may be to it. */
static bool
proved(const struct context *context, const struct edit *edit,
	struct explanation *why, enum damage_step step)
{
	size_t n;
	const char *sound = edit_text(context, edit, TRANSCRIPT, &n);

	if (edit->shape > EDIT_SPACE || !(edit->damage.steps & step))
		return false;
	why->codec = edit->damage.codec;
	why->layers = edit->damage.layers;
	why->restored = arena_copy(context->arena, sound, n);
	why->certainty = "proved";
	return true;
}

static bool
is_mojibake(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	if (!proved(context, edit, why, DAMAGE_MOJIBAKE))
		return false;
	why->chain = arena_printf(context->arena, "UTF-8 read as %s%s",
		edit->damage.codec, edit->damage.layers > 2 ? ", three times" :
		edit->damage.layers > 1 ? ", twice" : "");
	return true;
}

/*
 * A mark that is not ASCII became one of another class that no typographer
 * would take for it.
 */
static bool
is_mangled(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	size_t n[2];
	const char *text[2] = {
		edit_text(context, edit, REPRINT, &n[0]),
		edit_text(context, edit, TRANSCRIPT, &n[1])
	};
	enum mark_class now, was;
	unsigned len;

	if (!edit_is_marks(edit) || !n[0] || !n[1] ||
	    utf8_decode(text[1], text[1] + n[1], &len) < 0x80)
		return false;
	now = text_mark_class(text[0], n[0]);
	was = text_mark_class(text[1], n[1]);
	if (!(now == MARK_QUOTE && was != MARK_QUOTE) &&
	    !(n[0] == 1 && *text[0] == ',' && was == MARK_QUOTE))
		return false;
	why->restored = arena_copy(context->arena, text[1], n[1]);
	if (was == MARK_DASH) {
		why->codec = "windows-1252";
		why->chain = "UTF-8 read as windows-1252, then what was "
			"left of it taken for quotation marks";
		why->certainty = "likely";
	}
	return true;
}

static bool
is_replacement(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	if (!proved(context, edit, why, DAMAGE_REPLACED))
		return false;
	why->chain = "a character that the charset lacks, replaced by a "
		"placeholder";
	return true;
}

static bool
is_control(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	if (!proved(context, edit, why, DAMAGE_CONTROL))
		return false;
	why->codec = "ISO-8859-1";
	why->chain = "windows-1252 read as ISO-8859-1";
	return true;
}

static bool
is_entity(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	size_t n;
	const char *text;

	if (!proved(context, edit, why, DAMAGE_ENTITY))
		return false;
	text = edit_text(context, edit, REPRINT, &n);
	why->chain = memmem(text, n, "&amp;", 5) ?
		"escaped as HTML twice" : "escaped as HTML";
	return true;
}

static bool
is_escape(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	size_t n;
	const char *text;

	if (!proved(context, edit, why, DAMAGE_ESCAPE))
		return false;
	text = edit_text(context, edit, REPRINT, &n);
	why->chain = memchr(text, '=', n) ? "quoted-printable left in" :
		memchr(text, '%', n) ? "percent escapes left in" :
		"backslash escapes left in";
	return true;
}

static bool
is_lost(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	size_t n;
	const char *sound = edit_text(context, edit, TRANSCRIPT, &n);
	unsigned len;

	if (!proved(context, edit, why, DAMAGE_LOST) ||
	    (edit_is_marks(edit) && !usage_lost_throughout(context->usage,
			utf8_decode(sound, sound + n, &len),
			edit->span[TRANSCRIPT].start)))
		return false;
	why->chain = "a character that the charset lacks, dropped";
	return true;
}

static bool
is_invisible(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	if (!proved(context, edit, why, DAMAGE_INVISIBLE))
		return false;
	why->chain = "characters put in that do not show";
	return true;
}

static bool
is_accent(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	if (!proved(context, edit, why, DAMAGE_ACCENT))
		return false;
	why->chain = "accents stripped";
	return true;
}

static const struct kind kinds[] = {
	{ "encoding.mojibake", ERROR, "Read in the wrong charset",
	  "Bytes read in the wrong charset: â€™ for ’.", is_mojibake },
	{ "encoding.mangled", ERROR, "Mark replaced by others",
	  "A mark replaced by others that no typographer would use for it: "
	  "\"\" for a dash.", is_mangled },
	{ "encoding.control", ERROR, "Control characters",
	  "Control characters in running text, mostly windows-1252 read as "
	  "Latin-1.", is_control },
	{ "encoding.entity", ERROR, "Character reference left in",
	  "A literal HTML entity or character reference, once or more "
	  "escaped: &rsquo;.", is_entity },
	{ "encoding.escape", ERROR, "Escape left in",
	  "Residue of quoted-printable, percent or backslash escapes: "
	  "=E2=80=99.", is_escape },
	{ "encoding.replacement", ERROR, "Placeholder for a lost character",
	  "U+FFFD, ?, □ or _ where a character could not be converted.",
	  is_replacement },
	{ "encoding.lost", ERROR, "Character lost",
	  "A character gone without a trace: dont for don’t.", is_lost },
	{ "encoding.invisible", WARNING, "Invisible characters",
	  "Zero-width characters, soft hyphens, byte order marks or bidi "
	  "controls put in.", is_invisible },
	{ "encoding.accent", WARNING, "Accents lost",
	  "The reprint lost the diacritics of a letter: communiques.",
	  is_accent },
	{ NULL, NOTE, NULL, NULL, NULL }
};

const struct family family_encoding = { "encoding", "DAMAGED", kinds, true };
