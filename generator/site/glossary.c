#include "site/glossary.h"

#include "base/utf8.h"
#include "site/yaml.h"
#include "text/fold.h"

enum { GLOSSARY_LONGEST = 256 * 1024 };

struct reader {
	const struct settings *settings;
	struct arena *arena;
	struct diags *dg;
	struct glossary *out;
};

/* ---- words ---- */

static bool is_word_point(uint32_t point)
{
	return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9') ||
	       (point >= 0x400 && point < 0x530) || (point >= 0xC0 && point < 0x250 && point != 0xD7 && point != 0xF7);
}

/* Signs that make one thing of the words on both sides: egov.kz, help@egov.kz, and/or. */
static bool joins(uint32_t point)
{
	return point < 0x80 && point && strchr(".@/_:'", (int)point);
}

static char gap_of(uint32_t point)
{
	if (point == ' ' || point == '\n' || point == 0xA0)
		return ' ';
	return point == '-' || point == 0x2010 || point == 0x2011 ? '-' : 0;
}

/* The end of the word that begins at byte `at`; `at` where none does. */
static size_t word_end(struct str s, size_t at)
{
	while (at < s.len) {
		uint32_t point, next = 0;
		size_t n = utf8_decode(s, at, &point);

		if (joins(point) && at + n < s.len)
			utf8_decode(s, at + n, &next);
		if (!is_word_point(point) && !is_word_point(next))
			break;
		at += n;
	}
	return at;
}

void glossary_words(struct str text, struct arena *a, term_words *out)
{
	size_t at = 0, signs = 0;
	char gap = 0;

	while (at < text.len) {
		uint32_t point;
		size_t n = utf8_decode(text, at, &point);

		if (!is_word_point(point)) {
			gap = signs++ ? 0 : gap_of(point);
			at += n;
			continue;
		}
		n = word_end(text, at) - at;
		vec_push(out, ((struct term_word){.written = str_slice(text, at, at + n),
						  .folded = fold_text(str_slice(text, at, at + n), a),
						  .gap = out->len ? gap : (char)0,
						  .from = at,
						  .to = at + n}));
		at += n;
		signs = 0;
	}
}

/* ---- reading ---- */

static void complain(struct reader *r, const struct yaml_node *n, struct message m)
{
	diag_add(r->dg, RULE_GLOSSARY, n->place, STR_NONE, m);
}

static struct str first_point(struct str s)
{
	uint32_t point;

	return s.len ? str_slice(s, 0, utf8_decode(s, 0, &point)) : s;
}

static bool has_capital(struct str s, struct arena *a)
{
	struct str rest = str_from(s, first_point(s).len);

	return !str_eq(fold_text(rest, a), rest);
}

/* NULL where the phrase holds no word. */
static struct term_word *words_of(struct reader *r, struct str written, size_t *count)
{
	term_words words = {0};
	struct term_word *kept = NULL;

	glossary_words(written, r->arena, &words);
	*count = words.len;
	if (words.len) {
		kept = arena_array(r->arena, struct term_word, words.len);
		memcpy(kept, words.at, words.len * sizeof *kept);
	}
	vec_clear(&words);
	return kept;
}

static bool same_phrase(const struct term_phrase *a, const struct term_phrase *b)
{
	for (size_t i = 0; i < a->count; i++)
		if (a->count != b->count || a->words[i].gap != b->words[i].gap ||
		    !str_eq(a->words[i].folded, b->words[i].folded))
			return false;
	return true;
}

/* A phrase that is listed already, as a term or as one that is avoided: the check could not know which. */
static bool is_listed(const struct reader *r, size_t language, const struct term_phrase *p)
{
	for (size_t i = 0; i < r->out->phrases[language].len; i++)
		if (same_phrase(p, &r->out->phrases[language].at[i]))
			return true;
	return false;
}

static void add(struct reader *r, const struct yaml_node *n, size_t language, struct str term, bool avoided)
{
	struct term_phrase p = {.term = term, .avoided = avoided};

	if (!yaml_text(n, RULE_GLOSSARY, r->dg, &p.written))
		return;
	if (!avoided)
		p.term = p.written;
	p.has_capital = has_capital(p.written, r->arena);
	p.words = words_of(r, p.written, &p.count);
	if (!p.count)
		complain(r, n, MSG(TERM_NO_WORD));
	else if (is_listed(r, language, &p))
		complain(r, n, MSG(TERM_TWICE, p.written));
	else
		vec_push(&r->out->phrases[language], p);
}

