#include "markup/tree.h"

static struct str label_of(struct str line)
{
	size_t close = str_find(line, STR("]:"), 0);

	if (!str_starts(line, STR("[")) || close == SIZE_MAX)
		return STR_NONE;
	return str_slice(line, 1, close);
}

/* A label that cmark refuses would stand as text at the beginning of every page, and take the next ones with it. */
static bool label_right(struct str label)
{
	struct buf text = BUF_INIT;
	cmark_node *root;
	bool right;

	buf_addf(&text, "[%.*s]: <a>\n", STR_ARG(label));
	root = tree_parse(buf_str(&text));
	right = !cmark_node_first_child(root);
	cmark_node_free(root);
	buf_clear(&text);
	return right;
}

static bool target_right(struct str target)
{
	for (size_t i = 0; i < target.len; i++)
		if (target.at[i] == ' ' || target.at[i] == '\t')
			return false;
	return target.len > 0;
}

static void read_line(const struct source *source, struct str line, definitions *out, struct diags *dg)
{
	struct definition d = {.label = label_of(line)};

	d.target = str_trim(str_from(line, d.label.len + 3));
	if (str_starts(d.target, STR("<")) && str_ends(d.target, STR(">")))
		d.target = str_slice(d.target, 1, d.target.len - 1);
	d.place = source_place(source, d.target);
	if (d.label.len && label_right(d.label) && target_right(d.target))
		vec_push(out, d);
	else
		diag_add(dg, RULE_LINK_FORM, source_place(source, line), STR_NONE, MSG(DEFINITION_FORM));
}

/* ---- comments ---- */

struct comments {
	bool open;
	struct str line; /* that the open one begins on */
};

/* What is left of a line without its comments. */
static struct str without_comments(struct comments *c, struct str line)
{
	for (;;) {
		size_t end;

		if (!c->open && !str_starts(line, STR("<!--")))
			return line;
		if (!c->open) {
			*c = (struct comments){true, line};
			line = str_from(line, 4);
		}
		end = str_find(line, STR("-->"), 0);
		if (end == SIZE_MAX)
			return STR_NONE;
		line = str_trim(str_from(line, end + 3));
		c->open = false;
	}
}

/* ---- names that stand twice ---- */

/* All definitions, numbered, then a link by each name: which number does it find? */
static cmark_node *ask_for_all(const definitions *all)
{
	struct buf text = BUF_INIT;
	cmark_node *root;

	for (size_t i = 0; i < all->len; i++)
		buf_addf(&text, "[%.*s]: <%zu>\n", STR_ARG(all->at[i].label), i);
	for (size_t i = 0; i < all->len; i++)
		buf_addf(&text, "\n[%.*s]\n", STR_ARG(all->at[i].label));
	root = tree_parse(buf_str(&text));
	buf_clear(&text);
	return root;
}

static bool finds_itself(cmark_node *paragraph, size_t number)
{
	cmark_node *link = paragraph ? cmark_node_first_child(paragraph) : NULL;
	uint64_t found;

	if (!link || cmark_node_get_type(link) != CMARK_NODE_LINK)
		return true;
	return !str_number(str_of(cmark_node_get_url(link)), SIZE_MAX, &found) || found == number;
}

/* What counts as the same name is cmark's to say: letters large and small, any white space. The first one stays. */
static void drop_twice(const struct source *source, definitions *all, struct diags *dg)
{
	cmark_node *root = ask_for_all(all), *paragraph = cmark_node_first_child(root);
	size_t kept = 0;

	for (size_t i = 0; i < all->len; i++) {
		struct definition d = all->at[i];

		if (finds_itself(paragraph, i))
			all->at[kept++] = d;
		else
			diag_add(dg, RULE_LINK_FORM, source_place(source, d.label), STR_NONE,
				 MSG(DEFINITION_TWICE, d.label));
		paragraph = paragraph ? cmark_node_next(paragraph) : NULL;
	}
	all->len = kept;
	cmark_node_free(root);
}

void markup_definitions(const struct source *source, size_t from, definitions *out, struct diags *dg)
{
	struct comments comments = {0};

	for (size_t n = source_position(source, from).line; n <= source->line_count; n++) {
		struct str line = source_line(source, n);

		if (n == 1)
			line = str_from(line, from);
		line = without_comments(&comments, str_trim(line));
		if (line.len)
			read_line(source, line, out, dg);
	}
	if (comments.open)
		diag_add(dg, RULE_LINK_FORM, source_place(source, comments.line), STR_NONE, MSG(COMMENT_OPEN));
	drop_twice(source, out, dg);
}
