/*
 * collate.h - the order of a language's alphabet (ICU, CLDR): Ә after А, Ғ after Г, Қ after К in Kazakh.
 */
#ifndef KOMEK_TEXT_COLLATE_H
#define KOMEK_TEXT_COLLATE_H

#include "base/arena.h"
#include "text/language.h"

struct collator;

/* NULL where ICU lacks its data, with ICU's name for the error in *error. One thread at a time uses a collator. */
struct collator *collator_new(const struct language *language, const char **error);

/*
 * A key in the arena; keys compared as bytes (str_cmp) give the order of the texts. Marks before the first letter or digit
 * («, quotes) do not count.
 */
struct str collate_key(struct collator *c, struct str text, struct arena *a);

/*
 * The letter under which a text stands in an alphabetical list, upper case, in the arena; # for what begins with no letter.
 * Letters whose words the language mixes share one: Ё stands under Е in Russian, under itself in Kazakh.
 */
struct str collate_letter(struct collator *c, struct str text, struct arena *a);

void collator_free(struct collator *c);

#endif
