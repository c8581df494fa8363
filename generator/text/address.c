#include "text/address.h"

#include <stdlib.h>
#include <strings.h>
#include <unicode/uidna.h>
#include <unicode/uspoof.h>

#include "base/buf.h"
#include "base/escape.h"
#include "base/mem.h"
#include "text/lookalike.h"
#include "text/pattern.h"

struct address_judge {
	USpoofChecker *spoof;
	UIDNA *idna;
	struct pattern *mail, *phone, *ip;
};

/* The parts of "scheme://user@host:port/rest". All are views of the address. */
struct parts {
	struct str host, port, rest;
};

struct address_judge *address_judge_new(void)
{
	struct address_judge *j = mem_zero(1, sizeof *j);
	UErrorCode status = U_ZERO_ERROR;

	j->spoof = uspoof_open(&status);
	if (U_SUCCESS(status)) {
		uspoof_setRestrictionLevel(j->spoof, USPOOF_SINGLE_SCRIPT_RESTRICTIVE);
		uspoof_setChecks(j->spoof, USPOOF_RESTRICTION_LEVEL | USPOOF_INVISIBLE, &status);
	}
	j->idna = uidna_openUTS46(UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ |
					  UIDNA_NONTRANSITIONAL_TO_ASCII,
				  &status);
	/* RFC 5321 local parts as people have them: no quotes, no dot at an end or doubled. */
	j->mail = pattern_new("^[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*$");
	/* RFC 3966: a global number with + and its visual separators, or a short one such as 1414. */
	j->phone = pattern_new("^(\\+[1-9]([-.() ]?[0-9]){6,14}\\)?|[0-9]{2,6})(;ext=[0-9]+)?$");
	j->ip = pattern_new("^[0-9]{1,3}(\\.[0-9]{1,3}){3}$");
	return j;
}

void address_judge_free(struct address_judge *j)
{
	if (!j)
		return;
	if (j->spoof)
		uspoof_close(j->spoof);
	if (j->idna)
		uidna_close(j->idna);
	pattern_free(j->mail);
	pattern_free(j->phone);
	pattern_free(j->ip);
	free(j);
}

static struct address_verdict fault(enum address_fault f, struct str url, struct str part, struct str repair)
{
	size_t from = part.at ? (size_t)(part.at - url.at) : 0;

	return (struct address_verdict){f, from, part.at ? from + part.len : url.len, repair};
}

static struct address_verdict right(void)
{
	return (struct address_verdict){.fault = ADDRESS_RIGHT};
}

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.at[i] > 0x7F)
			return false;
	return true;
}

static bool spoofed(const struct address_judge *j, struct str label)
{
	UErrorCode status = U_ZERO_ERROR;

	return j->spoof && uspoof_check2UTF8(j->spoof, label.at, (int32_t)label.len, NULL, &status) != 0;
}

static bool valid_host(const struct address_judge *j, struct str host)
{
	UIDNAInfo info = UIDNA_INFO_INITIALIZER;
	UErrorCode status = U_ZERO_ERROR;
	char ascii[512];

	if (!j->idna || host.len > 255)
		return host.len > 0 && host.len <= 255;
	uidna_nameToASCII_UTF8(j->idna, host.at, (int32_t)host.len, ascii, sizeof ascii, &info, &status);
	return U_SUCCESS(status) && info.errors == 0;
}

/* The address with its host replaced. */
static struct str with_host(struct str url, struct str host, struct str better, struct arena *a)
{
	size_t before = (size_t)(host.at - url.at);

	return arena_printf(a, "%.*s%.*s%.*s", STR_ARG(str_slice(url, 0, before)), STR_ARG(better),
			    STR_ARG(str_from(url, before + host.len)));
}

static struct address_verdict judge_label(const struct address_judge *j, struct str url, struct str host,
					  struct str label, struct arena *a)
{
	bool all;
	struct str latin = lookalike_to_latin(label, a, &all);

	if (is_ascii(label))
		return right();
	/* A label that only looks Latin is as false as one that mixes: the reader cannot see the difference. */
	if (all || spoofed(j, label)) {
		struct str better = all ? with_host(url, label, latin, a) : STR_NONE;

		return fault(ADDRESS_LOOKALIKE, url, host, better);
	}
	return right();
}

static struct address_verdict judge_host(const struct address_judge *j, struct str url, struct str host,
					 struct arena *a)
{
	struct str rest = host, label;
	struct address_verdict v;
	struct str lower;
	bool all;

	while (str_split(&rest, '.', &label)) {
		v = judge_label(j, url, host, label, a);
		if (v.fault) {
			/* Every label at once: the repair must not need another run. */
			lower = lookalike_to_latin(host, a, &all);
			if (all)
				v.repair = with_host(url, host, lower, a);
			return v;
		}
	}
	if (str_find(host, STR(".."), 0) != SIZE_MAX)
		return fault(ADDRESS_DOUBLED, url, host, STR_NONE);
	if (!valid_host(j, host) || (str_find_byte(host, '.') == SIZE_MAX && !str_eq(host, STR("localhost"))))
		return fault(ADDRESS_HOST, url, host, STR_NONE);
	return right();
}

