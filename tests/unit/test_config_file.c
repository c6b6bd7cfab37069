#include "config.h"

#include "base/config_file.h"

#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/libgit2.h"

static char path[] = "/tmp/verbatim-config-XXXXXX";
static struct arena arena;
static struct config_file file;
static struct error err;

static void
setup(void)
{
	int fd = mkstemp(path);

	cr_assert(fd >= 0);
	close(fd);
	arena_init(&arena);
	err.text[0] = '\0';
}

static void
teardown(void)
{
	remove(path);
	free(file.entry);
	arena_release(&arena);
	libgit2_release();
}

TestSuite(config_file, .init = setup, .fini = teardown);

static void
write_bytes(const char *bytes, size_t n)
{
	FILE *out = fopen(path, "w");

	cr_assert_eq(fwrite(bytes, 1, n, out), n);
	fclose(out);
}

static int
read_text(const char *text)
{
	write_bytes(text, strlen(text));
	return config_file_read(&file, path, &arena, &err);
}

/* "SECTION.NAME=VALUE:LINE", one behind the other */
static void
assert_reads(const char *text, const char *wanted)
{
	struct buffer got = BUFFER_INIT;
	size_t i;

	cr_assert_eq(read_text(text), 0, "%s: %s", text, err.text);
	buffer_puts(&got, "");
	for (i = 0; i < file.n; i++)
		buffer_printf(&got, "%s%s.%s=%s:%u", i ? " " : "",
			file.entry[i].section, file.entry[i].name,
			file.entry[i].value ? file.entry[i].value : "(none)",
			file.entry[i].line);
	cr_assert_str_eq(got.data, wanted);
	buffer_release(&got);
	free(file.entry);
	file.entry = NULL;
}

static void
assert_fails(const char *text, const char *place, const char *why)
{
	struct buffer wanted = BUFFER_INIT;

	cr_assert_eq(read_text(text), -1, "%s", text);
	buffer_printf(&wanted, "%s%s", path, place);
	cr_assert(strstr(err.text, wanted.data), "%s", err.text);
	cr_assert(strstr(err.text, why), "%s", err.text);
	cr_assert_eq(err.text[strlen(err.text) - 1], '.');
	cr_assert_null(file.entry);
	cr_assert_eq(file.n, 0);
	buffer_release(&wanted);
}

Test(config_file, settings_have_section_name_value_and_line)
{
	assert_reads("[report]\n\twidth = 100\n\n# so\n\tfail-on = error\n",
		"report.width=100:2 report.fail-on=error:5");
}

Test(config_file, case_is_folded_in_names_and_kept_in_values)
{
	assert_reads("[RePort]\nWidth = AbC\n", "report.width=AbC:2");
}

Test(config_file, names_that_come_again_keep_their_order)
{
	assert_reads("[keys]\nquit = q\nhelp = h\nquit = Q\n[a]\nquit=1\n"
		"[keys]\nquit = x\n", "keys.quit=q:2 keys.help=h:3 "
		"keys.quit=Q:4 a.quit=1:6 keys.quit=x:8");
}

Test(config_file, values_are_quoted_continued_and_commented)
{
	assert_reads("[a]\nb = \"#f80\" ; c = 1\nc = #f80\nd = x\\\nc = 2 \\\n"
		"c = 3\ne = \" y \"\n", "a.b=#f80:2 a.c=:3 "
		"a.d=xc = 2 c = 3:4 a.e= y :7");
}

Test(config_file, a_name_may_stand_alone)
{
	assert_reads("[a]\nb\n[c] d\n", "a.b=(none):2 c.d=(none):3");
}

Test(config_file, subsections_and_no_section_are_told)
{
	assert_reads("a = 1\n[b \"C.d\"]\ne = 2\n", ".a=1:1 b.C.d.e=2:3");
}

