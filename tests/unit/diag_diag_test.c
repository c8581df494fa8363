/* Diagnostics as data: their order, what counts as said twice, joining; and failures, of which the first stays. */
#include "expect.h"

#include <errno.h>
#include <stdlib.h>

#include "diag/diag.h"
#include "diag/failure.h"

/* Two texts that all rows lie in. */
struct texts {
	struct arena arena;
	const struct source *a, *b;
};

static int set_up(void **state)
{
	struct texts *t = calloc(1, sizeof *t);

	if (!t)
		return -1;
	t->a = source_new(&t->arena, STR("content/a.md"), STR("0123456789"));
	t->b = source_new(&t->arena, STR("content/b.md"), STR("0123456789"));
	*state = t;
	return 0;
}

static int tear_down(void **state)
{
	struct texts *t = *state;

	arena_clear(&t->arena);
	free(t);
	return 0;
}

static const struct row {
	const char *reason;
	int text; /* 'a' or 'b' */
	size_t from, to;
	enum rule_id rule;
	enum message_id message;
	const char *arg[2], *repair;
} sorted[] = {
	{"the first path", 'a', 1, 3, RULE_DEAD_LINK, MSG_LINK_DEAD, {"x"}, ""},
	{"the same path: the place", 'a', 2, 3, RULE_DEAD_LINK, MSG_LINK_DEAD, {"x"}, ""},
	{"the same place: the rule", 'a', 2, 3, RULE_DEAD_ANCHOR, MSG_ANCHOR_DEAD, {"x"}, ""},
	{"the same rule: the place's end", 'a', 2, 4, RULE_DEAD_ANCHOR, MSG_ANCHOR_DEAD, {"x"}, ""},
	{"the rule goes before the end", 'a', 3, 9, RULE_RAW_HTML, MSG_RAW_HTML, {"x"}, ""},
	{"although this ends earlier", 'a', 3, 4, RULE_DEAD_LINK, MSG_LINK_EMPTY, {NULL}, ""},
	{"the same end: the message", 'a', 3, 4, RULE_DEAD_LINK, MSG_LINK_DRAFT, {"x"}, ""},
	{"the same message: its words", 'a', 3, 4, RULE_DEAD_LINK, MSG_LINK_DRAFT, {"y"}, ""},
	{"then the next word", 'a', 3, 4, RULE_DEAD_LINK, MSG_LINK_DRAFT, {"y", "b"}, ""},
	{"then the repair", 'a', 3, 4, RULE_DEAD_LINK, MSG_LINK_DRAFT, {"y", "b"}, "r"},
	{"a number, not its digits", 'a', 10, 10, RULE_DEAD_LINK, MSG_LINK_DEAD, {"x"}, ""},
	{"the second path after all of the first", 'b', 0, 1, RULE_DEAD_LINK, MSG_LINK_DEAD, {"x"}, ""},
};

static void add(struct diags *dg, const struct texts *t, const struct row *r)
{
	struct place p = {r->text == 'a' ? t->a : t->b, r->from, r->to};
	struct message m = {.id = r->message, .arg = {str_of(r->arg[0]), str_of(r->arg[1])}};

	diag_add(dg, r->rule, p, str_of(r->repair), m);
}

static void expect_row(const struct texts *t, const struct diag *d, const struct row *r)
{
	assert_ptr_equal(d->place.source, r->text == 'a' ? t->a : t->b);
	expect_number(r->reason, d->place.from, r->from);
	expect_number(r->reason, d->place.to, r->to);
	expect_number(r->reason, d->rule, r->rule);
	expect_number(r->reason, d->message.id, r->message);
	expect_bytes(r->reason, d->message.arg[0], str_of(r->arg[0]));
	expect_bytes(r->reason, d->message.arg[1], str_of(r->arg[1]));
	expect_text(r->reason, d->repair, r->repair);
}

static void sorting(void **state)
{
	const struct texts *t = *state;

	/* Added in several orders, each row twice or thrice, they come out once and in order. */
	for (size_t step = 1; step < 12; step += 2) {
		struct diags dg = {0};

		for (size_t i = 0; i < COUNT(sorted) * 3; i++)
			add(&dg, t, &sorted[(i * step + step) % COUNT(sorted)]);
		for (size_t i = COUNT(sorted); i-- > 0;)
			add(&dg, t, &sorted[i]);
		diags_sort(&dg);
		expect_number("as many as rows", dg.list.len, COUNT(sorted));
		for (size_t i = 0; i < COUNT(sorted); i++)
			expect_row(t, &dg.list.at[i], &sorted[i]);
		diags_clear(&dg);
	}
}

