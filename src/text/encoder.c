/*
 * ICU's converter, held to characters that it can read again: nothing is put
 * for what the charset lacks, and nothing that only looks alike.
 */
#include "config.h"

#include "text/encoder.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include "base/memory.h"
#include "base/utf8.h"

#define CHUNK 2048			/* UTF-16 units a call of ICU */

struct encoder {
	UConverter *cnv;		/* NULL for UTF-8 */
};

struct encoder *
encoder_new(const char *charset)
{
	struct encoder *encoder = memory_alloc(1, sizeof(*encoder));
	UErrorCode status = U_ZERO_ERROR;

	if (!strcmp(charset, "UTF-8"))
		return encoder;
	encoder->cnv = ucnv_open(charset, &status);
	if (U_FAILURE(status)) {
		free(encoder);
		return NULL;
	}
	ucnv_setFromUCallBack(encoder->cnv, UCNV_FROM_U_CALLBACK_STOP, NULL,
		NULL, NULL, &status);
	ucnv_setFallback(encoder->cnv, false);
	return encoder;
}

void
encoder_free(struct encoder *encoder)
{
	if (!encoder)
		return;
	if (encoder->cnv)
		ucnv_close(encoder->cnv);
	free(encoder);
}

static bool
convert(UConverter *cnv, const UChar *units, size_t n, bool last,
	struct buffer *out)
{
	const UChar *source = units, *end = units + n;
	UErrorCode status;

	do {
		size_t size = (size_t)(end - source) * 4 + 16;
		char *target = buffer_reserve(out, size);

		status = U_ZERO_ERROR;
		ucnv_fromUnicode(cnv, &target, target + size, &source, end,
			NULL, last, &status);
		out->len = (size_t)(target - out->data);
	} while (status == U_BUFFER_OVERFLOW_ERROR);
	out->data[out->len] = '\0';
	return U_SUCCESS(status);
}

static bool
encode(UConverter *cnv, const char *text, size_t n, struct buffer *out)
{
	const char *p = text, *end = text + n;
	bool known = true;

	ucnv_resetFromUnicode(cnv);
	do {
		UChar units[CHUNK];
		size_t count = 0;

		while (p < end && count + 2 <= CHUNK) {
			unsigned len;
			uint32_t code = utf8_decode(p, end, &len);

			U16_APPEND_UNSAFE(units, count, code);
			p += len;
		}
		known = convert(cnv, units, count, p == end, out);
	} while (known && p < end);
	return known;
}

bool
encoder_add(struct encoder *encoder, const char *text, size_t n,
	struct buffer *out)
{
	size_t start = out->len;

	if (!encoder->cnv) {
		buffer_add(out, text, n);
		return true;
	}
	if (encode(encoder->cnv, text, n, out))
		return true;
	out->len = start;
	return false;
}

bool
encoder_has_state(const struct encoder *encoder)
{
	switch (encoder->cnv ? ucnv_getType(encoder->cnv) : UCNV_UTF8) {
	case UCNV_SBCS:
	case UCNV_LATIN_1:
	case UCNV_US_ASCII:
	case UCNV_UTF8:
	case UCNV_UTF16_BigEndian:
	case UCNV_UTF16_LittleEndian:
	case UCNV_UTF32_BigEndian:
	case UCNV_UTF32_LittleEndian:
		return false;
	default:
		return true;
	}
}
