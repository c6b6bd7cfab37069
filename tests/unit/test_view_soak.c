/*
 * Keys at random, at random sizes, on sound, spoilt, ugly and empty texts; what
 * must hold of any screen is asserted after each (see viewer.h).
 *
 * VERBATIM_SOAK says how many rounds there are; `make soak` has 40, with the
 * sanitizers on.  VERBATIM_SEED is another seed.
 */
#include "config.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "prose.h"
#include "spoil.h"
#include "view/action.h"
#include "view/key.h"
#include "viewer.h"

#define ROUND_KEYS 2500
#define ROUND_RESIZES 50

struct soak {
	struct viewer viewer;
	uint64_t state;
	size_t nkey, nresize, nmouse, nround;
};

static uint32_t
below(struct soak *soak, uint32_t n)
{
	return prose_random(&soak->state, n);
}

/* ---- texts ---- */

/* What documents hold when nobody looked: controls, marks without a base,
 * directions, wide and unassigned characters, blanks of all sorts. */
static void
add_ugly(struct soak *soak, struct buffer *out, unsigned n)
{
	static const uint32_t first[] = { 0x1, 0x80, 0x300, 0x5d0, 0x627,
		0x1100, 0x200b, 0x202a, 0x2060, 0x3042, 0x4e00, 0xac00,
		0xe000, 0xfe00, 0xfff0, 0x1f468, 0xe0001, 0x378, 0x0, 'a',
		'a', 'a', ' ', '\n' };
	static const uint32_t many[] = { 0x1f, 0x80, 0x70, 0x1a, 0x2b, 0x100,
		6, 5, 0x10, 0x50, 0x100, 0x100, 0x10, 0x10, 0xe, 3, 0x70, 2,
		1, 26, 26, 26, 1, 1 };

	while (n--) {
		uint32_t i = below(soak, sizeof(first) / sizeof(*first));

		if (first[i])
			buffer_put_code(out, first[i] + below(soak, many[i]));
		else
			buffer_putc(out, (char)(0x80 + below(soak, 0x80)));
	}
}

static void
add_mixed(struct soak *soak, struct buffer *out, unsigned n)
{
	while (n--) {
		prose_sentence(out, below(soak, 40));
		buffer_putc(out, ' ');
		add_ugly(soak, out, below(soak, 12));
		buffer_puts(out, below(soak, 4) ? " " : "\n\nMR. OAK: ");
	}
}

static void
make_texts(struct soak *soak, struct buffer *reprint,
	struct buffer *transcript)
{
	buffer_puts(reprint, "");
	buffer_puts(transcript, "");
	switch (soak->nround % 6) {
	case 0:
		buffer_puts(reprint, viewer_reprint);
		buffer_puts(transcript, viewer_transcript);
		break;
	case 1:
	case 4:
		buffer_release(reprint);
		*reprint = spoil_speech(soak->state, 40, 15, true);
		prose_add(transcript, 0, 60);
		break;
	case 2:
		add_mixed(soak, reprint, 60);
		add_mixed(soak, transcript, 60);
		break;
	case 3:
		add_ugly(soak, reprint, 3000);
		add_ugly(soak, transcript, 3000);
		break;
	case 5:
		if (below(soak, 2))
			prose_add(reprint, 0, below(soak, 3));
		else
			prose_add(transcript, 5, 5 + below(soak, 9));
		break;
	}
}

/* ---- events ---- */

static void
press_default(struct soak *soak, const struct action *action)
{
	char name[16];
	size_t n = strcspn(action->keys, " ");
	uint32_t key;

	if (!n)
		return;
	snprintf(name, sizeof(name), "%.*s", (int)n, action->keys);
	cr_assert(key_parse(name, &key));
	viewer_key(&soak->viewer, key);
	soak->nkey++;
}

static const struct action *
any_action(struct soak *soak)
{
	size_t n = 0;

	while (actions[n].name)
		n++;
	return &actions[below(soak, (uint32_t)n)];
}

static void
press_letter(struct soak *soak)
{
	static const uint32_t odd[] = { KEY_TAB, KEY_RETURN, KEY_ESC,
		KEY_DELETE_BACK, 0xe9, 0x4e2d, 0x301, 0x202e, '\n', 0 };
	uint32_t i = below(soak, 40);

	soak->nkey++;
	if (i < sizeof(odd) / sizeof(*odd))
		viewer_key(&soak->viewer, odd[i]);
	else if (i < 20)
		viewer_key(&soak->viewer, KEY_FIRST + below(soak, 24));
	else if (i < 25)
		viewer_key(&soak->viewer, below(soak, ' '));
	else
		viewer_key(&soak->viewer, ' ' + below(soak, 95));
}

