#include "page/view.h"

static const struct field link_fields[] = {
	FIELD(struct link_view, TEXT, title), FIELD(struct link_view, URL, url),
	FIELD(struct link_view, TEXT, lang),  FIELD(struct link_view, TEXT, summary),
	FIELD(struct link_view, TEXT, count),
};
static const struct schema link_schema = SCHEMA("link", struct link_view, link_fields);

static const struct field reading_fields[] = {
	FIELD(struct reading_view, TEXT, lang),		  FIELD(struct reading_view, TEXT, title),
	FIELD(struct reading_view, TEXT, text),		  FIELD(struct reading_view, TEXT, contrast),
	FIELD(struct reading_view, TEXT, contrast_more),  FIELD(struct reading_view, TEXT, spacing),
	FIELD(struct reading_view, TEXT, spacing_normal), FIELD(struct reading_view, TEXT, spacing_wide),
	FIELD(struct reading_view, TEXT, theme),	  FIELD(struct reading_view, TEXT, theme_light),
	FIELD(struct reading_view, TEXT, theme_dark),	  FIELD(struct reading_view, TEXT, device),
	FIELD(struct reading_view, TEXT, reset),	  FIELD(struct reading_view, TEXT, kept),
};
static const struct schema reading_schema = SCHEMA("reading", struct reading_view, reading_fields);

static const struct field language_fields[] = {
	FIELD(struct language_view, TEXT, code),
	FIELD(struct language_view, TEXT, name),
	FIELD(struct language_view, URL, url),
	FIELD(struct language_view, BOOL, current),
};
static const struct schema language_schema = SCHEMA("language", struct language_view, language_fields);

static const struct field alternate_fields[] = {
	FIELD(struct alternate_view, TEXT, lang),
	FIELD(struct alternate_view, URL, url),
};
static const struct schema alternate_schema = SCHEMA("alternate", struct alternate_view, alternate_fields);

static const struct field page_fields[] = {
	FIELD(struct page_view, TEXT, kind),
	FIELD(struct page_view, TEXT, title),
	FIELD(struct page_view, TEXT, title_lang),
	FIELD(struct page_view, URL, all),
	FIELD(struct page_view, URL, index),
	FIELD(struct page_view, TEXT, og_type),
	FIELD(struct page_view, TEXT, og_locale),
	FIELD(struct page_view, JSON, data),
	FIELD(struct page_view, URL, feed),
	FIELD(struct page_view, TEXT, lang),
	FIELD(struct page_view, TEXT, head_title),
	FIELD(struct page_view, TEXT, description),
	FIELD(struct page_view, TEXT, site_name),
	FIELD(struct page_view, TEXT, policy),
	FIELD(struct page_view, URL, home),
	FIELD(struct page_view, URL, search),
	FIELD(struct page_view, URL, client),
	FIELD(struct page_view, URL, script),
	FIELD(struct page_view, URL, icon),
	FIELD(struct page_view, BOOL, noindex),
	FIELD(struct page_view, URL, canonical),
	FIELD_OF(struct page_view, LIST, alternates, alternate_schema),
	FIELD_OF(struct page_view, LIST, reading, reading_schema),
	FIELD_OF(struct page_view, LIST, languages, language_schema),
	FIELD_OF(struct page_view, LIST, crumbs, link_schema),
	FIELD_OF(struct page_view, LIST, pages, link_schema),
};
static const struct schema page_schema = SCHEMA("page", struct page_view, page_fields);

static const struct field field_fields[] = {FIELD(struct field_view, TEXT, name)};
static const struct schema field_schema = SCHEMA("field", struct field_view, field_fields);

static const struct field support_fields[] = {
	FIELD(struct support_view, TEXT, mail),
	FIELD(struct support_view, URL, url),
	FIELD(struct support_view, URL, script),
	FIELD(struct support_view, URL, words),
	FIELD_OF(struct support_view, LIST, fields, field_schema),
};
static const struct schema support_schema = SCHEMA("support", struct support_view, support_fields);

static const struct field day_fields[] = {
	FIELD(struct day_view, TEXT, iso),
	FIELD(struct day_view, TEXT, text),
};
static const struct schema day_schema = SCHEMA("day", struct day_view, day_fields);

