/*
 * Pair after pair, a line each.  A batch is for what runs through the night: a
 * pair that cannot be compared says so in its line and keeps nobody from the
 * others, and what is done is on disk before more is begun.
 */
#include "config.h"

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/crew.h"
#include "base/memory.h"
#include "batch_progress.h"
#include "batch_resume.h"
#include "command.h"

#define AHEAD 64			/* pairs done while one takes long */

struct batch {
	const struct options *options;
	struct manifest *manifest;
	FILE *file;
	const char *name;		/* of the file */
	struct batch_tally tally;
	struct batch_progress progress;
	struct error *err;
	bool is_broken;			/* it could not be written */
};

struct item {
	struct entry entry;
	struct buffer line;
};

static bool
next(void *data, void *item)
{
	struct batch *batch = data;

	return manifest_next(batch->manifest, &((struct item *)item)->entry);
}

static void
perform(void *data, void *item_)
{
	const struct batch *batch = data;
	struct item *item = item_;

	item->line.len = 0;
	batch_line_make(batch->options, &item->entry, &item->line);
}

static bool
put_line(struct batch *batch, const struct buffer *line)
{
	errno = 0;
	fwrite(line->data, 1, line->len, batch->file);
	if (!fflush(batch->file) && !ferror(batch->file))
		return true;
	batch->is_broken = true;
	/* nobody is there to be told that he has gone */
	if (errno != EPIPE)
		error_set(batch->err, "Cannot write %s: %s.", batch->name,
			strerror(errno));
	return false;
}

static bool
deliver(void *data, void *item_)
{
	struct batch *batch = data;
	struct item *item = item_;
	struct batch_facts facts;

	if (!put_line(batch, &item->line))
		return false;
	if (batch_facts_read(&facts, item->line.data, item->line.len))
		batch_tally_add(&batch->tally, &facts);
	batch->progress.done++;
	batch_progress_show(&batch->progress);
	return true;
}

static void
wait_for_pairs(void *data)
{
	struct batch *batch = data;

	batch_progress_show(&batch->progress);
}

/* ---- the whole ---- */

/* The processors that the system lets us have. */
static unsigned
choose_jobs(const struct options *options)
{
	cpu_set_t set;

	if (options->jobs)
		return options->jobs;
	if (!sched_getaffinity(0, sizeof(set), &set))
		return (unsigned)CPU_COUNT(&set);
	return 1;
}

static int
compare_all(struct batch *batch)
{
	struct crew_work work = { .data = batch, .next = next,
		.perform = perform, .deliver = deliver,
		.wait = batch->progress.on ? wait_for_pairs : NULL };
	struct crew_room room = { .size = sizeof(struct item),
		.nthread = choose_jobs(batch->options) };
	struct item *items;
	size_t i;
	int rc;

	room.nitem = AHEAD + room.nthread;
	room.items = items = memory_alloc(room.nitem, sizeof(*items));
	rc = crew_run(&work, &room, batch->err);
	for (i = 0; i < room.nitem; i++) {
		entry_release(&items[i].entry);
		buffer_release(&items[i].line);
	}
	free(items);
	return rc || batch->is_broken ? -1 : 0;
}

static int
open_output(struct batch *batch)
{
	const char *path = batch->options->resume;

	batch->name = path ? path : "standard output";
	batch->file = path ? batch_resume(batch->options, batch->manifest,
		&batch->tally, batch->err) : stdout;
	return batch->file ? 0 : -1;
}

static int
close_output(struct batch *batch)
{
	int rc = 0;

	if (batch->file == stdout)
		return 0;
	if (fsync(fileno(batch->file)) && errno != EINVAL)
		rc = error_set(batch->err, "Cannot write %s: %s.",
			batch->name, strerror(errno));
	fclose(batch->file);
	return rc;
}

static void
tell(const struct batch *batch)
{
	struct buffer text = BUFFER_INIT;

	batch_tally_put(&batch->tally, output_ascii(), &text);
	fputs(text.data, stderr);
	buffer_release(&text);
}

static int
run_batch(struct batch *batch)
{
	int rc;

	if (open_output(batch))
		return 2;
	batch_progress_init(&batch->progress, manifest_left(batch->manifest),
		batch->file == stdout && isatty(STDOUT_FILENO));
	rc = compare_all(batch);
	batch_progress_end(&batch->progress);
	if (close_output(batch) || rc)
		return 2;
	tell(batch);
	return batch_tally_status(&batch->tally);
}

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	struct batch batch = { .options = options, .err = err };
	int status = 2;

	(void)out;
	batch.manifest = manifest_open(options->operands[0],
		options->max_bytes, err);
	if (batch.manifest) {
		if (options->shards)
			manifest_take_part(batch.manifest, options->shard,
				options->shards);
		status = run_batch(&batch);
	}
	batch_tally_release(&batch.tally);
	manifest_free(batch.manifest);
	return status;
}

const struct command command_batch = {
	.bit = COMMAND_BATCH,
	.name = "batch",
	.operands = "MANIFEST",
	.least = 1,
	.most = 1,
	.help = "Compares many pairs, several at a time, and prints a line of "
		"JSON for each, in the order of the manifest; then, on "
		"standard error, which were the worst.",
	.run = run
};
