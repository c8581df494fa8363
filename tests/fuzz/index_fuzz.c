/*
 * index_fuzz.c - any UTF-8 as the answers of a site: the index holds whole words in their order, what is written of it are scripts
 * that nothing can leave, and each answer is found by its own title.
 *
 * The input is cut at lines "%%" into texts, by answer and language; the first line of each is its title, the second its
 * summary, the third its keyword, the rest its Markdown.
 */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "search/finder.h"
#include "search/write.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { ANSWERS_MOST = 6, LANGUAGES = 3, TEXTS_HERE = ANSWERS_MOST * LANGUAGES };

/* Longer titles may have more words than a query is asked for. */
enum { TITLE_ASKED = QUERY_WORDS };

struct help {
	struct site site;
	struct arena arena;
	struct diags dg;
	struct entry entries[ANSWERS_MOST];
	struct article articles[TEXTS_HERE];
	struct keyword keywords[TEXTS_HERE];
};

static void broken(const char *why, struct str shown)
{
	fprintf(stderr, "%s: %.*s\n", why, STR_ARG(shown));
	abort();
}

static void must(bool holds, const char *why, struct str shown)
{
	if (!holds)
		broken(why, shown);
}

/* ---- a site of texts ---- */

static struct str cut_line(struct str *rest)
{
	struct str line = STR_NONE;

	str_split(rest, '\n', &line);
	return str_trim(line);
}

static void add_article(struct help *h, size_t number, struct str text)
{
	struct article *article = &h->articles[number];
	struct entry *e = &h->entries[number / LANGUAGES];
	struct markup_request request;

	article->language = number % LANGUAGES;
	article->entry = e;
	article->front.title = cut_line(&text);
	article->front.summary = cut_line(&text);
	h->keywords[number].text = cut_line(&text);
	article->front.keywords = &h->keywords[number];
	article->front.keyword_count = h->keywords[number].text.len > 0;
	article->source = source_new(&h->arena, STR("a.md"), text);
	request = (struct markup_request){.source = article->source};
	article->markup = markup_parse(&request, &h->dg);
	e->texts[article->language] = article;
}

static void show(struct help *h, size_t answers)
{
	for (size_t i = 0; i < answers; i++) {
		struct entry *e = &h->entries[i];

		e->kind = ENTRY_PAGE;
		e->id = e->slug = arena_printf(&h->arena, "a%zu", i);
		for (size_t l = 0; l < LANGUAGES; l++)
			e->shown[l] = e->texts[l] ? e->texts[l] : e->texts[0];
		vec_push(&h->site.entries, e);
	}
}

static void make_site(struct help *h, struct str input)
{
	size_t count = 0;

	settings_default(&h->site.settings);
	must(h->site.settings.language_count == LANGUAGES, "other languages than these", STR_NONE);
	for (bool more = true; more && count < TEXTS_HERE;) {
		size_t cut = str_find(input, STR("\n%%\n"), 0);

		more = cut != SIZE_MAX;
		add_article(h, count++, str_slice(input, 0, cut));
		input = more ? str_from(input, cut + 4) : STR_NONE;
	}
	show(h, (count + LANGUAGES - 1) / LANGUAGES);
}

static void free_site(struct help *h)
{
	for (size_t i = 0; i < TEXTS_HERE; i++)
		markup_free(h->articles[i].markup);
	settings_clear(&h->site.settings);
	vec_clear(&h->site.entries);
	diags_clear(&h->dg);
	arena_clear(&h->arena);
	free(h);
}

/* ---- what holds ---- */

static void check_word(const struct index *ix, size_t i)
{
	const struct index_word *word = ix->words.at[i], *before = i ? ix->words.at[i - 1] : NULL;
	int order = before ? index_order(before->key, word->key) : -1;

	must(word->word.len && utf8_count(word->word) <= TOKEN_LONGEST && word->key.len, "no word", word->word);
	must(utf8_valid_until(word->word) == word->word.len && utf8_valid_until(word->key) == word->key.len,
	     "a letter is cut", word->word);
	must(order < 0 || (order == 0 && index_order(before->word, word->word) < 0), "out of order", word->word);
	for (size_t t = 0; t < word->texts.len; t++) {
		struct posting p = word->texts.at[t];

		must(p.text < ix->answers.len * LANGUAGES && (!t || word->texts.at[t - 1].text < p.text),
		     "a text that is not there, or twice", word->word);
		must(p.weight && p.weight <= WEIGHT_MOST, "no weight", word->word);
	}
}

static void check_files(const struct search_files *files)
{
	for (size_t i = 0; i < files->list.len; i++) {
		struct str bytes = files->list.at[i].bytes;

		must(str_starts(bytes, STR("komek.part(")) && str_ends(bytes, STR(");\n")), "no call", bytes);
		must(utf8_valid_until(bytes) == bytes.len, "a letter is cut", bytes);
		for (size_t k = 0; k < bytes.len; k++)
			must((unsigned char)bytes.at[k] >= ' ' || bytes.at[k] == '\n', "a control", bytes);
		/* lines end only between values: a string that goes on in the next line is none */
		must(str_find(bytes, STR("\xE2\x80\xA8"), 0) == SIZE_MAX, "a line end of JavaScript", bytes);
	}
}

static bool holds_answer(const struct found *found, uint32_t answer)
{
	for (size_t i = 0; i < found->answers.len; i++)
		if (found->answers.at[i].answer == answer)
			return true;
	return false;
}

/* True where each piece has a word as it was typed: of signs alone only what they may have been on another keyboard is asked. */
static bool has_words(const struct found *found)
{
	for (size_t i = 0; i < found->pieces.len; i++)
		if (!found->pieces.at[i].readings.at[0].count)
			return false;
	return found->pieces.len > 0;
}

static void ask(const struct finder *f, struct finder_scratch *s, const struct article *text, uint32_t answer)
{
	struct found found = {0}, without = {0};

	finder_find(f, text->language, text->front.title, s, &found);
	if (has_words(&found) && utf8_count(text->front.title) < TITLE_ASKED)
		must(holds_answer(&found, answer), "not found by its own title", text->front.title);
	if (text->front.keyword_count)
		finder_find_without(f, text->language, answer, 0, s, &without);
	found_clear(&found);
	found_clear(&without);
}

static void ask_all(const struct help *h, const struct index *ix)
{
	struct finder *f = finder_new(ix, LANGUAGES, 1);
	struct finder_scratch *s = finder_scratch_new(f);

	for (size_t i = 0; i < TEXTS_HERE; i++)
		if (h->articles[i].markup)
			ask(f, s, &h->articles[i], (uint32_t)(i / LANGUAGES));
	finder_scratch_free(s);
	finder_free(f);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str input = {(const char *)bytes, len};
	struct search_files files = {0};
	struct index *ix;
	struct help *h;

	if (utf8_valid_until(input) < len || memchr(bytes, 0, len))
		return 0;
	h = calloc(1, sizeof *h);
	if (!h)
		return 0;
	make_site(h, input);
	ix = index_build(&h->site, 1);
	for (size_t i = 0; i < ix->words.len; i++)
		check_word(ix, i);
	search_write(&h->site, ix, &h->arena, &files);
	check_files(&files);
	ask_all(h, ix);
	search_files_clear(&files);
	index_free(ix);
	free_site(h);
	return 0;
}
