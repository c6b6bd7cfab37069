#include "config.h"

#include "review/store.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "desk.h"
#include "review/store_line.h"
#include "text/span.h"

/* The sentence with which the file is refused. */
static const char *
refusal(const char *text)
{
	static struct error err;
	struct desk desk;
	struct store *store;

	desk_init(&desk);
	desk_put(&desk, text);
	store = store_open(desk.path, &err);
	cr_assert_null(store);
	cr_assert(strstr(err.text, desk.path), "%s", err.text);
	cr_assert_str_eq(desk_get(&desk), text);
	desk_release(&desk);
	return err.text;
}

static struct decision
decision_on(uint64_t finding, enum verdict verdict)
{
	return (struct decision){ .finding = finding, .verdict = verdict,
		.reviewer = "Ann", .kind = "wording.name",
		.reading = { "Sarrazin", "Sarrazé" }, .note = "" };
}

static void
add(struct store *store, struct decision decision)
{
	struct error err;

	cr_assert_eq(store_add(store, &decision, 1, &err), 0, "%s", err.text);
}

#define HEAD "# verbatim review 1\n"
#define LINE_1 "0000000000000001\t2026-01-02T03:04:05.678Z\taccepted\tAnn\t" \
	"wording.name\tx\ty\t-\n"
#define LINE_2 "0000000000000002\t2026-01-02T03:04:05.678Z\trejected\tBob\t" \
	"wording.name\tx\ty\task\n"

Test(store, a_file_that_is_not_there_is_empty)
{
	struct desk desk;
	struct store *store;
	size_t n;

	desk_init(&desk);
	store = desk_open(&desk);
	store_decisions(store, &n);
	cr_assert_eq(n, 0);
	cr_assert_not(store_exists(store));
	cr_assert_null(store_last(store, 1));
	store_free(store);
	desk_release(&desk);
}

Test(store, what_is_added_is_there_when_it_is_opened_again)
{
	struct desk desk;
	struct store *store;
	const struct decision *last;

	desk_init(&desk);
	store = desk_open(&desk);
	add(store, decision_on(7, ACCEPTED));
	store_free(store);
	store = desk_open(&desk);
	last = store_last(store, 7);
	cr_assert(last);
	cr_assert(store_exists(store));
	cr_assert_eq(last->verdict, ACCEPTED);
	cr_assert_str_eq(last->reviewer, "Ann");
	cr_assert_str_eq(last->reading[REPRINT], "Sarrazin");
	cr_assert_str_eq(last->reading[TRANSCRIPT], "Sarrazé");
	store_free(store);
	desk_release(&desk);
}

Test(store, nothing_is_left_beside_the_file)
{
	struct desk desk;
	struct store *store;
	char path[160];

	desk_init(&desk);
	store = desk_open(&desk);
	add(store, decision_on(7, ACCEPTED));
	snprintf(path, sizeof(path), "%s.lock", desk.path);
	cr_assert_eq(access(path, F_OK), -1);
	snprintf(path, sizeof(path), "%s.new", desk.path);
	cr_assert_eq(access(path, F_OK), -1);
	store_free(store);
	desk_release(&desk);
}

Test(store, the_last_decision_counts_and_the_first_stays)
{
	struct desk desk;
	struct store *store;
	size_t n;

	desk_init(&desk);
	store = desk_open(&desk);
	add(store, decision_on(7, ACCEPTED));
	add(store, decision_on(7, REJECTED));
	add(store, decision_on(7, OPEN));
	cr_assert_eq(store_last(store, 7)->verdict, OPEN);
	store_decisions(store, &n);
	cr_assert_eq(n, 3);
	store_free(store);
	desk_release(&desk);
}

Test(store, decisions_made_at_once_are_later_one_than_the_other)
{
	struct desk desk;
	struct store *store;
	struct error err;
	struct decision both[] = { decision_on(7, REJECTED),
		decision_on(7, ACCEPTED) };
	const struct decision *all;
	size_t n;

	desk_init(&desk);
	store = desk_open(&desk);
	cr_assert_eq(store_add(store, both, 2, &err), 0);
	all = store_decisions(store, &n);
	cr_assert_eq(n, 2);
	cr_assert_lt(all[0].time, all[1].time);
	cr_assert_eq(store_last(store, 7)->verdict, ACCEPTED);
	store_free(store);
	desk_release(&desk);
}

