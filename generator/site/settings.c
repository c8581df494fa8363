#include "site/settings.h"

#include <strings.h>

#include "base/escape.h"
#include "base/near.h"

static const char *const known_keys[] = {"name",    "languages", "source",   "support",
					 "regions", "base_url",	 "messages", NULL};
static const char *const support_keys[] = {"email", "fields", NULL};

const char *const detail_kind_names[DETAIL_KINDS + 1] = {
	[DETAIL_LINE] = "line", [DETAIL_TEXT] = "text",	      [DETAIL_REGION] = "region",
	[DETAIL_IIN] = "iin",	[DETAIL_BROWSER] = "browser", [DETAIL_PHONE] = "phone",
};

struct reader {
	struct arena *arena;
	struct diags *dg;
	struct settings *s;
	bool languages_unsure; /* the site's languages are not what the editor meant */
};

void settings_default(struct settings *s)
{
	*s = (struct settings){.language_count = LANGUAGE_MOST};
	for (size_t i = 0; i < LANGUAGE_MOST; i++) {
		s->languages[i] = &languages[i];
		s->name.in[i] = STR("Komek");
		if (str_eq(languages[i].code, STR("ru")))
			s->source = i;
	}
}

static bool text(struct reader *r, const struct yaml_node *n, struct str *value)
{
	return yaml_text(n, RULE_SETTINGS, r->dg, value);
}

static void complain(struct reader *r, const struct yaml_node *n, struct message m)
{
	diag_add(r->dg, RULE_SETTINGS, n->place, STR_NONE, m);
}

static size_t number_of(const struct settings *s, struct str code)
{
	for (size_t i = 0; i < s->language_count; i++)
		if (str_eq(s->languages[i]->code, code))
			return i;
	return SIZE_MAX;
}

static void add_language(struct reader *r, const struct yaml_node *n)
{
	const struct language *l = n->kind == YAML_TEXT ? language_by_code(n->text) : NULL;

	if (!l)
		diag_add(r->dg, RULE_SETTINGS, n->place, language_meant(n->text), MSG(VALUE_LANGUAGE));
	else if (number_of(r->s, l->code) != SIZE_MAX)
		complain(r, n, MSG(LANGUAGE_TWICE, l->code));
	else
		r->s->languages[r->s->language_count++] = l;
}

static void read_languages(struct reader *r, const struct yaml_node *n)
{
	struct settings before = *r->s;

	if (!yaml_is_list(n, RULE_SETTINGS, r->dg))
		return;
	r->s->language_count = 0;
	for (size_t i = 0; i < n->count; i++)
		add_language(r, &n->items[i].value);
	if (n->count == 0)
		complain(r, n, MSG(VALUE_EMPTY));
	if (r->s->language_count == 0)
		*r->s = before;
	r->s->source = number_of(r->s, STR("ru"));
	if (r->s->source == SIZE_MAX)
		r->s->source = 0;
}

/* A map from languages to texts, complete for the site's languages; it may have one more key, or none (NULL). */
static void read_texts(struct reader *r, const struct yaml_node *n, const char *more, struct local_text *out)
{
	const char *keys[LANGUAGE_MOST + 2] = {NULL};

	if (!yaml_is_map(n, RULE_SETTINGS, r->dg))
		return;
	for (size_t i = 0; i < LANGUAGE_MOST; i++)
		keys[i] = languages[i].code.at;
	keys[LANGUAGE_MOST] = more;
	yaml_check_keys(n, keys, RULE_SETTINGS, r->dg);
	for (size_t i = 0; i < r->s->language_count; i++) {
		const struct yaml_node *value = yaml_get(n, r->s->languages[i]->code.at);

		if (value && text(r, value, &out->in[i]))
			vec_push(&r->s->written, ((struct written){out->in[i], value->place, i}));
		else if (!value && !r->languages_unsure)
			complain(r, n, MSG(LANGUAGE_LACKS, r->s->languages[i]->name));
	}
}

static void read_local(struct reader *r, const struct yaml_node *n, struct local_text *out)
{
	read_texts(r, n, NULL, out);
}

static struct local_text *read_locals(struct reader *r, const struct yaml_node *n, size_t *count)
{
	struct local_text *all;

	*count = 0;
	if (!yaml_is_list(n, RULE_SETTINGS, r->dg))
		return NULL;
	all = arena_array(r->arena, struct local_text, n->count);
	for (size_t i = 0; i < n->count; i++)
		read_local(r, &n->items[i].value, &all[i]);
	*count = n->count;
	return all;
}

