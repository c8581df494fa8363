/*
 * svg_safe.h - which elements, attributes and style of an SVG neither run nor fetch anything. What is not known to be harmless is not safe:
 * a picture can always be saved anew without it.
 */
#ifndef KOMEK_PICTURE_SVG_SAFE_H
#define KOMEK_PICTURE_SVG_SAFE_H

#include "base/str.h"

#define SVG_SPACE   "http://www.w3.org/2000/svg"
#define XHTML_SPACE "http://www.w3.org/1999/xhtml"

struct svg_attribute {
	struct str space; /* empty: none */
	struct str name;  /* without prefix */
	struct str value; /* references resolved */
};

/* Elements of other vocabularies (an editor's notes) do nothing, but those of XHTML do. */
bool svg_element_is_safe(struct str space, struct str name);

bool svg_attribute_is_safe(const struct svg_attribute *a);

/* A style sheet that names nothing outside of the file. */
bool svg_style_is_safe(struct str css);

#endif
