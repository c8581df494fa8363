/*
 * yaml_value.c - what the nodes of a document are to those who ask: keys that are known, values of one type.
 */
#include "base/buf.h"
#include "base/near.h"
#include "site/yaml.h"

struct str yaml_quoted(struct str value, struct arena *a)
{
	struct buf out = BUF_INIT;
	struct str kept;

	buf_add_byte(&out, '"');
	for (size_t i = 0; i < value.len; i++) {
		if (value.at[i] == '"' || value.at[i] == '\\')
			buf_add_byte(&out, '\\');
		buf_add_byte(&out, value.at[i]);
	}
	buf_add_byte(&out, '"');
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}

const struct yaml_node *yaml_read_file(const struct source *source, size_t from, size_t longest, enum rule_id rule,
				       struct arena *a, struct diags *dg)
{
	struct yaml_reader yaml = {.source = source,
				   .from = from,
				   .to = source->bytes.len,
				   .longest = longest,
				   .rule = rule,
				   .arena = a,
				   .dg = dg};

	return yaml_read(&yaml);
}

const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key)
{
	for (size_t i = 0; i < map->count; i++)
		if (str_eq(map->items[i].key.text, str_of(key)))
			return &map->items[i].value;
	return NULL;
}

static bool is_known(struct str key, const char *const *known)
{
	for (; *known; known++)
		if (str_eq(key, str_of(*known)))
			return true;
	return false;
}

void yaml_check_keys(const struct yaml_node *map, const char *const *known, enum rule_id rule, struct diags *dg)
{
	for (size_t i = 0; i < map->count; i++) {
		const struct yaml_node *key = &map->items[i].key;
		bool twice = false;

		for (size_t j = 0; j < i; j++)
			twice |= str_eq(map->items[j].key.text, key->text);
		if (!is_known(key->text, known))
			diag_add(dg, rule, key->place, near_of(key->text, known), MSG(KEY_UNKNOWN, key->text));
		else if (twice)
			diag_add(dg, rule, key->place, STR_NONE, MSG(KEY_TWICE, key->text));
	}
}

bool yaml_text(const struct yaml_node *n, enum rule_id rule, struct diags *dg, struct str *value)
{
	struct str text = str_trim(n->text);

	if (n->kind != YAML_TEXT || (!n->quoted && (str_eq(text, STR("null")) || str_eq(text, STR("~"))))) {
		diag_add(dg, rule, n->place, STR_NONE, MSG(VALUE_TEXT));
		return false;
	}
	if (text.len == 0) {
		diag_add(dg, rule, n->place, STR_NONE, MSG(VALUE_EMPTY));
		return false;
	}
	*value = text;
	return true;
}

bool yaml_flag(const struct yaml_node *n, enum rule_id rule, struct diags *dg, bool *value)
{
	static const char *const yes[] = {"yes", "on", "True", "TRUE", "1", "да", "иә", NULL};
	bool is_text = n->kind == YAML_TEXT;

	if (is_text && (str_eq(n->text, STR("true")) || str_eq(n->text, STR("false")))) {
		*value = str_eq(n->text, STR("true"));
		return true;
	}
	diag_add(dg, rule, n->place, is_text && is_known(n->text, yes) ? STR("true") : STR_NONE, MSG(VALUE_FLAG));
	return false;
}

bool yaml_number(const struct yaml_node *n, enum rule_id rule, struct diags *dg, uint64_t *value)
{
	if (n->kind == YAML_TEXT && str_number(n->text, 1000000, value))
		return true;
	diag_add(dg, rule, n->place, STR_NONE, MSG(VALUE_NUMBER, STR("1000000")));
	return false;
}

bool yaml_is_map(const struct yaml_node *n, enum rule_id rule, struct diags *dg)
{
	if (n->kind != YAML_MAP)
		diag_add(dg, rule, n->place, STR_NONE, MSG(VALUE_MAP));
	return n->kind == YAML_MAP;
}

bool yaml_is_list(const struct yaml_node *n, enum rule_id rule, struct diags *dg)
{
	if (n->kind != YAML_LIST)
		diag_add(dg, rule, n->place, STR_NONE, MSG(VALUE_LIST));
	return n->kind == YAML_LIST;
}
