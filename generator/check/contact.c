/*
 * contact.c - the address of support in site.yaml is a mail address.
 */
#include "check/address_report.h"

static void whole_site(const struct check_context *c)
{
	const struct settings *s = &c->site->settings;

	if (s->support_mail.len)
		address_report(c, STR("mailto:"), s->support_mail, s->support_place);
}

const struct check check_contact = {.whole_site = whole_site};
