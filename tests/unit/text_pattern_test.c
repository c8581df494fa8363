/* Patterns that editors write: what they find, what is put in its place, and what stops. */
#include "expect.h"

#include "base/buf.h"
#include "text/pattern.h"

static const struct {
	const char *reason, *expression, *text, *replacement, *want; /* "from-to:filled" each */
} rows[] = {
	{"nothing", "x", "", "y", ""},
	{"bytes of the text", "ЦОН", "в ЦОН, ЦОН", "ХҚКО", "3-9:ХҚКО 11-17:ХҚКО"},
	{"case by a flag", "(?i)цон", "ЦОН", "$0!", "0-6:ЦОН!"},
	{"no case without it", "цон", "ЦОН", "", ""},
	{"words by Unicode", "\\bты\\b", "ты, тың, ТЫ", "", "0-4:"},
	{"properties", "\\p{Lu}\\p{Ll}+", "Қазақстан", "", "0-18:"},
	{"groups", "(\\d\\d)-(\\d\\d)", "10-20", "$2-$1", "0-5:20-10"},
	{"a group that took no part", "(a)|(b)", "b", "[$1][$2]", "0-1:[][b]"},
	{"a sign for itself", "a", "a", "$$0 $ $a", "0-1:$0 $ $a"},
	{"a look behind sees what was passed", "(?<=a)b", "ab", "", "1-2:"},
	{"\\K moves the beginning", "a\\Kb", "ab", "$0", "1-2:b"},
	{"more groups than nine", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)", "abcdefghijk", "$9", "0-11:i"},
};

static void finding(void **state)
{
	struct pattern_space *space = pattern_space_new();
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pattern_fault fault;
		struct pattern *p = pattern_compile(str_of(rows[i].expression), &fault);
		struct str text = str_of(rows[i].text);
		struct pattern_match m = {0, 0};
		struct buf got = BUF_INIT;

		assert_non_null(p);
		for (size_t at = 0; pattern_find(p, space, text, at, &m) == PATTERN_FOUND; at = m.to)
			buf_addf(&got, "%s%zu-%zu:%.*s", got.len ? " " : "", m.from, m.to,
				 STR_ARG(pattern_fill(space, text, str_of(rows[i].replacement), &a)));
		expect_text(rows[i].reason, buf_str(&got), rows[i].want);
		buf_clear(&got);
		pattern_free(p);
	}
	pattern_space_free(space);
	arena_clear(&a);
}

static void wrong(void **state)
{
	static const char *const bad[] = {"Как (дела", "[а-", "a{2,1}", "\\C", "(?<n", "*"};
	struct pattern_fault fault;
	char longest[PATTERN_LONGEST + 2];

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		if (pattern_compile(str_of(bad[i]), &fault))
			fail_msg("%s is no pattern", bad[i]);
		if (!fault.words[0] || fault.at > strlen(bad[i]))
			fail_msg("%s: nothing is said, or behind its end", bad[i]);
	}
	memset(longest, 'a', sizeof longest);
	assert_null(pattern_compile((struct str){longest, PATTERN_LONGEST + 1}, &fault));
	assert_null(pattern_compile(STR("a("), &fault));
	expect_number("the place where it breaks off", fault.at, 2);
}

static void groups(void **state)
{
	struct pattern_fault fault;
	struct pattern *p = pattern_compile(STR("(a)(?:b)(?<n>c)"), &fault);

	(void)state;
	assert_non_null(p);
	expect_number("groups that count", pattern_groups(p), 2);
	expect_number("right", pattern_fill_fault(p, STR("$0 $1 $2 $$9 $")), SIZE_MAX);
	expect_number("a third one", pattern_fill_fault(p, STR("a $3")), 2);
	pattern_free(p);
}

static void stopping(void **state)
{
	static char text[4096];
	struct pattern_space *space = pattern_space_new();
	struct pattern_fault fault;
	struct pattern *runs_away = pattern_compile(STR("((a|aa)+)+[!#]"), &fault);
	struct pattern *deep = pattern_compile(STR("(?:a|\\s)*b"), &fault);
	struct pattern_match m;

	(void)state;
	memset(text, 'a', sizeof text - 1);
	assert_non_null(runs_away);
	assert_non_null(deep);
	expect_number("without an end", pattern_find(runs_away, space, STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?"), 0, &m),
		      PATTERN_STOPPED);
	expect_number("a short text is no trouble", pattern_find(runs_away, space, STR("aaa!"), 0, &m), PATTERN_FOUND);
	text[sizeof text - 2] = 'b';
	expect_number("a whole paragraph in one match", pattern_find(deep, space, str_of(text), 0, &m), PATTERN_FOUND);
	expect_number("of its length", m.to, sizeof text - 1);
	pattern_free(runs_away);
	pattern_free(deep);
	pattern_space_free(space);
	pattern_space_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finding),
		cmocka_unit_test(wrong),
		cmocka_unit_test(groups),
		cmocka_unit_test(stopping),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
