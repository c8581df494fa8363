/*
 * excerpt.h - what a terminal is shown of a text: the line of a place with a mark below it, and nothing that could command or
 * confuse the terminal.
 */
#ifndef KOMEK_DIAG_EXCERPT_H
#define KOMEK_DIAG_EXCERPT_H

#include "base/buf.h"
#include "diag/source.h"

/*
 * Adds s as a terminal may see it: controls, broken bytes, and characters that show nothing or turn the direction around, as
 * U+FFFD; a tab as it is.
 */
void excerpt_visible(struct buf *out, struct str s);

/*
 * Adds the line that the place begins in, indented by two columns, and below it ^ under the place's beginning and ~ under the
 * rest of it, as far as it is in this line; of a long line the part round the place. Nothing for an empty line. Where colour is
 * true, the marks are green.
 */
void excerpt_add(struct buf *out, struct place place, bool colour);

#endif
