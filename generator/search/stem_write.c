#include "search/stem_write.h"

#include <string.h>

#include "base/escape.h"
#include "search/stem_rules.h"

static const char *const codes[STEM_LANGUAGES] = {[STEM_KAZAKH] = "kk", [STEM_RUSSIAN] = "ru", [STEM_ENGLISH] = "en"};

static void add_texts(struct buf *out, const char *name, const char *const *texts, size_t n)
{
	buf_addf(out, "%s[", name);
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_add_byte(out, ',');
		escape_json(out, str_of(texts[i] ? texts[i] : ""));
	}
	buf_add_byte(out, ']');
}

/* The one row of a sort that a language has, or all have. */
static const struct stem_row *row_of(enum stem_sort sort, unsigned language)
{
	size_t count;
	const struct stem_row *rows = stem_rows(&count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].sort == sort && rows[i].language == language)
			return &rows[i];
	return NULL;
}

static void add_pair(struct buf *out, const char *name, enum stem_sort sort)
{
	add_texts(out, name, row_of(sort, 0)->texts, 2);
}

static void add_sounds(struct buf *out, unsigned language)
{
	const char *sounds[STEM_SOUNDS] = {0};
	size_t count;
	const struct stem_row *rows = stem_rows(&count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].sort == STEM_SOUND && rows[i].language == language)
			sounds[rows[i].sound] = rows[i].texts[0];
	add_texts(out, ",\"sounds\":", sounds, STEM_SOUNDS);
}

/* Does SOFT make the front endings of the back ones? Then the browser makes them, too. */
static bool is_softened(const struct stem_row *r)
{
	const struct stem_row *soft = row_of(STEM_SOFT, 0);
	struct stem_points back, front, from, to;

	stem_points_of(str_of(r->texts[0]), &back);
	stem_points_of(str_of(r->texts[1]), &front);
	stem_points_of(str_of(soft->texts[0]), &from);
	stem_points_of(str_of(soft->texts[1]), &to);
	for (size_t i = 0; i < back.len; i++)
		for (size_t k = 0; k < from.len; k++)
			if (back.at[i] == from.at[k]) {
				back.at[i] = to.at[k];
				break;
			}
	return back.len == front.len && memcmp(back.at, front.at, back.len * sizeof *back.at) == 0;
}

static void add_row(struct buf *out, const struct stem_row *r)
{
	buf_addf(out, "[%u,%u,%u,", r->from, r->to, r->sound);
	escape_json(out, str_of(r->texts[0]));
	if (*r->texts[1] && is_softened(r)) {
		buf_add(out, STR(",1"));
	} else if (*r->texts[1]) {
		buf_add_byte(out, ',');
		escape_json(out, str_of(r->texts[1]));
	}
	buf_add_byte(out, ']');
}

static void add_rows(struct buf *out, const char *name, enum stem_sort sort, unsigned language)
{
	size_t count;
	const struct stem_row *rows = stem_rows(&count);
	bool first = true;

	buf_addf(out, ",\"%s\":[", name);
	for (size_t i = 0; i < count; i++) {
		if (rows[i].sort != sort || rows[i].language != language)
			continue;
		if (!first)
			buf_add_byte(out, ',');
		add_row(out, &rows[i]);
		first = false;
	}
	buf_add_byte(out, ']');
}

static void add_language(struct buf *out, unsigned language)
{
	const struct stem_row *own = row_of(STEM_LANGUAGE, language);

	buf_addf(out, "\"%s\":{\"roots\":%u,\"ends\":%u", codes[language], own->from, own->to);
	add_texts(out, ",\"sets\":", own->texts, STEM_TEXTS);
	add_sounds(out, language);
	add_rows(out, "endings", STEM_ENDING, language);
	add_rows(out, "strict", STEM_STRICT, language);
	add_rows(out, "loose", STEM_LOOSE, language);
	buf_add_byte(out, '}');
}

void stems_write(struct buf *out)
{
	buf_add(out, STR("\"stems\":{"));
	add_pair(out, "\"folds\":", STEM_FOLD);
	add_pair(out, ",\"softs\":", STEM_SOFT);
	add_pair(out, ",\"hard\":", STEM_HARD);
	add_pair(out, ",\"shorts\":", STEM_SHORT);
	buf_add(out, STR(",\"languages\":{"));
	for (unsigned l = 0; l < STEM_LANGUAGES; l++) {
		if (l)
			buf_add_byte(out, ',');
		add_language(out, l);
	}
	buf_add(out, STR("}}"));
}