Test(config_file, windows_line_ends_and_a_mark_of_byte_order_do_no_harm)
{
	assert_reads("\xEF\xBB\xBF[a] b = 1\r\nc = 2\\\r\nd\r\n\re = 3\r\n",
		"a.b=1:1 a.c=2d:2 a.e=3:4");
}

Test(config_file, nothing_is_read_from_an_empty_file)
{
	assert_reads("", "");
	assert_reads("# only this\n", "");
}

Test(config_file, a_missing_file_is_no_error)
{
	cr_assert_eq(config_file_read(&file, "/no/such/file", &arena, &err),
		1);
	cr_assert_eq(config_file_read(&file, "/dev/null/file", &arena, &err),
		1);
	cr_assert_str_eq(err.text, "");
}

Test(config_file, a_device_is_empty)
{
	cr_assert_eq(config_file_read(&file, "/dev/null", &arena, &err), 0);
	cr_assert_eq(config_file_read(&file, "/dev/zero", &arena, &err), 0);
	cr_assert_eq(file.n, 0);
}

Test(config_file, a_folder_is_refused)
{
	cr_assert_eq(config_file_read(&file, "/tmp", &arena, &err), -1);
	cr_assert_str_eq(err.text, "Cannot read /tmp: Is a directory.");
}

Test(config_file, a_pipe_is_not_waited_for, .timeout = 10)
{
	remove(path);
	cr_assert_eq(mkfifo(path, 0600), 0);
	cr_assert_eq(config_file_read(&file, path, &arena, &err), -1);
	cr_assert(strstr(err.text, "no regular file"), "%s", err.text);
}

Test(config_file, what_is_malformed_is_told_with_its_line)
{
	assert_fails("[a\nb = 1\n", ":1: ", "missing ']'");
	assert_fails("[a]\n\nb c = 1\n", ":3: ", "configuration key");
	assert_fails("[]\n", ":1: ", "unexpected character");
	assert_fails("[a]\n# \\q\nc = \\\\q \\\nd\nb = \\q\n", ":5: ",
		"invalid escape");
}

Test(config_file, bytes_that_are_no_text_are_refused)
{
	write_bytes("[a]\nb\0 = 1\n", 12);
	cr_assert_eq(config_file_read(&file, path, &arena, &err), -1);
	cr_assert(strstr(err.text, "no text"), "%s", err.text);
}

Test(config_file, a_huge_file_is_refused)
{
	size_t n = (1 << 20) + 1;
	char *bytes = malloc(n);

	memset(bytes, '\n', n);
	write_bytes(bytes, n - 1);
	cr_assert_eq(config_file_read(&file, path, &arena, &err), 0);
	write_bytes(bytes, n);
	cr_assert_eq(config_file_read(&file, path, &arena, &err), -1);
	cr_assert(strstr(err.text, "1 MB"), "%s", err.text);
	free(bytes);
}

Test(config_file, includes_are_refused_before_anything_is_opened)
{
	static const char *const texts[] = {
		"[include]\npath = %s\n",
		"[InClude] path = %s\n",
		"[a] b = 1\n \t[include]\n\tpath = %s\n",
		"[a] [include]\npath = %s\n",
		"\xEF\xBB\xBF[include]\npath = %s\n",
		"[a]\nb = 1\\\n[include]\npath = %s\n",
		"[includeIf \"gitdir:/\"]\npath = %s\n",
		"\v[include]\npath = %s\n",
		"# a\r[include]\npath = %s\n[include]\npath = %s\n"
	};
	char fifo[] = "/tmp/verbatim-fifo-XXXXXX", text[256];
	size_t i;

	/* who opened it would wait for good */
	close(mkstemp(fifo));
	remove(fifo);
	cr_assert_eq(mkfifo(fifo, 0600), 0);
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		snprintf(text, sizeof(text), texts[i], fifo, fifo);
		assert_fails(text, ":", "cannot include others");
	}
	remove(fifo);
}

Test(config_file, includes_may_be_spoken_of)
{
	assert_reads("# [include] is refused\n; [include]\n[a]\nb = 1\n",
		"a.b=1:4");
}
