// Which answers come first. Pure: numbers in, numbers out, the same in every browser and in generator/search.
var komek = komek || {};
(function () {
	"use strict";

	const TITLE = 40; // weight of a word in a text from which on it stands in the title
	const OF_TEXT = ["value", "counts", "titled", "isStrong"];
	const OF_WORD = ["best", "counts", "titled", "isStrong", "languages"];
	const NAMES = ["sum", "held", "titled", "languages", "isSure"]; // of a reading, a piece, a query

	// Numbers by answer or by text, all 0 at first, and which of them were touched: only those are looked at again.
	function numbers(length, names) {
		const made = { touched: [], seen: new Uint8Array(length) };
		for (const name of names) made[name] = new Float64Array(length);
		return made;
	}

	function touch(made, i) {
		if (made.seen[i]) return;
		made.seen[i] = 1;
		made.touched.push(i);
	}

	function reset(made, names) {
		const { seen, touched } = made;
		for (const name of names) {
			const all = made[name];
			for (const i of touched) all[i] = 0;
		}
		for (const i of touched) seen[i] = 0;
		touched.length = 0;
	}

	// Tables of a site's size are kept for the next query: they are empty again when one is answered.
	let kept = null;
	function tablesFor(answers, texts) {
		if (!kept || kept.answers !== answers || kept.texts !== texts)
			kept = {
				answers, texts, inText: numbers(texts, OF_TEXT), ofWord: numbers(answers, OF_WORD),
				ofReading: numbers(answers, NAMES), ofPiece: numbers(answers, NAMES), ofAll: numbers(answers, NAMES),
			};
		return kept;
	}

	// pieces: for each piece of the query its readings [{worth, words: [{isSmall, finds: [{texts, counts, isStrong}]}]}]; texts
	// is [text, weight, text, weight, ...], counts what a find of this sort is worth (1: the word itself), isStrong whether it is
	// a form of the word. site: {answers, languages, reader, weights}. Gives
	//	found			the numbers of all answers that were found, in no order
	//	isSimilar		nothing that says much was found but words that are only like those asked
	//	best(limit, isWanted)	the best of those found (isWanted: of some answers only), best first, ties in the site's order:
	//				[{answer, score, languages (bits: where it was found), isSimilar, readings}], readings for each
	//				piece the number of the one that suits the answer best, -1 where none does
	komek.rank = function (pieces, { answers, languages, reader, weights }) {
		const { inText, ofWord, ofReading, ofPiece, ofAll } = tablesFor(answers, answers * languages);
		const chosen = pieces.map(() => new Int8Array(answers).fill(-1));
		const { floor, more, foreign, both, bent } = weights;
		const bend = Array.from({ length: 64 }, (_, weight) => floor + (1 - floor) * Math.pow(weight / 64, weights.bend));

		// Worths of finds are few, and powers dear.
		const powers = new Map();
		function bentOf(counts) {
			let power = powers.get(counts);
			if (power === undefined) powers.set(counts, power = Math.pow(counts, bent));
			return power;
		}

		// What one word's finds are worth in each text: several forms of it in one text add up, but to no more than 1.
		function addFind({ texts, counts, isStrong }) {
			const { value: values, counts: most, titled, isStrong: strong } = inText;
			for (let i = 0; i < texts.length; i += 2) {
				const text = texts[i];
				const value = bend[texts[i + 1]] * counts;
				const old = values[text];
				const high = old > value ? old : value;
				touch(inText, text);
				values[text] = high + more * (1 - high) * (old > value ? value : old);
				if (counts > most[text]) most[text] = counts;
				if (texts[i + 1] >= TITLE && counts > titled[text]) titled[text] = counts;
				if (isStrong) strong[text] = 1;
			}
		}

		// Of an answer the best text counts.
		function addTexts() {
			const { value: values, counts: most, titled, isStrong } = inText;
			for (const text of inText.touched) {
				const answer = Math.floor(text / languages);
				const language = text % languages;
				touch(ofWord, answer);
				const own = values[text] * (language === reader ? 1 : foreign);
				const old = ofWord.best[answer];
				ofWord.best[answer] = old > own ? old + both * own : own + both * old;
				if (most[text] > ofWord.counts[answer]) ofWord.counts[answer] = most[text];
				if (titled[text] > ofWord.titled[answer]) ofWord.titled[answer] = titled[text];
				if (isStrong[text]) ofWord.isStrong[answer] = 1;
				ofWord.languages[answer] |= 1 << language;
			}
		}

		function rarity() {
			let n = 0;
			for (const answer of ofWord.touched) n += ofWord.isStrong[answer];
			if (!n) n = ofWord.touched.length;
			return weights.base + Math.min(weights.rarest, Math.log(1 + (answers - n + 0.5) / (n + 0.5)));
		}

		// Where as many titles hold a word as its list may be long, the list was cut, perhaps by far: whether an answer holds the
		// word is not known, and it says next to nothing.
		function isCommon() {
			let titles = 0;
			for (const answer of ofWord.touched) titles += ofWord.titled[answer] > weights.prefix;
			return titles >= weights.common;
		}

		// Adds a word of a reading; gives how much it is of the query.
		function addWord({ finds, isSmall }, worth) {
			finds.forEach(addFind);
			addTexts();
			const rare = isCommon() ? weights.base * weights.small
				: rarity() * (isSmall ? weights.small : 1) * (finds.length ? 1 : weights.nowhere);
			for (const answer of ofWord.touched) {
				touch(ofReading, answer);
				ofReading.sum[answer] += rare * ofWord.best[answer] * worth;
				ofReading.held[answer] += rare * bentOf(ofWord.counts[answer]);
				if (ofWord.titled[answer]) ofReading.titled[answer] += rare * bentOf(ofWord.titled[answer]);
				ofReading.languages[answer] |= ofWord.languages[answer];
				if (!isSmall && ofWord.isStrong[answer]) ofReading.isSure[answer] = 1;
			}
			reset(inText, OF_TEXT);
			reset(ofWord, OF_WORD);
			return rare;
		}

		// Adds a piece: of each answer the reading that suits it best; gives how much the piece is of the query, by the reading
		// of which any answer holds most.
		function addPiece(readings, choice) {
			let most = -1;
			let total = 0;
			readings.forEach(({ worth, words }, number) => {
				let own = 0;
				let peak = 0;
				for (const word of words) own += addWord(word, worth);
				for (const answer of ofReading.touched) {
					peak = Math.max(peak, ofReading.held[answer]);
					if (choice[answer] >= 0 && ofPiece.sum[answer] >= ofReading.sum[answer]) continue;
					touch(ofPiece, answer);
					choice[answer] = number;
					ofPiece.sum[answer] = ofReading.sum[answer];
					ofPiece.held[answer] = ofReading.held[answer];
					ofPiece.titled[answer] = ofReading.titled[answer];
					ofPiece.languages[answer] = ofReading.languages[answer];
					ofPiece.isSure[answer] = ofReading.isSure[answer];
				}
				if (peak > most) {
					most = peak;
					total = own;
				}
				reset(ofReading, NAMES);
			});
			for (const answer of ofPiece.touched) {
				touch(ofAll, answer);
				ofAll.sum[answer] += ofPiece.sum[answer];
				ofAll.held[answer] += ofPiece.held[answer];
				ofAll.titled[answer] += ofPiece.titled[answer];
				ofAll.languages[answer] |= ofPiece.languages[answer];
				ofAll.isSure[answer] |= ofPiece.isSure[answer];
			}
			reset(ofPiece, NAMES);
			return total;
		}

		let total = 0;
		pieces.forEach((readings, i) => {
			total += addPiece(readings, chosen[i]);
		});
		const found = [];
		const held = []; // of each: sum, cover, titled, languages, isSure
		let isSimilar = true;
		for (const answer of ofAll.touched) {
			const cover = total ? ofAll.held[answer] / total : 0;
			const isSure = ofAll.isSure[answer] > 0;
			if (cover < (pieces.length > 1 || isSure ? weights.least : weights.like) || !(ofAll.sum[answer] > 0)) continue;
			found.push(answer);
			held.push({ sum: ofAll.sum[answer], cover, titled: ofAll.titled[answer] / total, languages: ofAll.languages[answer], isSure, score: -1 });
			if (isSure) isSimilar = false;
		}
		reset(ofAll, NAMES);

		// Rounded, so that a last digit of a logarithm decides nothing. Powers are dear: they are taken only of what may be among
		// the best.
		function scoreOf(one) {
			if (one.score < 0) {
				const gain = 1 + weights.whole * Math.pow(one.cover, weights.wholly) + weights.full * Math.pow(one.titled, weights.fuller);
				one.score = Math.round(one.sum * Math.pow(one.cover, weights.cover) * gain * 1e6) / 1e6;
			}
			return one.score;
		}

		const most = 1.01 * (1 + weights.whole + weights.full);
		const mayBeat = ({ sum, cover }, score) => sum * (weights.cover < 1 ? 1 : cover) * most >= score;
		const isBetter = (i, k) => scoreOf(held[i]) > scoreOf(held[k]) || (held[i].score === held[k].score && found[i] < found[k]);
		const shown = (i) => ({
			answer: found[i], score: held[i].score, languages: held[i].languages, isSimilar: !held[i].isSure,
			readings: chosen.map((choice) => choice[found[i]]),
		});

		// Few of many are asked for: the others need no order.
		function best(limit, isWanted) {
			const top = []; // places in found, best first
			for (let i = 0; limit > 0 && i < found.length; i++) {
				if (isWanted && !isWanted(found[i])) continue;
				const isFull = top.length >= limit;
				if (isFull && !(mayBeat(held[i], held[top[limit - 1]].score) && isBetter(i, top[limit - 1]))) continue;
				scoreOf(held[i]);
				let at = isFull ? limit - 1 : top.length;
				for (; at > 0 && isBetter(i, top[at - 1]); at--) top[at] = top[at - 1];
				top[at] = i;
			}
			return top.map(shown);
		}

		return { found, isSimilar: found.length > 0 && isSimilar, best };
	};
})();
