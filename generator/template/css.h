/*
 * css.h - a style sheet without what only its authors read.
 */
#ifndef KOMEK_TEMPLATE_CSS_H
#define KOMEK_TEMPLATE_CSS_H

#include "base/buf.h"

/*
 * Adds css without comments, without white space at both ends of lines, and without the ends of lines and the blanks that
 * part nothing. Strings and url(...) stay as they are. A comment that alone keeps two words apart stays as an empty one.
 */
void css_strip(struct buf *out, struct str css);

#endif
