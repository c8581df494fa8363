/* Texts without their markup: a line a paragraph, steps with their numbers. */
#include "markup_fixture.h"

static const struct {
	const char *reason, *text, *want;
} rows[] = {
	{"nothing", "", ""},
	{"a paragraph", "Сәлем, *әлем* **бүгін**.\n", "Сәлем, әлем бүгін.\n"},
	{"two", "a\n\nb\n", "a\nb\n"},
	{"lines of a paragraph are one", "a\nb  \nc\n", "a b c\n"},
	{"a heading is a line", "## A `b`\n\nc\n", "A b\nc\n"},
	{"a link is its words", "[a](b.md) <https://c.kz>\n", "a https://c.kz\n"},
	{"a picture is its description", "![a](b.png)\n", "a\n"},
	{"steps", "1. a\n2. b\n", "1. a\n2. b\n"},
	{"steps have the numbers that pages show", "3. a\n4. b\n", "3. a\n4. b\n"},
	{"steps far apart", "1. a\n\n2. b\n\n   c\n", "1. a\n2. b\nc\n"},
	{"bullets", "- a\n- b\n", "- a\n- b\n"},
	{"a list in a step", "1. a\n   - b\n   - c\n2. d\n", "1. a\n- b\n- c\n2. d\n"},
	{"a block loses its marker", "> [!NOTE]\n> a\n", "a\n"},
	{"a quote", "> a\n>\n> b\n", "a\nb\n"},
	{"code lines stay", "```\na\n b\n```\nc\n", "a\n b\nc\n"},
	{"comments are not for readers", "a <!-- b -->\n\n<!-- c -->\n\nd\n", "a \nd\n"},
	{"signs are signs", "&lt;b> \\*a\\* & \"\n", "<b> *a* & \"\n"},
	{"a row is a line", "| a | *b* |\n|---|---|\n| 1 | 2 | <!-- c -->\n||2|\n", "a | b\n1 | 2\n | 2\n"},
	{"a rule says nothing", "a\n\n---\n\nb\n", "a\nb\n"},
	{"definitions are not said", "[a]\n\n[a]: b.md\n", "a\n"},
};

static void plain(void **state)
{
	size_t bad = 0;

	(void)state;
	for (enum form form = 0; form < FORM_COUNT; form++) {
		for (size_t i = 0; i < COUNT(rows); i++) {
			struct parsed *p = parse(rows[i].text, form);
			struct buf got = BUF_INIT;

			markup_lines(p->m, &got);
			bad += row_differs(rows[i].reason, rows[i].text, buf_str(&got), rows[i].want);
			buf_clear(&got);
			parsed_free(p);
		}
	}
	assert_int_equal(bad, 0);
}

/* What stands in the buffer before is another's. */
static void behind_other_text(void **state)
{
	struct parsed *p = parse("1. a\n", FORM_PLAIN);
	struct buf got = BUF_INIT;

	(void)state;
	buf_add(&got, STR("x"));
	markup_lines(p->m, &got);
	assert_true(str_eq(buf_str(&got), STR("x1. a\n")));
	buf_clear(&got);
	parsed_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain),
		cmocka_unit_test(behind_other_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
