#include "search/stem_rules.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/* Letters that an ending must leave; derivation is taken off longer words only, or all short ones would meet. */
enum { LEAST = 2, LEAST_LOOSE = 4 };

void stem_points_of(struct str text, struct stem_points *p)
{
	p->len = 0;
	for (size_t at = 0; at < text.len && p->len < TOKEN_LONGEST;)
		at += utf8_decode(text, at, &p->at[p->len++]);
}

uint32_t stem_mapped(const uint16_t *map, uint32_t letter)
{
	return letter < STEM_LETTERS && map[letter] ? map[letter] : letter;
}

void stem_points_fold(const struct stems *st, struct stem_points *p)
{
	for (size_t i = 0; i < p->len; i++)
		p->at[i] = stem_mapped(st->fold, p->at[i]);
}

/* The letters of a row's text, folded where the rules are those of skeletons. */
static void letters_of(const struct stems *st, struct str text, bool is_skeleton, struct stem_points *p)
{
	stem_points_of(text, p);
	if (is_skeleton)
		stem_points_fold(st, p);
}

static void fill_map(uint16_t *map, const struct stem_row *r)
{
	struct stem_points from, to;

	stem_points_of(str_of(r->texts[0]), &from);
	stem_points_of(str_of(r->texts[1]), &to);
	for (size_t i = 0; i < from.len; i++)
		map[from.at[i]] = (uint16_t)to.at[i];
}

static void fill_set(bool *set, const char *letters)
{
	struct stem_points p;

	stem_points_of(str_of(letters), &p);
	for (size_t i = 0; i < p.len; i++)
		set[p.at[i]] = true;
}

static void add_language(const struct stems *st, struct stem_rules *rules, const struct stem_row *r, bool is_skeleton)
{
	struct stem_points p;

	rules->roots = r->from;
	rules->ends = r->to;
	for (unsigned set = 0; set < STEM_TEXTS; set++) {
		letters_of(st, str_of(r->texts[set]), is_skeleton, &p);
		for (size_t i = 0; i < p.len; i++)
			rules->letters.is[p.at[i]] |= (uint8_t)(1U << set);
	}
}

static void add_sound(const struct stems *st, struct stem_rules *rules, const struct stem_row *r, bool is_skeleton)
{
	struct stem_points p;

	letters_of(st, str_of(r->texts[0]), is_skeleton, &p);
	for (size_t i = 0; i < p.len; i++)
		rules->letters.sound[p.at[i]] |= (uint16_t)(1U << r->sound);
}

static void add_ending(const struct stems *st, struct stem_rules *rules, const struct stem_row *r, struct str text,
		       uint8_t harmony, bool is_skeleton)
{
	struct stem_ending e = {.from = r->from, .to = r->to, .after = r->sound, .harmony = harmony};
	struct stem_points p;

	letters_of(st, text, is_skeleton, &p);
	assert(p.len <= STEM_ENDING_LONGEST);
	e.len = (uint8_t)p.len;
	e.least = r->sort == STEM_LOOSE ? LEAST_LOOSE : LEAST;
	memcpy(e.form, p.at, p.len * sizeof *p.at);
	vec_push(&rules->endings, e);
}

static void add_endings(const struct stems *st, struct stem_rules *rules, const struct stem_row *r, bool is_skeleton)
{
	struct str back = str_of(r->texts[0]), front = str_of(r->texts[1]), text;
	bool both = front.len && !is_skeleton;

	while (str_split(&back, ' ', &text))
		add_ending(st, rules, r, text, both ? STEM_BACK : 0, is_skeleton);
	while (front.len && str_split(&front, ' ', &text))
		add_ending(st, rules, r, text, both ? STEM_FRONT : 0, is_skeleton);
}

static void add_rule(struct stems *st, const struct stem_row *r, bool is_skeleton)
{
	struct stem_rules *rules = &st->rules[r->language][is_skeleton];

	if (r->sort == STEM_LANGUAGE)
		add_language(st, rules, r, is_skeleton);
	else if (r->sort == STEM_SOUND)
		add_sound(st, rules, r, is_skeleton);
	else if (r->sort == STEM_ENDING || r->sort == (is_skeleton ? STEM_LOOSE : STEM_STRICT))
		add_endings(st, rules, r, is_skeleton);
}

/* What holds for all languages. */
static void add_letters(struct stems *st, const struct stem_row *r)
{
	if (r->sort == STEM_FOLD) {
		fill_map(st->fold, r);
	} else if (r->sort == STEM_HARD) {
		fill_map(st->hard, r);
	} else if (r->sort == STEM_SHORT) {
		fill_set(st->is_short, r->texts[0]);
		fill_set(st->is_open, r->texts[1]);
	}
}

struct stems *stems_new(void)
{
	struct stems *st = mem_zero(1, sizeof *st);
	size_t count;
	const struct stem_row *rows = stem_rows(&count);

	for (size_t i = 0; i < count; i++)
		add_letters(st, &rows[i]);
	for (size_t i = 0; i < count; i++) {
		add_rule(st, &rows[i], false);
		add_rule(st, &rows[i], true);
	}
	return st;
}

void stems_free(struct stems *st)
{
	for (size_t n = 0; st && n < (size_t)STEM_LANGUAGES * STEM_FORMS; n++)
		vec_clear(&st->rules[n / STEM_FORMS][n % STEM_FORMS].endings);
	free(st);
}
