/* site.yaml: what holds without it, every key, what is refused and where, and the forms of a base address. */
#include "site_rows.h"

#include "site/settings.h"

struct loaded {
	struct arena arena;
	struct diags dg;
	struct settings s;
};

static struct loaded *load(struct str text, size_t from)
{
	struct loaded *l = calloc(1, sizeof *l);

	assert_non_null(l);
	settings_default(&l->s);
	settings_read(source_new(&l->arena, STR("site.yaml"), text), from, &l->arena, &l->dg, &l->s);
	diags_sort(&l->dg);
	return l;
}

static void loaded_free(struct loaded *l)
{
	settings_clear(&l->s);
	diags_clear(&l->dg);
	arena_clear(&l->arena);
	free(l);
}

static void add_local(const struct settings *s, const char *key, const struct local_text *text, struct buf *out)
{
	buf_addf(out, "%s=", key);
	for (size_t i = 0; i < s->language_count; i++)
		buf_addf(out, "%s%.*s:%.*s", i ? " " : "", STR_ARG(s->languages[i]->code), STR_ARG(text->in[i]));
	buf_add_byte(out, '\n');
}

/* What is not the default, key by key. */
static void add_settings(const struct settings *s, struct buf *out)
{
	bool named = false;

	buf_addf(out, "source=%.*s of", STR_ARG(s->languages[s->source]->code));
	for (size_t i = 0; i < s->language_count; i++) {
		buf_addf(out, " %.*s", STR_ARG(s->languages[i]->code));
		named |= !str_eq(s->name.in[i], STR("Komek"));
	}
	buf_add_byte(out, '\n');
	if (named)
		add_local(s, "name", &s->name, out);
	if (s->support_mail.len) {
		add_place(s->support_place, 0, out);
		buf_addf(out, "mail=%.*s\n", STR_ARG(s->support_mail));
	}
	for (size_t i = 0; i < s->support_field_count; i++)
		add_local(s, detail_kind_names[s->support_fields[i].kind], &s->support_fields[i].name, out);
	for (size_t i = 0; i < s->region_count; i++)
		add_local(s, "region", &s->regions[i], out);
	if (s->base_url.len)
		buf_addf(out, "base_url=%.*s\n", STR_ARG(s->base_url));
	if (s->messages_given)
		buf_addf(out, "messages=%d\n", (int)s->messages);
}

struct row {
	const char *reason, *text, *want;
};

#define DEFAULTS "source=ru of kk ru en\n"

static void check_rows(const struct row *rows, size_t count)
{
	size_t bad = 0;

	for (size_t i = 0; i < count; i++) {
		struct loaded *l = load(str_of(rows[i].text), 0);
		struct buf got = BUF_INIT;

		add_settings(&l->s, &got);
		add_diags(&l->dg, 0, &got);
		bad += row_differs(rows[i].reason, rows[i].text, buf_str(&got), rows[i].want);
		assert_int_equal(l->s.unsure, l->dg.list.len > 0);
		buf_clear(&got);
		loaded_free(l);
	}
	assert_int_equal(bad, 0);
}

static void defaults(void **state)
{
	struct settings s;
	struct buf got = BUF_INIT;

	(void)state;
	memset(&s, 0x55, sizeof s);
	settings_default(&s);
	add_settings(&s, &got);
	assert_string_equal(got.at, DEFAULTS);
	for (size_t i = 0; i < s.language_count; i++)
		assert_true(str_eq(s.name.in[i], STR("Komek")));
	assert_false(s.unsure);
	buf_clear(&got);
}

