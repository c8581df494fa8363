#include "site/allowed.h"

#include "base/utf8.h"
#include "site/site.h"
#include "text/fold.h"

bool site_allows_in(const struct site *site, size_t language, struct str word)
{
	return map_get(&site->allowed[language], word) != NULL;
}

bool site_allows(const struct site *site, const struct article *article, struct str word)
{
	const struct front_matter *f = &article->front;

	for (size_t i = 0; i < f->allow_count; i++) {
		struct allowed_word *w = &f->allow[i];

		if (!str_eq(w->word, word) && !str_eq(w->capital, word))
			continue;
		atomic_store_explicit(&w->used, true, memory_order_relaxed);
		return true;
	}
	return site_allows_in(site, article->language, word);
}

/* Those that people type or copy without seeing them. */
static bool is_space(uint32_t point)
{
	return point == ' ' || (point >= '\t' && point <= '\r') || point == 0xA0 ||
	       (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x3000;
}

bool allowed_is_word(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t point;

		at += utf8_decode(text, at, &point);
		if (is_space(point))
			return false;
	}
	return text.len > 0;
}

void allowed_read(const struct text_file *file, struct arena *a, struct map *words, struct diags *dg)
{
	const struct source *s = file->source;

	for (size_t n = 1; file->readable && n <= s->line_count; n++) {
		struct str line = source_line(s, n), word;

		if (n == 1)
			line = str_from(line, file->from);
		word = str_trim(str_slice(line, 0, str_find_byte(line, '#')));
		if (word.len == 0)
			continue;
		if (!allowed_is_word(word)) {
			diag_add(dg, RULE_ALLOWED_WORDS, source_place(s, word), STR_NONE, MSG(ALLOWED_ONE_WORD));
			continue;
		}
		map_put(words, word, (void *)s);
		map_put(words, fold_capital(word, a), (void *)s);
	}
}