static void read_avoid(struct reader *r, const struct yaml_node *avoid, const char *const *codes,
		       const struct yaml_node *term)
{
	if (!yaml_is_map(avoid, RULE_GLOSSARY, r->dg))
		return;
	yaml_check_keys(avoid, codes, RULE_GLOSSARY, r->dg);
	for (size_t l = 0; l < r->settings->language_count; l++) {
		const char *code = r->settings->languages[l]->code.at;
		const struct yaml_node *list = yaml_get(avoid, code), *own = yaml_get(term, code);

		if (!list || !yaml_is_list(list, RULE_GLOSSARY, r->dg))
			continue;
		if (!own)
			complain(r, list, MSG(TERM_LACKS, r->settings->languages[l]->name));
		for (size_t i = 0; own && own->kind == YAML_TEXT && i < list->count; i++)
			add(r, &list->items[i].value, l, str_trim(own->text), true);
	}
}

static void read_term(struct reader *r, const struct yaml_node *term)
{
	const char *codes[LANGUAGE_MOST + 2] = {NULL};
	const struct yaml_node *n;
	size_t count = 0;

	if (!yaml_is_map(term, RULE_GLOSSARY, r->dg))
		return;
	for (size_t l = 0; l < LANGUAGE_MOST; l++)
		codes[l] = languages[l].code.at;
	codes[LANGUAGE_MOST] = "avoid";
	yaml_check_keys(term, codes, RULE_GLOSSARY, r->dg);
	codes[LANGUAGE_MOST] = NULL;
	for (size_t l = 0; l < r->settings->language_count; l++)
		if ((n = yaml_get(term, r->settings->languages[l]->code.at))) {
			add(r, n, l, STR_NONE, false);
			count++;
		}
	if (!count)
		complain(r, term, MSG(TERM_EMPTY));
	else if ((n = yaml_get(term, "avoid")))
		read_avoid(r, n, codes, term);
}

static int by_first_word(const void *a, const void *b)
{
	const struct term_phrase *p = a, *q = b;
	int order = str_cmp(p->words[0].folded, q->words[0].folded);

	/* Longer ones first, so that the first match is the longest. */
	if (order == 0 && p->count != q->count)
		order = p->count > q->count ? -1 : 1;
	return order ? order : str_cmp(p->written, q->written);
}

void glossary_read(const struct source *source, size_t from, const struct settings *settings, struct arena *a,
		   struct diags *dg, struct glossary *g)
{
	static const char *const known[] = {"terms", NULL};
	struct reader r = {settings, a, dg, g};
	const struct yaml_node *map = yaml_read_file(source, from, GLOSSARY_LONGEST, RULE_GLOSSARY, a, dg), *terms;

	if (!map)
		return;
	yaml_check_keys(map, known, RULE_GLOSSARY, dg);
	terms = yaml_get(map, "terms");
	if (terms && yaml_is_list(terms, RULE_GLOSSARY, dg))
		for (size_t i = 0; i < terms->count; i++)
			read_term(&r, &terms->items[i].value);
	for (size_t l = 0; l < LANGUAGE_MOST; l++)
		vec_sort(&g->phrases[l], by_first_word);
}

/* ---- looking up ---- */

const struct term_phrase *glossary_near(const struct glossary *g, size_t language, struct str folded, size_t *count)
{
	struct str first = first_point(folded);
	size_t low = 0, high = g->phrases[language].len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (str_cmp(g->phrases[language].at[middle].words[0].folded, first) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	*count = 0;
	while (low + *count < g->phrases[language].len &&
	       str_starts(g->phrases[language].at[low + *count].words[0].folded, first))
		++*count;
	return *count ? &g->phrases[language].at[low] : NULL;
}

void glossary_clear(struct glossary *g)
{
	for (size_t l = 0; l < LANGUAGE_MOST; l++)
		vec_clear(&g->phrases[l]);
}
