#include "lexicon/forms.h"

#include <math.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "lexicon/model.h"

/* Adds a form, or finds it; NULL for what is no word. */
static struct form *form_of(struct forms *f, struct str word)
{
	struct letters letters;
	struct form *form;

	if (!alphabet_word(word, &letters))
		return NULL;

	struct str key = {(const char *)letters.at, letters.len};

	form = map_get(&f->by_word, key);
	if (form)
		return form;
	form = arena_new(&f->arena, struct form);
	form->word = letters;
	form->folded = letters;
	for (size_t i = 0; i < letters.len; i++)
		form->folded.at[i] = alphabet_russian(letters.at[i]);
	map_put(&f->by_word, (struct str){(const char *)form->word.at, letters.len}, form);
	vec_push(&f->all, form);
	return form;
}

static bool is_cyrillic(uint32_t point)
{
	return point >= 0x400 && point <= 0x52F;
}

/* Letters, digits, and what sticks to them unseen: a word with a sign of these that is no letter of ours is not counted. */
static bool is_word_sign(uint32_t p)
{
	if (p < 0x80)
		return (p >= '0' && p <= '9') || ((p | 32) >= 'a' && (p | 32) <= 'z') || p == '_';
	return p == 0xAD || (p >= 0xC0 && p <= 0x1FFF) || (p >= 0x200B && p <= 0x200F);
}

static uint32_t point_at(struct str s, size_t at)
{
	uint32_t point = 0;

	if (at < s.len)
		utf8_decode(s, at, &point);
	return point;
}

/* The text without marks of access keys; line ends written as \n become spaces. */
static struct str without_marks(struct forms *f, struct str text)
{
	char *out = arena_alloc(&f->arena, text.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if ((c == '_' || c == '&' || c == '~') && is_cyrillic(point_at(text, i + 1)))
			continue;
		if (c == '\\' && i + 1 < text.len && (text.at[i + 1] == 'n' || text.at[i + 1] == 't')) {
			c = ' ';
			i++;
		}
		out[len++] = c;
	}
	return str_trim((struct str){out, len});
}

/* An ending behind an argument or a hyphen is no word. */
static bool stands_alone(struct str text, size_t from, size_t to)
{
	char before = from ? text.at[from - 1] : ' ';
	bool capital = false;

	if (strchr("-%$}{\\@'", before) || (from >= 3 && memcmp(text.at + from - 3, "’", 3) == 0))
		return false;
	if (before != '>' && before != '"')
		return true;
	alphabet_number(point_at(text, from), &capital);
	return capital || to - from > 8;
}

void forms_message(struct forms *f, struct str text)
{
	struct str clean = without_marks(f, text);

	if (map_get(&f->messages, clean))
		return;
	map_put(&f->messages, clean, f);
	for (size_t at = 0; at < clean.len;) {
		uint32_t point;
		size_t from = at;

		while (at < clean.len) {
			size_t step = utf8_decode(clean, at, &point);

			if (!is_word_sign(point))
				break;
			at += step;
		}
		if (at == from) {
			at += utf8_decode(clean, at, &point);
		} else if (stands_alone(clean, from, at)) {
			struct form *form = form_of(f, str_slice(clean, from, at));

			if (form)
				form->count++;
		}
	}
}

void forms_lines(struct forms *f, struct str text)
{
	struct str line;

	while (str_split(&text, '\n', &line))
		forms_message(f, line);
}

void forms_listed(struct forms *f, struct str word)
{
	struct form *form = form_of(f, word);

	if (form && form->word.len > 1 && form->listed < 3)
		form->listed++;
}

void forms_headword(struct forms *f, struct str word)
{
	struct form *form = form_of(f, word);

	if (form && form->word.len > 1)
		form->headword = true;
}

static int letters_cmp(const struct letters *a, const struct letters *b)
{
	return str_cmp((struct str){(const char *)a->at, a->len}, (struct str){(const char *)b->at, b->len});
}

static int form_cmp(const void *a, const void *b)
{
	const struct form *x = *(struct form *const *)a, *y = *(struct form *const *)b;
	int order = letters_cmp(&x->folded, &y->folded);

	return order ? order : letters_cmp(&x->word, &y->word);
}

void forms_sort(struct forms *f)
{
	vec_sort(&f->all, form_cmp);
}

/* The end of the row of twins that begins at `from`. */
static size_t twins_end(const struct forms *f, size_t from)
{
	size_t to = from;

	while (to < f->all.len && letters_cmp(&f->all.at[from]->folded, &f->all.at[to]->folded) == 0)
		to++;
	return to;
}

void forms_clean_counted(struct forms *f)
{
	for (size_t from = 0, to; from < f->all.len; from = to) {
		unsigned most = 0;

		to = twins_end(f, from);
		for (size_t i = from; i < to; i++)
			most = f->all.at[i]->count > most ? f->all.at[i]->count : most;
		for (size_t i = from; i < to; i++) {
			struct form *form = f->all.at[i];

			if (form->count < most && !form->headword &&
			    (most >= 20 * form->count || (form->count <= 2 && most >= 8)))
				form->count = 0;
		}
	}
}

static double likelihood(const struct form *form, const struct model *model)
{
	return model_cost(model, &form->word) + 2 * log(1.0 + form->count) + form->listed + (form->headword ? 4 : 0);
}

void forms_clean_listed(struct forms *f, const struct model *model)
{
	for (size_t from = 0, to; from < f->all.len; from = to) {
		double best = -INFINITY;

		to = twins_end(f, from);
		if (to - from == 1)
			continue;
		for (size_t i = from; i < to; i++)
			best = fmax(best, likelihood(f->all.at[i], model));
		for (size_t i = from; i < to; i++)
			if (f->all.at[i]->listed && likelihood(f->all.at[i], model) <= best - 4)
				f->all.at[i]->listed = 0;
	}
}

double forms_weight(const struct form *form)
{
	return (form->count ? 1 + log(form->count) : 0) + 0.5 * form->listed + (form->headword ? 0.5 : 0);
}

void forms_clear(struct forms *f)
{
	vec_clear(&f->all);
	map_clear(&f->by_word);
	map_clear(&f->messages);
	arena_clear(&f->arena);
}
