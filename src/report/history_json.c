/* The contract with other programs: names and meanings stay as they are. */
#include "config.h"

#include "base/jansson.h"
#include "report/history.h"
#include "report/value.h"

#define VERSION_OF_FORMAT 1

static json_t *
count_or_null(bool is_known, size_t n)
{
	return is_known ? json_integer((json_int_t)n) : json_null();
}

static json_t *
version_value(const struct provenance *provenance, size_t i)
{
	const struct archive_version *version =
		&provenance->history->version[i];
	const struct provenance_version *it = &provenance->version[i];
	json_t *value = json_object();
	char time[TIME_SIZE];
	int severity;

	time_write(version->time * 1000, time);
	json_object_set_new(value, "commit", json_string(version->commit));
	json_object_set_new(value, "blob", json_string(version->blob));
	json_object_set_new(value, "time", json_string(time));
	json_object_set_new(value, "path", value_string(version->path));
	json_object_set_new(value, "subject", value_string(version->subject));
	json_object_set_new(value, "readable", json_boolean(it->readable));
	json_object_set_new(value, "compared", json_boolean(it->compared));
	json_object_set_new(value, "alike", json_boolean(it->alike));
	for (severity = NOTE; severity <= ERROR; severity++)
		json_object_set_new(value, severity_names[severity],
			count_or_null(it->compared,
				it->distance.count[severity]));
	json_object_set_new(value, "words", count_or_null(it->compared,
		it->distance.nword));
	return value;
}

/* {"kind", "severity", "message", one side, the other} */
static json_t *
finding_value(const struct comparison *cmp, const struct finding *finding,
	const char *const names[2])
{
	json_t *value = json_pack("{s:s,s:s,s:o}",
		"kind", finding->kind->name,
		"severity", severity_names[finding->severity],
		"message", value_string(finding->message));
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++)
		json_object_set_new(value, names[side], finding->has[side] ?
			value_place(cmp->doc[side], finding->span[side]) :
			json_null());
	return value;
}

static json_t *
correction_value(const struct provenance *provenance,
	const struct correction_since *since)
{
	static const char *const versions[] = { "before", "after" };
	static const char *const texts[] = { "reprint", "newest" };
	json_t *value = json_object();

	json_object_set_new(value, "change", finding_value(
		provenance->between, since->change, versions));
	json_object_set_new(value, "stands", since->stands ? finding_value(
		provenance->now, since->stands, texts) : json_null());
	return value;
}

static void
put_member(struct buffer *out, const char *name, json_t *value)
{
	buffer_printf(out, ",\n\"%s\":", name);
	value_dump(out, value);
}

static void
put_item(struct buffer *out, size_t i, json_t *value)
{
	buffer_puts(out, i ? ",\n" : "\n");
	value_dump(out, value);
}

void
history_json(const struct provenance *provenance,
	const struct report_options *options, struct buffer *out)
{
	const struct archive_history *history = provenance->history;
	size_t i;

	(void)options;
	jansson_start();
	buffer_printf(out, "{\"format\":\"verbatim-history\",\n\"version\":%d",
		VERSION_OF_FORMAT);
	put_member(out, "generator", json_pack("{s:s,s:s}",
		"name", "verbatim", "version", PACKAGE_VERSION));
	put_member(out, "reprint", value_string(provenance->reprint->name));
	put_member(out, "transcript", value_string(history->name));
	put_member(out, "complete", json_boolean(!history->more));
	put_member(out, "made_from", provenance->made_from == NO_VERSION ?
		json_null() : json_string(
		history->version[provenance->made_from].commit));
	buffer_puts(out, ",\n\"versions\":[");
	for (i = 0; i < history->n; i++)
		put_item(out, i, version_value(provenance, i));
	buffer_puts(out, "],\n\"corrections\":[");
	for (i = 0; i < provenance->nsince; i++)
		put_item(out, i, correction_value(provenance,
			&provenance->since[i]));
	buffer_puts(out, "]}\n");
}
