/*
 * yaml.h - small YAML documents (libyaml, by events) as trees in which every value knows its place.
 *
 * Meant for front matter and settings: one document, no aliases, anchors or tags, a bounded size and depth. What a
 * tree means is up to the caller, who asks with the yaml_* functions below; each reports what is wrong itself.
 */
#ifndef KOMEK_SITE_YAML_H
#define KOMEK_SITE_YAML_H

#include "diag/diag.h"

enum { YAML_LONGEST = 16 * 1024, YAML_DEEPEST = 16 };

enum yaml_kind { YAML_TEXT, YAML_LIST, YAML_MAP };

struct yaml_item;

struct yaml_node {
	enum yaml_kind kind;
	struct str text; /* of a YAML_TEXT; without final NUL guarantee */
	bool quoted;	 /* the text stood in quotes or in a block */
	struct place place;
	struct yaml_item *items; /* of lists (keys empty) and maps */
	size_t count;
};

struct yaml_item {
	struct yaml_node key, value;
};

/* Where and how a document is read. */
struct yaml_reader {
	const struct source *source;
	size_t from, to;   /* byte range of the document in the source */
	size_t longest;	   /* bytes */
	enum rule_id rule; /* for what is not readable at all */
	struct arena *arena;
	struct diags *dg;
};

/* Reads the document, which must be a map (or empty: a map without items). NULL: not readable, reported. */
const struct yaml_node *yaml_read(const struct yaml_reader *r);

/* The same for what a file holds from byte `from` on. */
const struct yaml_node *yaml_read_file(const struct source *source, size_t from, size_t longest, enum rule_id rule,
				       struct arena *a, struct diags *dg);

/* The value of a key, or NULL. */
const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key);

/* A value as it is written in double quotes, with them; in the arena. For repairs. */
struct str yaml_quoted(struct str value, struct arena *a);

/* Reports keys that are not in `known` (ends with NULL), with the nearest known one, and keys that stand twice. */
void yaml_check_keys(const struct yaml_node *map, const char *const *known, enum rule_id rule, struct diags *dg);

/* Each reads one type and reports under `rule` where the node is something else; then it gives false. */
bool yaml_text(const struct yaml_node *n, enum rule_id rule, struct diags *dg, struct str *value);
bool yaml_flag(const struct yaml_node *n, enum rule_id rule, struct diags *dg, bool *value);
bool yaml_number(const struct yaml_node *n, enum rule_id rule, struct diags *dg, uint64_t *value);
bool yaml_is_map(const struct yaml_node *n, enum rule_id rule, struct diags *dg);
bool yaml_is_list(const struct yaml_node *n, enum rule_id rule, struct diags *dg);

#endif