static void read_kind(struct reader *r, const struct yaml_node *n, enum detail_kind *kind)
{
	struct str name;

	if (!text(r, n, &name))
		return;
	for (size_t k = 0; k < DETAIL_KINDS; k++)
		if (str_eq(name, str_of(detail_kind_names[k]))) {
			*kind = (enum detail_kind)k;
			return;
		}
	diag_add(r->dg, RULE_SETTINGS, n->place, near_of(name, detail_kind_names), MSG(FIELD_KIND, name));
}

static void read_fields(struct reader *r, const struct yaml_node *n)
{
	struct support_field *all;

	if (!yaml_is_list(n, RULE_SETTINGS, r->dg))
		return;
	all = arena_array(r->arena, struct support_field, n->count);
	for (size_t i = 0; i < n->count; i++) {
		const struct yaml_node *one = &n->items[i].value, *kind = yaml_get(one, "kind");

		read_texts(r, one, "kind", &all[i].name);
		if (kind)
			read_kind(r, kind, &all[i].kind);
	}
	r->s->support_fields = all;
	r->s->support_field_count = n->count;
}

static void read_support(struct reader *r, const struct yaml_node *n)
{
	const struct yaml_node *mail, *fields;

	if (!yaml_is_map(n, RULE_SETTINGS, r->dg))
		return;
	yaml_check_keys(n, support_keys, RULE_SETTINGS, r->dg);
	mail = yaml_get(n, "email");
	fields = yaml_get(n, "fields");
	if (mail && text(r, mail, &r->s->support_mail))
		r->s->support_place = mail->place;
	if (fields)
		read_fields(r, fields);
}

bool settings_base_url(struct str url, struct arena *a, struct str *base)
{
	struct str scheme = url_scheme(url);
	bool web = (scheme.len == 4 && strncasecmp(scheme.at, "http", 4) == 0) ||
		   (scheme.len == 5 && strncasecmp(scheme.at, "https", 5) == 0);

	if (!web || !str_starts(str_from(url, scheme.len), STR("://")) || url.len <= scheme.len + 3 ||
	    url.at[scheme.len + 3] == '/')
		return false;
	for (size_t i = 0; i < url.len; i++)
		if ((unsigned char)url.at[i] <= ' ' || strchr("?#\"<>\\", url.at[i]))
			return false;
	*base = str_ends(url, STR("/")) ? arena_str(a, url) : arena_printf(a, "%.*s/", STR_ARG(url));
	return true;
}

static void read_base_url(struct reader *r, const struct yaml_node *n)
{
	struct str url;

	if (text(r, n, &url) && !settings_base_url(url, r->arena, &r->s->base_url))
		complain(r, n, MSG(BASE_URL_FORM, url));
}

static void read_source(struct reader *r, const struct yaml_node *n)
{
	size_t i = n->kind == YAML_TEXT ? number_of(r->s, n->text) : SIZE_MAX;

	if (i == SIZE_MAX)
		complain(r, n, MSG(LANGUAGE_NOT_OURS));
	else
		r->s->source = i;
}

static void read_messages(struct reader *r, const struct yaml_node *n)
{
	r->s->messages_given = n->kind == YAML_TEXT && messages_by_code(n->text, &r->s->messages);
	if (!r->s->messages_given)
		complain(r, n, MSG(VALUE_LANGUAGE));
}

static void read_keys(struct reader *r, const struct yaml_node *map)
{
	size_t before = diags_count(r->dg, LEVEL_ERROR);
	const struct yaml_node *n;

	yaml_check_keys(map, known_keys, RULE_SETTINGS, r->dg);
	/* Languages first: the other values are read by their order. */
	if ((n = yaml_get(map, "languages")))
		read_languages(r, n);
	r->languages_unsure = diags_count(r->dg, LEVEL_ERROR) > before;
	if ((n = yaml_get(map, "source")))
		read_source(r, n);
	if ((n = yaml_get(map, "name")))
		read_local(r, n, &r->s->name);
	if ((n = yaml_get(map, "support")))
		read_support(r, n);
	if ((n = yaml_get(map, "regions")))
		r->s->regions = read_locals(r, n, &r->s->region_count);
	if ((n = yaml_get(map, "base_url")))
		read_base_url(r, n);
	if ((n = yaml_get(map, "messages")))
		read_messages(r, n);
}

void settings_read(const struct source *source, size_t from, struct arena *a, struct diags *dg, struct settings *s)
{
	struct reader r = {.arena = a, .dg = dg, .s = s};
	size_t before = diags_count(dg, LEVEL_ERROR);
	const struct yaml_node *map = yaml_read_file(source, from, YAML_LONGEST, RULE_SETTINGS, a, dg);

	if (map)
		read_keys(&r, map);
	s->unsure = diags_count(dg, LEVEL_ERROR) > before;
}

void settings_clear(struct settings *s)
{
	vec_clear(&s->written);
}