static void right_values(void **state)
{
	static const struct row rows[] = {
		{"nothing", "", DEFAULTS},
		{"comments only", "# a\n", DEFAULTS},
		{"names", "name: {kk: Көмек, ru: Помощь, en: Help}\n", DEFAULTS "name=kk:Көмек ru:Помощь en:Help\n"},
		{"languages in another order", "languages: [en, ru, kk]\n", "source=ru of en ru kk\n"},
		{"without Russian the first one is the source", "languages: [kk, en]\n", "source=kk of kk en\n"},
		{"one language", "languages: [en]\nname: {en: Help}\n", "source=en of en\nname=en:Help\n"},
		{"the source, wherever it stands", "source: en\nlanguages: [kk, en]\n", "source=en of kk en\n"},
		{"names follow the order of the languages, wherever it stands",
		 "name: {en: Help, kk: Көмек}\nlanguages: [kk, en]\n", "source=kk of kk en\nname=kk:Көмек en:Help\n"},
		{"a name in a language that the site does not have", "languages: [kk]\nname: {kk: a, ru: b}\n",
		 "source=kk of kk\nname=kk:a\n"},
		{"support",
		 "languages: [kk, ru]\nsupport:\n  email: a@b.kz\n  fields:\n    - {kk: ЖСН, ru: ИИН}\n    - {ru: d, "
		 "kk: c}\n",
		 "source=ru of kk ru\n3:10-3:16 mail=a@b.kz\nline=kk:ЖСН ru:ИИН\nline=kk:c ru:d\n"},
		{"regions", "languages: [kk]\nregions:\n  - {kk: Астана}\n  - {kk: Абай}\n",
		 "source=kk of kk\nregion=kk:Астана\nregion=kk:Абай\n"},
		{"no regions", "regions: []\n", DEFAULTS},
		{"a base address", "base_url: https://a.kz/b\n", DEFAULTS "base_url=https://a.kz/b/\n"},
		{"messages in Kazakh", "messages: kk\n", DEFAULTS "messages=2\n"},
		{"messages in a language that the site does not have", "languages: [kk]\nmessages: en\n",
		 "source=kk of kk\nmessages=0\n"},
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static void wrong_values(void **state)
{
	static const struct row rows[] = {
		{"an unknown key", "colour: blue\n", DEFAULTS "1:1-1:7 KEY_UNKNOWN\n"},
		{"a mistyped key", "langauges: [kk]\n", DEFAULTS "1:1-1:10 KEY_UNKNOWN languages\n"},
		{"a key twice: the first one counts", "messages: kk\nmessages: ru\n",
		 DEFAULTS "messages=2\n2:1-2:9 KEY_TWICE\n"},
		{"not readable: the defaults stay", "messages: kk\nname: a: b\n",
		 DEFAULTS "2:8-2:8 YAML_COLON name: \"a: b\"\n"},
		{"no map", "- kk\n", DEFAULTS "1:1-2:1 YAML_NO_MAP\n"},
		{"languages as text", "languages: kk\n", DEFAULTS "1:12-1:14 VALUE_LIST\n"},
		{"no language", "languages: []\n", DEFAULTS "1:12-1:14 VALUE_EMPTY\n"},
		{"an unknown language", "languages: [kk, de]\n", "source=kk of kk\n1:17-1:19 VALUE_LANGUAGE\n"},
		{"the country for the language", "languages: [kz, ru]\n",
		 "source=ru of ru\n1:13-1:15 VALUE_LANGUAGE kk\n"},
		{"unknown languages only: the defaults stay", "languages: [de]\n",
		 DEFAULTS "1:13-1:15 VALUE_LANGUAGE\n"},
		{"a language twice", "languages: [kk, ru, kk]\n", "source=ru of kk ru\n1:21-1:23 LANGUAGE_TWICE\n"},
		{"a list for a language", "languages: [[kk], ru]\n", "source=ru of ru\n1:13-1:17 VALUE_LANGUAGE\n"},
		{"a source that is no language of the site", "languages: [kk, en]\nsource: ru\n",
		 "source=kk of kk en\n2:9-2:11 LANGUAGE_NOT_OURS\n"},
		{"a list for the source", "source: [kk]\n", DEFAULTS "1:9-1:13 LANGUAGE_NOT_OURS\n"},
		{"one name for all languages", "name: Help\n", DEFAULTS "1:7-1:11 VALUE_MAP\n"},
		{"a name lacks in a language", "name: {kk: a, ru: b}\n",
		 DEFAULTS "name=kk:a ru:b en:Komek\n1:7-1:21 LANGUAGE_LACKS\n"},
		{"an empty name", "name: {kk: a, ru: '', en: c}\n",
		 DEFAULTS "name=kk:a ru:Komek en:c\n1:19-1:21 VALUE_EMPTY\n"},
		{"a name in an unknown language", "name: {kk: a, ru: b, en: c, de: d}\n",
		 DEFAULTS "name=kk:a ru:b en:c\n1:29-1:31 KEY_UNKNOWN\n"},
		{"languages are not sure: that a name lacks only follows", "languages: [kk, de]\nname: {ru: b}\n",
		 "source=kk of kk\n1:17-1:19 VALUE_LANGUAGE\n"},
		{"support as an address", "support: a@b.kz\n", DEFAULTS "1:10-1:16 VALUE_MAP\n"},
		{"a mistyped key of support", "support: {mail: a@b.kz}\n", DEFAULTS "1:11-1:15 KEY_UNKNOWN email\n"},
		{"an empty address", "support: {email: }\n", DEFAULTS "1:18-1:18 VALUE_EMPTY\n"},
		{"fields as text", "support: {fields: a}\n", DEFAULTS "1:19-1:20 VALUE_LIST\n"},
		{"a field as text", "languages: [kk]\nsupport: {fields: [a]}\n",
		 "source=kk of kk\nline=kk:\n2:20-2:21 VALUE_MAP\n"},
		{"kinds of fields",
		 "languages: [kk]\nsupport:\n  fields:\n    - {kind: region, kk: a}\n    - {kind: iin, kk: b}\n    - "
		 "{kind: "
		 "browser, kk: c}\n    - {kind: phone, kk: d}\n    - {kind: text, kk: e}\n    - {kind: line, kk: f}\n",
		 "source=kk of kk\nregion=kk:a\niin=kk:b\nbrowser=kk:c\nphone=kk:d\ntext=kk:e\nline=kk:f\n"},
		{"a kind that is none", "languages: [kk]\nsupport: {fields: [{kind: regions, kk: a}]}\n",
		 "source=kk of kk\nline=kk:a\n2:27-2:34 FIELD_KIND region\n"},
		{"a kind that is a list", "languages: [kk]\nsupport: {fields: [{kind: [iin], kk: a}]}\n",
		 "source=kk of kk\nline=kk:a\n2:27-2:32 VALUE_TEXT\n"},
		{"a region lacks in a language", "languages: [kk, ru]\nregions: [{kk: a}]\n",
		 "source=ru of kk ru\nregion=kk:a ru:\n2:11-2:18 LANGUAGE_LACKS\n"},
		{"regions as a map", "regions: {kk: a}\n", DEFAULTS "1:10-1:17 VALUE_LIST\n"},
		{"no base address", "base_url: a.kz\n", DEFAULTS "1:11-1:15 BASE_URL_FORM\n"},
		{"a list for the base address", "base_url: [https://a.kz]\n", DEFAULTS "1:11-1:25 VALUE_TEXT\n"},
		{"messages in an unknown language", "messages: de\n", DEFAULTS "1:11-1:13 VALUE_LANGUAGE\n"},
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static void language_that_lacks_is_named(void **state)
{
	struct loaded *l = load(STR("name: {kk: a, en: b}\n"), 0);

	(void)state;
	assert_int_equal(l->dg.list.len, 1);
	assert_int_equal(l->dg.list.at[0].rule, RULE_SETTINGS);
	assert_true(str_eq(l->dg.list.at[0].message.arg[0], STR("Русский")));
	loaded_free(l);
}

static void byte_order_mark(void **state)
{
	struct loaded *l = load(STR("\xEF\xBB\xBFmessages: ru\nx: y\n"), 3);
	struct buf got = BUF_INIT;

	(void)state;
	add_settings(&l->s, &got);
	add_diags(&l->dg, 0, &got);
	assert_string_equal(got.at, DEFAULTS "messages=1\n2:1-2:2 KEY_UNKNOWN\n");
	buf_clear(&got);
	loaded_free(l);
}

static void base_addresses(void **state)
{
	static const struct row rows[] = {
		{"a host", "https://help.kz", "https://help.kz/"},
		{"the final slash stays one", "https://help.kz/", "https://help.kz/"},
		{"a folder", "https://help.kz/a/b", "https://help.kz/a/b/"},
		{"without encryption", "http://help.kz/", "http://help.kz/"},
		{"a port", "https://help.kz:8443/a", "https://help.kz:8443/a/"},
		{"large letters in the scheme", "HTTPS://help.kz", "HTTPS://help.kz/"},
		{"Kazakh letters in the host", "https://көмек.қаз/", "https://көмек.қаз/"},
		{"no scheme", "help.kz", ""},
		{"no host", "https://", ""},
		{"no host but a path", "https:///a", ""},
		{"one slash", "https:/help.kz", ""},
		{"no slash", "https:help.kz", ""},
		{"another scheme", "ftp://help.kz/", ""},
		{"a mail address", "mailto:a@help.kz", ""},
		{"two slashes only", "//help.kz/", ""},
		{"a query", "https://help.kz/?a=b", ""},
		{"a part", "https://help.kz/#a", ""},
		{"a space", "https://help.kz/a b", ""},
		{"a line end", "https://help.kz/\n", ""},
		{"a backslash", "https://help.kz\\a", ""},
		{"a quote", "https://help.kz/\"a", ""},
		{"an angle bracket", "https://help.kz/<a", ""},
		{"nothing", "", ""},
	};
	struct arena a = ARENA_INIT;
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str base = STR_NONE;
		bool taken = settings_base_url(str_of(rows[i].text), &a, &base);

		bad += row_differs(rows[i].reason, rows[i].text, base, rows[i].want);
		assert_int_equal(taken, base.len > 0);
	}
	assert_int_equal(bad, 0);
	arena_clear(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(defaults),	   cmocka_unit_test(right_values),
		cmocka_unit_test(wrong_values),	   cmocka_unit_test(language_that_lacks_is_named),
		cmocka_unit_test(byte_order_mark), cmocka_unit_test(base_addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
