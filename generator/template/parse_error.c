#include "template/parse_error.h"

#include <inttypes.h>
#include <stdio.h>

#include "template/tag.h"

/* Where a person looks for the mistake, seen from the byte at which libxml2 noticed it. */
enum look {
	LOOK_HERE,
	LOOK_TAG,	/* the tag that begins before */
	LOOK_REFERENCE, /* the & before */
	LOOK_OPEN,	/* the start tag of the element that is still open */
	LOOK_TWICE,	/* the last attribute of the tag with the name in question */
	LOOK_PREFIX,	/* the first name of the tag with the prefix in question */
};

static const struct known {
	int code;
	enum message_id id;
	enum look look;
} table[] = {
	{XML_ERR_TAG_NAME_MISMATCH, MSG_TEMPLATE_TAG_MISMATCH, LOOK_TAG},
	{XML_ERR_TAG_NOT_FINISHED, MSG_TEMPLATE_TAG_OPEN, LOOK_OPEN},
	{XML_ERR_GT_REQUIRED, MSG_TEMPLATE_TAG_FORM, LOOK_TAG},
	{XML_ERR_SPACE_REQUIRED, MSG_TEMPLATE_TAG_FORM, LOOK_HERE},
	{XML_ERR_ATTRIBUTE_NOT_FINISHED, MSG_TEMPLATE_TAG_FORM, LOOK_TAG},
	{XML_ERR_ATTRIBUTE_NOT_STARTED, MSG_TEMPLATE_ATTRIBUTE_QUOTES, LOOK_HERE},
	{XML_ERR_ATTRIBUTE_WITHOUT_VALUE, MSG_TEMPLATE_ATTRIBUTE_VALUE, LOOK_HERE},
	{XML_ERR_ATTRIBUTE_REDEFINED, MSG_TEMPLATE_ATTRIBUTE_TWICE, LOOK_TWICE},
	{XML_NS_ERR_ATTRIBUTE_REDEFINED, MSG_TEMPLATE_ATTRIBUTE_TWICE, LOOK_TWICE},
	{XML_ERR_LT_IN_ATTRIBUTE, MSG_TEMPLATE_LESS, LOOK_HERE},
	{XML_ERR_UNDECLARED_ENTITY, MSG_TEMPLATE_ENTITY, LOOK_REFERENCE},
	{XML_WAR_UNDECLARED_ENTITY, MSG_TEMPLATE_ENTITY, LOOK_REFERENCE},
	{XML_ERR_ENTITYREF_SEMICOL_MISSING, MSG_TEMPLATE_AMPERSAND, LOOK_REFERENCE},
	{XML_NS_ERR_UNDEFINED_NAMESPACE, MSG_TEMPLATE_PREFIX, LOOK_PREFIX},
	{XML_ERR_DOCUMENT_EMPTY, MSG_TEMPLATE_EMPTY, LOOK_HERE},
	{XML_ERR_DOCUMENT_END, MSG_TEMPLATE_EXTRA, LOOK_HERE},
	{XML_ERR_HYPHEN_IN_COMMENT, MSG_TEMPLATE_COMMENT, LOOK_HERE},
	{XML_ERR_COMMENT_NOT_FINISHED, MSG_TEMPLATE_COMMENT, LOOK_TAG},
	{XML_ERR_INVALID_CHAR, MSG_TEMPLATE_CHARACTER, LOOK_HERE},
};

static const struct known *find(int code)
{
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (table[i].code == code)
			return &table[i];
	return NULL;
}

/* The part of the tag's source that begins at or before `at`, up to its '>' or the end. */
static struct str tag_at(struct str bytes, size_t at)
{
	return str_from(bytes, tag_start(bytes, at + 1));
}

static bool has_name(struct str qualified, struct str name)
{
	size_t colon = str_find_byte(qualified, ':');

	return str_eq(qualified, name) || (colon != SIZE_MAX && str_eq(str_from(qualified, colon + 1), name));
}

static struct str last_attr_named(struct str tag, struct str wanted)
{
	struct str found = str_slice(tag, 0, 0), name, value;

	tag_name(&tag);
	while (tag_attr(&tag, &name, &value))
		if (has_name(name, wanted))
			found = name;
	return found;
}

static bool has_prefix(struct str qualified, struct str prefix)
{
	return qualified.len > prefix.len && str_starts(qualified, prefix) && qualified.at[prefix.len] == ':';
}

static struct str first_with_prefix(struct str tag, struct str prefix)
{
	struct str element = tag_name(&tag), name, value;

	if (has_prefix(str_from(element, 1), prefix))
		return element;
	while (tag_attr(&tag, &name, &value))
		if (has_prefix(name, prefix))
			return name;
	return element;
}

static struct str look(enum look how, const xmlError *e, struct str bytes, size_t at, struct str open_tag)
{
	struct str name = str_of(e->str1);
	size_t ampersand;

	switch (how) {
	case LOOK_TAG:
		return str_slice(bytes, tag_start(bytes, at), at);
	case LOOK_REFERENCE:
		ampersand = str_find_last_byte(str_slice(bytes, 0, at), '&');
		return ampersand == SIZE_MAX ? str_slice(bytes, at, at) : str_slice(bytes, ampersand, at);
	case LOOK_OPEN:
		return open_tag.len ? open_tag : str_slice(bytes, at, at);
	case LOOK_TWICE:
		return last_attr_named(tag_at(bytes, at), name);
	case LOOK_PREFIX:
		return first_with_prefix(tag_at(bytes, at), name);
	default:
		return str_slice(bytes, at, at);
	}
}

/* A & or < that stands alone: libxml2 has one code for every missing name. */
static const struct known *bare_sign(struct str bytes, size_t at)
{
	static const struct known ampersand = {0, MSG_TEMPLATE_AMPERSAND, LOOK_REFERENCE};
	static const struct known less = {0, MSG_TEMPLATE_LESS, LOOK_TAG};

	if (at == 0 || at > bytes.len)
		return NULL;
	if (bytes.at[at - 1] == '&')
		return &ampersand;
	return bytes.at[at - 1] == '<' ? &less : NULL;
}

static struct message words_of(const xmlError *e, const struct known *k, struct str open_tag, char line[24])
{
	struct message m = {.id = k->id, .arg = {str_of(e->str1), STR_NONE, str_of(e->str2)}};

	if (k->id == MSG_TEMPLATE_TAG_OPEN && open_tag.len)
		m.arg[0] = str_from(open_tag, 1);
	if (k->id == MSG_TEMPLATE_TAG_MISMATCH) {
		snprintf(line, 24, "%d", e->int1);
		m.arg[1] = str_of(line);
	}
	return m;
}

void parse_error(const xmlError *e, const struct source *source, size_t at, struct str open_tag, struct diags *dg)
{
	const struct known *k = find(e->code);
	char line[24];

	if (e->code == XML_ERR_NAME_REQUIRED)
		k = bare_sign(source->bytes, at);
	if (!k) {
		struct place here = {source, at, at};

		diag_add(dg, RULE_TEMPLATE, here, STR_NONE, MSG(TEMPLATE_MALFORMED, str_trim(str_of(e->message))));
		return;
	}
	diag_add(dg, RULE_TEMPLATE, source_place(source, look(k->look, e, source->bytes, at, open_tag)), STR_NONE,
		 words_of(e, k, open_tag, line));
}
