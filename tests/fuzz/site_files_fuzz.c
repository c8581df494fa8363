/*
 * site_files_fuzz.c - any UTF-8 as the files beside the answers: the interface's texts, the glossary, the site's own rules, the
 * words that are allowed. Every place lies in the source, and what is accepted can be used.
 *
 * Input: a byte that says which file it is, then the file; the interface's texts are cut at lines "%%" into languages.
 * Runs in the project's folder.
 */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "site/allowed.h"
#include "site/glossary.h"
#include "site/house.h"
#include "site/words.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

#define TEMPLATES "templates"

static void broken(const char *why, struct str shown)
{
	fprintf(stderr, "%s:\n%.*s\n", why, STR_ARG(shown));
	abort();
}

static void check_place(struct place p)
{
	if (!p.source || p.from > p.to || p.to > p.source->bytes.len)
		broken("a place outside of the source", p.source ? p.source->bytes : STR_NONE);
}

static void check_text(struct str text)
{
	if (utf8_valid_until(text) < text.len)
		broken("no UTF-8", text);
}

static void check_diags(const struct diags *dg)
{
	for (size_t i = 0; i < dg->list.len; i++) {
		check_place(dg->list.at[i].place);
		check_text(dg->list.at[i].repair);
	}
}

struct trial {
	struct settings settings;
	struct arena arena;
	struct diags dg;
};

/* ---- the interface's texts ---- */

static void fill_all(const struct words *w, struct trial *t)
{
	static const struct str args[3] = {{"1", 1}, {"22", 2}, {"x", 1}};

	for (size_t l = 0; l < t->settings.language_count; l++)
		for (size_t i = 0; i < WORD_COUNT; i++) {
			struct str text = words_fill(w, &t->settings, l, (enum word)i, args, &t->arena);

			check_text(text);
			if (!t->dg.list.len && str_find_byte(text, '{') != SIZE_MAX)
				broken("a brace is left", text);
		}
}

static void try_strings(struct trial *t, struct str input)
{
	struct str files[LANGUAGE_MOST] = {{0}};
	struct map instead = {0};
	struct failure why = {0};
	struct words w = {0};

	for (size_t l = 0; l < t->settings.language_count; l++) {
		size_t cut = str_find(input, STR("\n%%\n"), 0);

		files[l] = str_slice(input, 0, cut);
		input = cut == SIZE_MAX ? files[l] : str_from(input, cut + 4);
		map_put(&instead,
			arena_printf(&t->arena, TEMPLATES "/strings/%.*s.yaml",
				     STR_ARG(t->settings.languages[l]->code)),
			&files[l]);
	}
	if (!words_load(&w, TEMPLATES, &t->settings, &instead, &t->arena, &t->dg, &why))
		broken("run this in the project's folder", STR_NONE);
	for (size_t i = 1; i < w.names.len; i++)
		if (str_cmp(w.names.at[i - 1], w.names.at[i]) >= 0)
			broken("names are out of order", w.names.at[i]);
	for (size_t i = 0; i < w.written.len; i++)
		check_place(w.written.at[i].place);
	fill_all(&w, t);
	words_clear(&w);
	failure_clear(&why);
	map_clear(&instead);
}

/* ---- the glossary ---- */

static void try_glossary(struct trial *t, struct str input)
{
	const struct source *s = source_new(&t->arena, STR("glossary.yaml"), input);
	struct glossary g = {0};
	term_words words = {0};

	glossary_read(s, 0, &t->settings, &t->arena, &t->dg, &g);
	for (size_t l = 0; l < t->settings.language_count; l++)
		for (size_t i = 0; i < g.phrases[l].len; i++) {
			const struct term_phrase *p = &g.phrases[l].at[i], *near;
			size_t n = 0;

			if (!p->count)
				broken("a phrase without words", p->written);
			near = glossary_near(&g, l, p->words[0].folded, &n);
			if (p < near || p >= near + n)
				broken("a phrase that nobody finds", p->written);
		}
	glossary_words(input, &t->arena, &words);
	for (size_t i = 0; i < words.len; i++)
		if (words.at[i].from >= words.at[i].to || words.at[i].to > input.len ||
		    (i && words.at[i].from < words.at[i - 1].to))
			broken("a word outside of the text", words.at[i].written);
	vec_clear(&words);
	glossary_clear(&g);
}

/* ---- rules ---- */

static void search_for(const struct house_rule *r, struct pattern_space *space, struct str text, struct arena *a)
{
	struct pattern_match found = {0, 0};

	for (size_t at = 0; pattern_find(r->pattern, space, text, at, &found) == PATTERN_FOUND;) {
		if (found.from > found.to || found.to > text.len || found.from < at)
			broken("a match outside of the text", r->name);
		if (r->replaces)
			check_text(pattern_fill(space, text, r->replacement, a));
		if (found.to >= text.len)
			break;
		at = found.to > at ? found.to : at + utf8_offset(str_from(text, at), 1);
	}
}

static void try_rules(struct trial *t, struct str input)
{
	const struct source *s = source_new(&t->arena, STR("rules.yaml"), input);
	struct pattern_space *space = pattern_space_new();
	struct house h = {0};

	house_read(s, 0, &t->settings, &t->arena, &t->dg, &h);
	for (size_t i = 0; i < h.rules.len; i++) {
		check_place(h.rules.at[i].place);
		check_text(h.rules.at[i].name);
		search_for(&h.rules.at[i], space, str_slice(input, 0, utf8_offset(input, 100)), &t->arena);
	}
	house_clear(&h);
	pattern_space_free(space);
}

/* ---- words ---- */

static void try_allowed(struct trial *t, struct str input)
{
	const struct source *s = source_new(&t->arena, STR("words.kk.txt"), input);
	struct text_file file = {.source = s, .readable = true};
	struct map words = {0};

	allowed_read(&file, &t->arena, &words, &t->dg);
	map_clear(&words);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static void (*const all[])(struct trial * t, struct str input) = {try_strings, try_glossary, try_rules,
									  try_allowed};
	struct str input = {(const char *)bytes + 1, len - 1};
	struct trial t = {0};

	if (!len || utf8_valid_until(input) < input.len || memchr(bytes, 0, len))
		return 0;
	settings_default(&t.settings);
	all[bytes[0] % (sizeof all / sizeof *all)](&t, input);
	check_diags(&t.dg);
	settings_clear(&t.settings);
	diags_clear(&t.dg);
	arena_clear(&t.arena);
	return 0;
}
