/*
 * lines.h - lines that are wrong as a whole: another language, another script, the wrong keyboard layout.
 */
#ifndef KOMEK_LETTERS_LINES_H
#define KOMEK_LETTERS_LINES_H

#include "letters/word.h"

/*
 * Judges the line of code points from..to. True where it is wrong as a whole: then *out tells, without repair but for a
 * layout. Words of a line in another language are not to be judged any more.
 */
bool line_judge(const struct judge *j, const struct point_text *t, size_t from, size_t to, struct finding *out);

#endif
