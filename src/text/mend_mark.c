/*
 * What no wrong charset explains, but no sound text has either.  Here the text
 * says too little to be bold: a question mark within a word counts where an
 * apostrophe must have stood, or where the document has several and no letter
 * beyond ASCII; what does not show is let be where the script has need of it.
 */
#include "config.h"

#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "text/mend_cell.h"

#define HOLES_LEAST 3
#define DASHES_LEAST 2
#define DASHES_SURE 1000		/* “” is nothing else */
#define BOX 0x25A1

struct looker {
	struct cell *cell;
	size_t n;
	struct evidence *seen;
};

/* The character at a place, 0 beyond the ends. */
static uint32_t
code_at(const struct looker *looker, size_t i)
{
	return i < looker->n ? looker->cell[i].code : 0;
}

static bool
is_letter(uint32_t code)
{
	return u_isalpha((UChar32)code);
}

static bool
is_blank(uint32_t code)
{
	return !code || u_isUWhiteSpace((UChar32)code);
}

/* A letter of an alphabet: in Chinese a box is a word. */
static bool
is_cased(uint32_t code)
{
	return u_hasBinaryProperty((UChar32)code, UCHAR_CASED);
}

/* ---- placeholders ---- */

/* "s", "ll" and the like from i on, and then no letter. */
static bool
is_ending(const struct looker *looker, size_t i)
{
	static const char *const endings[] = { "s", "t", "d", "m", "ll", "re",
		"ve" };
	size_t k, j;

	for (k = 0; k < sizeof(endings) / sizeof(*endings); k++) {
		const char *ending = endings[k];

		for (j = 0; ending[j] && code_at(looker, i + j) ==
		     (uint32_t)(unsigned char)ending[j]; j++)
			;
		if (!ending[j] && !is_letter(code_at(looker, i + j)))
			return *ending != 't' || (i > 1 &&
				(code_at(looker, i - 2) | 0x20) == 'n');
	}
	return false;
}

/* An address, or a pattern for files. */
static bool
is_in_address(const struct looker *looker, size_t i)
{
	size_t j;

	for (j = i; j > 0 && !is_blank(code_at(looker, j - 1)); j--)
		if (strchr("/=&@.*\\", (int)code_at(looker, j - 1) & 0x7F) &&
		    code_at(looker, j - 1) < 0x80)
			return true;
	for (j = i + 1; !is_blank(code_at(looker, j)); j++)
		if (code_at(looker, j) < 0x80 && strchr("/=&@*\\?",
				(int)code_at(looker, j)))
			return true;
	return false;
}

/* Only letters around, in a word that is one. */
static bool
is_hole(const struct looker *looker, size_t i)
{
	return i && is_letter(code_at(looker, i - 1)) &&
		u_islower((UChar32)code_at(looker, i + 1)) &&
		!is_in_address(looker, i);
}

static void
mark_question(struct looker *looker, size_t i)
{
	struct evidence *seen = looker->seen;
	struct cell *cell = &looker->cell[i];
	bool apostrophe;

	if (!is_hole(looker, i))
		return;
	apostrophe = is_ending(looker, i + 1);
	if (!seen->complete)
		seen->holes++;
	else if (!apostrophe && (seen->high || seen->holes < HOLES_LEAST))
		return;
	cell->steps |= MEND_PLACEHOLDER;
	cell->code = apostrophe ? 0x2019 : CODE_REPLACEMENT;
}

static void
mark_placeholder(struct looker *looker, size_t i)
{
	struct cell *cell = &looker->cell[i];

	if (cell->code == BOX && (!i || !is_cased(code_at(looker, i - 1)) ||
	    !is_cased(code_at(looker, i + 1))))
		return;
	if (cell->steps & MEND_MOJIBAKE)
		return;
	cell->steps |= MEND_PLACEHOLDER;
	cell->code = i && is_letter(code_at(looker, i - 1)) &&
		is_ending(looker, i + 1) ? 0x2019 : CODE_REPLACEMENT;
}

