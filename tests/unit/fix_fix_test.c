/*
 * Rounds of repairs in memory, with diagnostics made by hand; then the whole on a real folder, with the one problem that
 * every file can have. Runs in the repository's folder.
 */
#include "site_fixture.h"

#include "base/fs.h"
#include "expect.h"
#include "fix/fix.h"

/* ---- diagnostics made by hand ---- */

struct row {
	const char *path;
	size_t from, to;
	const char *repair;
	bool sure;
};

enum { ROWS = 5 };

/* The text of a path as the next round reads it. */
static struct str text_of(const struct fix *f, const char *path, const char *disk)
{
	const struct str *instead = map_get(&f->instead, str_of(path));

	return instead ? *instead : str_of(disk);
}

/* One round over files that all held `disk`; how many repairs it made. Everything lent is gone afterwards. */
static size_t go(struct fix *f, const char *disk, const struct row *rows)
{
	struct arena a = ARENA_INIT;
	struct diags dg = {0};
	size_t made;

	for (size_t i = 0; i < ROWS && rows[i].path; i++) {
		struct str bytes = arena_str(&a, text_of(f, rows[i].path, disk));
		struct source *s = source_new(&a, arena_str(&a, str_of(rows[i].path)), bytes);
		struct place at = {s, rows[i].from, rows[i].to};

		if (rows[i].sure)
			diag_add_sure(&dg, RULE_MIXED_SCRIPT, at, str_of(rows[i].repair), MSG(LINK_EMPTY));
		else
			diag_add(&dg, RULE_MIXED_SCRIPT, at, str_of(rows[i].repair), MSG(LINK_EMPTY));
	}
	diags_sort(&dg);
	made = fix_repair(f, &dg);
	diags_clear(&dg);
	arena_clear(&a);
	return made;
}

static const struct {
	const char *reason;
	struct row rows[2][ROWS]; /* two rounds */
	size_t made[2];
	const char *want; /* of "abcdef" in the file x */
} rounds[] = {
	{"nothing found", {{{0}}, {{0}}}, {0, 0}, "abcdef"},
	{"not sure", {{{"x", 1, 2, "B", false}}, {{0}}}, {0, 0}, "abcdef"},
	{"a sure one", {{{"x", 1, 2, "B", true}}, {{0}}}, {1, 0}, "aBcdef"},
	{"a sure one beside others",
	 {{{"x", 0, 1, "A", false}, {"x", 1, 2, "B", true}, {"x", 2, 3, "", false}}, {{0}}},
	 {1, 0},
	 "aBcdef"},
	{"bytes that go", {{{"x", 1, 3, "", true}}, {{0}}}, {1, 0}, "adef"},
	{"overlapping: the first now, the second in the next round",
	 {{{"x", 1, 4, "BC", true}, {"x", 3, 5, "DE", true}}, {{"x", 3, 4, "DE", true}}},
	 {1, 1},
	 "aBCDEf"},
	{"the same twice is one", {{{"x", 1, 2, "B", true}, {"x", 1, 2, "B", true}}, {{0}}}, {1, 0}, "aBcdef"},
	{"two repairs of one place: one of them",
	 {{{"x", 1, 2, "B", true}, {"x", 1, 2, "V", true}}, {{0}}},
	 {1, 0},
	 "aBcdef"},
	{"a repair that changes nothing", {{{"x", 1, 2, "b", true}}, {{0}}}, {0, 0}, "abcdef"},
	{"one that would go on for ever", {{{"x", 1, 2, "bb", true}}, {{"x", 1, 2, "bb", true}}}, {1, 0}, "abbcdef"},
	{"the same, moved by another one",
	 {{{"x", 0, 1, "", true}, {"x", 1, 2, "bb", true}}, {{"x", 0, 1, "bb", true}}},
	 {2, 0},
	 "bbcdef"},
	{"the same repair in another place that moved there",
	 {{{"x", 0, 1, "", true}, {"x", 1, 2, "B", true}}, {{"x", 1, 2, "B", true}}},
	 {2, 1},
	 "BBdef"},
	{"the same repair inside of what another one wrote",
	 {{{"x", 0, 1, "cc", true}, {"x", 2, 3, "C", true}}, {{"x", 1, 2, "C", true}}},
	 {2, 1},
	 "cCbCdef"},
	{"the same bytes go again: that has an end",
	 {{{"x", 1, 2, "", true}, {"x", 2, 3, "b", true}}, {{"x", 1, 2, "", true}}},
	 {2, 1},
	 "adef"},
	{"there and back", {{{"x", 1, 2, "B", true}}, {{"x", 1, 2, "b", true}}}, {1, 1}, "abcdef"},
	{"a place outside of the text", {{{"x", 4, 9, "B", true}}, {{"x", 7, 7, "B", true}}}, {0, 0}, "abcdef"},
};

