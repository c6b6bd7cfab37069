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
	const struct damage *damage = &edit->damage;
	size_t n;
	const char *sound = edit_text(context, edit, TRANSCRIPT, &n);

	if (edit->shape > EDIT_SPACE || !(damage->steps & step))
		return false;
	if (damage->misreading.layers) {
		const struct misreading *misreading = &damage->misreading;

		why->layers = misreading->layers;
		why->codec = misreading->read[misreading->layers - 1]->name;
	}
	why->chain = damage_chain(damage, context->arena);
	why->restored = arena_copy(context->arena, sound, n);
	why->certainty = "proved";
	return true;
}

/* Nothing proves what it came of, but it is damage. */
static bool
likely(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	size_t n;
	const char *sound = edit_text(context, edit, TRANSCRIPT, &n);

	why->restored = arena_copy(context->arena, sound, n);
	why->certainty = "likely";
	return true;
}

static bool
is_mojibake(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	return proved(context, edit, why, DAMAGE_MOJIBAKE);
}

/* A mark that is not ASCII became one of another class that no typographer
 * would take for it, nobody knows how. */
static bool
is_odd_mark(const struct context *context, const struct edit *edit)
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
	return (now == MARK_QUOTE && was != MARK_QUOTE) ||
		(n[0] == 1 && *text[0] == ',' && was == MARK_QUOTE);
}

static bool
is_mangled(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	if (proved(context, edit, why, DAMAGE_HALF))
		return true;
	return is_odd_mark(context, edit) && likely(context, edit, why);
}

static bool
is_control_code(uint32_t code)
{
	return (code < 0x20 && !(code >= '\t' && code <= '\r')) ||
		(code >= 0x7F && code < 0xA0);
}

static bool
is_lost_code(uint32_t code)
{
	return code == CODE_REPLACEMENT;
}

/* Does one side alone have such a character?  Sound text has none, so that it
 * is damage, even where nothing says what came before. */
static bool
reprint_alone_has(const struct context *context, const struct edit *edit,
	bool (*is)(uint32_t))
{
	bool has[2] = { false, false };
	int side;

	for (side = 0; edit->shape <= EDIT_SPACE && side < 2; side++) {
		size_t n;
		const char *p = edit_text(context, edit, (enum side)side, &n);
		const char *end = p + n;
		unsigned len;

		for (; p < end; p += len)
			has[side] |= is(utf8_decode(p, end, &len));
	}
	return has[REPRINT] && !has[TRANSCRIPT];
}

static bool
is_replacement(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	return proved(context, edit, why, DAMAGE_REPLACED) ||
		(reprint_alone_has(context, edit, is_lost_code) &&
		 likely(context, edit, why));
}

static bool
is_control(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	if (!proved(context, edit, why, DAMAGE_CONTROL))
		return reprint_alone_has(context, edit, is_control_code) &&
			likely(context, edit, why);
	why->codec = "ISO-8859-1";
	return true;
}

static bool
is_entity(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	return proved(context, edit, why, DAMAGE_ENTITY);
}

static bool
is_escape(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	return proved(context, edit, why, DAMAGE_ESCAPE);
}

/* Places where characters are lost, from which on a word is lost so as well. */
#define LOST_PLACES 3

/* "à" is gone where a charset drops accented letters. */
static bool
is_lost_word(const struct context *context, const struct edit *edit)
{
	size_t n, i;
	const char *sound = edit_text(context, edit, TRANSCRIPT, &n);

	if (edit->shape != EDIT_OMISSION || !n || n > 2 * UTF8_MAX ||
	    utf8_count(sound, n) > 2 ||
	    usage_lost(context->usage) < LOST_PLACES)
		return false;
	for (i = 0; i < n; i++)
		if (!(sound[i] & 0x80))
			return false;
	return true;
}

/* A charset drops all marks of a sort that it lacks; one that is gone alone was
 * struck. */
static bool
is_lost(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	size_t n;
	const char *sound = edit_text(context, edit, TRANSCRIPT, &n);
	unsigned len;

	if (is_lost_word(context, edit)) {
		why->restored = arena_copy(context->arena, sound, n);
		why->chain = "what the charset lacks dropped";
		why->certainty = "likely";
		return true;
	}
	return proved(context, edit, why, DAMAGE_LOST) &&
		(!edit_is_marks(edit) || usage_lost_throughout(context->usage,
			utf8_decode(sound, sound + n, &len),
			edit->span[TRANSCRIPT].start));
}

static bool
is_invisible(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	return proved(context, edit, why, DAMAGE_INVISIBLE);
}

static bool
is_accent(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	return proved(context, edit, why, DAMAGE_ACCENT);
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
