/* The catalogue in three languages, the rules' descriptions, and how a message becomes text. */
#include "expect.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/format.h"
#include "base/utf8.h"
#include "diag/rule.h"
#include "text/fold.h"

static const char *const names[] = {
#define MESSAGE(id, en, ru, kk) [MSG_##id] = #id,
#include "diag/messages.def"
#undef MESSAGE
};

static const char *const refusals[][MESSAGES_COUNT] = {
#define ERRNO(code, en, ru, kk) {[MESSAGES_EN] = en, [MESSAGES_RU] = ru, [MESSAGES_KK] = kk},
#include "diag/errno.def"
#undef ERRNO
};

static const char *const languages[] = {[MESSAGES_EN] = "English", [MESSAGES_RU] = "Russian", [MESSAGES_KK] = "Kazakh"};

/* The alphabet of a letter: 'l' Latin, 'c' Cyrillic, 0 anything else. */
static char alphabet(uint32_t point)
{
	if ((point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z'))
		return 'l';
	return point >= 0x400 && point < 0x530 ? 'c' : 0;
}

static size_t letters_of(struct str text, char wanted)
{
	uint32_t point;
	size_t n = 0;

	for (size_t at = 0; at < text.len;) {
		at += utf8_decode(text, at, &point);
		n += alphabet(point) == wanted;
	}
	return n;
}

/* A c or an o typed on the wrong keyboard: it looks right and no search finds the word. */
static bool mixes_alphabets_in_a_word(struct str text)
{
	char before = 0;
	uint32_t point;

	for (size_t at = 0; at < text.len;) {
		char now;

		at += utf8_decode(text, at, &point);
		now = alphabet(point);
		if (before && now && before != now)
			return true;
		before = now;
	}
	return false;
}

static void expect_language(const char *name, enum messages lang, const char *text)
{
	struct str s = str_of(text);

	if (!s.len)
		fail_msg("%s has no text in %s", name, languages[lang]);
	if (str_trim(s).len != s.len)
		fail_msg("%s in %s begins or ends with white space", name, languages[lang]);
	if (utf8_valid_until(s) != s.len || !fold_is_nfc(s))
		fail_msg("%s in %s is no UTF-8 in normal form C", name, languages[lang]);
	/* English texts may name Cyrillic letters and words, the others Latin ones. */
	if (lang == MESSAGES_EN ? letters_of(s, 'l') <= letters_of(s, 'c') : letters_of(s, 'c') == 0)
		fail_msg("%s is not in %s", name, languages[lang]);
	if (mixes_alphabets_in_a_word(s))
		fail_msg("%s in %s: a word has Latin and Cyrillic letters: %s", name, languages[lang], text);
}

static void every_text_is_there_in_its_language(void **state)
{
	(void)state;
	assert_int_equal(COUNT(names), MSG_COUNT);
	for (unsigned l = 0; l < MESSAGES_COUNT; l++) {
		for (unsigned i = 0; i < MSG_COUNT; i++)
			expect_language(names[i], (enum messages)l,
					message_pattern((enum message_id)i, (enum messages)l));
		for (unsigned i = 0; i < COUNT(refusals); i++)
			expect_language(refusals[i][MESSAGES_EN], (enum messages)l, refusals[i][l]);
	}
}

/* One bit for each argument that the pattern names. */
static unsigned arguments_of(const char *pattern)
{
	unsigned set = 0;

	for (const char *p = pattern; (p = strchr(p, '{')); p++)
		if (p[1] >= '1' && p[1] <= '9')
			set |= 1U << (p[1] - '1');
	return set;
}

static void every_language_has_the_same_arguments(void **state)
{
	(void)state;
	for (unsigned i = 0; i < MSG_COUNT; i++) {
		unsigned want = arguments_of(message_pattern((enum message_id)i, MESSAGES_EN));

		if (want & (want + 1))
			fail_msg("%s names an argument and not the one before it", names[i]);
		for (unsigned l = 0; l < MESSAGES_COUNT; l++) {
			const char *pattern = message_pattern((enum message_id)i, (enum messages)l);

			if (!format_right(str_of(pattern), MESSAGE_ARGS))
				fail_msg("%s in %s: a placeholder is wrong: %s", names[i], languages[l], pattern);
			if (arguments_of(pattern) != want)
				fail_msg("%s in %s has other arguments than in English: %s", names[i], languages[l],
					 pattern);
		}
	}
}

/* The number of forms of the placeholder that begins at p, "{1:a|b}"; 0 for "{1}". */
static unsigned forms_of(const char *p)
{
	unsigned n = 1;

	if (p[1] == '\0' || p[2] != ':')
		return 0;
	for (; *p && *p != '}'; p++)
		n += *p == '|';
	return n;
}

static void every_language_has_its_forms(void **state)
{
	static const unsigned want[] = {[MESSAGES_EN] = 2, [MESSAGES_RU] = 3, [MESSAGES_KK] = 1};
	unsigned seen = 0;

	(void)state;
	for (unsigned i = 0; i < MSG_COUNT; i++)
		for (unsigned l = 0; l < MESSAGES_COUNT; l++) {
			const char *pattern = message_pattern((enum message_id)i, (enum messages)l);

			for (const char *p = pattern; (p = strchr(p, '{')); p++) {
				unsigned n = forms_of(p);

				seen += n > 0;
				if (n && n != want[l])
					fail_msg("%s in %s: %u forms, not %u: %s", names[i], languages[l], n, want[l],
						 p);
			}
		}
	assert_true(seen > 0);
}

static void texts(void **state)
{
	/* Parts of a text, so that a better wording does not break them. */
	static const struct {
		const char *reason;
		enum messages lang;
		struct message message;
		const char *want;
	} rows[] = {
		{"an argument", MESSAGES_RU, {.id = MSG_DID_YOU_MEAN, .arg = {{"title", 5}}}, "'title'"},
		{"English forms", MESSAGES_EN, {.id = MSG_SUMMARY, .arg = {{"1", 1}, {"0", 1}}}, "0 warnings"},
		{"Russian, few", MESSAGES_RU, {.id = MSG_SUMMARY, .arg = {{"22", 2}, {"1", 1}}}, "22 ошибки"},
		{"Russian, many", MESSAGES_RU, {.id = MSG_SUMMARY, .arg = {{"11", 2}, {"1", 1}}}, "11 ошибок"},
		{"Kazakh has no forms", MESSAGES_KK, {.id = MSG_SUMMARY, .arg = {{"2", 1}, {"1", 1}}}, "2 қате"},
		{"an errno takes the place of argument 2",
		 MESSAGES_EN,
		 {.id = MSG_CANNOT_READ, .arg = {{"a", 1}, {"x", 1}}, .error = ENOENT},
		 "a: it does not exist;"},
		{"in the message's language",
		 MESSAGES_KK,
		 {.id = MSG_CANNOT_READ, .arg = {{"a", 1}}, .error = EACCES},
		 ": қолжеткізу құқығы жоқ;"},
		{"one without words of our own has the C library's",
		 MESSAGES_EN,
		 {.id = MSG_CANNOT_READ, .arg = {{"a", 1}}, .error = EXDEV},
		 ": Invalid cross-device link;"},
		{"without an errno argument 2 is itself",
		 MESSAGES_EN,
		 {.id = MSG_CANNOT_READ, .arg = {{"a", 1}, {"x", 1}}},
		 "a: x;"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf out = BUF_INIT;

		buf_add(&out, STR("> "));
		message_text(&rows[i].message, rows[i].lang, &out);
		expect_text("it adds to what was there", str_slice(buf_str(&out), 0, 2), "> ");
		if (!strstr(out.at, rows[i].want))
			fail_msg("%s: \"%s\" is not in: %s", rows[i].reason, rows[i].want, out.at);
		buf_clear(&out);
	}
}

static void kept_arguments_are_copies(void **state)
{
	struct arena a = ARENA_INIT;
	char first[] = "first", fourth[] = "fourth";
	struct message m = MSG(SUMMARY, str_of(first), STR_NONE, STR_NONE, str_of(fourth));

	(void)state;
	m.error = EIO;
	m = message_keep(&a, m);
	first[0] = fourth[0] = '#';
	expect_text("the first", m.arg[0], "first");
	expect_text("an empty one", m.arg[1], "");
	expect_text("the last", m.arg[3], "fourth");
	expect_number("the id", m.id, MSG_SUMMARY);
	expect_number("the errno", (uint64_t)m.error, EIO);
	arena_clear(&a);
}

static void codes(void **state)
{
	static const struct {
		const char *code;
		bool known;
		enum messages want;
	} rows[] = {
		{"en", true, MESSAGES_EN}, {"ru", true, MESSAGES_RU},	{"kk", true, MESSAGES_KK},
		{"", false, MESSAGES_RU},  {"de", false, MESSAGES_RU},	{"EN", false, MESSAGES_RU},
		{"e", false, MESSAGES_RU}, {"kaz", false, MESSAGES_RU}, {"en ", false, MESSAGES_RU},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		enum messages lang = MESSAGES_RU;

		expect_number(rows[i].code, messages_by_code(str_of(rows[i].code), &lang), rows[i].known);
		expect_number(rows[i].code, lang, rows[i].want);
	}
}

static void locales(void **state)
{
	static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	static const struct {
		const char *reason, *values[3]; /* of the variables above; NULL: not set */
		enum messages want;
	} rows[] = {
		{"nothing is set", {NULL, NULL, NULL}, MESSAGES_EN},
		{"LANG", {NULL, NULL, "ru_RU.UTF-8"}, MESSAGES_RU},
		{"LC_MESSAGES before LANG", {NULL, "kk_KZ.UTF-8", "ru_RU.UTF-8"}, MESSAGES_KK},
		{"LC_ALL before both", {"ru_KZ", "kk_KZ.UTF-8", "en_GB"}, MESSAGES_RU},
		{"an empty one does not count", {"", "", "kk_KZ"}, MESSAGES_KK},
		{"the code alone", {NULL, NULL, "kk"}, MESSAGES_KK},
		{"the plain locale of C is English", {"C", NULL, "ru_RU"}, MESSAGES_EN},
		{"a language that is none of ours is English", {NULL, NULL, "de_DE.UTF-8"}, MESSAGES_EN},
		{"and hides those after it", {NULL, "de_DE.UTF-8", "ru_RU.UTF-8"}, MESSAGES_EN},
	};
	char *before[COUNT(variables)];

	(void)state;
	for (size_t v = 0; v < COUNT(variables); v++)
		before[v] = getenv(variables[v]) ? str_dup(str_of(getenv(variables[v]))) : NULL;
	for (size_t i = 0; i < COUNT(rows); i++) {
		for (size_t v = 0; v < COUNT(variables); v++) {
			unsetenv(variables[v]);
			if (rows[i].values[v])
				setenv(variables[v], rows[i].values[v], 1);
		}
		expect_number(rows[i].reason, messages_of_locale(), rows[i].want);
	}
	for (size_t v = 0; v < COUNT(variables); v++) {
		unsetenv(variables[v]);
		if (before[v])
			setenv(variables[v], before[v], 1);
		free(before[v]);
	}
}

static bool is_id(struct str id)
{
	for (size_t i = 0; i < id.len; i++)
		if ((id.at[i] < 'a' || id.at[i] > 'z') && id.at[i] != '-')
			return false;
	return id.len > 0 && !str_starts(id, STR("-")) && !str_ends(id, STR("-"));
}

static void rules(void **state)
{
	(void)state;
	for (unsigned i = 0; i < RULE_COUNT; i++) {
		const struct rule *r = rule_of((enum rule_id)i);

		if (!is_id(r->id) || !is_id(r->group))
			fail_msg("rule %u: the id \"%s\" or the group \"%s\" is not of a-z and hyphens", i, r->id.at,
				 r->group.at);
		for (unsigned l = 0; l < MESSAGES_COUNT; l++)
			expect_language(r->id.at, (enum messages)l, r->about[l]);
		for (unsigned j = 0; j < RULE_COUNT; j++) {
			const struct rule *other = rule_of((enum rule_id)j);

			if (i != j && str_eq(r->id, other->id))
				fail_msg("two rules have the id %s", r->id.at);
			if (str_eq(r->id, other->group) && !str_eq(r->id, r->group))
				fail_msg("%s is a rule and the group of others", r->id.at);
			expect_number(r->id.at, rule_named((enum rule_id)j, r->id),
				      i == j || str_eq(r->id, other->group));
			expect_number(r->id.at, rule_named((enum rule_id)j, r->group), str_eq(r->group, other->group));
		}
	}
	assert_false(rule_named(RULE_DEAD_LINK, STR("")));
	assert_false(rule_named(RULE_DEAD_LINK, STR("dead")));
}

static void nearest_rules(void **state)
{
	static const struct {
		const char *name, *want;
		bool known;
	} rows[] = {
		{"dead-link", "dead-link", true},
		{"links", "links", true},
		{"dead-lnik", "dead-link", false},
		{"markpu", "markup", false},
		{"fiels", "files", false},
		{"Dead-Link", "dead-link", false},
		{"something-else-entirely", "", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		bool known = !rows[i].known;

		expect_text(rows[i].name, rule_nearest(str_of(rows[i].name), &known), rows[i].want);
		expect_number(rows[i].name, known, rows[i].known);
	}
}

static void level_words(void **state)
{
	(void)state;
	expect_text("programs read it", level_word(LEVEL_NOTE), "note");
	expect_text("programs read it", level_word(LEVEL_WARNING), "warning");
	expect_text("programs read it", level_word(LEVEL_ERROR), "error");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_text_is_there_in_its_language),
		cmocka_unit_test(every_language_has_the_same_arguments),
		cmocka_unit_test(every_language_has_its_forms),
		cmocka_unit_test(texts),
		cmocka_unit_test(kept_arguments_are_copies),
		cmocka_unit_test(codes),
		cmocka_unit_test(locales),
		cmocka_unit_test(rules),
		cmocka_unit_test(nearest_rules),
		cmocka_unit_test(level_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
