/*
 * fold.h - words made comparable: one normal form (NFC), no difference of case (Unicode default case folding, by ICU),
 * and ё as е, because Russian text writes both. Kazakh letters stay what they are.
 */
#ifndef KOMEK_TEXT_FOLD_H
#define KOMEK_TEXT_FOLD_H

#include "base/arena.h"

/* The folded text, in the arena. Bytes that are not UTF-8 become U+FFFD. */
struct str fold_text(struct str s, struct arena *a);

/* The text in normal form C, in the arena. */
struct str fold_nfc(struct str s, struct arena *a);

/* The text with a capital as its first letter, in the arena. */
struct str fold_capital(struct str s, struct arena *a);

/* True where the text already is in normal form C. */
bool fold_is_nfc(struct str s);

#endif
