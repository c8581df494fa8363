/*
 * peoples.h - words of other peoples who write with Cyrillic letters: Україна, воўк, Ђорђе, җирле.
 *
 *	peoples_word(point, n)	true for the code points of Київ, false for those of тїл and қала
 */
#ifndef KOMEK_LETTERS_PEOPLES_H
#define KOMEK_LETTERS_PEOPLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Whether n code points, two or more, are a word in one other people's alphabet that shows it: by letters that nobody takes for Kazakh
 * ones, or by letters that are, but stand where a Kazakh word has no such vowel. A name with one wrong letter can still
 * look so by chance: ask only where the right letter would give no known word.
 */
bool peoples_word(const uint32_t *point, size_t n);

#endif
