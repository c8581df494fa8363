/*
 * svg.c - SVG, the one kind that is a program too: in the page a browser runs nothing of it, but the file has an address of its
 * own. So it is well-formed, has a size, and neither runs nor fetches anything, or it is refused.
 *
 * libxml2 reads it event by event, without entities, DTDs and network; see svg_safe.h for what is safe.
 */
#include "base/buf.h"
#include "picture/formats.h"
#include "picture/svg_safe.h"
#include "xml/parser.h"

struct reading {
	xmlParserCtxt *ctxt;
	struct str source; /* all of the file */
	size_t skipped;	   /* bytes of it before what libxml2 reads: a byte-order mark */
	struct picture *p;
	struct buf style; /* what stands in the open <style> */
	bool in_style, seen_root, failed;
	struct str style_tag;
};

/* The byte at which libxml2 stands, in the source. */
static size_t offset(const struct reading *r)
{
	size_t at = r->skipped + xml_offset(r->ctxt);

	return at > r->source.len ? r->source.len : at;
}

/* The first fault counts; what comes may only follow from it. */
static void fail(struct reading *r, enum picture_fault fault, struct str what)
{
	if (!r->failed) {
		r->p->fault = fault;
		r->p->what = what;
	}
	r->failed = true;
}

static struct str text_of(const xmlChar *s)
{
	return str_of((const char *)s);
}

/* "<name" of the tag that was just read. */
static struct str tag_of(const struct reading *r)
{
	struct str before = str_slice(r->source, 0, offset(r));
	size_t from = str_find_last_byte(before, '<'), to;

	if (from == SIZE_MAX)
		from = before.len;
	for (to = from; to < r->source.len && !strchr(" \t\r\n/>", r->source.at[to]); to++)
		;
	return str_slice(r->source, from, to);
}

/* ---- the size ---- */

/* A number without or with px, rounded up; 0 for other units, and for what is no number. */
static uint32_t length_of(struct str s)
{
	enum { MOST = 1000000 };
	uint32_t whole = 0;
	bool more = false;
	size_t i = 0;

	s = str_trim(s);
	if (str_ends(s, STR("px")))
		s.len -= 2;
	for (; i < s.len && s.at[i] >= '0' && s.at[i] <= '9' && whole < MOST; i++)
		whole = whole * 10 + (uint32_t)(s.at[i] - '0');
	if (i < s.len && s.at[i] == '.')
		for (i++; i < s.len && s.at[i] >= '0' && s.at[i] <= '9'; i++)
			more |= s.at[i] != '0';
	return i == s.len ? whole + more : 0;
}

/* The last two of the four numbers of a viewBox. */
static void view_box(struct str s, uint32_t *width, uint32_t *height)
{
	struct str part[4] = {0};
	size_t n = 0;

	for (size_t i = 0; i < s.len && n < 4;) {
		size_t from = i;

		while (i < s.len && !strchr(" \t\r\n,", s.at[i]))
			i++;
		if (i > from)
			part[n++] = str_slice(s, from, i);
		else
			i++;
	}
	*width = n == 4 ? length_of(part[2]) : 0;
	*height = n == 4 ? length_of(part[3]) : 0;
}

struct attributes {
	const xmlChar **five; /* each: local name, prefix, namespace, beginning and end of the value */
	size_t count;
};

static struct svg_attribute attribute(const struct attributes *a, size_t i)
{
	const xmlChar **five = a->five + 5 * i;

	return (struct svg_attribute){.space = text_of(five[2]),
				      .name = text_of(five[0]),
				      .value = {(const char *)five[3], (size_t)(five[4] - five[3])}};
}

static void see_root(struct reading *r, const struct attributes *all)
{
	uint32_t width = 0, height = 0, box_width = 0, box_height = 0;

	for (size_t i = 0; i < all->count; i++) {
		struct svg_attribute a = attribute(all, i);

		if (str_eq(a.name, STR("width")))
			width = length_of(a.value);
		else if (str_eq(a.name, STR("height")))
			height = length_of(a.value);
		else if (str_eq(a.name, STR("viewBox")))
			view_box(a.value, &box_width, &box_height);
	}
	if (width && height)
		picture_sized(r->p, width, height);
	else
		picture_sized(r->p, box_width, box_height);
}

