/*
 * silence.h - comments <!-- komek-ignore RULE-OR-GROUP --> of the texts: what they name is dropped from the diagnostics, in one
 * place for every check, also for what was found while a text was loaded.
 */
#ifndef KOMEK_CHECK_SILENCE_H
#define KOMEK_CHECK_SILENCE_H

#include "site/site.h"

/*
 * Drops the silenced diagnostics; adds a warning for each comment that names no check, a note for each that had nothing to
 * silence, and one for each allow: that no check needed. To be called once, when every check has run.
 */
void silence_apply(const struct site *site, struct diags *dg);

#endif
