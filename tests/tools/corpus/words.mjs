// The words of a corpus: each is one meaning in three languages, the frequent ones first. Made-up words and those that people
// ask for stand in turn; how often each is used follows from its place (chance.mjs).
import { chance, zipf } from "./chance.mjs";
import * as english from "./english.mjs";
import * as kazakh from "./kazakh.mjs";
import * as known from "./known.mjs";
import * as russian from "./russian.mjs";

export const grammar = { kk: kazakh, ru: russian, en: english };

const sizes = { noun: 12000, verb: 4000, adjective: 4000 };
const knownOf = { noun: known.nouns, verb: known.verbs, adjective: known.adjectives };

function madeUp(kind, count, taken) {
	const random = chance(kind);
	const fresh = (language) => {
		for (;;) {
			const word = grammar[language].stem(random, kind);
			if (taken[language].has(word) || word.length < 4)
				continue;
			taken[language].add(word);
			return word;
		}
	};
	return Array.from({ length: count }, () => ({ kk: fresh("kk"), ru: fresh("ru"), en: fresh("en") }));
}

function inTurn(first, second) {
	const words = [];
	for (let i = 0; i < Math.max(first.length, second.length); i++)
		words.push(...first.slice(i, i + 1), ...second.slice(i, i + 1));
	return words;
}

// Gives {noun, verb, adjective}, each {words, rank}: rank(share) is the place of a word by Zipf's law.
export function lexicon() {
	const taken = { kk: new Set(), ru: new Set(), en: new Set() };
	for (const word of Object.values(knownOf).flat())
		Object.keys(taken).forEach((language) => taken[language].add(word[language]));
	return Object.fromEntries(Object.entries(sizes).map(([kind, count]) => {
		const words = inTurn(knownOf[kind], madeUp(kind, count, taken));
		return [kind, { words, rank: zipf(words.length) }];
	}));
}
