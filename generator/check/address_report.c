#include "check/address_report.h"

#include "base/escape.h"
#include "base/near.h"

static const struct {
	enum rule_id rule;
	enum message_id message; /* argument 1: the wrong part */
} faults[] = {
	[ADDRESS_SCHEME] = {RULE_LINK_SCHEME, MSG_LINK_SCHEME},
	[ADDRESS_LOOKALIKE] = {RULE_LINK_HOST, MSG_LINK_LOOKALIKE},
	[ADDRESS_HOST] = {RULE_LINK_HOST, MSG_LINK_HOST},
	[ADDRESS_MAIL] = {RULE_LINK_FORM, MSG_LINK_MAIL},
	[ADDRESS_PHONE] = {RULE_LINK_FORM, MSG_LINK_PHONE},
	[ADDRESS_DOUBLED] = {RULE_LINK_FORM, MSG_LINK_DOUBLED},
	[ADDRESS_USER] = {RULE_LINK_HOST, MSG_LINK_USER},
	[ADDRESS_UNENCODED] = {RULE_LINK_FORM, MSG_LINK_UNENCODED},
};

/* n bytes less, but not below 0. */
static size_t less(size_t at, size_t n)
{
	return at > n ? at - n : 0;
}

/* "htps://…" with the scheme that was meant; empty where none is near. */
static struct str with_near_scheme(const struct check_context *c, struct str address)
{
	static const char *const known[] = {"http", "https", "mailto", "tel", NULL};
	struct str scheme = url_scheme(address), near = near_of(scheme, known);

	if (!near.len)
		return STR_NONE;
	return arena_printf(c->scratch, "%.*s%.*s", STR_ARG(near), STR_ARG(str_from(address, scheme.len)));
}

void address_report(const struct check_context *c, struct str prefix, struct str written, struct place at)
{
	struct str address = arena_printf(c->scratch, "%.*s%.*s", STR_ARG(prefix), STR_ARG(written));
	struct address_verdict v = address_judge(c->judge, address, c->scratch);
	size_t from = less(v.from, prefix.len), to = less(v.to, prefix.len);
	struct message m;

	if (v.fault == ADDRESS_RIGHT)
		return;
	m = (struct message){.id = faults[v.fault].message, .arg = {str_slice(written, from, to)}};
	/* Where the source holds the address as it is, the place narrows down to the wrong part. */
	if (at.to - at.from == written.len) {
		at.to = at.from + to;
		at.from += from;
	}
	if (v.fault == ADDRESS_SCHEME)
		v.repair = with_near_scheme(c, address);
	diag_add(c->dg, faults[v.fault].rule, at, str_from(v.repair, v.repair.len ? prefix.len : 0), m);
}
