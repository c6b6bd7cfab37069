/* The review file is read first: where it is none, nobody waits for the texts
 * to be compared. */
#include "config.h"

#include "reviewed.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "text/archive.h"

static int
open_store(struct reviewed *reviewed, const struct options *options,
	struct error *err)
{
	const char *reprint = options->operands[REPRINT];
	char *beside = options->review || archive_names(reprint) ? NULL :
		store_path_beside(reprint);
	const char *path = options->review ? options->review : beside;
	int rc = 0;

	if (path && !options->no_review) {
		reviewed->store = store_open(path, err);
		rc = reviewed->store ? 0 : -1;
	}
	free(beside);
	return rc;
}

/* A baseline that is asked for by name has to be there. */
static int
open_baseline(struct reviewed *reviewed, const struct options *options,
	struct error *err)
{
	if (!options->baseline)
		return 0;
	reviewed->baseline = store_open(options->baseline, err);
	if (!reviewed->baseline)
		return -1;
	return store_exists(reviewed->baseline) ||
		options->new_baseline ? 0 : error_set(err,
		"There is no baseline %s.", options->baseline);
}

static int
compare(struct reviewed *reviewed, const struct options *options,
	struct error *err)
{
	struct operands *operands = &reviewed->operands;

	reviewed->comparison = comparison_new_within(operands->doc[REPRINT],
		operands->doc[TRANSCRIPT], operands->keys,
		(uint32_t)options->max_gap);
	reviewed->judged = judged_new(&options->gate, reviewed->comparison,
		err);
	if (!reviewed->judged)
		return -1;
	reviewed->review = (struct review){
		.comparison = &reviewed->judged->comparison,
		.judged = reviewed->judged,
		.gate = options->gate,
		.store = reviewed->store,
		.baseline = reviewed->baseline };
	return 0;
}

int
reviewed_open(struct reviewed *reviewed, const struct options *options,
	struct error *err)
{
	memset(reviewed, 0, sizeof(*reviewed));
	if (!open_store(reviewed, options, err) &&
	    !open_baseline(reviewed, options, err) &&
	    !operands_open(&reviewed->operands, options, err) &&
	    !compare(reviewed, options, err))
		return 0;
	reviewed_release(reviewed);
	return -1;
}

void
reviewed_release(struct reviewed *reviewed)
{
	judged_free(reviewed->judged);
	comparison_free(reviewed->comparison);
	operands_release(&reviewed->operands);
	store_free(reviewed->store);
	store_free(reviewed->baseline);
}

int
reviewed_status(const struct review *review, struct error *err)
{
	const struct comparison *cmp = review->comparison;
	int status = review_status(review);

	if (status == 2)
		error_set(err, "Cannot compare %s with %s: the %s is no text "
			"that can be read.", cmp->doc[REPRINT]->name,
			cmp->doc[TRANSCRIPT]->name,
			cmp->unreadable == REPRINT ? "reprint" :
			"transcript");
	return status;
}

/* A name is in full up to a comma, where the system keeps more. */
void
reviewer_name(const struct options *options, struct buffer *out)
{
	const char *name = options->reviewer ? options->reviewer :
		getenv("VERBATIM_REVIEWER");
	const struct passwd *user = name ? NULL : getpwuid(getuid());

	if (!name && user && user->pw_gecos && *user->pw_gecos &&
	    *user->pw_gecos != ',')
		name = user->pw_gecos;
	if (!name)
		name = getenv("USER");
	if (!name && user)
		name = user->pw_name;
	if (!name)
		name = "";
	buffer_add(out, name, user ? strcspn(name, ",") : strlen(name));
}