static struct address_verdict judge_mail(const struct address_judge *j, struct str url, struct str address,
					 struct arena *a)
{
	size_t query = str_find_byte(address, '?'), at;
	struct str host;
	struct address_verdict v;

	address = str_slice(address, 0, query);
	at = str_find_last_byte(address, '@');
	if (at == SIZE_MAX || !pattern_matches(j->mail, str_slice(address, 0, at)) ||
	    !is_ascii(str_slice(address, 0, at)))
		return fault(ADDRESS_MAIL, url, address, STR_NONE);
	host = str_from(address, at + 1);
	v = judge_host(j, url, host, a);
	return v.fault == ADDRESS_HOST || v.fault == ADDRESS_DOUBLED ? fault(ADDRESS_MAIL, url, address, STR_NONE) : v;
}

static struct str percent_encoded(struct str url, struct arena *a)
{
	struct buf out = BUF_INIT;
	struct str kept;

	for (size_t i = 0; i < url.len; i++) {
		unsigned char c = (unsigned char)url.at[i];

		if (c <= ' ' || c > 0x7E || strchr("\"<>\\^`{|}", c))
			buf_addf(&out, "%%%02X", c);
		else
			buf_add_byte(&out, (char)c);
	}
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}

static struct address_verdict judge_rest(struct str url, struct str rest, struct arena *a)
{
	size_t query = str_find_byte(rest, '?'), before = (size_t)(rest.at - url.at);
	struct str path = str_slice(rest, 0, query);

	for (size_t i = 0; i < rest.len; i++) {
		unsigned char c = (unsigned char)rest.at[i];

		if (c <= ' ' || c > 0x7E || strchr("\"<>\\^`{|}", c))
			return fault(ADDRESS_UNENCODED, url, str_from(rest, i),
				     arena_printf(a, "%.*s%.*s", STR_ARG(str_slice(url, 0, before)),
						  STR_ARG(percent_encoded(rest, a))));
	}
	if (str_find(path, STR("//"), 0) != SIZE_MAX)
		return fault(ADDRESS_DOUBLED, url, str_slice(path, str_find(path, STR("//"), 0), path.len), STR_NONE);
	if (str_find(rest, STR("??"), 0) != SIZE_MAX)
		return fault(ADDRESS_DOUBLED, url, str_from(rest, str_find(rest, STR("??"), 0)), STR_NONE);
	return right();
}

/* Takes "//user@host:port/rest" apart; false where it does not even begin so. */
static bool take_apart(struct str s, struct parts *p)
{
	size_t end = 2, at;
	struct str authority;

	if (!str_starts(s, STR("//")))
		return false;
	while (end < s.len && !strchr("/?#", s.at[end]))
		end++;
	authority = str_slice(s, 2, end);
	p->rest = str_from(s, end);
	at = str_find_last_byte(authority, '@');
	if (at != SIZE_MAX)
		authority = str_from(authority, at + 1);
	at = str_find_last_byte(authority, ':');
	p->host = str_slice(authority, 0, at);
	p->port = at == SIZE_MAX ? STR_NONE : str_from(authority, at + 1);
	return true;
}

static struct address_verdict judge_web(const struct address_judge *j, struct str url, struct str after,
					struct arena *a)
{
	struct parts p;
	uint64_t port;
	struct address_verdict v;

	if (!take_apart(after, &p))
		return fault(ADDRESS_HOST, url, after, STR_NONE);
	if (str_starts(p.rest, STR("//")) && (str_eq(p.host, STR("http")) || str_eq(p.host, STR("https"))))
		return fault(ADDRESS_DOUBLED, url, str_slice(url, 0, url.len - p.rest.len),
			     str_slice(url, url.len - p.rest.len - p.host.len - 1, url.len));
	if (p.port.at && (!str_number(p.port, 65535, &port) || port == 0))
		return fault(ADDRESS_HOST, url, p.port, STR_NONE);
	if (!p.host.len)
		return fault(ADDRESS_HOST, url, after, STR_NONE);
	if (pattern_matches(j->ip, p.host))
		return judge_rest(url, p.rest, a);
	v = judge_host(j, url, p.host, a);
	return v.fault ? v : judge_rest(url, p.rest, a);
}

struct address_verdict address_judge(const struct address_judge *j, struct str url, struct arena *a)
{
	struct str scheme = url_scheme(url), after = str_from(url, scheme.len + 1);

	if (!url_scheme_allowed(url))
		return fault(ADDRESS_SCHEME, url, scheme, STR_NONE);
	if (strncasecmp(scheme.at, "mailto", scheme.len) == 0 && scheme.len == 6)
		return judge_mail(j, url, after, a);
	if (scheme.len == 3 && strncasecmp(scheme.at, "tel", 3) == 0)
		return pattern_matches(j->phone, after) ? right() : fault(ADDRESS_PHONE, url, after, STR_NONE);
	return judge_web(j, url, after, a);
}