static const struct field article_fields[] = {
	FIELD(struct article_view, TEXT, title),
	FIELD(struct article_view, TEXT, summary),
	FIELD(struct article_view, HTML, body),
	FIELD(struct article_view, TEXT, lang),
	FIELD(struct article_view, TEXT, notice),
	FIELD_OF(struct article_view, RECORD, updated, day_schema),
	FIELD_OF(struct article_view, RECORD, review, day_schema),
	FIELD_OF(struct article_view, LIST, related, link_schema),
	FIELD_OF(struct article_view, RECORD, support, support_schema),
};
static const struct schema article_schema = SCHEMA("article", struct article_view, article_fields);

static const struct field section_fields[] = {
	FIELD(struct section_view, TEXT, title), FIELD(struct section_view, URL, url),
	FIELD(struct section_view, TEXT, lang),	 FIELD(struct section_view, TEXT, summary),
	FIELD(struct section_view, TEXT, count), FIELD_OF(struct section_view, LIST, questions, link_schema),
};
static const struct schema section_schema = SCHEMA("section", struct section_view, section_fields);

static const struct field overview_fields[] = {
	FIELD(struct overview_view, TEXT, title),
	FIELD(struct overview_view, TEXT, lang),
	FIELD(struct overview_view, TEXT, summary),
	FIELD(struct overview_view, HTML, body),
	FIELD(struct overview_view, TEXT, count),
	FIELD_OF(struct overview_view, LIST, featured, link_schema),
	FIELD_OF(struct overview_view, LIST, sections, section_schema),
	FIELD_OF(struct overview_view, LIST, questions, link_schema),
	FIELD(struct overview_view, URL, all),
};
static const struct schema overview_schema = SCHEMA("overview", struct overview_view, overview_fields);

static const struct field search_fields[] = {
	FIELD(struct search_view, TEXT, count_one),
	FIELD(struct search_view, TEXT, count_few),
	FIELD(struct search_view, TEXT, count_many),
	FIELD_OF(struct search_view, RECORD, support, support_schema),
};
static const struct schema search_schema = SCHEMA("search", struct search_view, search_fields);

static const struct field offer_fields[] = {
	FIELD(struct offer_view, TEXT, code),	       FIELD(struct offer_view, TEXT, name),
	FIELD(struct offer_view, TEXT, site_name),     FIELD(struct offer_view, TEXT, title),
	FIELD(struct offer_view, TEXT, text),	       FIELD(struct offer_view, TEXT, home_label),
	FIELD(struct offer_view, TEXT, unpack),	       FIELD(struct offer_view, URL, url),
	FIELD(struct offer_view, TEXT, path),	       FIELD(struct offer_view, TEXT, search_label),
	FIELD(struct offer_view, TEXT, search_button), FIELD(struct offer_view, URL, search_url),
	FIELD(struct offer_view, TEXT, search_path),
};
static const struct schema offer_schema = SCHEMA("offer", struct offer_view, offer_fields);

static const struct field article_root_fields[] = {
	FIELD_OF(struct article_root, RECORD, page, page_schema),
	FIELD_OF(struct article_root, RECORD, article, article_schema),
};
const struct schema article_root_schema = SCHEMA("question", struct article_root, article_root_fields);

static const struct field overview_root_fields[] = {
	FIELD_OF(struct overview_root, RECORD, page, page_schema),
	FIELD_OF(struct overview_root, RECORD, overview, overview_schema),
};
const struct schema overview_root_schema = SCHEMA("overview", struct overview_root, overview_root_fields);

static const struct field search_root_fields[] = {
	FIELD_OF(struct search_root, RECORD, page, page_schema),
	FIELD_OF(struct search_root, RECORD, search, search_schema),
};
const struct schema search_root_schema = SCHEMA("search", struct search_root, search_root_fields);

static const struct field offers_root_fields[] = {
	FIELD_OF(struct offers_root, RECORD, page, page_schema),
	FIELD_OF(struct offers_root, LIST, offers, offer_schema),
	FIELD(struct offers_root, BOOL, needs_script),
};
const struct schema offers_root_schema = SCHEMA("offers", struct offers_root, offers_root_fields);

