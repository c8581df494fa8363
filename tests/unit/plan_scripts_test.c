/* What is left of scripts when they are shipped, and which of them are. */
#include "expect.h"

#include "plan/scripts.h"

static const struct static_file *find(const struct statics *s, const char *path)
{
	for (size_t i = 0; i < s->files.len; i++)
		if (str_eq(s->files.at[i].path, str_of(path)))
			return &s->files.at[i];
	return NULL;
}

static void add(struct statics *s, const char *path, const char *bytes)
{
	vec_push(&s->files, ((struct static_file){str_of(path), str_of(bytes)}));
}

static void parts_become_one(void **state)
{
	struct statics s = {0};
	struct arena a = ARENA_INIT;
	struct failure why = FAILURE_NONE;

	(void)state;
	add(&s, "assets/icon.svg", "<svg/>\n");
	add(&s, "assets/komek.js",
	    "// Words.\n(function () {\n\t\tx(); // goes\n\n\t// goes\n\ty(\"// stays\");\n}());");
	add(&s, "assets/other.js", "// A theme's own.\n");
	add(&s, "assets/search-find.js", "find();\n");
	add(&s, "assets/search-text.js", "\n\ttext();\n");
	assert_true(scripts_join(&s, &a, &why));
	assert_int_equal(s.files.len, 4);
	expect_text("komek.js", find(&s, "assets/komek.js")->bytes, "(function(){x(),y(\"// stays\")})();\n");
	expect_text("search.js", find(&s, "assets/search.js")->bytes, "text(),find();\n");
	expect_text("other.js", find(&s, "assets/other.js")->bytes, "// A theme's own.\n");
	assert_null(find(&s, "assets/search-find.js"));
	for (size_t i = 1; i < s.files.len; i++)
		assert_true(str_cmp(s.files.at[i - 1].path, s.files.at[i].path) < 0);
	statics_clear(&s);
	arena_clear(&a);
}

/* What old browsers do not know, and what is no script. */
static void what_is_told(void **state)
{
	static const struct {
		const char *reason, *path, *script, *complaint;
	} rows[] = {
		{"every page's script is for old browsers", "assets/komek.js", "const x = 1;", "const"},
		{"search is for newer ones", "assets/search-text.js", "const x = 1;", NULL},
		{"no script", "assets/search-text.js", "function (", "Expected"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct statics s = {0};
		struct arena a = ARENA_INIT;
		struct failure why = FAILURE_NONE;

		add(&s, rows[i].path, rows[i].script);
		expect_number(rows[i].reason, scripts_join(&s, &a, &why), !rows[i].complaint);
		if (rows[i].complaint) {
			expect_number(rows[i].reason, why.message.id, MSG_SCRIPT_WRONG);
			assert_true(str_find(why.message.arg[1], str_of(rows[i].complaint), 0) != SIZE_MAX);
			expect_text(rows[i].reason, why.message.arg[2], rows[i].script);
		}
		failure_clear(&why);
		statics_clear(&s);
		arena_clear(&a);
	}
}

static void a_theme_without_scripts(void **state)
{
	struct statics s = {0};
	struct arena a = ARENA_INIT;
	struct failure why = FAILURE_NONE;

	(void)state;
	add(&s, "assets/icon.svg", "<svg/>\n");
	assert_true(scripts_join(&s, &a, &why));
	assert_int_equal(s.files.len, 1);
	statics_clear(&s);
	arena_clear(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_become_one),
		cmocka_unit_test(what_is_told),
		cmocka_unit_test(a_theme_without_scripts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
