#include "template/contexts.h"

#include <strings.h>

/* Source of the kinds: HTML Standard, 13.1.2 "Elements"; the refused ones are in 16.2 "Non-conforming features". */
static const struct {
	const char *name;
	enum content content;
} elements[] = {
	{"area", CONTENT_VOID},		{"base", CONTENT_VOID},	       {"br", CONTENT_VOID},
	{"col", CONTENT_VOID},		{"embed", CONTENT_VOID},       {"hr", CONTENT_VOID},
	{"img", CONTENT_VOID},		{"input", CONTENT_VOID},       {"link", CONTENT_VOID},
	{"meta", CONTENT_VOID},		{"param", CONTENT_VOID},       {"source", CONTENT_VOID},
	{"track", CONTENT_VOID},	{"wbr", CONTENT_VOID},	       {"title", CONTENT_TEXT},
	{"textarea", CONTENT_TEXT},	{"style", CONTENT_CODE},       {"script", CONTENT_CODE},
	{"plaintext", CONTENT_REFUSED}, {"xmp", CONTENT_REFUSED},      {"listing", CONTENT_REFUSED},
	{"noembed", CONTENT_REFUSED},	{"noframes", CONTENT_REFUSED}, {"frameset", CONTENT_REFUSED},
};

/* element "": on every one. The values of SVG's animations become values of other attributes, so they are fixed too. */
static const struct {
	const char *element, *attribute;
	enum value value;
} values[] = {
	{"", "href", VALUE_URL},
	{"", "src", VALUE_URL},
	{"", "action", VALUE_URL},
	{"", "formaction", VALUE_URL},
	{"", "poster", VALUE_URL},
	{"", "cite", VALUE_URL},
	{"", "data", VALUE_URL},
	{"", "srcset", VALUE_URL},
	{"", "imagesrcset", VALUE_URL},
	{"", "ping", VALUE_URL},
	{"", "background", VALUE_URL},
	{"", "manifest", VALUE_URL},
	{"", "longdesc", VALUE_URL},
	{"", "codebase", VALUE_URL},
	{"", "xml:base", VALUE_URL},
	{"", "style", VALUE_CODE},
	{"", "srcdoc", VALUE_DOCUMENT},
	{"", "http-equiv", VALUE_FIXED},
	{"", "attributename", VALUE_FIXED},
	{"animate", "to", VALUE_FIXED},
	{"animate", "from", VALUE_FIXED},
	{"animate", "by", VALUE_FIXED},
	{"animate", "values", VALUE_FIXED},
	{"set", "to", VALUE_FIXED},
	{"script", "type", VALUE_FIXED},
	{"script", "language", VALUE_FIXED},
};

bool same_name(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || strncasecmp(a.at, b.at, a.len) == 0);
}

enum content content_of(struct str element)
{
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		if (same_name(element, str_of(elements[i].name)))
			return elements[i].content;
	return CONTENT_ELEMENTS;
}

bool content_keeps_space(struct str element)
{
	return same_name(element, STR("pre")) || same_name(element, STR("textarea"));
}

bool content_foreign(struct str element)
{
	return same_name(element, STR("svg")) || same_name(element, STR("math"));
}

enum value value_of(struct str element, struct str attribute)
{
	size_t colon = str_find_byte(attribute, ':');

	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (same_name(attribute, str_of(values[i].attribute)) &&
		    (values[i].element[0] == '\0' || same_name(element, str_of(values[i].element))))
			return values[i].value;
	if (attribute.len > 2 && same_name(str_slice(attribute, 0, 2), STR("on")))
		return VALUE_CODE;
	/* A prefix may be any for XLink; what is dangerous without one is so with one. */
	return colon == SIZE_MAX ? VALUE_TEXT : value_of(element, str_from(attribute, colon + 1));
}

bool script_type_json(struct str type)
{
	type = str_trim(type);
	return type.len > 4 && same_name(str_from(type, type.len - 4), STR("json")) &&
	       (type.at[type.len - 5] == '/' || type.at[type.len - 5] == '+');
}