static void rounds_by_hand(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rounds); i++) {
		struct fix f = {0};
		struct buf out = BUF_INIT;

		for (size_t n = 0; n < 2; n++)
			expect_number(rounds[i].reason, go(&f, "abcdef", rounds[i].rows[n]), rounds[i].made[n]);
		expect_text(rounds[i].reason, text_of(&f, "x", "abcdef"), rounds[i].want);
		if (f.files.len) {
			edits_apply(STR("abcdef"), &f.files.at[0]->edits, &out);
			expect_text(rounds[i].reason, buf_str(&out), rounds[i].want);
			expect_number(rounds[i].reason, f.files.at[0]->repairs, rounds[i].made[0] + rounds[i].made[1]);
		}
		buf_clear(&out);
		fix_clear(&f);
	}
}

/* Two checks that want the contrary of one another. */
static void there_and_back_for_ever(void **state)
{
	const struct row to[ROWS] = {{"x", 1, 2, "B", true}}, back[ROWS] = {{"x", 1, 2, "b", true}};
	struct fix f = {0};

	(void)state;
	expect_number("there", go(&f, "abcdef", to), 1);
	expect_number("back", go(&f, "abcdef", back), 1);
	expect_number("not there again", go(&f, "abcdef", to), 0);
	expect_text("as it was", text_of(&f, "x", ""), "abcdef");
	fix_clear(&f);
}

/* One that grows at every turn is known again where another repair has moved it. */
static void a_circle_that_moves(void **state)
{
	const struct row grow[ROWS] = {{"x", 4, 5, "ee", true}}, before[ROWS] = {{"x", 0, 3, "", true}};
	const struct row again[ROWS] = {{"x", 1, 2, "ee", true}}, more[ROWS] = {{"x", 0, 0, "zzzz", true}};
	const struct row further[ROWS] = {{"x", 8, 9, "ee", true}};
	struct fix f = {0};

	(void)state;
	expect_number("it grows", go(&f, "abcdef", grow), 1);
	expect_number("it moves", go(&f, "abcdef", before), 1);
	expect_text("where it is now", text_of(&f, "x", ""), "deef");
	expect_number("not again", go(&f, "abcdef", again), 0);
	fix_clear(&f);
	f = (struct fix){0};
	expect_number("it grows", go(&f, "abcdef", grow), 1);
	expect_number("it moves on", go(&f, "abcdef", more), 1);
	expect_text("where it is now", text_of(&f, "x", ""), "zzzzabcdeef");
	expect_number("not again, either", go(&f, "abcdef", further), 0);
	fix_clear(&f);
}

/* What is wrong with a file's name has a source of that path without bytes, and comes first. */
static void a_problem_of_the_whole_file(void **state)
{
	struct arena a = ARENA_INIT;
	struct fix f = {0};
	struct diags dg = {0};

	(void)state;
	diag_add(&dg, RULE_FILE_NAME, (struct place){.source = source_new(&a, STR("x"), STR(""))}, STR_NONE,
		 MSG(LINK_EMPTY));
	diag_add_sure(&dg, RULE_MIXED_SCRIPT, (struct place){source_new(&a, STR("x"), STR("abcdef")), 3, 4}, STR("D"),
		      MSG(LINK_EMPTY));
	diags_sort(&dg);
	expect_number("made", fix_repair(&f, &dg), 1);
	expect_text("the text", text_of(&f, "x", ""), "abcDef");
	diags_clear(&dg);
	fix_clear(&f);
	arena_clear(&a);
}

static void several_files(void **state)
{
	const struct row rows[2][ROWS] = {
		{{"z", 0, 1, "Z", true}, {"a", 0, 1, "A", true}, {"a", 5, 6, "F", true}, {"m", 0, 1, "M", false}},
		{{"m", 0, 1, "M", true}, {"z", 1, 2, "Z", true}},
	};
	struct fix f = {0};

	(void)state;
	expect_number("the first round", go(&f, "abcdef", rows[0]), 3);
	expect_number("the second round", go(&f, "abcdef", rows[1]), 2);
	expect_number("files", f.files.len, 3);
	expect_text("a", text_of(&f, "a", "abcdef"), "AbcdeF");
	expect_text("m", text_of(&f, "m", "abcdef"), "Mbcdef");
	expect_text("z", text_of(&f, "z", "abcdef"), "ZZcdef");
	fix_clear(&f);
}

/* A source whose bytes are not those that the rounds have: its places mean nothing here. */
static void a_strange_source(void **state)
{
	const struct row rows[ROWS] = {{"x", 1, 2, "B", true}};
	struct arena a = ARENA_INIT;
	struct fix f = {0};
	struct diags dg = {0};

	(void)state;
	go(&f, "abcdef", rows);
	diag_add_sure(&dg, RULE_MIXED_SCRIPT, (struct place){source_new(&a, STR("x"), STR("abcdef")), 3, 4}, STR("D"),
		      MSG(LINK_EMPTY));
	expect_number("not made", fix_repair(&f, &dg), 0);
	expect_text("as it was", text_of(&f, "x", ""), "aBcdef");
	diags_clear(&dg);
	fix_clear(&f);
	arena_clear(&a);
}

