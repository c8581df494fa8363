/*
 * plural.h - which form of a word goes with a whole number, and filling such forms into a text.
 * Source of the rules: Unicode CLDR, cardinal plurals of whole numbers.
 */
#ifndef KOMEK_BASE_PLURAL_H
#define KOMEK_BASE_PLURAL_H

#include <stdint.h>

#include "base/str.h"

enum plural { PLURAL_ONE, PLURAL_FEW, PLURAL_MANY };

/* English: one, many. Russian: one, few, many. Kazakh: a noun after a number keeps its form (many). Others: many. */
enum plural plural_of(struct str lang, uint64_t n);

#endif
