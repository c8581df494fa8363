#include "check/translation.h"

const struct article *translation_source(const struct site *site, const struct article *a)
{
	size_t language = entry_source_language(site, a->entry);
	const struct article *source = language == SIZE_MAX ? NULL : a->entry->texts[language];

	if (!source || source == a || source->broken || a->broken || !source->markup || !a->markup)
		return NULL;
	return source;
}

struct place translation_place(const struct article *a)
{
	if (a->front.title_place.source)
		return a->front.title_place;
	return (struct place){.source = a->source};
}