/* ---- events ---- */

static void start_element(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int space_count,
			  const xmlChar **spaces, int attr_count, int defaulted, const xmlChar **attrs)
{
	struct reading *r = ctx;
	struct attributes all = {attrs, (size_t)attr_count};
	struct str element = text_of(name), vocabulary = text_of(space);
	/* an element in a <style> would hide what stands before it, and browsers read past it */
	bool safe = svg_element_is_safe(vocabulary, element) && !r->in_style;

	(void)prefix, (void)space_count, (void)spaces, (void)defaulted;
	if (r->failed)
		return;
	if (!r->seen_root) {
		r->seen_root = true;
		if (!str_eq(vocabulary, STR(SVG_SPACE)) || !str_eq(element, STR("svg"))) {
			r->p->kind = PICTURE_NONE;
			fail(r, PICTURE_UNKNOWN, STR_NONE);
			return;
		}
		see_root(r, &all);
	}
	for (size_t i = 0; i < all.count; i++) {
		struct svg_attribute a = attribute(&all, i);

		safe &= svg_attribute_is_safe(&a);
	}
	if (!safe)
		fail(r, PICTURE_UNSAFE, tag_of(r));
	r->in_style = str_eq(element, STR("style"));
	if (r->in_style)
		r->style_tag = tag_of(r);
}

static void end_element(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
	struct reading *r = ctx;

	(void)name, (void)prefix, (void)space;
	if (r->in_style && !svg_style_is_safe(buf_str(&r->style)))
		fail(r, PICTURE_UNSAFE, r->style_tag);
	r->in_style = false;
	buf_reset(&r->style);
}

static void characters(void *ctx, const xmlChar *text, int len)
{
	struct reading *r = ctx;

	if (r->in_style && !r->failed)
		buf_add(&r->style, (struct str){(const char *)text, (size_t)len});
}

static void instruction(void *ctx, const xmlChar *target, const xmlChar *text)
{
	struct reading *r = ctx;

	(void)text;
	if (str_starts(text_of(target), STR("xml-stylesheet")))
		fail(r, PICTURE_UNSAFE, tag_of(r));
}

/* Called before what stands in [ ]: an entity is never declared, because the parser stops here. */
static void doctype(void *ctx, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
	struct reading *r = ctx;
	size_t at = offset(r);

	(void)name, (void)public_id, (void)system_id;
	if (at >= r->source.len || r->source.at[at] != '[')
		return;
	fail(r, PICTURE_UNSAFE, tag_of(r));
	xmlStopParser(r->ctxt);
}

/* Only ever called for an entity that nobody declared. */
static void reference(void *ctx, const xmlChar *name)
{
	struct reading *r = ctx;

	(void)name;
	fail(r, PICTURE_BROKEN, tag_of(r));
}

static void error(void *ctx, xmlError *e)
{
	struct reading *r = ctx;
	size_t at = offset(r);

	if (e->level >= XML_ERR_ERROR)
		fail(r, PICTURE_BROKEN, str_slice(r->source, at, at));
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

void svg_read(struct str s, struct picture *p)
{
	struct reading r = {.source = s, .p = p, .skipped = str_starts(s, STR("\xEF\xBB\xBF")) ? 3 : 0};

	r.ctxt = xml_open(str_from(s, r.skipped), &events, &r);
	if (!r.ctxt)
		return;
	xmlParseDocument(r.ctxt);
	if (!r.seen_root)
		fail(&r, PICTURE_BROKEN, STR_NONE);
	if (p->fault != PICTURE_RIGHT)
		p->width = p->height = 0;
	xml_close(r.ctxt);
	buf_clear(&r.style);
}
