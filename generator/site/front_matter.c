#include "site/front_matter.h"

#include "base/near.h"
#include "site/allowed.h"
#include "text/fold.h"

static const char *const known_keys[] = {"title",  "summary", "keywords", "order",   "featured", "updated",
					 "review", "draft",   "source",	  "aliases", "allow",	 NULL};

struct reader {
	const struct yaml_node *map;
	struct arena *arena;
	struct diags *dg;
	struct front_matter *front;
};

static const struct yaml_node *value_of(const struct reader *r, const char *key)
{
	return yaml_get(r->map, key);
}

/* "title: Ошибка #5" without quotes: to YAML the rest is a comment, and readers would never see it. */
static void check_hash(struct reader *r, const struct yaml_node *n)
{
	const struct source *s = n->place.source;
	size_t line = source_position(s, n->place.to).line;
	size_t end = source_line_start(s, line) + source_line(s, line).len;
	struct str rest = str_trim(str_slice(s->bytes, n->place.to, end));
	struct str whole = str_trim(str_slice(s->bytes, n->place.from, end));

	if (!n->quoted && str_starts(rest, STR("#")))
		diag_add(r->dg, RULE_FRONT_MATTER_VALUE, source_place(s, rest), yaml_quoted(whole, r->arena),
			 MSG(VALUE_HASH));
}

static void read_text(struct reader *r, const char *key, struct str *text, struct place *place)
{
	const struct yaml_node *n = value_of(r, key);

	if (!n || !yaml_text(n, RULE_FRONT_MATTER_VALUE, r->dg, text))
		return;
	*place = n->place;
	if (str_find_byte(*text, '\n') != SIZE_MAX)
		diag_add(r->dg, RULE_FRONT_MATTER_VALUE, n->place, STR_NONE, MSG(VALUE_ONE_LINE));
	check_hash(r, n);
}

/* True where an unknown key is most likely a mistyped `key`: that is told, and that `key` is missing only follows. */
static bool mistyped(const struct reader *r, const char *key)
{
	for (size_t i = 0; i < r->map->count; i++)
		if (str_eq(near_of(r->map->items[i].key.text, known_keys), str_of(key)))
			return true;
	return false;
}

static void read_title(struct reader *r)
{
	if (!mistyped(r, "title"))
		diag_add(r->dg, RULE_FRONT_MATTER_KEY, r->map->place, STR_NONE, MSG(TITLE_MISSING));
	read_text(r, "title", &r->front->title, &r->front->title_place);
}

/* "[a, b]" for "a, b": what was meant where keywords are a text with commas. */
static struct str as_list(const struct yaml_node *n, struct arena *a)
{
	if (n->kind != YAML_TEXT || n->text.len == 0)
		return STR_NONE;
	return arena_printf(a, "[%.*s]", STR_ARG(n->text));
}

/* A list of texts, each with its place. */
static struct keyword *read_texts(struct reader *r, const char *key, size_t *count)
{
	const struct yaml_node *n = value_of(r, key);
	struct keyword *all;

	*count = 0;
	if (!n)
		return NULL;
	if (n->kind != YAML_LIST) {
		diag_add(r->dg, RULE_FRONT_MATTER_VALUE, n->place, as_list(n, r->arena), MSG(VALUE_LIST));
		return NULL;
	}
	all = arena_array(r->arena, struct keyword, n->count);
	for (size_t i = 0; i < n->count; i++) {
		all[*count].place = n->items[i].value.place;
		if (yaml_text(&n->items[i].value, RULE_FRONT_MATTER_VALUE, r->dg, &all[*count].text))
			++*count;
	}
	return all;
}

static void read_allow(struct reader *r)
{
	size_t count;
	const struct keyword *words = read_texts(r, "allow", &count);
	struct front_matter *f = r->front;

	f->allow = arena_array(r->arena, struct allowed_word, count);
	for (size_t i = 0; i < count; i++) {
		struct allowed_word *w = &f->allow[f->allow_count];

		if (!allowed_is_word(words[i].text)) {
			diag_add(r->dg, RULE_FRONT_MATTER_VALUE, words[i].place, STR_NONE, MSG(ALLOWED_ONE_WORD));
			continue;
		}
		w->word = words[i].text;
		w->capital = fold_capital(w->word, r->arena);
		w->place = words[i].place;
		f->allow_count++;
	}
}