Test(store, a_decision_is_later_than_one_from_a_fast_clock)
{
	struct desk desk;
	struct store *store;

	desk_init(&desk);
	desk_put(&desk, HEAD "0000000000000007\t2999-01-02T03:04:05.678Z\t"
		"accepted\tAnn\twording.name\tx\ty\t-\n");
	store = desk_open(&desk);
	add(store, decision_on(7, REJECTED));
	cr_assert_eq(store_last(store, 7)->verdict, REJECTED);
	store_free(store);
	desk_release(&desk);
}

Test(store, two_who_write_lose_nothing_of_each_other)
{
	struct desk desk;
	struct store *ann, *bob;
	struct error err;
	size_t n;

	desk_init(&desk);
	ann = desk_open(&desk);
	bob = desk_open(&desk);
	add(ann, decision_on(1, ACCEPTED));
	add(bob, decision_on(2, REJECTED));
	cr_assert(store_last(bob, 1));
	cr_assert_null(store_last(ann, 2));
	cr_assert_eq(store_reload(ann, &err), 1);
	cr_assert(store_last(ann, 2));
	cr_assert_eq(store_reload(ann, &err), 0);
	cr_assert_eq(store_reload(bob, &err), 0);
	store_decisions(ann, &n);
	cr_assert_eq(n, 2);
	store_free(ann);
	store_free(bob);
	desk_release(&desk);
}

/* Decides finding after finding, from `first` on, and says which are kept. */
static void
decide_for_ever(const struct desk *desk, uint64_t first, int said)
{
	struct error err;
	struct store *store = store_open(desk->path, &err);

	for (; store; first++) {
		struct decision decision = decision_on(first, ACCEPTED);

		if (store_add(store, &decision, 1, &err) ||
		    write(said, &first, sizeof(first)) != sizeof(first))
			break;
	}
	_exit(1);
}

/* Kills a writer after some microseconds; those it said it kept must be
 * there.  Returns how many there are. */
static size_t
kill_writer(const struct desk *desk, uint64_t first, long microseconds)
{
	struct timespec pause = { 0, microseconds * 1000 };
	struct store *store;
	uint64_t finding;
	size_t n = 0;
	int ends[2];
	pid_t pid;

	cr_assert_eq(pipe(ends), 0);
	pid = fork();
	if (!pid)
		decide_for_ever(desk, first, ends[1]);
	close(ends[1]);
	nanosleep(&pause, NULL);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	store = desk_open(desk);
	for (; read(ends[0], &finding, sizeof(finding)) > 0; n++)
		cr_assert(store_last(store, finding), "round %u lost one",
			(unsigned)(first >> 32));
	close(ends[0]);
	store_free(store);
	return n;
}

Test(store, who_is_killed_has_lost_nothing_that_was_kept)
{
	struct desk desk;
	struct store *store;
	size_t n = 0, kept;
	uint64_t round;

	desk_init(&desk);
	srand(1);
	for (round = 1; round <= 60; round++)
		n += kill_writer(&desk, round << 32, 500 + rand() % 12000);
	cr_assert_gt(n, 0);
	store = desk_open(&desk);
	store_decisions(store, &kept);
	cr_assert_geq(kept, n);
	add(store, decision_on(1, ACCEPTED));
	store_free(store);
	desk_release(&desk);
}

Test(store, lines_are_sorted_and_stand_once)
{
	struct desk desk;
	struct store *store;

	desk_init(&desk);
	desk_put(&desk, HEAD LINE_2 LINE_1 LINE_2);
	store = desk_open(&desk);
	add(store, decision_on(0, ACCEPTED));
	cr_assert_str_eq(strchr(strstr(desk_get(&desk), "Ann"), '\n') + 1,
		LINE_1 LINE_2);
	store_free(store);
	desk_release(&desk);
}

