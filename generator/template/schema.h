/*
 * schema.h - what a template may name: the fields of the C structs that a page is made of.
 *
 * A schema describes one struct as data. Because the compiler of templates reads it, a template with an unknown
 * name or a value in a forbidden place is refused before any page is made, and at run time a field is only an offset.
 *
 *	static const struct field crumb_fields[] = {
 *		FIELD(struct crumb, TEXT, title),
 *		FIELD(struct crumb, URL, url),
 *	};
 *	static const struct schema crumb_schema = SCHEMA("crumb", struct crumb, crumb_fields);
 */
#ifndef KOMEK_TEMPLATE_SCHEMA_H
#define KOMEK_TEMPLATE_SCHEMA_H

#include "base/str.h"

enum field_type {
	FIELD_TEXT, /* struct str: text, escaped wherever it goes */
	FIELD_URL, /* struct str: an address, not yet percent-encoded nor escaped; a scheme that is not allowed prints #
		    */
	FIELD_HTML, /* struct str: HTML that the generator itself made; between tags only, written as it is */
	FIELD_JSON, /* struct str: JSON that the generator itself made (escape_json); in <script type="...json"> only */
	FIELD_BOOL, /* bool: for if, and for attributes that are there or not */
	FIELD_RECORD, /* const T *: one struct, or NULL; `of` describes T */
	FIELD_LIST,   /* struct list: many of T; `of` describes T */
};

/* Items of one type side by side in memory. */
struct list {
	const void *at;
	size_t len;
};

struct schema;

struct field {
	const char *name;
	enum field_type type;
	size_t offset;		 /* bytes from the beginning of the struct */
	const struct schema *of; /* for records and lists */
};

struct schema {
	const char *name; /* for messages */
	size_t size;	  /* bytes of one struct */
	const struct field *fields;
	size_t count;
};

#define FIELD(T, kind, member)                                   \
	{                                                        \
#member, FIELD_##kind, offsetof(T, member), NULL \
	}
#define FIELD_OF(T, kind, member, schema)                             \
	{                                                             \
#member, FIELD_##kind, offsetof(T, member), &(schema) \
	}
#define SCHEMA(title, T, array)                                              \
	{                                                                    \
		(title), sizeof(T), (array), sizeof(array) / sizeof *(array) \
	}

#endif
