#include "template/parse.h"

#include <strings.h>

#include "template/parse_error.h"
#include "template/tag.h"
#include "xml/parser.h"

/* What one parse builds, while libxml2 calls back. */
struct builder {
	xmlParserCtxt *ctxt;
	struct arena *arena;
	struct diags *dg;
	struct tree *tree;
	struct node *open;   /* the innermost open element */
	struct node *prolog; /* the last instruction before the root */
	struct buf text;     /* text since the last tag: libxml2 gives it in pieces */
	size_t skipped;	     /* bytes before the part that libxml2 reads: a byte-order mark */
	unsigned depth;
	bool failed; /* an error was told: what follows may only follow from it */
};

static struct str text_of(const xmlChar *s)
{
	return str_of((const char *)s);
}

static struct str keep(struct builder *b, const xmlChar *s)
{
	return s ? arena_str(b->arena, text_of(s)) : STR_NONE;
}

/* The byte at which libxml2 stands, in the source. */
static size_t offset(const struct builder *b)
{
	size_t at = b->skipped + xml_offset(b->ctxt);

	return at > b->tree->source->bytes.len ? b->tree->source->bytes.len : at;
}

static void refuse(struct builder *b, struct str where, struct message m)
{
	if (!b->failed)
		diag_add(b->dg, RULE_TEMPLATE, source_place(b->tree->source, where), STR_NONE, m);
	b->failed = true;
}

static void add_node(struct builder *b, struct node *n)
{
	struct node *parent = b->open;

	n->parent = parent;
	if (!parent)
		return;
	if (parent->last)
		parent->last->next = n;
	else
		parent->first = n;
	parent->last = n;
}

/* Ends the run of text before a tag. */
static void end_text(struct builder *b)
{
	struct node *n;

	if (b->text.len && b->open) {
		n = arena_new(b->arena, struct node);
		n->kind = NODE_TEXT;
		n->text = arena_str(b->arena, buf_str(&b->text));
		add_node(b, n);
	}
	buf_reset(&b->text);
}

/* An attribute's value. Without NOENT, libxml2 gives each & as "&#38;" and everything else as it is meant. */
static struct str value_of(struct builder *b, struct str s)
{
	struct str copy = arena_str(b->arena, s);
	char *to = (char *)copy.at;
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		to[n++] = s.at[i];
		if (str_starts(str_from(s, i), STR("&#38;")))
			i += strlen("#38;");
	}
	to[n] = '\0';
	return (struct str){to, n};
}

/* What libxml2 tells about one start tag. */
struct start {
	const xmlChar **attrs, **spaces;
	size_t attr_count, space_count;
	size_t next; /* the attribute that comes next in order of the source */
};

/* The namespace that xmlns or xmlns:prefix declares; false where libxml2 does not count it as a declaration. */
static bool declaration(const struct start *s, struct builder *b, struct attr *a)
{
	a->space = STR(NAMESPACE_XMLNS);
	a->name = str_eq(a->raw_name, STR("xmlns")) ? STR_NONE : str_from(a->raw_name, strlen("xmlns:"));
	for (size_t i = 0; i < s->space_count; i++)
		if (str_eq(text_of(s->spaces[2 * i]), a->name)) {
			a->value = value_of(b, text_of(s->spaces[2 * i + 1]));
			return true;
		}
	return false;
}

static bool attribute(struct start *s, struct builder *b, struct attr *a)
{
	const xmlChar **five; /* local name, prefix, namespace, beginning and end of the value */

	if (str_eq(a->raw_name, STR("xmlns")) || str_starts(a->raw_name, STR("xmlns:")))
		return declaration(s, b, a);
	if (s->next == s->attr_count)
		return false;
	five = s->attrs + 5 * s->next++;
	a->name = keep(b, five[0]);
	a->prefix = keep(b, five[1]);
	a->space = five[2] ? value_of(b, text_of(five[2])) : STR_NONE;
	a->value = value_of(b, (struct str){(const char *)five[3], (size_t)(five[4] - five[3])});
	return true;
}

static void add_attrs(struct start *s, struct builder *b, struct node *n, struct str rest)
{
	struct attr *attrs = arena_array(b->arena, struct attr, s->attr_count + s->space_count);
	struct attr a = {0};

	while (n->attr_count < s->attr_count + s->space_count && tag_attr(&rest, &a.raw_name, &a.raw_value)) {
		if (attribute(s, b, &a))
			attrs[n->attr_count++] = a;
		a = (struct attr){0};
	}
	n->attrs = attrs;
}

static void start_element(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int space_count,
			  const xmlChar **spaces, int attr_count, int defaulted, const xmlChar **attrs)
{
	struct builder *b = ctx;
	struct start s = {attrs, spaces, (size_t)attr_count, (size_t)space_count, 0};
	struct str bytes = b->tree->source->bytes, rest;
	struct node *n;

	(void)defaulted; /* without a DTD nothing has a default */
	if (b->failed)
		return;
	end_text(b);
	rest = str_slice(bytes, tag_start(bytes, offset(b)), offset(b));
	n = arena_new(b->arena, struct node);
	n->kind = NODE_ELEMENT;
	n->name = keep(b, name);
	n->prefix = keep(b, prefix);
	n->space = space ? value_of(b, text_of(space)) : STR_NONE;
	n->tag = tag_name(&rest);
	add_attrs(&s, b, n, rest);
	n->content = str_slice(bytes, offset(b) + 1, offset(b) + 1);
	add_node(b, n);
	if (!b->open)
		b->tree->root = n;
	b->open = n;
	if (++b->depth > DEPTH_MOST)
		refuse(b, n->tag, MSG(TEMPLATE_DEPTH, arena_printf(b->arena, "%d", DEPTH_MOST)));
}

