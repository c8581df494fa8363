// Which answers come first. Pure: numbers in, numbers out, the same in every browser and in generator/search.
var komek = komek || {};
(function () {
	"use strict";

	const TITLE = 40; // weight of a word in a text from which on it stands in the title
	const OF_TEXT = ["value", "counts", "titled", "isStrong"];
	const OF_WORD = ["best", "counts", "titled", "isStrong", "languages"];
	const NAMES = ["sum", "held", "titled", "languages", "isSure"]; // of a reading, a piece
	const OF_ALL = [...NAMES, "score"];

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
				ofReading: numbers(answers, NAMES), ofPiece: numbers(answers, NAMES), ofAll: numbers(answers, OF_ALL),
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
	// Of a query the best are to be asked for before the next one is ranked: its numbers lie in the same tables.
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

		// Adds a word of a reading to a table; gives how much it is of the query.
		function addWord({ finds, isSmall }, worth, into) {
			finds.forEach(addFind);
			addTexts();
			const rare = isCommon() ? weights.base * weights.small
				: rarity() * (isSmall ? weights.small : 1) * (finds.length ? 1 : weights.nowhere);
			for (const answer of ofWord.touched) {
				touch(into, answer);
				into.sum[answer] += rare * ofWord.best[answer] * worth;
				into.held[answer] += rare * bentOf(ofWord.counts[answer]);
				if (ofWord.titled[answer]) into.titled[answer] += rare * bentOf(ofWord.titled[answer]);
				into.languages[answer] |= ofWord.languages[answer];
				if (!isSmall && ofWord.isStrong[answer]) into.isSure[answer] = 1;
			}
			reset(inText, OF_TEXT);
			reset(ofWord, OF_WORD);
			return rare;
		}

		// Adds a piece to an empty table: of each answer the reading that suits it best; gives how much the piece is of the query,
		// by the reading of which any answer holds most.
		function addPiece(readings, choice, into) {
			if (readings.length === 1) {
				const own = readings[0].words.reduce((sum, word) => sum + addWord(word, readings[0].worth, into), 0);
				for (const answer of into.touched) choice[answer] = 0;
				return own;
			}
			let most = -1;
			let total = 0;
			readings.forEach(({ worth, words }, number) => {
				let own = 0;
				let peak = 0;
				for (const word of words) own += addWord(word, worth, ofReading);
				for (const answer of ofReading.touched) {
					peak = Math.max(peak, ofReading.held[answer]);
					if (choice[answer] >= 0 && into.sum[answer] >= ofReading.sum[answer]) continue;
					touch(into, answer);
					choice[answer] = number;
					into.sum[answer] = ofReading.sum[answer];
					into.held[answer] = ofReading.held[answer];
					into.titled[answer] = ofReading.titled[answer];
					into.languages[answer] = ofReading.languages[answer];
					into.isSure[answer] = ofReading.isSure[answer];
				}
				if (peak > most) {
					most = peak;
					total = own;
				}
				reset(ofReading, NAMES);
			});
			return total;
		}

		function addToAll() {
			for (const answer of ofPiece.touched) {
				touch(ofAll, answer);
				ofAll.sum[answer] += ofPiece.sum[answer];
				ofAll.held[answer] += ofPiece.held[answer];
				ofAll.titled[answer] += ofPiece.titled[answer];
				ofAll.languages[answer] |= ofPiece.languages[answer];
				ofAll.isSure[answer] |= ofPiece.isSure[answer];
			}
			reset(ofPiece, NAMES);
		}

		reset(ofAll, OF_ALL);
		let total = 0;
		pieces.forEach((readings, i) => {
			total += addPiece(readings, chosen[i], pieces.length === 1 ? ofAll : ofPiece);
			if (pieces.length > 1) addToAll();
		});
		const coverOf = (answer) => total ? ofAll.held[answer] / total : 0;
		const isEnough = (answer) => ofAll.sum[answer] > 0
			&& coverOf(answer) >= (pieces.length > 1 || ofAll.isSure[answer] ? weights.least : weights.like);
		const found = ofAll.touched.filter(isEnough);

		// Rounded, so that a last digit of a logarithm decides nothing. Powers are dear: they are taken only of what may be among
		// the best.
		function scoreOf(answer) {
			if (!ofAll.score[answer]) {
				const cover = coverOf(answer);
				const gain = 1 + weights.whole * Math.pow(cover, weights.wholly) + weights.full * Math.pow(ofAll.titled[answer] / total, weights.fuller);
				ofAll.score[answer] = Math.round(ofAll.sum[answer] * Math.pow(cover, weights.cover) * gain * 1e6) / 1e6;
			}
			return ofAll.score[answer];
		}

		const most = 1.01 * (1 + weights.whole + weights.full);
		const mayBeat = (answer, score) => ofAll.sum[answer] * (weights.cover < 1 ? 1 : coverOf(answer)) * most >= score;
		const isBetter = (a, b) => scoreOf(a) > scoreOf(b) || (scoreOf(a) === scoreOf(b) && a < b);
		const shown = (answer) => ({
			answer, score: scoreOf(answer), languages: ofAll.languages[answer], isSimilar: !ofAll.isSure[answer],
			readings: chosen.map((choice) => choice[answer]),
		});

		// Few of many are asked for: the others need no order.
		function best(limit, isWanted) {
			const top = [];
			for (const answer of limit > 0 ? found : []) {
				if (isWanted && !isWanted(answer)) continue;
				const isFull = top.length >= limit;
				if (isFull && !(mayBeat(answer, scoreOf(top[limit - 1])) && isBetter(answer, top[limit - 1]))) continue;
				let at = isFull ? limit - 1 : top.length;
				for (; at > 0 && isBetter(answer, top[at - 1]); at--) top[at] = top[at - 1];
				top[at] = answer;
			}
			return top.map(shown);
		}

		const isSimilar = found.length > 0 && found.every((answer) => !ofAll.isSure[answer]);
		return { found, isSimilar, best };
	};
})();
