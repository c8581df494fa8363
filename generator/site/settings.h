/*
 * settings.h - site.yaml: what holds for the site as a whole. Without the file there are sensible defaults.
 */
#ifndef KOMEK_SITE_SETTINGS_H
#define KOMEK_SITE_SETTINGS_H

#include "site/written.h"
#include "site/yaml.h"
#include "text/language.h"

/* A text in each language of the site, by the language's number there; empty where it is not given. */
struct local_text {
	struct str in[LANGUAGE_MOST];
};

/* What a detail of a letter to support is, so that the page can offer the right way to give it; see settings.c. */
enum detail_kind { DETAIL_LINE, DETAIL_TEXT, DETAIL_REGION, DETAIL_IIN, DETAIL_BROWSER, DETAIL_PHONE, DETAIL_KINDS };

struct support_field {
	struct local_text name;
	enum detail_kind kind;
};

/* Their names in site.yaml, by kind; ends with NULL. */
extern const char *const detail_kind_names[DETAIL_KINDS + 1];

struct settings {
	const struct language *languages[LANGUAGE_MOST]; /* in the order in which readers are offered them */
	size_t language_count;
	size_t source; /* number of the language that texts are written in first */
	struct local_text name;
	struct str support_mail; /* empty: the site names no address */
	struct place support_place;
	struct support_field *support_fields;
	size_t support_field_count;
	struct local_text *regions;
	size_t region_count;
	struct str base_url;   /* with a final slash; empty: not known */
	bool unsure;	       /* site.yaml has errors: what follows from defaults in their place is not told */
	written_texts written; /* the texts in languages: name, fields, regions */
	bool messages_given;
	enum messages messages; /* the language the program speaks to editors */
};

/* Settings without a file: all languages, Russian first written, the name Komek. */
void settings_default(struct settings *s);

/* Reads site.yaml over the defaults; problems go to dg. Texts live in the arena. */
void settings_read(const struct source *source, size_t from, struct arena *a, struct diags *dg, struct settings *s);

void settings_clear(struct settings *s);

/*
 * Takes an address for base_url: http or https, without query and fragment; a missing final slash is added. False where
 * it is none.
 */
bool settings_base_url(struct str url, struct arena *a, struct str *base);

#endif
