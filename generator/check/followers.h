/*
 * followers.h - diagnostics that only follow from others.
 */
#ifndef KOMEK_CHECK_FOLLOWERS_H
#define KOMEK_CHECK_FOLLOWERS_H

#include "diag/diag.h"

/* Sorts the diagnostics and drops those that say again, at the same place, what another one says better. */
void followers_drop(struct diags *dg);

#endif
