/* Anchors: the ids that a text's headings and steps have on the page, and no others. */
#include "markup_fixture.h"

/* Three headings; lists of 3, 2 and 1 items. */
static const char text[] = "## a\n\n1. b\n   1. c\n   2. d\n2. e\n3. f\n\n### g\n\n- h\n  1. i\n\n### j\n";

static struct markup_href nowhere(void *ctx, const struct markup_link *link)
{
	(void)ctx, (void)link;
	return (struct markup_href){0};
}

static void known(void **state)
{
	static const struct {
		const char *reason, *anchor;
		bool there;
	} rows[] = {
		{"the first heading", "part-1", true},
		{"the last heading", "part-3", true},
		{"a heading too many", "part-4", false},
		{"headings count from 1", "part-0", false},
		{"a step of the first list", "step-1", true},
		{"its last step", "step-3", true},
		{"a step too many", "step-4", false},
		{"steps count from 1", "step-0", false},
		{"a step of the list inside", "step-2-2", true},
		{"a step too many of the list inside", "step-2-3", false},
		{"a step of the last list", "step-3-1", true},
		{"a list too many", "step-4-1", false},
		{"the first list does not name itself", "step-1-1", false},
		{"no list 0", "step-0-1", false},
		{"no step 0", "step-2-0", false},
		{"zeros before the number", "part-01", false},
		{"zeros before a step's number", "step-03", false},
		{"zeros before a list's number", "step-02-1", false},
		{"zeros before a step's number in a list", "step-2-01", false},
		{"a sign", "part-+1", false},
		{"a space", "part- 1", false},
		{"nothing behind the hyphen", "part-", false},
		{"no step", "step-2-", false},
		{"no list", "step--1", false},
		{"three numbers", "step-2-1-1", false},
		{"a number that only fits after it ran over", "part-18446744073709551617", false},
		{"the same for steps", "step-18446744073709551617", false},
		{"large letters", "Part-1", false},
		{"something behind the number", "part-1x", false},
		{"no anchor at all", "", false},
		{"a word", "support", false},
	};
	struct parsed *p = parse(text, FORM_PLAIN);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (markup_has_anchor(p->m, str_of(rows[i].anchor)) != rows[i].there)
			fail_msg("%s: %s", rows[i].reason, rows[i].anchor);
	parsed_free(p);
}

/* An anchor is known exactly where the page has its id: every id of some hundred, against the written HTML. */
static void same_as_the_page(void **state)
{
	struct markup_style style = {.resolve = nowhere};
	struct parsed *p = parse(text, FORM_PLAIN);
	struct arena a = ARENA_INIT;
	struct buf html = BUF_INIT;
	size_t there = 0;

	(void)state;
	markup_html(p->m, &style, &html);
	for (size_t list = 0; list < 6; list++)
		for (size_t n = 0; n < 6; n++) {
			struct str names[] = {arena_printf(&a, "part-%zu", n), arena_printf(&a, "step-%zu", n),
					      arena_printf(&a, "step-%zu-%zu", list, n)};

			for (size_t i = 0; i < COUNT(names); i++) {
				struct str id = arena_printf(&a, "id=\"%.*s\"", STR_ARG(names[i]));
				bool written = str_find(buf_str(&html), id, 0) != SIZE_MAX;

				assert_int_equal(markup_has_anchor(p->m, names[i]), written);
				there += written && (i == 2 || list == 0);
			}
		}
	assert_int_equal(there, 3 + 3 + 2 + 1);
	arena_clear(&a);
	buf_clear(&html);
	parsed_free(p);
}

static void nearest(void **state)
{
	static const struct row {
		const char *reason, *anchor, *want;
	} rows[] = {
		{"one digit off", "part-9", "part-1"},
		{"a letter off", "stp-2", "step-2"},
		{"letters swapped", "prat-3", "part-3"},
		{"large letters", "Step-2-1", "step-2-1"},
		{"a list that is not there", "step-4-1", "step-2-1"},
		{"near to nothing", "оплата", ""},
	};
	struct parsed *p = parse(text, FORM_PLAIN), *empty = parse("a\n", FORM_PLAIN);
	struct arena a = ARENA_INIT;
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		bad += row_differs(rows[i].reason, rows[i].anchor,
				   markup_nearest_anchor(p->m, str_of(rows[i].anchor), &a), rows[i].want);
	bad += row_differs("a text without headings and steps", "part-1",
			   markup_nearest_anchor(empty->m, STR("part-1"), &a), "");
	assert_int_equal(bad, 0);
	arena_clear(&a);
	parsed_free(p);
	parsed_free(empty);
}

static void nothing_to_name(void **state)
{
	struct parsed *p = parse("- a\n- b\n", FORM_PLAIN);

	(void)state;
	assert_false(markup_has_anchor(p->m, STR("part-1")));
	assert_false(markup_has_anchor(p->m, STR("step-1")));
	assert_false(markup_has_anchor(p->m, STR_NONE));
	parsed_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known),
		cmocka_unit_test(same_as_the_page),
		cmocka_unit_test(nearest),
		cmocka_unit_test(nothing_to_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
