/*
 * address_report.h - judging an address that leaves the site, and telling what is wrong with it.
 */
#ifndef KOMEK_CHECK_ADDRESS_REPORT_H
#define KOMEK_CHECK_ADDRESS_REPORT_H

#include "check/rules.h"

/*
 * Judges prefix and written together ("mailto:" and an address, or nothing and a whole address), and reports a fault at the
 * place where `written` stands; a repair is told without the prefix.
 */
void address_report(const struct check_context *c, struct str prefix, struct str written, struct place at);

#endif
