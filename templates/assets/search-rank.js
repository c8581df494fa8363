// Which answers come first. Pure: numbers in, numbers out, the same in every browser.
var komek = komek || {};
(function () {
	"use strict";

	const FOREIGN = 0.65; // what a find counts for where it stands in another language than the reader's
	const SMALL = 0.2; // what a word counts for that says little (how, where)
	const NOWHERE = 0.5; // what a word counts for that no text has, when it is asked how much of a query an answer holds
	const FLOOR = 0.1; // of a find's worth that the weight of the word in the text does not change
	const MORE = 0.4; // of what is left to the full worth that another form of the word in the same text adds
	const COVER = 0.8; // power of the share of a query that an answer holds
	const BENT = 0.6; // power of a find's worth in that share: a find that is worth little is still a find
	const LEAST = 0.2; // share that an answer must hold to be shown at all
	const STRONG = 0.5; // finds that count for as much say how rare a word is

	// What one word's finds are worth in each text: several forms of it in one text add up, but to no more than 1. Map text ->
	// {value, counts}, counts the most that a find there counts for.
	function inTexts(finds) {
		const found = new Map();
		for (const { texts, counts } of finds) {
			for (let i = 0; i < texts.length; i += 2) {
				const value = (FLOOR + (1 - FLOOR) * (texts[i + 1] / 64)) * counts;
				const old = found.get(texts[i]);
				if (!old) found.set(texts[i], { value, counts });
				else {
					old.value = Math.max(old.value, value) + MORE * (1 - Math.max(old.value, value)) * Math.min(old.value, value);
					old.counts = Math.max(old.counts, counts);
				}
			}
		}
		return found;
	}

	// Each answer's best text for one word: Map answer -> {best, counts, languages}, languages as bits.
	function bestOf(finds, languages, reader) {
		const best = new Map();
		for (const [text, { value, counts }] of inTexts(finds)) {
			const answer = Math.floor(text / languages);
			const language = text % languages;
			const own = value * (language === reader ? 1 : FOREIGN);
			const old = best.get(answer) || { best: 0, counts: 0, languages: 0 };
			old.best = Math.max(old.best, own);
			old.counts = Math.max(old.counts, counts);
			old.languages |= 1 << language;
			best.set(answer, old);
		}
		return best;
	}

	function rarity(answers, best) {
		let n = 0;
		for (const { counts } of best.values()) if (counts >= STRONG) n++;
		if (!n) n = best.size;
		return Math.log(1 + (answers - n + 0.5) / (n + 0.5));
	}

	// One reading of a piece: what it is worth in all, and Map answer -> {sum, held, languages}.
	function ranked({ worth, words }, answers, languages, reader) {
		const all = new Map();
		let total = 0;
		for (const { finds, isSmall } of words) {
			const best = bestOf(finds, languages, reader);
			const rare = rarity(answers, best) * (isSmall ? SMALL : 1) * (best.size ? 1 : NOWHERE);
			total += rare;
			for (const [answer, found] of best) {
				const old = all.get(answer) || { sum: 0, held: 0, languages: 0, isSure: false };
				old.sum += rare * found.best * worth;
				old.held += rare * Math.pow(found.counts, BENT);
				old.languages |= found.languages;
				if (!isSmall && found.counts >= STRONG) old.isSure = true;
				all.set(answer, old);
			}
		}
		return { total, all };
	}

	// pieces: for each piece of the query its readings [{worth, words: [{isSmall, finds: [{texts, counts}]}]}]; texts is
	// [text, weight, text, weight, ...], counts what a find of this sort is worth (1: the word itself). Gives [{answer, score,
	// languages, isSimilar}], best first (isSimilar: nothing that says much was found but words that are only like those asked); of each piece an answer has the reading that suits it best.
	komek.rank = function (pieces, answers, languages, reader) {
		const sums = new Map();
		let total = 0;
		for (const readings of pieces) {
			const best = new Map();
			let most = { peak: -1, total: 0 };
			for (const reading of readings) {
				const { total: own, all } = ranked(reading, answers, languages, reader);
				let peak = 0;
				for (const [answer, found] of all) {
					if (!best.has(answer) || best.get(answer).sum < found.sum) best.set(answer, found);
					peak = Math.max(peak, found.held);
				}
				if (peak > most.peak) most = { peak, total: own };
			}
			total += most.total;
			for (const [answer, found] of best) {
				const old = sums.get(answer) || { answer, sum: 0, held: 0, languages: 0, isSure: false };
				old.sum += found.sum;
				old.held += found.held;
				old.languages |= found.languages;
				if (found.isSure) old.isSure = true;
				sums.set(answer, old);
			}
		}
		// Rounded, so that a last digit of a logarithm decides nothing.
		return Array.from(sums.values(), ({ answer, sum, held, isSure, languages: where }) => {
			const cover = total ? held / total : 0;
			return { answer, cover, isSimilar: !isSure, score: Math.round(sum * Math.pow(cover, COVER) * 1e6) / 1e6, languages: where };
		}).filter(({ cover, score }) => score > 0 && cover >= LEAST)
			.sort((a, b) => b.score - a.score || a.answer - b.answer);
	};
})();