Test(store, marks_of_a_conflict_are_passed_over_and_told_of)
{
	struct desk desk;
	struct store *store;
	size_t n;

	desk_init(&desk);
	desk_put(&desk, HEAD "<<<<<<< HEAD\n" LINE_1 "||||||| merged\n"
		"=======\n" LINE_2 ">>>>>>> theirs\n");
	store = desk_open(&desk);
	store_decisions(store, &n);
	cr_assert_eq(n, 2);
	cr_assert(strstr(store_notice(store), "4 lines"));
	add(store, decision_on(3, ACCEPTED));
	cr_assert_null(store_notice(store));
	cr_assert_null(strstr(desk_get(&desk), "<<<<"));
	store_free(store);
	desk_release(&desk);
}

Test(store, line_ends_of_dos_and_a_byte_order_mark_do_no_harm)
{
	struct desk desk;
	struct store *store;
	size_t n;

	desk_init(&desk);
	desk_put(&desk, "\xEF\xBB\xBF# verbatim review 1\r\n\r\n"
		"0000000000000001\t2026-01-02T03:04:05.678Z\taccepted\tAnn\t"
		"wording.name\tx\ty\task\r\n");
	store = desk_open(&desk);
	cr_assert_str_eq(store_decisions(store, &n)->note, "ask");
	cr_assert_eq(n, 1);
	store_free(store);
	desk_release(&desk);
}

Test(store, what_is_no_review_file_is_refused_and_left_alone)
{
	static const struct {
		const char *text, *says;
	} files[] = {
		{ "Dear reader,\n", "line 1 is not '# verbatim review 1'" },
		{ LINE_1, "line 1 is not" },
		{ "# verbatim review 2\n", "line 1 names a version" },
		{ HEAD LINE_1 "# mine\n", "line 3 does not have eight" },
		{ HEAD "1\t2\n", "line 2 does not have eight" },
		{ HEAD LINE_1 "\xFF\n", "line 3 is no text" },
		{ HEAD "000000000000000x\t2026-01-02T03:04:05.678Z\topen\t-\t"
			"k\t-\t-\t-\n", "line 2 does not begin" },
		{ HEAD "0000000000000001\t2026-02-30T03:04:05.678Z\topen\t-\t"
			"k\t-\t-\t-\n", "line 2 has no time" },
		{ HEAD "0000000000000001\t2026-02-03T03:04:05.678Z\tperhaps\t-"
			"\tk\t-\t-\t-\n", "line 2 has a verdict" },
		{ HEAD "0000000000000001\t2026-02-03T03:04:05.678Z\topen\t-\t"
			"k\t\\q\t-\t-\n", "line 2 has an escape" }
	};
	size_t i;

	for (i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		const char *said = refusal(files[i].text);

		cr_assert(strstr(said, files[i].says), "%s", said);
	}
}

Test(store, a_file_that_has_become_something_else_is_not_written_over)
{
	struct desk desk;
	struct store *store;
	struct error err;
	struct decision decision = decision_on(2, REJECTED);

	desk_init(&desk);
	store = desk_open(&desk);
	add(store, decision_on(1, ACCEPTED));
	desk_put(&desk, "Dear reader,\n");
	cr_assert_eq(store_add(store, &decision, 1, &err), -1);
	cr_assert_eq(store_reload(store, &err), -1);
	cr_assert_str_eq(desk_get(&desk), "Dear reader,\n");
	cr_assert(store_last(store, 1));
	cr_assert_null(store_last(store, 2));
	store_free(store);
	desk_release(&desk);
}

Test(store, a_symbolic_link_and_the_mode_stay)
{
	struct desk desk;
	struct store *store;
	struct stat stat_of;
	char link_path[160];
	struct error err;

	desk_init(&desk);
	snprintf(link_path, sizeof(link_path), "%s/link", desk.folder);
	cr_assert_eq(symlink("review", link_path), 0);
	store = store_open(link_path, &err);
	add(store, decision_on(1, ACCEPTED));
	cr_assert_eq(chmod(desk.path, 0640), 0);
	add(store, decision_on(2, ACCEPTED));
	cr_assert_eq(lstat(link_path, &stat_of), 0);
	cr_assert(S_ISLNK(stat_of.st_mode));
	cr_assert_eq(lstat(desk.path, &stat_of), 0);
	cr_assert_eq(stat_of.st_mode & 07777, 0640);
	store_free(store);
	desk_release(&desk);
}

