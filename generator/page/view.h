/*
 * view.h - what a page is made of: plain structs that templates name by schema (template/schema.h). Filling them is all
 * the logic that pages have; templates only place the fields.
 *
 * All texts live in the site or in the arena of the page being made. Addresses are relative to the page.
 */
#ifndef KOMEK_PAGE_VIEW_H
#define KOMEK_PAGE_VIEW_H

#include "template/schema.h"

/* A link in a list: to an entry, in the language of its title. */
struct link_view {
	struct str title;
	struct str url;
	struct str lang;    /* of the title, where it is not the page's; else empty */
	struct str summary; /* or empty */
	struct str count;   /* of sections: "9 questions"; or empty */
};

/* The words of the reading settings in one language. */
struct reading_view {
	struct str lang; /* where it is not the page's; else empty */
	struct str title;
	struct str text, contrast, spacing, theme; /* what can be set */
	struct str device;			   /* as the device has it */
	struct str contrast_more, spacing_normal, spacing_wide, theme_light, theme_dark;
	struct str reset;
	struct str kept; /* that they stay on the device */
};

/* The same page in another language, or in this one. */
struct language_view {
	struct str code;
	struct str name; /* in itself */
	struct str url;
	bool current;
};

/* An address for machines; absolute. */
struct alternate_view {
	struct str lang;
	struct str url;
};

/* What every page has. */
struct page_view {
	struct str kind;       /* of the contract: root home section question page search all index 404 */
	struct str title;      /* without the site's name */
	struct str title_lang; /* where it is not the page's; else empty */
	struct str lang;       /* of the interface */
	struct str head_title;
	struct str description; /* or empty */
	struct str site_name;
	struct str policy; /* content security policy */
	struct str home;
	struct str search; /* of the search page; empty on that page itself */
	struct str all;	   /* of the page that holds every question */
	struct str client; /* assets/search.js */
	struct str script; /* assets/komek.js */
	struct str icon;
	bool noindex;
	struct str index;   /* the questions by the alphabet */
	struct str og_type; /* OpenGraph: website or article */
	struct str og_locale;
	struct str data;	/* JSON-LD; or empty */
	struct str feed;	/* absolute; or empty */
	struct str canonical;	/* empty where no base URL is known */
	struct list alternates; /* alternate_view */
	struct list reading;	/* reading_view: the page's language; every language where the page speaks all */
	struct list languages;	/* language_view */
	struct list crumbs;	/* link_view: the way from home to here, without here */
	struct list pages;	/* link_view: about this help and the like, for the foot */
};

/* The address of support and what a letter to it should hold. */
struct support_view {
	struct str mail;
	struct str url;	    /* mailto: with subject and a body to fill in */
	struct str script;  /* composes the letter */
	struct str words;   /* a script as well: what it says in the page's language */
	struct list fields; /* field_view */
};

struct field_view {
	struct str name;
};

struct day_view {
	struct str iso;
	struct str text;
};

/* A question or page with its text. */
struct article_view {
	struct str title;
	struct str summary;
	struct str body;   /* HTML */
	struct str lang;   /* of title, summary and body where it is not the page's; else empty */
	struct str notice; /* that the text is in another language; else empty */
	const struct day_view *updated, *review;
	struct list related;		    /* link_view */
	const struct support_view *support; /* NULL where the site names no address */
};

/* The home page, or a section. */
struct overview_view {
	struct str title;
	struct str lang;    /* as in article_view */
	struct str summary; /* or empty */
	struct str body;    /* HTML, or empty */
	struct str count;
	struct list featured;  /* link_view: the most asked, on home */
	struct list sections;  /* section_view: on home */
	struct list questions; /* link_view: of a section */
	struct str all;	       /* a section's answers on one page; or empty */
};

/* One answer among several on a page. */
struct answer_view {
	struct str id; /* the question's slug; its parts' ids begin with it */
	struct str title;
	struct str url; /* its own page */
	struct str summary;
	struct str body; /* HTML */
	struct str lang;
	struct str notice;
};

/* Answers of one section on a page of several. */
struct chapter_view {
	struct str title;
	struct str lang;
	struct str url; /* the section's page of all answers, where this page holds none */
	struct str count;
	struct list answers; /* answer_view; empty on a page that only leads to such pages */
};

struct all_view {
	struct str title;
	bool one_section;     /* the page's title is the section's: the chapter has no heading of its own */
	struct list chapters; /* chapter_view */
	const struct support_view *support;
};

/* Questions under one letter. */
struct letter_view {
	struct str letter;
	struct str id;
	struct str url;	       /* "#letter-1" */
	struct list questions; /* link_view */
};

struct index_view {
	struct str title;
	struct list letters; /* letter_view */
};

/* An old address: where the page is now. */
struct moved_view {
	struct str refresh; /* HTML for the head: sends the browser on without script */
	struct str title;
	struct str url;
	struct str lang;
};

/* One address of the sitemap, or a part of it. */
struct place_view {
	struct str url;
	struct str updated;	/* 2026-11-23, or empty */
	struct list alternates; /* alternate_view; empty where there is only one */
};

/* One answer in a feed. */
struct news_view {
	struct str title;
	struct str url;
	struct str updated; /* 2026-11-23T00:00:00Z */
	struct str summary;
};

struct section_view {
	struct str title;
	struct str url;
	struct str lang;
	struct str summary;
	struct str count;
	struct list questions; /* link_view */
};

/* One language on the page that offers all of them, and on the page for what is not found. */
struct offer_view {
	struct str code;
	struct str name;
	struct str site_name;
	struct str title; /* "There is no such page" */
	struct str text;
	struct str home_label;
	struct str unpack; /* for who opened the page inside an archive */
	struct str url;	   /* absolute on the 404 page, and empty there where no base URL is known */
	struct str path;   /* below the root: kk/index.html */
	struct str search_label, search_button;
	struct str search_url, search_path; /* of the search page, likewise; 404 only */
};

/* What the search page says from its script: "# answers found", by the form that goes with the number. */
struct search_view {
	struct str count_one, count_few, count_many;
	const struct support_view *support; /* NULL where the site names no address */
};

/* Roots: what the template of each kind may name. */
struct article_root {
	const struct page_view *page;
	const struct article_view *article;
};

struct all_root {
	const struct page_view *page;
	const struct all_view *all;
};

struct index_root {
	const struct page_view *page;
	const struct index_view *index;
};

struct moved_root {
	const struct page_view *page;
	const struct moved_view *moved;
};

/* sitemap.xml, and its parts where one file cannot hold all. */
struct sitemap_root {
	struct list places; /* place_view */
};

struct feed_root {
	struct str lang;
	struct str title;
	struct str url; /* of the feed itself */
	struct str home;
	struct str author; /* the site's name */
	struct str updated;
	struct list news; /* news_view */
};

struct overview_root {
	const struct page_view *page;
	const struct overview_view *overview;
};

struct search_root {
	const struct page_view *page;
	const struct search_view *search;
};

struct offers_root {
	const struct page_view *page;
	struct list offers; /* offer_view */
	bool needs_script;  /* the 404 page finds the root by its address */
};

extern const struct schema article_root_schema, overview_root_schema, offers_root_schema, all_root_schema,
	index_root_schema, moved_root_schema, search_root_schema, sitemap_root_schema, feed_root_schema;

#endif