static void sorting_nothing(void **state)
{
	struct diags dg = {0};

	(void)state;
	diags_sort(&dg);
	expect_number("none", dg.list.len, 0);
	expect_number("no errors", diags_count(&dg, LEVEL_ERROR), 0);
	diags_clear(&dg);
	diags_clear(&dg);
}

static void arguments_are_copied(void **state)
{
	const struct texts *t = *state;
	char word[] = "word", repair[] = "repair";
	struct diags dg = {0};

	diag_add(&dg, RULE_DEAD_LINK, (struct place){t->a, 0, 1}, str_of(repair), MSG(LINK_DEAD, str_of(word)));
	memset(word, '#', sizeof word - 1);
	memset(repair, '#', sizeof repair - 1);
	expect_text("the argument", dg.list.at[0].message.arg[0], "word");
	expect_text("the repair", dg.list.at[0].repair, "repair");
	diags_clear(&dg);
}

static void joining(void **state)
{
	const struct texts *t = *state;
	struct diags all = {0}, slots[3] = {0};
	const size_t want[] = {5, 3, 1, 4, 0};

	add(&all, t, &sorted[5]);
	add(&slots[0], t, &sorted[3]);
	add(&slots[0], t, &sorted[1]);
	add(&slots[2], t, &sorted[4]);
	add(&slots[2], t, &sorted[0]);
	for (size_t i = 0; i < COUNT(slots); i++) {
		diags_join(&all, &slots[i]);
		expect_number("what was joined is empty", slots[i].list.len, 0);
		assert_null(slots[i].arena.last);
	}
	expect_number("all of them", all.list.len, COUNT(want));
	for (size_t i = 0; i < COUNT(want); i++)
		expect_row(t, &all.list.at[i], &sorted[want[i]]);
	add(&slots[0], t, &sorted[2]);
	diags_join(&all, &slots[0]);
	expect_row(t, &all.list.at[COUNT(want)], &sorted[2]);
	diags_clear(&all);
}

static void counting(void **state)
{
	const struct texts *t = *state;
	struct diags dg = {0};
	size_t want[] = {[LEVEL_NOTE] = 0, [LEVEL_WARNING] = 0, [LEVEL_ERROR] = 0};

	for (unsigned i = 0; i < RULE_COUNT; i++) {
		diag_add(&dg, (enum rule_id)i, (struct place){t->a, 0, 1}, STR_NONE, MSG(LINK_EMPTY));
		want[rule_of((enum rule_id)i)->level]++;
	}
	assert_true(want[LEVEL_ERROR] > 0 && want[LEVEL_WARNING] > 0);
	expect_number("errors", diags_count(&dg, LEVEL_ERROR), want[LEVEL_ERROR]);
	expect_number("warnings", diags_count(&dg, LEVEL_WARNING), want[LEVEL_WARNING]);
	expect_number("notes", diags_count(&dg, LEVEL_NOTE), want[LEVEL_NOTE]);
	diags_clear(&dg);
}

static void the_first_failure_stays(void **state)
{
	char path[] = "path";
	struct failure why = FAILURE_NONE, other = FAILURE_NONE;

	(void)state;
	assert_false(failure_errno(&why, MSG_CANNOT_READ, str_of(path), ENOENT));
	path[0] = '#';
	assert_true(why.set);
	assert_false(failure_set(&why, MSG(OPTION_NO_VALUE, STR("jobs"))));
	expect_number("the first message", why.message.id, MSG_CANNOT_READ);
	expect_text("its argument, copied", why.message.arg[0], "path");
	expect_number("its errno", (uint64_t)why.message.error, ENOENT);
	failure_set(&other, MSG(OPTION_NO_VALUE, STR("jobs")));
	failure_join(&why, &other);
	expect_number("a joined one comes second", why.message.id, MSG_CANNOT_READ);
	assert_false(other.set);
	failure_join(&other, &why);
	assert_false(why.set);
	assert_true(other.set);
	expect_text("moved with its argument", other.message.arg[0], "path");
	failure_join(&other, &why);
	expect_text("nothing moves nothing", other.message.arg[0], "path");
	failure_clear(&other);
	assert_false(other.set);
	failure_clear(&why);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(sorting),	cmocka_unit_test(sorting_nothing),	   TEST(arguments_are_copied), TEST(joining),
		TEST(counting), cmocka_unit_test(the_first_failure_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
