/* The steps of damage in words, in the order in which they happened. */
#include "config.h"

#include "base/buffer.h"
#include "compare/damage.h"

static void
put_misreading(struct buffer *out, const struct misreading *misreading)
{
	unsigned i, times = 1;

	for (i = 0; i < misreading->layers; i += times) {
		for (times = 1; i + times < misreading->layers &&
		     misreading->read[i + times] == misreading->read[i]; )
			times++;
		buffer_printf(out, "%s%s read as %s%s", i ? ", then " : "",
			misreading->written[i] ?
			misreading->written[i]->name : "UTF-8",
			misreading->read[i]->name, times > 2 ?
			", three times" : times > 1 ? ", twice" : "");
	}
}

const char *
damage_chain(const struct damage *damage, struct arena *arena)
{
	static const struct {
		unsigned step;
		const char *words;
	} said[] = {
		{ DAMAGE_CONTROL, "read as control characters" },
		{ DAMAGE_ENTITY, "escaped as HTML" },
		{ DAMAGE_ESCAPE, "escaped" },
		{ DAMAGE_QUOTED_PRINTABLE, "escaped as quoted-printable" },
		{ DAMAGE_PERCENT, "escaped as in a URL" },
		{ DAMAGE_BACKSLASH, "escaped with a backslash" },
		{ DAMAGE_REPLACED, "what the charset lacks replaced by a "
			"placeholder" },
		{ DAMAGE_LOST, "what the charset lacks dropped" },
		{ DAMAGE_INVISIBLE, "characters put in that do not show" },
		{ DAMAGE_ACCENT, "accents stripped" },
		{ DAMAGE_HALF, "â€ taken for a quotation mark" },
		{ DAMAGE_STRIPPED, "control characters dropped" },
		{ DAMAGE_BLANKED, "no-break spaces made blanks" },
		{ DAMAGE_STRAIGHT, "quotes straightened" },
		{ DAMAGE_EDUCATED, "quotes educated" },
		{ DAMAGE_CASE, "set in another case" },
		{ DAMAGE_CUT, "a part of it lost" },
		{ DAMAGE_MARKED, "a part of it replaced by a placeholder" },
		{ 0, NULL }
	};
	struct buffer text = BUFFER_INIT;
	unsigned steps = damage->steps;
	const char *copy;
	int i;

	if (!damage->steps)
		return NULL;
	if (damage->steps & (DAMAGE_MOJIBAKE | DAMAGE_HALF))
		put_misreading(&text, &damage->misreading);
	for (i = 0; said[i].words; i++) {
		if ((steps & said[i].step) != said[i].step)
			continue;
		steps &= ~said[i].step;
		buffer_printf(&text, "%s%s", text.len ? ", then " : "",
			said[i].words);
	}
	copy = arena_copy(arena, text.data, text.len);
	buffer_release(&text);
	return copy;
}