static const struct field answer_fields[] = {
	FIELD(struct answer_view, TEXT, id),	 FIELD(struct answer_view, TEXT, title),
	FIELD(struct answer_view, URL, url),	 FIELD(struct answer_view, TEXT, summary),
	FIELD(struct answer_view, HTML, body),	 FIELD(struct answer_view, TEXT, lang),
	FIELD(struct answer_view, TEXT, notice),
};
static const struct schema answer_schema = SCHEMA("answer", struct answer_view, answer_fields);

static const struct field chapter_fields[] = {
	FIELD(struct chapter_view, TEXT, title),
	FIELD(struct chapter_view, TEXT, lang),
	FIELD(struct chapter_view, URL, url),
	FIELD(struct chapter_view, TEXT, count),
	FIELD_OF(struct chapter_view, LIST, answers, answer_schema),
};
static const struct schema chapter_schema = SCHEMA("chapter", struct chapter_view, chapter_fields);

static const struct field all_fields[] = {
	FIELD(struct all_view, TEXT, title),
	FIELD(struct all_view, BOOL, one_section),
	FIELD_OF(struct all_view, LIST, chapters, chapter_schema),
	FIELD_OF(struct all_view, RECORD, support, support_schema),
};
static const struct schema all_schema = SCHEMA("all", struct all_view, all_fields);

static const struct field all_root_fields[] = {
	FIELD_OF(struct all_root, RECORD, page, page_schema),
	FIELD_OF(struct all_root, RECORD, all, all_schema),
};
const struct schema all_root_schema = SCHEMA("all", struct all_root, all_root_fields);

static const struct field letter_fields[] = {
	FIELD(struct letter_view, TEXT, letter),
	FIELD(struct letter_view, TEXT, id),
	FIELD(struct letter_view, URL, url),
	FIELD_OF(struct letter_view, LIST, questions, link_schema),
};
static const struct schema letter_schema = SCHEMA("letter", struct letter_view, letter_fields);

static const struct field index_fields[] = {
	FIELD(struct index_view, TEXT, title),
	FIELD_OF(struct index_view, LIST, letters, letter_schema),
};
static const struct schema index_schema = SCHEMA("index", struct index_view, index_fields);

static const struct field index_root_fields[] = {
	FIELD_OF(struct index_root, RECORD, page, page_schema),
	FIELD_OF(struct index_root, RECORD, index, index_schema),
};
const struct schema index_root_schema = SCHEMA("index", struct index_root, index_root_fields);

static const struct field moved_fields[] = {
	FIELD(struct moved_view, HTML, refresh),
	FIELD(struct moved_view, TEXT, title),
	FIELD(struct moved_view, URL, url),
	FIELD(struct moved_view, TEXT, lang),
};
static const struct schema moved_schema = SCHEMA("moved", struct moved_view, moved_fields);

static const struct field moved_root_fields[] = {
	FIELD_OF(struct moved_root, RECORD, page, page_schema),
	FIELD_OF(struct moved_root, RECORD, moved, moved_schema),
};
const struct schema moved_root_schema = SCHEMA("moved", struct moved_root, moved_root_fields);

static const struct field place_fields[] = {
	FIELD(struct place_view, URL, url),
	FIELD(struct place_view, TEXT, updated),
	FIELD_OF(struct place_view, LIST, alternates, alternate_schema),
};
static const struct schema place_schema = SCHEMA("place", struct place_view, place_fields);

static const struct field sitemap_root_fields[] = {
	FIELD_OF(struct sitemap_root, LIST, places, place_schema),
};
const struct schema sitemap_root_schema = SCHEMA("sitemap", struct sitemap_root, sitemap_root_fields);

static const struct field news_fields[] = {
	FIELD(struct news_view, TEXT, title),
	FIELD(struct news_view, URL, url),
	FIELD(struct news_view, TEXT, updated),
	FIELD(struct news_view, TEXT, summary),
};
static const struct schema news_schema = SCHEMA("news", struct news_view, news_fields);

static const struct field feed_root_fields[] = {
	FIELD(struct feed_root, TEXT, lang),
	FIELD(struct feed_root, TEXT, title),
	FIELD(struct feed_root, URL, url),
	FIELD(struct feed_root, URL, home),
	FIELD(struct feed_root, TEXT, author),
	FIELD(struct feed_root, TEXT, updated),
	FIELD_OF(struct feed_root, LIST, news, news_schema),
};
const struct schema feed_root_schema = SCHEMA("feed", struct feed_root, feed_root_fields);
