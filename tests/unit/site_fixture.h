/*
 * site_fixture.h - a content folder on disk, and the site that is loaded from it; shared by the tests of site/, check/ and
 * page/. The interface's texts are those of the repository, so these tests run in the repository's folder.
 *
 *	TEST(name)			a fresh folder before, nothing left after
 *	put(f, "pay/a.ru.md", text)	a file; its section is made
 *	question(f, "pay/a.ru.md", "order: 1\n", "Text\n")
 *	load(f)				f->site, f->dg
 *	told(f, &out)			"pay/a.ru.md:3:5 DEAD_LINK b.ru.md" a line
 */
#ifndef KOMEK_TESTS_SITE_FIXTURE_H
#define KOMEK_TESTS_SITE_FIXTURE_H

#include "site_rows.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "site/site.h"
#include "text/spell.h"

#define TEMPLATES "templates"

/* The bytes of a picture that nothing is wrong with, for a file .svg. */
#define A_PICTURE "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'/>"

struct fixture {
	char folder[256];
	struct diags dg;
	struct failure why;
	struct site *site;
	struct speller *speller; /* of the checks: made once, for dictionaries take long to load */
	struct arena arena;
	const char *base_url;
	unsigned jobs;
};

static inline int remove_one(const char *path, const struct stat *st, int type, struct FTW *where)
{
	(void)st, (void)type, (void)where;
	return remove(path);
}

static inline int setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	const char *tmp = getenv("TMPDIR");

	if (!f)
		return -1;
	snprintf(f->folder, sizeof f->folder, "%s/komek-site-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	*state = f;
	return mkdtemp(f->folder) ? 0 : -1;
}

static inline void unload(struct fixture *f)
{
	site_free(f->site);
	f->site = NULL;
	diags_clear(&f->dg);
	failure_clear(&f->why);
}

static inline int teardown(void **state)
{
	struct fixture *f = *state;

	unload(f);
	speller_free(f->speller);
	arena_clear(&f->arena);
	nftw(f->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(f);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

/* The path of a file below the folder; its section is made where one is named. */
static inline struct str path_of(struct fixture *f, const char *name)
{
	const char *slash = strchr(name, '/');

	if (slash)
		mkdir(arena_printf(&f->arena, "%s/%.*s", f->folder, (int)(slash - name), name).at, 0700);
	return arena_printf(&f->arena, "%s/%s", f->folder, name);
}

static inline void put_bytes(struct fixture *f, const char *name, struct str bytes)
{
	FILE *file = fopen(path_of(f, name).at, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes.at ? bytes.at : "", 1, bytes.len, file), bytes.len);
	assert_int_equal(fclose(file), 0);
}

static inline void put(struct fixture *f, const char *name, const char *text)
{
	put_bytes(f, name, str_of(text));
}

/* A text whose title is its own name; `keys` are further lines of its head. */
static inline void question(struct fixture *f, const char *name, const char *keys, const char *body)
{
	put_bytes(f, name, arena_printf(&f->arena, "---\ntitle: %s\n%s---\n%s", name, keys, body));
}

/* Takes the folder's content away, so that one test can go through many. */
static inline void empty(struct fixture *f)
{
	unload(f);
	nftw(f->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	assert_int_equal(mkdir(f->folder, 0700), 0);
}

static inline void load(struct fixture *f)
{
	struct site_request request = {f->folder, TEMPLATES, f->base_url, f->jobs, NULL};

	unload(f);
	f->site = site_load(&request, &f->dg, &f->why);
	if (!f->site) {
		struct buf text = BUF_INIT;

		message_text(&f->why.message, MESSAGES_EN, &text);
		fail_msg("%s (run this in the repository's folder)", text.at);
	}
	diags_sort(&f->dg);
}

/* A path of a diagnostic without the folder's own. */
static inline struct str below(const struct fixture *f, struct str path)
{
	size_t len = strlen(f->folder);

	return path.len > len ? str_from(path, len + 1) : STR(".");
}

/* One a line: "pay/a.ru.md:3:5 DEAD_LINK b.ru.md"; warnings that a translation lacks are left out. */
static inline void told(const struct fixture *f, struct buf *out)
{
	for (size_t i = 0; i < f->dg.list.len; i++) {
		const struct diag *d = &f->dg.list.at[i];
		struct position p = source_position(d->place.source, d->place.from);

		if (d->rule == RULE_MISSING_TRANSLATION || d->rule == RULE_SECTION_INDEX)
			continue;
		buf_addf(out, "%.*s:%zu:%zu %s", STR_ARG(below(f, d->place.source->path)), p.line, p.column,
			 message_names[d->message.id]);
		if (d->repair.len)
			buf_addf(out, " %.*s", STR_ARG(d->repair));
		buf_add_byte(out, '\n');
	}
	buf_add(out, STR(""));
}

/* Fails the test where anything was told but lacking translations. */
static inline void nothing_told(const struct fixture *f)
{
	struct buf got = BUF_INIT;

	told(f, &got);
	if (got.len)
		fail_msg("%s", got.at);
	buf_clear(&got);
}

/* The entry of a key such as "pay/a" or "pay/_index". */
static inline struct entry *entry(const struct fixture *f, const char *key)
{
	struct entry *e = map_get(&f->site->by_key, str_of(key));

	if (!e)
		fail_msg("there is no %s", key);
	return e;
}

#endif
