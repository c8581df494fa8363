/*
 * site.h - the model: everything the content says, loaded once and sealed.
 *
 *	struct site *site = site_load(&request, &dg, &why);	NULL: the system refused, see why
 *	... everything else takes const struct site * ...
 *	site_free(site);
 *
 * After site_load nothing changes, so that any number of threads may read. Content with problems still gives a
 * model (the problems are in dg), so that all of them can be told in one run; it is not published.
 *
 * Four kinds of entries: the home page, sections, questions (in a section) and pages (at the root). An entry has a text
 * in each language, or lacks it; then `shown` is the text that stands in its place.
 */
#ifndef KOMEK_SITE_SITE_H
#define KOMEK_SITE_SITE_H

#include "base/map.h"
#include "diag/failure.h"
#include "markup/markup.h"
#include "picture/picture.h"
#include "site/allowed.h"
#include "site/front_matter.h"
#include "site/glossary.h"
#include "site/house.h"
#include "site/settings.h"
#include "site/words.h"

enum entry_kind { ENTRY_HOME, ENTRY_SECTION, ENTRY_QUESTION, ENTRY_PAGE };

/* One file: an entry's text in one language. */
struct article {
	const struct source *source;
	const struct entry *entry;
	size_t language; /* its number in the settings */
	struct front_matter front;
	struct markup *markup; /* NULL where the file could not be read as a text */
	bool broken;	       /* it has no readable head or is no UTF-8; reported */
};

struct section;

struct entry {
	enum entry_kind kind;
	struct str slug;		      /* "account-blocked"; of a section its folder; empty for home */
	struct str id;			      /* "digital-id/account-blocked"; like slug for the others */
	struct str key;			      /* path of its files without language and ending: "digital-id/_index" */
	struct section *section;	      /* of a question and of a section itself */
	struct article *texts[LANGUAGE_MOST]; /* by language number; NULL: lacking or a draft */
	const struct article
		*shown[LANGUAGE_MOST]; /* what readers of a language see; NULL only where there is no text at all */
	uint64_t order;
	const struct entry **related; /* up to RELATED_MOST questions, nearest first */
	size_t related_count;
};

enum { RELATED_MOST = 5 };

struct section {
	struct entry *entry;
	struct entry **questions; /* in order */
	size_t count;
};

/* A file that texts can link to or show. Only used ones are published. */
struct asset {
	struct str path; /* below the content folder */
	struct str bytes;
	struct str address;	     /* below the site's root: "assets/form.1a2b3c4d.pdf" */
	const struct source *source; /* its bytes only where they are text of an SVG */
	struct picture picture;
	bool used;
	bool shown; /* as a picture */
};

/* A calendar day with its text in each language, so that ICU is done before the threads begin. */
struct day {
	struct date date;
	struct str iso;
	struct str text[LANGUAGE_MOST];
};

struct site {
	struct arena arena;
	struct str content; /* the folder as given */
	struct settings settings;
	definitions links[LANGUAGE_MOST];  /* of links.<lang>.md */
	struct map allowed[LANGUAGE_MOST]; /* of words.<lang>.txt; see site_allows */
	struct words words;
	struct glossary glossary;
	struct house house;

	VEC(struct article *) articles; /* every file, sorted by path */
	VEC(struct entry *) entries;	/* every entry: home, sections with their questions, pages; in site order */
	struct entry *home;
	VEC(struct section *) sections;
	VEC(struct entry *) questions; /* in site order */
	VEC(struct entry *) pages;
	VEC(struct asset *) assets;
	VEC(struct day) days; /* sorted */

	struct map by_key;  /* entry.key -> struct entry */
	struct map by_path; /* asset.path -> struct asset */
	struct map drafts;  /* keys of entries that exist as drafts only */

	struct arena *worker_arenas; /* what the loading threads read lives here */
	unsigned worker_count;
};

struct site_request {
	const char *content;   /* folder */
	const char *templates; /* folder that holds strings/<lang>.yaml */
	const char *base_url;  /* over the one of the settings; or NULL */
	unsigned jobs;	       /* threads; 0: one per processor */
	/* Texts that take the place of files, see text_file.h; or NULL. */
	const struct map *instead;
};

/* Loads the content. NULL where the system refused: then why is set, and nothing was added to dg. */
struct site *site_load(const struct site_request *request, struct diags *dg, struct failure *why);
void site_free(struct site *site);

/* The folder that an entry's files lie in, below the content folder; empty at the root. */
struct str entry_folder(const struct entry *e);

/* The title of an entry for readers of a language, and the language that it is in. */
struct str entry_title(const struct site *site, const struct entry *e, size_t language, size_t *in);

/* The number of the language that the entry is written in first, of its head or the settings; SIZE_MAX: none of the site's. */
size_t entry_source_language(const struct site *site, const struct entry *e);

/* The day with its texts; NULL for no date. */
const struct day *site_day(const struct site *site, struct date d);

static inline const struct language *site_language(const struct site *site, size_t number)
{
	return site->settings.languages[number];
}

/* The language's number, or SIZE_MAX. */
size_t site_language_number(const struct site *site, struct str code);

#endif
