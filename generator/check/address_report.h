/*
 * address_report.h - judging an address that leaves the site, and telling what is wrong with it.
 */
#ifndef KOMEK_CHECK_ADDRESS_REPORT_H
#define KOMEK_CHECK_ADDRESS_REPORT_H

#include "check/rules.h"

/* Judges the address written at a place and reports a fault there. */
void address_report(const struct check_context *c, struct str address, struct place at);

#endif
