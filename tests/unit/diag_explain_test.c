/* What there is to say of every rule is there, in each language, and fits a terminal. */
#include "expect.h"

#include "base/utf8.h"
#include "diag/explain.h"

static void every_rule(void **state)
{
	(void)state;
	for (unsigned i = 0; i < RULE_COUNT; i++) {
		const struct explanation *e = explanation_of((enum rule_id)i);
		const char *id = rule_of((enum rule_id)i)->id.at;

		if (!e->wrong || !*e->wrong || !e->right || !*e->right || strcmp(e->wrong, e->right) == 0)
			fail_msg("%s has no two examples in explain.def", id);
		for (int l = 0; l < MESSAGES_COUNT; l++)
			if (!e->repair[l] || !*e->repair[l])
				fail_msg("%s does not say in explain.def how to repair it", id);
	}
}

/* Bytes that a terminal does not show would make an example useless; the notation is for them. */
static void examples_can_be_seen(void **state)
{
	(void)state;
	for (unsigned i = 0; i < RULE_COUNT; i++) {
		const struct explanation *e = explanation_of((enum rule_id)i);
		struct str both[] = {str_of(e->wrong), str_of(e->right)};

		for (size_t n = 0; n < COUNT(both); n++)
			expect_number("UTF-8", utf8_valid_until(both[n]), both[n].len);
	}
}

static void wrapped(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	for (unsigned i = 0; i < RULE_COUNT; i++)
		for (int l = 0; l < MESSAGES_COUNT; l++) {
			struct str rest, line;

			buf_reset(&out);
			explain_rule((enum rule_id)i, (enum messages)l, &out);
			rest = buf_str(&out);
			while (str_split(&rest, '\n', &line)) {
				if (!str_starts(line, STR("    ")) && utf8_count(line) > 80)
					fail_msg("too long: %.*s", STR_ARG(line));
				if (str_ends(line, STR(" ")))
					fail_msg("a space at the end: %.*s", STR_ARG(line));
			}
		}
	buf_clear(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_rule),
		cmocka_unit_test(examples_can_be_seen),
		cmocka_unit_test(wrapped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
