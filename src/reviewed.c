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

int
reviewed_open(struct reviewed *reviewed, const struct options *options,
	struct error *err)
{
	struct operands *operands = &reviewed->operands;

	memset(reviewed, 0, sizeof(*reviewed));
	if (open_store(reviewed, options, err))
		return -1;
	if (operands_open(operands, options, err)) {
		store_free(reviewed->store);
		return -1;
	}
	reviewed->comparison = comparison_new(operands->doc[REPRINT],
		operands->doc[TRANSCRIPT], operands->keys);
	reviewed->review = (struct review){
		.comparison = reviewed->comparison,
		.store = reviewed->store,
		.fail_on = options->fail_on,
		.never_fail = options->never_fail };
	return 0;
}

void
reviewed_release(struct reviewed *reviewed)
{
	comparison_free(reviewed->comparison);
	operands_release(&reviewed->operands);
	store_free(reviewed->store);
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
