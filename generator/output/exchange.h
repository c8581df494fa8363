/*
 * exchange.h - one folder takes another's place in a single step, so that a reader's path never leads to nothing or to
 * a mixture.
 */
#ifndef KOMEK_OUTPUT_EXCHANGE_H
#define KOMEK_OUTPUT_EXCHANGE_H

#include "diag/message.h"

enum exchange_kind { EXCHANGE_FIRST, EXCHANGE_BOTH };

/*
 * Puts the folder `stage` in the place of `name`, both in `parent`. EXCHANGE_BOTH: what was there is called `stage`
 * afterwards. EXCHANGE_FIRST: nothing may be there (EEXIST or ENOTEMPTY else). The change is on the disk when it
 * returns 0; after an errno all is as before.
 */
int exchange_folders(int parent, const char *stage, const char *name, enum exchange_kind kind);

/*
 * True where an errno of exchange_folders means that no exchange is possible in this place at all, so that
 * files would have to be replaced one by one; *reason is the message that says why ({1}: the output).
 */
bool exchange_impossible(int error, enum message_id *reason);

#endif