/* Types the name of an action, and what Tab makes of a blank behind it. */
static void
give_command(struct soak *soak)
{
	const struct action *action = any_action(soak);
	unsigned i, tabs = below(soak, 3);

	if (action->group == GROUP_VERDICTS && below(soak, 4))
		return;
	viewer_type(&soak->viewer, ":");
	viewer_type(&soak->viewer, action->name);
	soak->nkey += 2 + strlen(action->name) + tabs;
	for (i = 0; i < tabs; i++)
		viewer_type(&soak->viewer, "<Tab>");
	viewer_type(&soak->viewer, "<Enter>");
}

static void
search(struct soak *soak)
{
	static const char *const words[] = { "the", "a", "har", "e", "oak",
		"\"\"", "of the", "zzz" };

	viewer_type(&soak->viewer, below(soak, 2) ? "/" : "\\");
	viewer_type(&soak->viewer, words[below(soak, 8)]);
	viewer_type(&soak->viewer, below(soak, 3) ? "<Enter>" : "<Esc>");
	soak->nkey += 4;
}

static void
resize(struct soak *soak)
{
	bool tiny = !below(soak, 5);

	viewer_resize(&soak->viewer, 1 + below(soak, tiny ? 45 : 160),
		1 + below(soak, tiny ? 10 : 60));
	soak->nresize++;
}

static void
step(struct soak *soak)
{
	const struct action *action;
	uint32_t i = below(soak, 100);

	if (i < 65) {
		action = any_action(soak);
		if (action->group != GROUP_VERDICTS || !below(soak, 4))
			press_default(soak, action);
	} else if (i < 90) {
		press_letter(soak);
	} else if (i < 92) {
		give_command(soak);
	} else if (i < 94) {
		search(soak);
	} else if (i < 95) {
		viewer_idle(&soak->viewer);
	} else {
		viewer_mouse(&soak->viewer, (enum mouse)below(soak, 4),
			below(soak, soak->viewer.view->nrow + 1),
			below(soak, soak->viewer.view->ncolumn + 1));
		soak->nmouse++;
	}
	soak->viewer.view->quit = soak->viewer.view->suspend = false;
}

static void
soak_round(struct soak *soak)
{
	struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
	size_t keys = soak->nkey + ROUND_KEYS;
	size_t due = ROUND_KEYS / ROUND_RESIZES, next = soak->nkey + due;

	make_texts(soak, &text[REPRINT], &text[TRANSCRIPT]);
	if (soak->nround % 5 == 4)
		viewer_init_ascii(&soak->viewer, text[REPRINT].data,
			text[TRANSCRIPT].data);
	else
		viewer_init(&soak->viewer, text[REPRINT].data,
			text[TRANSCRIPT].data);
	/* drafts are written here, under whatever name */
	cr_assert_eq(chdir(soak->viewer.folder), 0);
	while (soak->nkey < keys) {
		step(soak);
		if (soak->nkey >= next) {
			resize(soak);
			next += due;
		}
	}
	cr_assert_eq(chdir("/"), 0);
	viewer_release(&soak->viewer);
	buffer_release(&text[REPRINT]);
	buffer_release(&text[TRANSCRIPT]);
	soak->nround++;
}

static unsigned
number(const char *name, unsigned otherwise)
{
	const char *value = getenv(name);

	return value && *value ? (unsigned)strtoul(value, NULL, 10) :
		otherwise;
}

Test(view_soak, nothing_that_is_typed_breaks_the_screen)
{
	struct soak soak = { .state = number("VERBATIM_SEED", 1) };
	unsigned rounds = number("VERBATIM_SOAK", 0), most = rounds ? rounds :
		3;
	time_t start = time(NULL);

	while (soak.nround < most)
		soak_round(&soak);
	if (rounds)
		fprintf(stderr, "soak: %zu keys, %zu resizes and %zu events "
			"of the mouse on %zu pairs in %ld s, and nothing "
			"broke\n", soak.nkey, soak.nresize, soak.nmouse,
			soak.nround, (long)(time(NULL) - start));
}
