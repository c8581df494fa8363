#include "text/address.h"

#include <ctype.h>
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
	struct pattern *mail, *phone, *number;
};

/* The parts of "scheme://user@host:port/rest". All are views of the address. */
struct parts {
	struct str user, host, port, rest;
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
	j->mail = pattern_new("^[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*\\z");
	/* RFC 3966: a global number with + and its visual separators, or a short one such as 1414. */
	j->phone = pattern_new("^(\\+[1-9]([-.() ]*[0-9]){6,14}|[0-9]{2,6})(;ext=[0-9]+)?\\z");
	/* A last label of digits. */
	j->number = pattern_new("(^|\\.)[0-9]+\\.?\\z");
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
	pattern_free(j->number);
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

/* The address with a part of it replaced. */
static struct str with_part(struct str url, struct str part, struct str better, struct arena *a)
{
	size_t before = (size_t)(part.at - url.at);
	struct buf out = BUF_INIT;
	struct str kept;

	buf_add(&out, str_slice(url, 0, before));
	buf_add(&out, better);
	buf_add(&out, str_from(url, before + part.len));
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}

static struct str last_label(struct str host)
{
	size_t dot = str_find_last_byte(host, '.');

	return dot == SIZE_MAX ? host : str_from(host, dot + 1);
}

/* True where a reader sees by the ending that the name is Cyrillic. */
static bool has_cyrillic_ending(struct str host, struct arena *a)
{
	/* Source: IANA's root zone; the endings whose letters all look Latin. */
	static const char *const endings[] = {"ком", "орг", "рус"};
	struct str last = last_label(host);
	bool all;

	lookalike_to_latin(last, a, &all);
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (str_eq(last, str_of(endings[i])))
			return true;
	return !all;
}

/*
 * A label that only looks Latin is as false as one that mixes: the reader cannot see the difference. Under a Cyrillic
 * ending it is a word.
 */
static bool is_disguised(const struct address_judge *j, struct str label, bool cyrillic, struct arena *a)
{
	bool all;

	if (is_ascii(label))
		return false;
	lookalike_to_latin(label, a, &all);
	return spoofed(j, label) || (all && !cyrillic);
}

/* The address with the look-alikes of its host replaced, else those of the label; empty where other letters stay. */
static struct str undisguised(struct str url, struct str host, struct str label, bool cyrillic, struct arena *a)
{
	bool all;
	struct str latin = lookalike_to_latin(host, a, &all);

	if (all && !cyrillic)
		return with_part(url, host, latin, a);
	latin = lookalike_to_latin(label, a, &all);
	return all ? with_part(url, label, latin, a) : STR_NONE;
}

static bool is_name(struct str s, const char *name)
{
	return s.len == strlen(name) && strncasecmp(s.at, name, s.len) == 0;
}

static struct address_verdict judge_host(const struct address_judge *j, struct str url, struct str host,
					 struct arena *a)
{
	bool cyrillic = has_cyrillic_ending(host, a);
	struct str rest = host, label;

	while (str_split(&rest, '.', &label))
		if (is_disguised(j, label, cyrillic, a))
			return fault(ADDRESS_LOOKALIKE, url, host, undisguised(url, host, label, cyrillic, a));
	if (str_find(host, STR(".."), 0) != SIZE_MAX)
		return fault(ADDRESS_DOUBLED, url, host, STR_NONE);
	if (is_name(host, "localhost"))
		return right();
	/* Browsers take a last label of digits for the end of an IPv4 address, and refuse what is none. */
	if (!valid_host(j, host) || str_find_byte(host, '.') == SIZE_MAX || pattern_matches(j->number, host))
		return fault(ADDRESS_HOST, url, host, STR_NONE);
	return right();
}

/* A percent sign that begins no code must be encoded itself. */
static bool is_unencoded(struct str s, size_t i)
{
	unsigned char c = (unsigned char)s.at[i];

	if (c == '%')
		return s.len - i < 3 || !isxdigit((unsigned char)s.at[i + 1]) || !isxdigit((unsigned char)s.at[i + 2]);
	return c <= ' ' || c > 0x7E || strchr("\"<>\\^`{|}", c);
}

static struct str percent_encoded(struct str part, struct arena *a)
{
	struct buf out = BUF_INIT;
	struct str kept;

	for (size_t i = 0; i < part.len; i++) {
		if (is_unencoded(part, i))
			buf_addf(&out, "%%%02X", (unsigned)(unsigned char)part.at[i]);
		else
			buf_add_byte(&out, part.at[i]);
	}
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}

static struct address_verdict judge_characters(struct str url, struct str part, struct arena *a)
{
	for (size_t i = 0; i < part.len; i++)
		if (is_unencoded(part, i))
			return fault(ADDRESS_UNENCODED, url, str_from(part, i),
				     with_part(url, part, percent_encoded(part, a), a));
	return right();
}

static struct address_verdict judge_mail(const struct address_judge *j, struct str url, struct str after,
					 struct arena *a)
{
	size_t query = str_find_byte(after, '?'), at;
	struct str address = str_slice(after, 0, query), name;
	struct address_verdict v;

