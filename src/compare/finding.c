/* The list of families is the list of all kinds, in order of precedence. */
#include "config.h"

#include "compare/finding.h"

#include <string.h>

#include "compare/rule.h"

const char *const severity_names[] = { "note", "warning", "error" };

/* Faults of the transcript come before wording, which would take any
 * difference. */
const struct family *const families[] = {
	&family_encoding, &family_typography, &family_structure,
	&family_truncation, &family_transcript, &family_omission,
	&family_insertion, &family_wording, &family_attribution, NULL
};

const struct kind *
kind_find(const char *name)
{
	const struct family *const *family;
	const struct kind *kind;

	for (family = families; *family; family++)
		for (kind = (*family)->kinds; kind->name; kind++)
			if (!strcmp(kind->name, name))
				return kind;
	return NULL;
}

const struct family *
kind_family(const struct kind *kind)
{
	const struct family *const *family = families;
	const struct kind *it;

	for (; *family; family++)
		for (it = (*family)->kinds; it->name; it++)
			if (it == kind)
				return *family;
	return NULL;
}

unsigned
kind_index(const struct kind *kind)
{
	const struct family *const *family = families;
	const struct kind *it;
	unsigned n = 0;

	for (; *family; family++)
		for (it = (*family)->kinds; it->name; it++, n++)
			if (it == kind)
				return n;
	return n;
}
