/*
 * readings.h - what the browser needs to know to read the words of a query in more than one way.
 */
#ifndef KOMEK_SEARCH_READINGS_H
#define KOMEK_SEARCH_READINGS_H

#include "base/buf.h"

/*
 * Adds members of a JSON object: "layouts":[[layout,from,to],...],"latin":[[typed,meant],...],
 * "small":[words,...],
 * "weights":{name:number,...}.
 */
void readings_write(struct buf *out);

#endif
