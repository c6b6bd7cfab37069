/*
 * A table is made when it is first asked for: most texts need one or two of
 * them, and a table costs ICU the opening of a converter.
 */
#include "config.h"

#include "text/codec.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include "base/memory.h"
#include "base/utf8.h"

struct entry {
	uint16_t code;
	uint8_t byte;
};

struct table {
	uint16_t code[256];
	struct entry by_code[128];	/* of the upper half, sorted */
};

static const struct codec list[] = {
	{ "windows-1252", false }, { "windows-1251", false },
	{ "windows-1250", false }, { "macintosh", false },
	{ "IBM437", false }, { "IBM850", false }, { "KOI8-R", false },
	{ "windows-1253", false }, { "windows-1254", false },
	{ "windows-1255", false }, { "windows-1256", false },
	{ "windows-1257", false }, { "windows-1258", false },
	{ "windows-874", false }, { "ISO-8859-1", false },
	{ "ISO-8859-2", false }, { "ISO-8859-3", false },
	{ "ISO-8859-4", false }, { "ISO-8859-5", false },
	{ "ISO-8859-6", false }, { "ISO-8859-7", false },
	{ "ISO-8859-8", false }, { "ISO-8859-9", false },
	{ "ISO-8859-10", false }, { "ISO-8859-13", false },
	{ "ISO-8859-14", false }, { "ISO-8859-15", false },
	{ "IBM866", false }, { "x-mac-cyrillic", false },
	{ "GBK", true }, { "Shift_JIS", true }, { "Big5", true },
	{ "EUC-KR", true }, { "GB18030", true }, { "EUC-JP", true },
	{ "CESU-8", true }
};

#define NCODEC (sizeof(list) / sizeof(*list))

#define ROW(i) &list[i]
const struct codec *const codecs[] = {
	ROW(0), ROW(1), ROW(2), ROW(3), ROW(4), ROW(5), ROW(6), ROW(7),
	ROW(8), ROW(9), ROW(10), ROW(11), ROW(12), ROW(13), ROW(14), ROW(15),
	ROW(16), ROW(17), ROW(18), ROW(19), ROW(20), ROW(21), ROW(22),
	ROW(23), ROW(24), ROW(25), ROW(26), ROW(27), ROW(28), ROW(29),
	ROW(30), ROW(31), ROW(32), ROW(33), ROW(34), ROW(35), NULL
};
#undef ROW

static struct table *tables[NCODEC];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int
by_code(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return (x->code > y->code) - (x->code < y->code);
}

/* What ICU has no charset for stays Latin-1. */
static struct table *
table_new(const struct codec *codec)
{
	struct table *table = memory_alloc(1, sizeof(*table));
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(codec->name, &status);
	int i;

	for (i = 0; i < 256; i++) {
		char byte = (char)i;
		UChar unit[4];
		int32_t n = 0;

		table->code[i] = (uint16_t)i;
		status = U_ZERO_ERROR;
		if (converter)
			n = ucnv_toUChars(converter, unit, 4, &byte, 1,
				&status);
		if (n == 1 && !U_FAILURE(status) && unit[0] != 0xFFFD &&
		    !(unit[0] >= 0xE000 && unit[0] <= 0xF8FF))
			table->code[i] = unit[0];
	}
	for (i = 0; i < 128; i++)
		table->by_code[i] = (struct entry){ table->code[128 + i],
			(uint8_t)(128 + i) };
	qsort(table->by_code, 128, sizeof(*table->by_code), by_code);
	if (converter)
		ucnv_close(converter);
	return table;
}

static const struct table *
table_of(const struct codec *codec)
{
	size_t i = (size_t)(codec - list);
	struct table *table = __atomic_load_n(&tables[i], __ATOMIC_ACQUIRE);

	if (table)
		return table;
	pthread_mutex_lock(&lock);
	table = tables[i];
	if (!table) {
		table = table_new(codec);
		__atomic_store_n(&tables[i], table, __ATOMIC_RELEASE);
	}
	pthread_mutex_unlock(&lock);
	return table;
}

