/* The verdicts are a table, so that neither a report nor the viewer has to name
 * one. */
#include "config.h"

#include "review/verdict.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define SECOND 1000			/* milliseconds */
#define LAST_TIME INT64_C(253402300799999)

const struct verdict_row verdicts[VERDICT_COUNT] = {
	[OPEN] = { .name = "open", .act = "open",
		.help = "nothing is decided", .pending = true },
	[ACCEPTED] = { .name = "accepted", .act = "accept",
		.help = "may stay as it is", .passes = true,
		.heading = "ACCEPTED" },
	[REJECTED] = { .name = "rejected", .act = "reject",
		.help = "needs correction", .pending = true,
		.corrects = true },
	[FIXED] = { .name = "fixed", .act = "fix",
		.help = "has been corrected at the source" },
	[SKIPPED] = { .name = "skipped", .act = "skip",
		.help = "seen, and left for later" }
};

int
verdict_find(const char *name)
{
	int verdict;

	for (verdict = 0; verdict < VERDICT_COUNT; verdict++)
		if (!strcmp(verdicts[verdict].name, name) ||
		    !strcmp(verdicts[verdict].act, name))
			return verdict;
	return -1;
}

void
time_write(int64_t time, char text[TIME_SIZE])
{
	int64_t inside = time < 0 ? 0 : time > LAST_TIME ? LAST_TIME : time;
	time_t seconds = (time_t)(inside / SECOND);
	char shown[96];
	struct tm tm;

	gmtime_r(&seconds, &tm);
	snprintf(shown, sizeof(shown), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
		tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour,
		tm.tm_min, tm.tm_sec, (int)(inside % SECOND));
	memcpy(text, shown, TIME_SIZE);
	text[TIME_SIZE - 1] = '\0';
}

/* The number that n digits make. */
static int
digits(const char *text, size_t n)
{
	int number = 0;

	while (n--)
		number = number * 10 + (*text++ - '0');
	return number;
}

/* A day that does not exist is written otherwise than it was read. */
int64_t
time_read(const char *text, size_t n)
{
	static const char form[] = "0000-00-00T00:00:00.000Z";
	char again[TIME_SIZE];
	struct tm tm = { 0 };
	int64_t time;
	size_t i;

	if (n != TIME_SIZE - 1)
		return -1;
	for (i = 0; i < n; i++)
		if (form[i] == '0' ? text[i] < '0' || text[i] > '9' :
		    text[i] != form[i])
			return -1;
	tm.tm_year = digits(text, 4) - 1900;
	tm.tm_mon = digits(text + 5, 2) - 1;
	tm.tm_mday = digits(text + 8, 2);
	tm.tm_hour = digits(text + 11, 2);
	tm.tm_min = digits(text + 14, 2);
	tm.tm_sec = digits(text + 17, 2);
	time = (int64_t)timegm(&tm) * SECOND + digits(text + 20, 3);
	time_write(time, again);
	return memcmp(again, text, n) ? -1 : time;
}
