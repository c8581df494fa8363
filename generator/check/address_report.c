#include "check/address_report.h"

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
	[ADDRESS_UNENCODED] = {RULE_LINK_FORM, MSG_LINK_UNENCODED},
};

void address_report(const struct check_context *c, struct str address, struct place at)
{
	struct address_verdict v = address_judge(c->judge, address, c->scratch);
	struct message m;

	if (v.fault == ADDRESS_RIGHT)
		return;
	m = (struct message){.id = faults[v.fault].message, .arg = {str_slice(address, v.from, v.to)}};
	/* Where the source holds the address as it is, the place narrows down to the wrong part. */
	if (at.to - at.from == address.len) {
		at.to = at.from + v.to;
		at.from += v.from;
	}
	diag_add(c->dg, faults[v.fault].rule, at, v.repair, m);
}
