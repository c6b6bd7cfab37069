/* Another spelling, or another word? */
#ifndef VERBATIM_COMPARE_SPELLING_H
#define VERBATIM_COMPARE_SPELLING_H

#include "compare/change.h"

enum spelling {
	SPELLING_OTHER,		/* another word */
	SPELLING_VARIANT,	/* right in another country or house style */
	SPELLING_SLIP		/* right nowhere */
};

/* How the reprint's word stands to the transcript's, by the words' keys. */
enum spelling
spelling_judge(const struct context *context, uint32_t reprint,
	uint32_t transcript);

#endif