	at = str_find_last_byte(address, '@');
	name = str_slice(address, 0, at);
	if (at == SIZE_MAX || !is_ascii(name) || !pattern_matches(j->mail, name))
		return fault(ADDRESS_MAIL, url, address, STR_NONE);
	v = judge_host(j, url, str_from(address, at + 1), a);
	if (v.fault == ADDRESS_HOST || v.fault == ADDRESS_DOUBLED)
		return fault(ADDRESS_MAIL, url, address, STR_NONE);
	return v.fault ? v : judge_characters(url, str_from(after, query), a);
}

static struct address_verdict judge_rest(struct str url, struct str rest, struct arena *a)
{
	struct address_verdict v = judge_characters(url, rest, a);
	struct str before_fragment = str_slice(rest, 0, str_find_byte(rest, '#'));
	struct str path = str_slice(before_fragment, 0, str_find_byte(before_fragment, '?'));
	size_t slashes = str_find(path, STR("//"), 0), marks = str_find(before_fragment, STR("??"), 0);

	if (v.fault)
		return v;
	if (slashes != SIZE_MAX)
		return fault(ADDRESS_DOUBLED, url, str_from(path, slashes), STR_NONE);
	if (marks != SIZE_MAX)
		return fault(ADDRESS_DOUBLED, url, str_from(rest, marks), STR_NONE);
	return right();
}

/* Takes "//user@host:port/rest" apart; false where it does not even begin so. */
static bool take_apart(struct str s, struct parts *p)
{
	size_t end = 2, at;
	struct str authority;

	if (!str_starts(s, STR("//")))
		return false;
	while (end < s.len && s.at[end] != '/' && s.at[end] != '?' && s.at[end] != '#')
		end++;
	authority = str_slice(s, 2, end);
	p->rest = str_from(s, end);
	at = str_find_last_byte(authority, '@');
	p->user = at == SIZE_MAX ? STR_NONE : str_slice(authority, 0, at);
	if (at != SIZE_MAX)
		authority = str_from(authority, at + 1);
	at = str_find_last_byte(authority, ':');
	p->host = str_slice(authority, 0, at);
	p->port = at == SIZE_MAX ? STR_NONE : str_from(authority, at + 1);
	return true;
}

/* "https://https://egov.kz" without its first scheme; also "https://https//egov.kz", which browsers leave of it. */
static struct address_verdict doubled_scheme(struct str url, const struct parts *p, struct arena *a)
{
	struct str second = str_from(url, (size_t)(p->host.at - url.at));
	struct str colon = str_slice(second, p->host.len, second.len - p->rest.len);

	return fault(ADDRESS_DOUBLED, url, str_slice(url, 0, url.len - p->rest.len),
		     with_part(second, colon, STR(":"), a));
}

/* Four numbers up to 255; a zero before a number would make it octal. */
static bool is_ipv4(struct str host)
{
	unsigned count = 0;
	struct str part;
	uint64_t n;

	for (; str_split(&host, '.', &part); count++)
		if (!str_number(part, 255, &n) || (part.len > 1 && part.at[0] == '0'))
			return false;
	return count == 4;
}

static struct address_verdict judge_web(const struct address_judge *j, struct str url, struct str after,
					struct arena *a)
{
	struct parts p;
	uint64_t port;
	struct address_verdict v;

	if (!take_apart(after, &p))
		return fault(ADDRESS_HOST, url, after, STR_NONE);
	if (str_starts(p.rest, STR("//")) && (is_name(p.host, "http") || is_name(p.host, "https")))
		return doubled_scheme(url, &p, a);
	if (p.port.at && (!str_number(p.port, 65535, &port) || port == 0))
		return fault(ADDRESS_HOST, url, p.port, STR_NONE);
	if (!p.host.len)
		return fault(ADDRESS_HOST, url, after, STR_NONE);
	if (p.user.at)
		return fault(ADDRESS_USER, url, p.user, STR_NONE);
	v = is_ipv4(p.host) ? right() : judge_host(j, url, p.host, a);
	return v.fault ? v : judge_rest(url, p.rest, a);
}

static struct address_verdict first_fault(const struct address_judge *j, struct str url, struct arena *a)
{
	struct str scheme = url_scheme(url), after = str_from(url, scheme.len + 1);

	/* The scheme alone: controls behind it are faults of their own place. */
	if (!scheme.len || !url_scheme_allowed(str_slice(url, 0, scheme.len + 1)))
		return fault(ADDRESS_SCHEME, url, scheme, STR_NONE);
	if (is_name(scheme, "mailto"))
		return judge_mail(j, url, after, a);
	if (is_name(scheme, "tel"))
		return pattern_matches(j->phone, after) ? right() : fault(ADDRESS_PHONE, url, after, STR_NONE);
	return judge_web(j, url, after, a);
}

/* More faults of one address than anybody makes; what is left then is told in another run. */
enum { FAULTS_REPAIRED = 8 };

struct address_verdict address_judge(const struct address_judge *j, struct str url, struct arena *a)
{
	struct address_verdict v = first_fault(j, url, a), next = v;

	for (unsigned i = 0; next.repair.len && i < FAULTS_REPAIRED; i++) {
		v.repair = next.repair;
		next = first_fault(j, v.repair, a);
	}
	return v;
}
