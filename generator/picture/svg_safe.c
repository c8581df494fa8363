#include "picture/svg_safe.h"

#include <strings.h>

#define XML_SPACE "http://www.w3.org/XML/1998/namespace"

static bool is_one_of(struct str name, const char *const *names)
{
	for (; *names; names++)
		if (name.len == strlen(*names) && strncasecmp(name.at, *names, name.len) == 0)
			return true;
	return false;
}

bool svg_element_is_safe(struct str space, struct str name)
{
	static const char *const run[] = {"script", "foreignObject", "handler", "listener", "iframe", "embed",
					  "object", "audio",	     "video",	"canvas",   NULL};

	if (str_eq(space, STR(XHTML_SPACE)))
		return false;
	return !is_one_of(name, run);
}

static bool starts(struct str s, const char *prefix)
{
	return s.len >= strlen(prefix) && strncasecmp(s.at, prefix, strlen(prefix)) == 0;
}

/* Position of the needle, small or capital, from `from` on; SIZE_MAX where it does not stand. */
static size_t find(struct str s, const char *needle, size_t from)
{
	for (; from < s.len; from++)
		if (starts(str_from(s, from), needle))
			return from;
	return SIZE_MAX;
}

/* A part of the same file, or a picture of pixels inside of it. */
static bool stays(struct str target)
{
	target = str_trim(target);
	return starts(target, "#") || starts(target, "data:image/png") || starts(target, "data:image/jpeg") ||
	       starts(target, "data:image/gif") || starts(target, "data:image/webp");
}

/* "java script:" with anything in it that a browser passes over. */
static bool runs(struct str value)
{
	static const char wanted[] = "javascript:";
	size_t met = 0;

	for (size_t i = 0; i < value.len && wanted[met]; i++) {
		char c = value.at[i];

		if ((unsigned char)c <= ' ')
			continue;
		met = strncasecmp(&c, &wanted[met], 1) == 0 ? met + 1 : strncasecmp(&c, wanted, 1) == 0;
	}
	return !wanted[met];
}

/* Each url( in it leads to a part of the file, or holds what it means. */
static bool addresses_stay(struct str css)
{
	for (size_t at = 0; (at = find(css, "url(", at)) != SIZE_MAX;) {
		struct str target = str_trim(str_from(css, at += strlen("url(")));

		if (starts(target, "\"") || starts(target, "'"))
			target = str_trim(str_from(target, 1));
		if (!starts(target, "#") && !starts(target, "data:"))
			return false;
	}
	return true;
}

bool svg_style_is_safe(struct str css)
{
	/* A backslash could write all of these otherwise. */
	return str_find_byte(css, '\\') == SIZE_MAX && find(css, "@import", 0) == SIZE_MAX &&
	       find(css, "image-set(", 0) == SIZE_MAX && addresses_stay(css);
}

/* An animation may set an address or a handler. */
static bool sets_harm(const struct svg_attribute *a)
{
	struct str value = str_trim(a->value);

	return str_eq(a->name, STR("attributeName")) && (starts(value, "on") || find(value, "href", 0) != SIZE_MAX);
}

bool svg_attribute_is_safe(const struct svg_attribute *a)
{
	if (runs(a->value) || sets_harm(a))
		return false;
	if (str_eq(a->name, STR("href")) || str_eq(a->name, STR("src")))
		return stays(a->value);
	if (str_eq(a->space, STR(XML_SPACE)) && str_eq(a->name, STR("base")))
		return false;
	if (a->space.len)
		return true;
	if (str_eq(a->name, STR("style")))
		return svg_style_is_safe(a->value);
	/* what could be style (fill, mask, cursor) is read as such: it may be written with backslashes, too */
	return !starts(a->name, "on") && (str_find_byte(a->value, '(') == SIZE_MAX || svg_style_is_safe(a->value));
}
