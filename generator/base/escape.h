/*
 * escape.h - text made safe for the place where it is written. Each function adds to out.
 */
#ifndef KOMEK_BASE_ESCAPE_H
#define KOMEK_BASE_ESCAPE_H

#include "base/buf.h"

/* Between tags: & < > become references. */
void escape_text(struct buf *out, struct str s);

/* Inside a double-quoted attribute: & < > " become references. */
void escape_attr(struct buf *out, struct str s);

/*
 * A whole address for an attribute: white space, controls, quotes, <>\^`{|} and bytes over 0x7F are
 * percent-encoded, & and ' become references; what is already percent-encoded stays. It does not judge the
 * scheme: see url_scheme_allowed.
 */
void escape_url(struct buf *out, struct str s);

/* One part of an address (path segment, query value): all but unreserved characters of RFC 3986 are percent-encoded. */
void escape_url_part(struct buf *out, struct str s);

/*
 * A JSON string with its quotes. Also < > & U+2028 U+2029 are written as \u escapes, so that the string may
 * stand in a script element. Bytes that are not UTF-8 become U+FFFD.
 */
void escape_json(struct buf *out, struct str s);

/* True for an address without a scheme or with http, https, mailto or tel: the allow-list of the site. */
bool url_scheme_allowed(struct str url);

/* The scheme of an address without its colon, as written; empty where there is none. */
struct str url_scheme(struct str url);

#endif