Test(store, a_file_that_is_read_only_is_not_written)
{
	struct desk desk;
	struct store *store;
	struct error err;
	struct decision decision = decision_on(2, REJECTED);

	desk_init(&desk);
	desk_put(&desk, HEAD LINE_1);
	chmod(desk.path, 0444);
	store = desk_open(&desk);
	cr_assert_eq(store_add(store, &decision, 1, &err), -1);
	cr_assert(strstr(err.text, desk.path), "%s", err.text);
	cr_assert_str_eq(desk_get(&desk), HEAD LINE_1);
	store_free(store);
	desk_release(&desk);
}

Test(store, the_file_is_beside_the_reprint)
{
	char *path = store_path_beside("news/copy.md");

	cr_assert_str_eq(path, "news/copy.md.review");
	cr_assert_null(store_path_beside("-"));
	free(path);
}

/* ---- lines ---- */

static struct decision
there_and_back(const struct decision *decision, struct arena *arena,
	struct buffer *line)
{
	struct decision again;
	const char *wrong;

	line->len = 0;
	store_line_write(line, decision);
	wrong = store_line_read(line->data, line->len, arena, &again);
	cr_assert_null(wrong, "%s: %s", line->data, wrong);
	return again;
}

Test(store, a_line_gives_back_what_was_written)
{
	static const char *const texts[] = { "", "-", "\\-", "a\tb\nc\rd\\e",
		"\x1B[2J\x7F", "\xE2\x80\xAE" "evil", "Sarrazé “x”", " ",
		"--", "\\u0041", "\xC2\x85", "\xF0\x9F\x98\x80" };
	struct arena arena;
	struct buffer line = BUFFER_INIT;
	size_t i;

	arena_init(&arena);
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct decision one = { .finding = 0xFEDCBA9876543210u,
			.time = 1764000000123, .verdict = SKIPPED,
			.reviewer = texts[i], .kind = "k",
			.reading = { texts[i], NULL }, .note = texts[i] };
		struct decision two = there_and_back(&one, &arena, &line);

		cr_assert_null(strpbrk(line.data, "\n\r\x1B\x7F"));
		cr_assert_eq(two.finding, one.finding);
		cr_assert_eq(two.time, one.time);
		cr_assert_eq(two.verdict, SKIPPED);
		cr_assert_str_eq(two.reviewer, texts[i]);
		cr_assert_str_eq(two.reading[REPRINT], texts[i]);
		cr_assert_null(two.reading[TRANSCRIPT]);
		cr_assert_str_eq(two.note, texts[i]);
	}
	buffer_release(&line);
	arena_release(&arena);
}

Test(store, a_line_is_utf_8_whoever_the_reviewer_is)
{
	struct decision one = decision_on(1, ACCEPTED), two;
	struct arena arena;
	struct buffer line = BUFFER_INIT;

	arena_init(&arena);
	one.reviewer = "Ren\xE9";
	two = there_and_back(&one, &arena, &line);
	cr_assert_str_eq(two.reviewer, "Ren\xEF\xBF\xBD");
	buffer_release(&line);
	arena_release(&arena);
}

Test(store, times_are_written_and_read)
{
	char text[TIME_SIZE];

	time_write(0, text);
	cr_assert_str_eq(text, "1970-01-01T00:00:00.000Z");
	time_write(1764000000123, text);
	cr_assert_eq(time_read(text, strlen(text)), 1764000000123);
	time_write(INT64_MAX, text);
	cr_assert_str_eq(text, "9999-12-31T23:59:59.999Z");
	time_write(-5, text);
	cr_assert_str_eq(text, "1970-01-01T00:00:00.000Z");
	cr_assert_eq(time_read("2026-13-01T00:00:00.000Z", 24), -1);
	cr_assert_eq(time_read("2026-12-01T00:00:00.000", 23), -1);
}
