/* Where pages lie, and the relative way from one to another. */
#include "site_fixture.h"

#include "site/routes.h"

static void relative(void **state)
{
	static const struct {
		const char *reason, *from, *to, *want;
	} rows[] = {
		{"beside it", "kk/pay/a.html", "kk/pay/b.html", "b.html"},
		{"itself", "kk/pay/a.html", "kk/pay/a.html", "a.html"},
		{"another section", "kk/pay/a.html", "kk/account/b.html", "../account/b.html"},
		{"a section that begins with the same letters", "kk/pay/a.html", "kk/pay-later/b.html",
		 "../pay-later/b.html"},
		{"a file that begins with the folder's name", "kk/pay/a.html", "kk/pay.html", "../pay.html"},
		{"a file whose name the other one's continues", "kk/a.html", "kk/a/b.html", "a/b.html"},
		{"up to the language", "kk/pay/a.html", "kk/index.html", "../index.html"},
		{"down from the language", "kk/index.html", "kk/pay/a.html", "pay/a.html"},
		{"another language", "kk/pay/a.html", "ru/pay/a.html", "../../ru/pay/a.html"},
		{"another language's home", "kk/index.html", "ru/index.html", "../ru/index.html"},
		{"down from the root", "index.html", "kk/index.html", "kk/index.html"},
		{"up to the root", "kk/pay/a.html", "index.html", "../../index.html"},
		{"files of the site", "kk/pay/a.html", "assets/komek.js", "../../assets/komek.js"},
		{"files of the site, from the root", "index.html", "assets/komek.js", "assets/komek.js"},
		{"a name that begins with a dot's name", "kk/a.html", "kk/..b.html", "..b.html"},
	};
	struct arena a = ARENA_INIT;
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str got = route_relative(str_of(rows[i].from), str_of(rows[i].to), &a);

		bad += row_differs(rows[i].reason, rows[i].from, got, rows[i].want);
	}
	assert_int_equal(bad, 0);
	arena_clear(&a);
}

/* A step along a relative address, as a browser takes it. */
static struct str followed(struct arena *a, struct str from, struct str address)
{
	struct str folder =
		str_slice(from, 0, str_find_last_byte(from, '/') == SIZE_MAX ? 0 : str_find_last_byte(from, '/'));
	struct str step;

	while (str_split(&address, '/', &step)) {
		if (!str_eq(step, STR("..")))
			folder = folder.len ? arena_printf(a, "%.*s/%.*s", STR_ARG(folder), STR_ARG(step)) : step;
		else
			folder = str_slice(
				folder, 0,
				str_find_last_byte(folder, '/') == SIZE_MAX ? 0 : str_find_last_byte(folder, '/'));
	}
	return folder;
}

/* From every page to every page of a site: following the address leads there. */
static void every_way(void **state)
{
	struct fixture *f = *state;
	VEC(struct str) paths = {0};
	struct arena a = ARENA_INIT;

	question(f, "about.ru.md", "", "a\n");
	question(f, "pay/a.ru.md", "", "a\n");
	question(f, "pay/b.ru.md", "", "a\n");
	question(f, "pay-later/c.ru.md", "", "a\n");
	load(f);
	vec_push(&paths, STR("index.html"));
	for (size_t l = 0; l < f->site->settings.language_count; l++)
		for (size_t i = 0; i < f->site->entries.len; i++)
			vec_push(&paths, route_entry(f->site, f->site->entries.at[i], l, &a));
	assert_int_equal(paths.len, 1 + 3 * 7);
	for (size_t i = 0; i < paths.len; i++)
		for (size_t j = 0; j < paths.len; j++) {
			struct str way = route_relative(paths.at[i], paths.at[j], &a);

			assert_true(way.len > 0 && way.at[0] != '/');
			assert_true(str_ends(way, STR(".html")));
			assert_true(str_eq(followed(&a, paths.at[i], way), paths.at[j]));
		}
	vec_clear(&paths);
	arena_clear(&a);
}

static void pages(void **state)
{
	static const struct {
		const char *key, *want;
	} rows[] = {
		{"_index", "ru/index.html"},
		{"about", "ru/about.html"},
		{"pay/_index", "ru/pay/index.html"},
		{"pay/a", "ru/pay/a.html"},
	};
	struct fixture *f = *state;

	question(f, "_index.ru.md", "", "a\n");
	question(f, "about.ru.md", "", "a\n");
	question(f, "pay/_index.ru.md", "", "a\n");
	question(f, "pay/a.ru.md", "", "a\n");
	load(f);
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t ru = site_language_number(f->site, STR("ru")), kk = site_language_number(f->site, STR("kk"));
		struct str path = route_entry(f->site, entry(f, rows[i].key), ru, &f->arena);

		assert_int_equal(row_differs(rows[i].key, "", path, rows[i].want), 0);
		/* The same in every language but for its folder, whether there is a text or not. */
		path = route_entry(f->site, entry(f, rows[i].key), kk, &f->arena);
		assert_true(str_starts(path, STR("kk/")));
		assert_true(str_eq(str_from(path, 3), str_from(str_of(rows[i].want), 3)));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(relative), TEST(every_way), TEST(pages)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