static void end_element(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
	struct builder *b = ctx;
	struct str bytes = b->tree->source->bytes;
	size_t from, to;

	(void)name, (void)prefix, (void)space;
	if (b->failed || !b->open)
		return;
	end_text(b);
	from = (size_t)(b->open->content.at - bytes.at);
	to = tag_start(bytes, offset(b));
	if (to > from) /* not so for <a/> */
		b->open->content = str_slice(bytes, from, to);
	b->open = b->open->parent;
	b->depth--;
}

static void characters(void *ctx, const xmlChar *text, int len)
{
	struct builder *b = ctx;

	if (!b->failed)
		buf_add(&b->text, (struct str){(const char *)text, (size_t)len});
}

static void instruction(void *ctx, const xmlChar *target, const xmlChar *text)
{
	struct builder *b = ctx;
	struct str bytes = b->tree->source->bytes;
	struct node *n;

	if (b->failed || (b->tree->root && !b->open))
		return;
	end_text(b);
	n = arena_new(b->arena, struct node);
	n->kind = NODE_INSTRUCTION;
	n->name = keep(b, target);
	n->text = keep(b, text);
	n->tag = str_slice(bytes, tag_start(bytes, offset(b)), offset(b));
	add_node(b, n);
	if (b->open)
		return;
	if (b->prolog)
		b->prolog->next = n;
	else
		b->tree->prolog = n;
	b->prolog = n;
}

/* Called before what stands in [ ]: an entity is never declared, because the parser stops here. */
static void doctype(void *ctx, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
	struct builder *b = ctx;
	struct str bytes = b->tree->source->bytes;
	size_t at = offset(b);

	(void)name;
	if (!public_id && !system_id && !(at < bytes.len && bytes.at[at] == '['))
		return;
	refuse(b, str_slice(bytes, tag_start(bytes, at), at), MSG(TEMPLATE_DOCTYPE));
	xmlStopParser(b->ctxt);
}

/* Only ever called for an entity that nobody declared. */
static void reference(void *ctx, const xmlChar *name)
{
	struct builder *b = ctx;
	struct str bytes = b->tree->source->bytes;
	size_t at = offset(b), from = str_find_last_byte(str_slice(bytes, 0, at), '&');

	refuse(b, str_slice(bytes, from == SIZE_MAX ? at : from, at), MSG(TEMPLATE_ENTITY, text_of(name)));
}

/* Stopping the parser from here would free what its callers still read, so it goes on and the rest is passed over. */
static void error(void *ctx, xmlError *e)
{
	struct builder *b = ctx;

	if (b->failed || e->level < XML_ERR_ERROR)
		return;
	b->failed = true;
	parse_error(e, b->tree->source, offset(b), b->open ? b->open->tag : STR_NONE, b->dg);
}

static const xmlSAXHandler events = {
	.initialized = XML_SAX2_MAGIC,
	.internalSubset = doctype,
	.startElementNs = start_element,
	.endElementNs = end_element,
	.characters = characters,
	.ignorableWhitespace = characters,
	.cdataBlock = characters,
	.processingInstruction = instruction,
	.reference = reference,
	.serror = error,
};

/* A declared encoding is not obeyed, because the bytes are UTF-8, so a declaration of another one would be a lie. */
static void check_encoding(struct builder *b, struct str bytes)
{
	struct str name, value;

	if (!str_starts(bytes, STR("<?xml")))
		return;
	tag_name(&bytes);
	while (tag_attr(&bytes, &name, &value))
		if (str_eq(name, STR("encoding")) && !(value.len == 5 && strncasecmp(value.at, "UTF-8", 5) == 0))
			refuse(b, value, MSG(TEMPLATE_DECLARED_ENCODING, value));
}

static void parse(struct builder *b, struct str bytes)
{
	b->ctxt = xml_open(bytes, &events, b);
	if (!b->ctxt) { /* libxml2 makes no context of no bytes */
		refuse(b, bytes, MSG(TEMPLATE_EMPTY));
		return;
	}
	xmlParseDocument(b->ctxt);
	if (!b->failed)
		check_encoding(b, bytes);
	if (!b->tree->root)
		refuse(b, str_slice(bytes, 0, 0), MSG(TEMPLATE_EMPTY));
	xml_close(b->ctxt);
}

struct tree *parse_template(struct arena *a, const struct source *source, struct diags *dg)
{
	struct builder b = {.arena = a, .dg = dg, .tree = arena_new(a, struct tree)};

	b.tree->source = source;
	if (str_starts(source->bytes, STR("\xEF\xBB\xBF")))
		b.skipped = 3;
	parse(&b, str_from(source->bytes, b.skipped));
	buf_clear(&b.text);
	return b.failed ? NULL : b.tree;
}

const struct attr *node_attr(const struct node *n, struct str space, struct str name)
{
	for (size_t i = 0; i < n->attr_count; i++)
		if (str_eq(n->attrs[i].space, space) && str_eq(n->attrs[i].name, name))
			return &n->attrs[i];
	return NULL;
}
