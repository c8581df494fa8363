#include "site/house.h"

#include "base/near.h"
#include "site/passage.h"
#include "site/yaml.h"

enum { HOUSE_LONGEST = 256 * 1024 };

static const char *const rule_keys[] = {"id", "pattern", "languages", "level", "message", "replacement", NULL};
static const char *const levels[] = {[LEVEL_NOTE] = "note", [LEVEL_WARNING] = "warning", [LEVEL_ERROR] = "error", NULL};

struct reader {
	const struct settings *settings;
	struct arena *arena;
	struct diags *dg;
	struct house *out;
	const struct yaml_node *rules;
	struct house_rule rule; /* that is being read */
	const struct yaml_node *node;
};

static void complain(struct reader *r, struct place place, struct str repair, struct message m)
{
	diag_add(r->dg, RULE_HOUSE_RULES, place, repair, m);
}

static bool text(struct reader *r, const struct yaml_node *n, struct str *value)
{
	return yaml_text(n, RULE_HOUSE_RULES, r->dg, value);
}

/* The place of bytes of a value. Spaces round it stand for themselves in patterns and replacements. */
static struct place place_in(struct reader *r, const struct yaml_node *n, size_t from, size_t to)
{
	struct str trimmed = str_trim(n->text);
	size_t before = trimmed.len ? (size_t)(trimmed.at - n->text.at) : 0;

	return passage_value_place(trimmed, n->place, from > before ? from - before : 0, to > before ? to - before : 0,
				   r->arena);
}

/* The value of a key that must be there. */
static const struct yaml_node *needed(struct reader *r, const char *key)
{
	const struct yaml_node *n = yaml_get(r->node, key);

	if (!n)
		complain(r, r->node->place, STR_NONE, MSG(HOUSE_LACKS, str_of(key)));
	return n;
}

static void read_id(struct reader *r, size_t number)
{
	const struct yaml_node *n = yaml_get(r->node, "id");

	r->rule.name = arena_printf(r->arena, "%zu", number);
	if (!n || !text(r, n, &r->rule.name))
		return;
	for (size_t i = 0; i + 1 < number; i++) {
		const struct yaml_node *other = yaml_get(&r->rules->items[i].value, "id");

		if (other && str_eq(str_trim(other->text), r->rule.name)) {
			complain(r, n->place, STR_NONE, MSG(HOUSE_ID_TWICE, r->rule.name));
			return;
		}
	}
}

static void read_pattern(struct reader *r)
{
	const struct yaml_node *n = needed(r, "pattern");
	struct pattern_fault fault;
	struct str expression;

	if (!n || !text(r, n, &expression))
		return;
	r->rule.place = n->place;
	r->rule.pattern = pattern_compile(n->text, &fault);
	if (!r->rule.pattern)
		complain(r, place_in(r, n, fault.at, fault.at), STR_NONE, MSG(HOUSE_PATTERN, str_of(fault.words)));
}

static void read_language(struct reader *r, const struct yaml_node *n)
{
	for (size_t l = 0; l < r->settings->language_count; l++)
		if (n->kind == YAML_TEXT && str_eq(r->settings->languages[l]->code, n->text)) {
			r->rule.in[l] = true;
			return;
		}
	complain(r, n->place, language_meant(n->text), MSG(LANGUAGE_NOT_OURS));
}

static void read_languages(struct reader *r)
{
	const struct yaml_node *n = yaml_get(r->node, "languages");

	if (!n)
		for (size_t l = 0; l < LANGUAGE_MOST; l++)
			r->rule.in[l] = true;
	else if (yaml_is_list(n, RULE_HOUSE_RULES, r->dg))
		for (size_t i = 0; i < n->count; i++)
			read_language(r, &n->items[i].value);
}