static void read_flag(struct reader *r, const char *key, bool *flag)
{
	const struct yaml_node *n = value_of(r, key);

	if (n)
		yaml_flag(n, RULE_FRONT_MATTER_VALUE, r->dg, flag);
}

static void read_date(struct reader *r, const char *key, struct date *date)
{
	const struct yaml_node *n = value_of(r, key);

	if (n && (n->kind != YAML_TEXT || !date_read(n->text, date))) {
		*date = (struct date){0};
		diag_add(r->dg, RULE_FRONT_MATTER_VALUE, n->place, date_iso(date_guess(n->text), r->arena),
			 MSG(VALUE_DATE));
	}
}

static void read_order(struct reader *r)
{
	const struct yaml_node *n = value_of(r, "order");

	r->front->order = ORDER_LAST;
	if (n)
		yaml_number(n, RULE_FRONT_MATTER_VALUE, r->dg, &r->front->order);
}

static void read_source(struct reader *r)
{
	const struct yaml_node *n = value_of(r, "source");

	if (!n)
		return;
	r->front->source = n->kind == YAML_TEXT ? language_by_code(n->text) : NULL;
	if (!r->front->source)
		diag_add(r->dg, RULE_FRONT_MATTER_VALUE, n->place, language_meant(n->text), MSG(VALUE_LANGUAGE));
}

static bool is_fence(struct str line)
{
	return str_eq(str_trim(line), STR("---"));
}

/* Finds the closing line; its number, or 0. */
static size_t closing_line(const struct source *s, size_t first)
{
	for (size_t n = first + 1; n <= s->line_count; n++)
		if (is_fence(source_line(s, n)))
			return n;
	return 0;
}

static bool find_head(const struct source *source, size_t from, struct diags *dg, size_t *head, size_t *end,
		      size_t *body)
{
	size_t first = source_position(source, from).line, close;
	struct place top = {source, from, from};

	*body = from;
	if (!is_fence(str_from(source_line(source, first), from - source_line_start(source, first)))) {
		diag_add(dg, RULE_FRONT_MATTER, top, STR_NONE, MSG(FRONT_MATTER_MISSING));
		return false;
	}
	close = closing_line(source, first);
	if (!close) {
		diag_add(dg, RULE_FRONT_MATTER, top, STR_NONE, MSG(FRONT_MATTER_OPEN));
		*body = source->bytes.len;
		return false;
	}
	*head = source_line_start(source, first + 1);
	*end = source_line_start(source, close);
	*body = source_line_start(source, close + 1);
	return true;
}

bool front_matter_read(const struct source *source, size_t from, struct arena *a, struct diags *dg,
		       struct front_matter *front, size_t *body)
{
	struct yaml_reader yaml = {
		.source = source, .longest = YAML_LONGEST, .rule = RULE_FRONT_MATTER, .arena = a, .dg = dg};
	struct reader r = {.arena = a, .dg = dg, .front = front};

	*front = (struct front_matter){.order = ORDER_LAST};
	if (!find_head(source, from, dg, &yaml.from, &yaml.to, body))
		return false;
	r.map = yaml_read(&yaml);
	if (!r.map)
		return false;
	yaml_check_keys(r.map, known_keys, RULE_FRONT_MATTER_KEY, dg);
	read_title(&r);
	read_text(&r, "summary", &front->summary, &front->summary_place);
	front->keywords = read_texts(&r, "keywords", &front->keyword_count);
	front->aliases = read_texts(&r, "aliases", &front->alias_count);
	read_allow(&r);
	read_order(&r);
	read_flag(&r, "featured", &front->featured);
	read_flag(&r, "draft", &front->draft);
	read_date(&r, "updated", &front->updated);
	read_date(&r, "review", &front->review);
	read_source(&r);
	return true;
}
