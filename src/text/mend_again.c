/*
 * Text that went through two wrong charsets gives, with one undone, text that
 * is still damaged and may look odder than what it came from: ƒÂ for Æ’Ã‚.
 * Judged by itself a step in the right direction would not be taken.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "text/codec.h"
#include "text/mend_path.h"

static int
byte_in(unsigned codec, uint32_t code)
{
	int byte = code < 0x80 ? -1 : codec_byte(codecs[codec], code);

	return byte < 0 && code >= 0x80 && code < 0xA0 ? (int)code : byte;
}

static unsigned
length_of(int lead)
{
	if (lead < 0xC2 || lead > 0xF4)
		return 0;
	return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* It is the same charset twice, or one of the commonest before it. */
static void
begin(struct again *again, unsigned codec, uint32_t restored)
{
	static const char *const common[] = { "windows-1252", "macintosh" };
	unsigned i;

	again->length = length_of(byte_in(codec, restored));
	for (i = 0; i < 2 && !again->length; i++) {
		for (codec = 0; strcmp(codecs[codec]->name, common[i]); codec++)
			;
		again->length = length_of(byte_in(codec, restored));
	}
	again->codec = codec;
	again->byte[0] = (uint8_t)byte_in(codec, restored);
	again->n = 1;
}

bool
again_add(struct again *again, unsigned codec, uint32_t restored,
	uint32_t *code)
{
	int byte = again->length ? byte_in(again->codec, restored) : -1;
	char bytes[UTF8_MAX];
	unsigned i, length;

	if (byte < 0x80 || byte > 0xBF) {
		begin(again, codec, restored);
		return false;
	}
	again->byte[again->n++] = (uint8_t)byte;
	if (again->n < again->length)
		return false;
	for (i = 0; i < again->n; i++)
		bytes[i] = (char)again->byte[i];
	*code = utf8_decode(bytes, bytes + again->n, &length);
	length = length == again->n;
	again->length = 0;
	return length && *code != CODE_REPLACEMENT;
}