const struct codec *
codec_find(const char *name)
{
	size_t i;

	for (i = 0; i < NCODEC; i++)
		if (!strcmp(list[i].name, name))
			return &list[i];
	return NULL;
}

uint32_t
codec_char(const struct codec *codec, unsigned char byte)
{
	return byte < 0x80 ? byte : table_of(codec)->code[byte];
}

int
codec_byte(const struct codec *codec, uint32_t code)
{
	struct entry key = { (uint16_t)code, 0 };
	const struct entry *found;

	if (code < 0x80)
		return (int)code;
	if (code > 0xFFFF)
		return -1;
	found = bsearch(&key, table_of(codec)->by_code, 128, sizeof(key),
		by_code);
	/* tables differ on which micro sign IBM's code pages have */
	if (!found && (code == 0xB5 || code == 0x3BC)) {
		key.code = code == 0xB5 ? 0x3BC : 0xB5;
		found = bsearch(&key, table_of(codec)->by_code, 128,
			sizeof(key), by_code);
	}
	return found ? found->byte : -1;
}

/* ---- whole texts ---- */

static bool
encode(const struct codec *codec, const char *text, size_t n,
	struct buffer *out)
{
	const char *p = text, *end = text + n;
	unsigned len;

	for (; p < end; p += len) {
		int byte = codec_byte(codec, utf8_decode(p, end, &len));

		if (byte < 0)
			return false;
		buffer_putc(out, (char)byte);
	}
	return true;
}

static bool
encode_multibyte(const struct codec *codec, const char *text, size_t n,
	struct buffer *out)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(codec->name, &status);
	UChar *units = memory_alloc(n + 1, sizeof(*units));
	int32_t nunit = 0, nbyte;

	u_strFromUTF8WithSub(units, (int32_t)n + 1, &nunit, text, (int32_t)n,
		0xFFFD, NULL, &status);
	ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL,
		NULL, &status);
	buffer_reserve(out, n * 4 + 8);
	nbyte = U_FAILURE(status) ? -1 : ucnv_fromUChars(converter,
		out->data + out->len, (int32_t)n * 4 + 8, units, nunit,
		&status);
	if (nbyte >= 0 && !U_FAILURE(status))
		out->len += (size_t)nbyte;
	free(units);
	ucnv_close(converter);
	return nbyte >= 0 && !U_FAILURE(status);
}

static void
decode(const struct codec *codec, const struct buffer *in, struct buffer *out)
{
	size_t i;

	for (i = 0; i < in->len; i++)
		buffer_put_code(out, codec_char(codec,
			(unsigned char)in->data[i]));
}

/* UTF-8 or a multibyte charset; what is no character becomes U+FFFD. */
static void
decode_by_icu(const char *name, const struct buffer *in, struct buffer *out)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(name, &status);
	UChar *units = memory_alloc(in->len * 2 + 2, sizeof(*units));
	int32_t n, i = 0;

	n = ucnv_toUChars(converter, units, (int32_t)in->len * 2 + 2, in->data,
		(int32_t)in->len, &status);
	while (!U_FAILURE(status) && i < n) {
		UChar32 code;

		U16_NEXT(units, i, n, code);
		/* ICU has SUB for some single bytes; all others, U+FFFD */
		if (code == 0x1A)
			code = CODE_REPLACEMENT;
		buffer_put_code(out, (uint32_t)code);
	}
	free(units);
	ucnv_close(converter);
}

bool
codec_through(const struct codec *from, const struct codec *to,
	const char *text, size_t n, struct buffer *out)
{
	struct buffer bytes = BUFFER_INIT;
	bool known = true;

	if (!from)
		buffer_add(&bytes, text, n);
	else if (from->multibyte)
		known = encode_multibyte(from, text, n, &bytes);
	else
		known = encode(from, text, n, &bytes);
	if (known && bytes.len) {
		if (to && !to->multibyte)
			decode(to, &bytes, out);
		else
			decode_by_icu(to ? to->name : "UTF-8", &bytes, out);
	}
	buffer_release(&bytes);
	return known;
}