/* ---- on a folder ---- */

#define MARK "\xEF\xBB\xBF"

static struct build build_of(struct fixture *f)
{
	return (struct build){.request = {.content = f->folder, .templates = TEMPLATES, .check_only = true}};
}

static void put_site(struct fixture *f)
{
	put(f, "site.yaml", MARK "languages: [ru]\r\nname: Помощь\r\n");
	put(f, "links.ru.md", MARK "[portal]: https://egov.kz/\n");
	put(f, "pay/_index.ru.md", "---\ntitle: Оплата\n---\n");
	put(f, "pay/a.ru.md", MARK "---\ntitle: Вопрос\n---\nОтвет на [портале][portal]");
}

static struct str on_disk(struct fixture *f, const char *name)
{
	struct str bytes = STR("");

	assert_int_equal(fs_read(AT_FDCWD, path_of(f, name).at, 1 << 20, &f->arena, &bytes), 0);
	return bytes;
}

static size_t told_of(const struct build *b, enum rule_id rule)
{
	size_t n = 0;

	for (size_t i = 0; i < b->dg.list.len; i++)
		n += b->dg.list.at[i].rule == rule;
	return n;
}

static void repairs_are_read_and_written(void **state)
{
	struct fixture *x = *state;
	struct build b = build_of(x);
	struct fix f = {0};

	put_site(x);
	fix_run(&f, &b);
	assert_false(b.why.set);
	expect_number("files, sorted", f.files.len, 3);
	expect_text("first", below(x, f.files.at[0]->path), "links.ru.md");
	expect_text("last", below(x, f.files.at[2]->path), "site.yaml");
	expect_number("what is left is told of the repaired texts", told_of(&b, RULE_BYTE_ORDER_MARK), 0);
	expect_text("nothing is written yet", on_disk(x, "pay/a.ru.md"),
		    MARK "---\ntitle: Вопрос\n---\nОтвет на [портале][portal]");
	assert_true(fix_write(&f, &b));
	expect_text("an answer", on_disk(x, "pay/a.ru.md"), "---\ntitle: Вопрос\n---\nОтвет на [портале][portal]");
	expect_text("shared links", on_disk(x, "links.ru.md"), "[portal]: https://egov.kz/\n");
	expect_text("settings", on_disk(x, "site.yaml"), "languages: [ru]\r\nname: Помощь\r\n");
	build_clear(&b);
	fix_clear(&f);
	b = build_of(x);
	fix_run(&f, &b);
	expect_number("a second time there is nothing", f.files.len, 0);
	build_clear(&b);
	fix_clear(&f);
}

static void only_the_rules_asked_for(void **state)
{
	struct fixture *x = *state;
	struct build b = build_of(x);
	struct fix f = {0};

	put_site(x);
	b.request.rules = "links";
	fix_run(&f, &b);
	expect_number("no file", f.files.len, 0);
	build_clear(&b);
	fix_clear(&f);
}

static void one_file_that_changed_does_not_lose_the_others(void **state)
{
	struct fixture *x = *state;
	struct build b = build_of(x);
	struct fix f = {0};

	put_site(x);
	fix_run(&f, &b);
	put(x, "pay/a.ru.md", MARK "---\ntitle: Другой вопрос\n---\n[Нет](none.md)\n");
	assert_false(fix_write(&f, &b));
	assert_false(f.files.at[0]->why.set);
	expect_text("the changed file", below(x, f.files.at[1]->path), "pay/a.ru.md");
	expect_number("is told", f.files.at[1]->why.message.id, MSG_FIX_CHANGED);
	expect_text("the others are written", on_disk(x, "site.yaml"), "languages: [ru]\r\nname: Помощь\r\n");
	expect_number("what is left is what the disk has", told_of(&b, RULE_BYTE_ORDER_MARK), 1);
	expect_number("the other problem too", told_of(&b, RULE_DEAD_LINK), 1);
	build_clear(&b);
	fix_clear(&f);
}

static void a_refusal_repairs_nothing(void **state)
{
	struct fixture *x = *state;
	struct build b = build_of(x);
	struct fix f = {0};

	put_site(x);
	b.request.templates = "no-such-folder";
	fix_run(&f, &b);
	assert_true(b.why.set);
	expect_number("no file", f.files.len, 0);
	build_clear(&b);
	fix_clear(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rounds_by_hand),
		cmocka_unit_test(there_and_back_for_ever),
		cmocka_unit_test(a_circle_that_moves),
		cmocka_unit_test(a_problem_of_the_whole_file),
		cmocka_unit_test(several_files),
		cmocka_unit_test(a_strange_source),
		TEST(repairs_are_read_and_written),
		TEST(only_the_rules_asked_for),
		TEST(one_file_that_changed_does_not_lose_the_others),
		TEST(a_refusal_repairs_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
