/*
 * model.h - which letters follow which: groups of up to five letters, smoothed after Witten and Bell (1991), so that
 * an unknown group is judged by the shorter ones in it.
 *
 *	struct model model = {0};
 *	model_add(&model, &word, weight);	for every word
 *	model_finish(&model);
 *	model_cost(&model, &word);
 *	model_clear(&model);
 */
#ifndef KOMEK_LEXICON_MODEL_H
#define KOMEK_LEXICON_MODEL_H

#include "letters/alphabet.h"

struct group {
	uint32_t letters; /* as in letters/lexicon.h */
	double weight;	  /* how often it stands in words */
	double after;	  /* the weights of groups that are one letter longer, in all */
	double kinds;	  /* and how many such groups there are */
	double chance;	  /* of the last letter after the others */
};

struct model {
	struct group *groups;
	size_t len, cap; /* an open-addressing table; letters 0 is an empty place */
	struct group all;
};

void model_add(struct model *m, const struct letters *word, double weight);

/* Drops groups of five that are too rare to be worth their place, and computes the chances. */
void model_finish(struct model *m);

/* The natural logarithm of the word's probability. */
double model_cost(const struct model *m, const struct letters *word);

/* The cost of judging by a shorter group what follows this one; 0 where nothing is known to follow. */
double model_shorter(const struct group *g);

void model_clear(struct model *m);

#endif
