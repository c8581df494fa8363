/*
 * allowed.h - words that are right although a check of letters or words would complain: those of one text (allow: in its head)
 * and those of a language on the whole site (content/words.<lang>.txt).
 *
 *	if (!site_allows(site, article, word))
 *		diag_add(...)
 *
 * A check asks only about a word that it is about to complain of: the answer also notes that the word was needed, so that an
 * allow: that nothing needs can be told (check/silence.c).
 */
#ifndef KOMEK_SITE_ALLOWED_H
#define KOMEK_SITE_ALLOWED_H

#include "base/map.h"
#include "diag/failure.h"
#include "site/text_file.h"

struct site;
struct article;

/*
 * True where the very word is allowed in the text: as it is listed, or with a capital as its first letter. Its other forms are
 * other words. From any thread.
 */
bool site_allows(const struct site *site, const struct article *article, struct str word);

/* The same for texts that are no articles (settings, texts of the interface): only the site's own words of the language. */
bool site_allows_in(const struct site *site, size_t language, struct str word);

/* True where text is one word: neither empty nor with white space in it. */
bool allowed_is_word(struct str text);

/* Reads a words file: a word a line, # begins a comment. Adds the words to the map; what is wrong goes to dg. */
void allowed_read(const struct text_file *file, struct arena *a, struct map *words, struct diags *dg);

#endif
