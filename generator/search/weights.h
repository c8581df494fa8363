/*
 * weights.h - the numbers of weights.def: weights[W_exact], weights[W_cover], ...
 */
#ifndef KOMEK_SEARCH_WEIGHTS_H
#define KOMEK_SEARCH_WEIGHTS_H

enum weight {
#define WEIGHT(name, value) W_##name,
#include "search/weights.def"
#undef WEIGHT
	WEIGHTS
};

static const double weights[WEIGHTS] = {
#define WEIGHT(name, value) [W_##name] = (value),
#include "search/weights.def"
#undef WEIGHT
};

#endif