static void read_level(struct reader *r)
{
	const struct yaml_node *n = yaml_get(r->node, "level");

	r->rule.level = LEVEL_WARNING;
	if (!n)
		return;
	for (unsigned i = 0; levels[i]; i++)
		if (n->kind == YAML_TEXT && str_eq(n->text, str_of(levels[i]))) {
			r->rule.level = (enum level)i;
			return;
		}
	complain(r, n->place, near_of(n->text, levels), MSG(HOUSE_LEVEL));
}

/* A text a language; who reads messages in one that is lacking gets the first of the others. */
static void read_messages(struct reader *r, const struct yaml_node *n)
{
	static const char *const codes[] = {"en", "ru", "kk", NULL};
	struct str first = STR_NONE, value;

	yaml_check_keys(n, codes, RULE_HOUSE_RULES, r->dg);
	for (size_t i = 0; i < n->count; i++) {
		enum messages lang;

		if (!messages_by_code(n->items[i].key.text, &lang) || !text(r, &n->items[i].value, &value))
			continue;
		r->rule.message[lang] = value;
		first = first.len ? first : value;
	}
	if (n->count == 0)
		complain(r, n->place, STR_NONE, MSG(VALUE_EMPTY));
	for (size_t l = 0; l < MESSAGES_COUNT; l++)
		if (!r->rule.message[l].len)
			r->rule.message[l] = first;
}

static void read_message(struct reader *r)
{
	const struct yaml_node *n = needed(r, "message");
	struct str value;

	if (n && n->kind == YAML_MAP)
		read_messages(r, n);
	else if (n && text(r, n, &value))
		for (size_t l = 0; l < MESSAGES_COUNT; l++)
			r->rule.message[l] = value;
}

static void read_replacement(struct reader *r)
{
	const struct yaml_node *n = yaml_get(r->node, "replacement");
	size_t at;

	if (!n || !text(r, n, &r->rule.replacement))
		return;
	r->rule.replacement = n->text;
	r->rule.replaces = true;
	at = r->rule.pattern ? pattern_fill_fault(r->rule.pattern, r->rule.replacement) : SIZE_MAX;
	if (at != SIZE_MAX)
		complain(r, place_in(r, n, at, at + 2), STR_NONE,
			 MSG(HOUSE_GROUP, str_slice(r->rule.replacement, at, at + 2)));
}

static void read_rule(struct reader *r, const struct yaml_node *n, size_t number)
{
	size_t before = diags_count(r->dg, LEVEL_ERROR);

	if (!yaml_is_map(n, RULE_HOUSE_RULES, r->dg))
		return;
	r->rule = (struct house_rule){0};
	r->node = n;
	yaml_check_keys(n, rule_keys, RULE_HOUSE_RULES, r->dg);
	read_id(r, number);
	read_pattern(r);
	read_languages(r);
	read_level(r);
	read_message(r);
	read_replacement(r);
	if (diags_count(r->dg, LEVEL_ERROR) == before)
		vec_push(&r->out->rules, r->rule);
	else
		pattern_free(r->rule.pattern);
}

void house_read(const struct source *source, size_t from, const struct settings *settings, struct arena *a,
		struct diags *dg, struct house *h)
{
	static const char *const known[] = {"rules", NULL};
	struct reader r = {.settings = settings, .arena = a, .dg = dg, .out = h};
	const struct yaml_node *map = yaml_read_file(source, from, HOUSE_LONGEST, RULE_HOUSE_RULES, a, dg), *rules;

	if (!map)
		return;
	yaml_check_keys(map, known, RULE_HOUSE_RULES, dg);
	rules = yaml_get(map, "rules");
	r.rules = rules;
	if (rules && yaml_is_list(rules, RULE_HOUSE_RULES, dg))
		for (size_t i = 0; i < rules->count; i++)
			read_rule(&r, &rules->items[i].value, i + 1);
}

void house_clear(struct house *h)
{
	for (size_t i = 0; i < h->rules.len; i++)
		pattern_free(h->rules.at[i].pattern);
	vec_clear(&h->rules);
}
