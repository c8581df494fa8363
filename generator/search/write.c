#include "search/write.h"

#include "base/escape.h"
#include "search/readings.h"
#include "search/shelves.h"
#include "search/stem_write.h"
#include "search/write_answers.h"
#include "search/write_words.h"

struct writer {
	const struct site *site;
	const struct index *ix;
	struct parts parts;
	struct buf entry; /* the entry script, grows from family to family */
};

/*
 * The sections: the number of the first answer of each and its name in every language. Answers stand in the site's order, so
 * that a section ends where the next one begins; pages have no section: they stand in one whose names are empty.
 */
static void add_sections(struct writer *w)
{
	const struct section *last = NULL;

	buf_add(&w->entry, STR("\"sections\":["));
	for (size_t i = 0; i < w->ix->answers.len; i++) {
		const struct entry *e = w->ix->answers.at[i];
		const struct section *section = e->kind == ENTRY_QUESTION ? e->section : NULL;
		size_t in;

		if (section == last && i)
			continue;
		buf_addf(&w->entry, "%s\n[%zu", i ? "," : "", i);
		for (size_t l = 0; l < w->site->settings.language_count; l++) {
			buf_add_byte(&w->entry, ',');
			escape_json(&w->entry, section ? entry_title(w->site, section->entry, l, &in) : STR_NONE);
		}
		buf_add_byte(&w->entry, ']');
		last = section;
	}
	buf_add(&w->entry, STR("],\n"));
}

static void begin_entry(struct writer *w)
{
	const struct settings *s = &w->site->settings;

	parts_begin("entry", &w->entry);
	buf_add(&w->entry, STR("{\"languages\":["));
	for (size_t l = 0; l < s->language_count; l++)
		buf_addf(&w->entry, "%s\"%.*s\"", l ? "," : "", STR_ARG(s->languages[l]->code));
	buf_add(&w->entry, STR("],\"names\":["));
	for (size_t l = 0; l < s->language_count; l++) {
		if (l)
			buf_add_byte(&w->entry, ',');
		escape_json(&w->entry, s->languages[l]->name);
	}
	buf_addf(&w->entry, "],\n\"answers\":%zu,\"hash\":%d,\n", w->ix->answers.len, HASH_DIGITS);
	add_sections(w);
	analysis_write(&w->entry);
	buf_add(&w->entry, STR(",\n"));
	stems_write(&w->entry);
	buf_add(&w->entry, STR(",\n"));
	readings_write(&w->entry);
}

/*
 * The lists of the parts that are asked for by answer, one for each language. In a small site they are part of the entry, in
 * others parts of their own: most queries need none.
 */
static void add_lists(struct writer *w)
{
	struct buf list = BUF_INIT, bytes = BUF_INIT;

	buf_add(&w->entry, STR(",\n\"lists\":["));
	for (size_t l = 0; l < w->site->settings.language_count; l++) {
		buf_reset(&list);
		write_answers(&w->parts, w->site, w->ix, l, &list);
		if (l)
			buf_add_byte(&w->entry, ',');
		if (w->ix->answers.len <= TITLES_ALONE) {
			buf_add(&w->entry, buf_str(&list));
			continue;
		}
		parts_begin("lists", &bytes);
		buf_add(&bytes, buf_str(&list));
		buf_add_byte(&w->entry, '"');
		parts_end(&w->parts, "lists", &bytes, &w->entry);
		buf_add_byte(&w->entry, '"');
	}
	buf_add_byte(&w->entry, ']');
	buf_clear(&list);
	buf_clear(&bytes);
}

void search_write(const struct site *site, const struct index *ix, unsigned jobs, struct arena *a,
		  struct search_files *out)
{
	struct writer w = {.site = site, .ix = ix, .parts = {.a = a, .out = out}};

	begin_entry(&w);
	buf_add(&w.entry, STR(",\n\"words\":"));
	write_words(&w.parts, site, ix, jobs, &w.entry);
	buf_add(&w.entry, STR(",\n\"keys\":"));
	write_keys(&w.parts, ix, &w.entry);
	add_lists(&w);
	buf_add(&w.entry, STR("});\n"));
	vec_push(&out->list, ((struct search_file){STR("assets/search/entry.js"), arena_str(a, buf_str(&w.entry))}));
	buf_clear(&w.entry);
	parts_clear(&w.parts);
}

void search_files_clear(struct search_files *files)
{
	vec_clear(&files->list);
}