/* ---- controls ---- */

static void
mark_control(struct looker *looker, struct cell *cell)
{
	if (cell->code == 0x85 && !looker->seen->controls &&
	    !looker->seen->line_ends)
		return;
	cell->steps |= MEND_CONTROL;
	cell->gone = cell->code < 0x80;
	if (!cell->gone)
		cell->code = CODE_REPLACEMENT;
}

/* ---- what does not show ---- */

static bool
is_bidi(uint32_t code)
{
	return code == 0x061C || code == 0x200E || code == 0x200F ||
		(code >= 0x202A && code <= 0x202E) ||
		(code >= 0x2066 && code <= 0x2069);
}

static bool
is_invisible(uint32_t code)
{
	return code == 0xAD || code == 0xFEFF || code == 0x180E ||
		(code >= 0x200B && code <= 0x200D) ||
		(code >= 0x2060 && code <= 0x2064) ||
		(code >= 0x206A && code <= 0x206F) || is_bidi(code);
}

static bool
is_picture(uint32_t code)
{
	return code >= 0x80 &&
		u_hasBinaryProperty((UChar32)code, UCHAR_EMOJI);
}

static void
mark_invisible(struct looker *looker, size_t i)
{
	uint32_t code = code_at(looker, i);

	if ((is_bidi(code) && looker->seen->right_to_left) ||
	    (code >= 0x200B && code <= 0x200D && looker->seen->shaped))
		return;
	/* as in the picture of a family */
	if (code == 0x200D && i && is_picture(code_at(looker, i + 1)))
		return;
	looker->cell[i].steps |= MEND_INVISIBLE;
	looker->cell[i].gone = true;
}

/* ---- "" for a dash ---- */

static bool
is_double(uint32_t code)
{
	return code == '"' || code == 0x201C || code == 0x201D;
}

static void
mark_dash(struct looker *looker, size_t i)
{
	struct cell *cell = &looker->cell[i];
	bool straight = cell->code == '"';

	if (!looker->seen->complete && straight &&
	    code_at(looker, i + 1) == '"')
		looker->seen->empty++;
	if (i < 2 || !is_double(code_at(looker, i + 1)) ||
	    code_at(looker, i - 1) != ' ' || code_at(looker, i + 2) != ' ' ||
	    is_blank(code_at(looker, i - 2)) ||
	    (straight && code_at(looker, i + 1) != '"') ||
	    !u_isalnum((UChar32)code_at(looker, i + 3)))
		return;
	if (!looker->seen->complete)
		looker->seen->dashes += straight ? 1 : DASHES_SURE;
	else if (straight && (looker->seen->dashes < DASHES_LEAST ||
		 looker->seen->dashes < looker->seen->empty))
		return;
	cell[0].code = 0x2013;
	cell[0].steps |= MEND_MANGLED;
	cell[1].steps |= MEND_MANGLED;
	cell[1].gone = true;
}

void
mend_marks(struct cells *cells, struct evidence *seen)
{
	struct looker looker = { cells->cell, cells->n, seen };
	size_t i;

	for (i = 0; i < cells->n; i++) {
		struct cell *cell = &cells->cell[i];
		uint32_t code = cell->code;

		if (cell->gone)
			continue;
		if (code == '?')
			mark_question(&looker, i);
		else if (code == '"' || code == 0x201C || code == 0x201D)
			mark_dash(&looker, i);
		else if ((code < ' ' && !strchr("\t\n\v\f\r", (int)code)) ||
			 !code || (code >= 0x7F && code < 0xA0))
			mark_control(&looker, cell);
		else if (code == CODE_REPLACEMENT || code == BOX)
			mark_placeholder(&looker, i);
		else if (is_invisible(code))
			mark_invisible(&looker, i);
	}
}
