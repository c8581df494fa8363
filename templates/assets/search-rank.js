// Which answers come first. Pure: numbers in, numbers out, the same in every browser.
var komek = komek || {};
(function () {
	"use strict";

	// What a find counts for where it stands in another language than the reader's.
	const FOREIGN = 0.8;
	// Half of the score's range below one more word found (see `score`).
	const HALF = 8;

	// Each answer's best find of one word of the query: Map answer -> {best, languages}, languages as bits.
	function bestOf(finds, languages, reader) {
		const best = new Map();
		for (const { texts, counts } of finds) {
			for (let i = 0; i < texts.length; i += 2) {
				const answer = Math.floor(texts[i] / languages);
				const language = texts[i] % languages;
				const value = (texts[i + 1] / 64) * counts * (language === reader ? 1 : FOREIGN);
				const old = best.get(answer) || { best: 0, languages: 0 };
				best.set(answer, { best: Math.max(old.best, value), languages: old.languages | (1 << language) });
			}
		}
		return best;
	}

	// groups: for each word of the query its finds, [{texts: [text, weight, text, weight, ...], counts}]; counts is what a
	// find of this sort is worth (1: the word itself). Gives [{answer, score, languages}], best first: answers that hold more
	// of the words, then higher scores (rare words, in important places), then the site's order.
	komek.rank = function (groups, answers, languages, reader) {
		const all = new Map();
		for (const finds of groups) {
			const best = bestOf(finds, languages, reader);
			const rare = Math.log(1 + (answers - best.size + 0.5) / (best.size + 0.5));
			for (const [answer, found] of best) {
				const sum = all.get(answer) || { answer, words: 0, sum: 0, languages: 0 };
				sum.words++;
				sum.sum += rare * found.best;
				sum.languages |= found.languages;
				all.set(answer, sum);
			}
		}
		// Rounded, so that a last digit of a logarithm decides nothing.
		const score = ({ words, sum }) => Math.round((words + sum / (sum + HALF)) * 1e6) / 1e6;
		return Array.from(all.values(), (each) => ({ answer: each.answer, score: score(each), languages: each.languages }))
			.sort((a, b) => b.score - a.score || a.answer - b.answer);
	};
})();
