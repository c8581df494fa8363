#include "page/letter.h"

#include "base/escape.h"

#define PREFIX "letter_"

static void add_key(struct buf *out, const char *name)
{
	buf_addf(out, "\"%s\":", name);
}

static void separate(struct buf *out, bool first)
{
	if (!first)
		buf_add_byte(out, ',');
}

static void add_fields(const struct settings *s, size_t language, struct buf *out)
{
	add_key(out, "fields");
	buf_add_byte(out, '[');
	for (size_t i = 0; i < s->support_field_count; i++) {
		separate(out, i == 0);
		buf_addf(out, "[\"%s\",", detail_kind_names[s->support_fields[i].kind]);
		escape_json(out, s->support_fields[i].name.in[language]);
		buf_add_byte(out, ']');
	}
	buf_add_byte(out, ']');
}

static void add_regions(const struct settings *s, size_t language, struct buf *out)
{
	add_key(out, "regions");
	buf_add_byte(out, '[');
	for (size_t i = 0; i < s->region_count; i++) {
		separate(out, i == 0);
		escape_json(out, s->regions[i].in[language]);
	}
	buf_add_byte(out, ']');
}

static void add_words(const struct words *w, size_t language, struct buf *out)
{
	bool first = true;

	add_key(out, "words");
	buf_add_byte(out, '{');
	for (size_t i = 0; i < w->names.len; i++) {
		if (!str_starts(w->names.at[i], STR(PREFIX)) || i == w->known[WORD_LETTER_SUBJECT])
			continue;
		separate(out, first);
		first = false;
		escape_json(out, str_from(w->names.at[i], strlen(PREFIX)));
		buf_add_byte(out, ':');
		escape_json(out, w->texts[language][i]);
	}
	buf_add_byte(out, '}');
}

struct str letter_path(const struct site *site, size_t language, struct arena *a)
{
	return arena_printf(a, "assets/letter-%.*s.js", STR_ARG(site_language(site, language)->code));
}

struct str letter_script(const struct site *site, size_t language, struct arena *a)
{
	struct buf out = BUF_INIT;
	struct str kept;

	buf_add(&out, STR("komek.letter({"));
	add_key(&out, "mail");
	escape_json(&out, site->settings.support_mail);
	buf_add_byte(&out, ',');
	add_fields(&site->settings, language, &out);
	buf_add_byte(&out, ',');
	add_regions(&site->settings, language, &out);
	buf_add_byte(&out, ',');
	add_words(&site->words, language, &out);
	buf_add(&out, STR("});\n"));
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}
