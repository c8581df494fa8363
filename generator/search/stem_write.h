/*
 * stem_write.h - the rows of stems.def for the browser, whose search-stem.js takes words apart by them.
 */
#ifndef KOMEK_SEARCH_STEM_WRITE_H
#define KOMEK_SEARCH_STEM_WRITE_H

#include "base/buf.h"

/* Adds "stems":{...}, a member of a JSON object. */
void stems_write(struct buf *out);

#endif
