// Which answers come first. Pure: numbers in, numbers out, the same in every browser and in generator/search.
var komek = komek || {};
(function () {
	"use strict";

	const TITLE = 40; // weight of a word in a text from which on it stands in the title
	const OF_TEXT = ["value", "counts", "titled", "isStrong"];
	const OF_WORD = ["best", "counts", "titled", "isStrong", "languages"];
	const NAMES = ["sum", "held", "titled", "languages", "isSure"];

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
		for (const i of made.touched) {
			made.seen[i] = 0;
			for (const name of names) made[name][i] = 0;
		}
		made.touched.length = 0;
	}

	// pieces: for each piece of the query its readings [{worth, words: [{isSmall, finds: [{texts, counts, isStrong}]}]}]; texts
	// is [text, weight, text, weight, ...], counts what a find of this sort is worth (1: the word itself), isStrong whether it is
	// a form of the word. site: {answers,
	// languages, reader, weights}. Gives [{answer, score, languages (bits: where it was found), isSimilar (nothing that says
	// much was found but words that are only like those asked), readings (by piece: number of the reading that suits the
	// answer best, -1 where none does)}], best first, ties in the site's order.
	komek.rank = function (pieces, { answers, languages, reader, weights }) {
		const inText = numbers(answers * languages, OF_TEXT);
		const ofWord = numbers(answers, OF_WORD);
		const ofReading = numbers(answers, NAMES);
		const ofPiece = numbers(answers, NAMES);
		const ofAll = numbers(answers, NAMES);
		const chosen = pieces.map(() => new Int8Array(answers).fill(-1));

		// What one word's finds are worth in each text: several forms of it in one text add up, but to no more than 1.
		function addFind({ texts, counts, isStrong }) {
			const { floor } = weights;
			for (let i = 0; i < texts.length; i += 2) {
				const text = texts[i];
				const value = (floor + (1 - floor) * Math.pow(texts[i + 1] / 64, weights.bend)) * counts;
				const old = inText.value[text];
				const high = Math.max(old, value);
				touch(inText, text);
				inText.value[text] = high + weights.more * (1 - high) * Math.min(old, value);
				inText.counts[text] = Math.max(inText.counts[text], counts);
				if (texts[i + 1] >= TITLE) inText.titled[text] = Math.max(inText.titled[text], counts);
				if (isStrong) inText.isStrong[text] = 1;
			}
		}

		// Of an answer the best text counts.
		function addText(text) {
			const answer = Math.floor(text / languages);
			const language = text % languages;
			touch(ofWord, answer);
			const own = inText.value[text] * (language === reader ? 1 : weights.foreign);
			const old = ofWord.best[answer];
			ofWord.best[answer] = Math.max(old, own) + weights.both * Math.min(old, own);
			ofWord.counts[answer] = Math.max(ofWord.counts[answer], inText.counts[text]);
			ofWord.titled[answer] = Math.max(ofWord.titled[answer], inText.titled[text]);
			ofWord.isStrong[answer] |= inText.isStrong[text];
			ofWord.languages[answer] |= 1 << language;
		}

		function rarity() {
			let n = 0;
			for (const answer of ofWord.touched) n += ofWord.isStrong[answer];
			if (!n) n = ofWord.touched.length;
			return weights.base + Math.min(weights.rarest, Math.log(1 + (answers - n + 0.5) / (n + 0.5)));
		}

		// Adds a word of a reading; gives how much it is of the query.
		function addWord({ finds, isSmall }, worth) {
			finds.forEach(addFind);
			inText.touched.forEach(addText);
			const rare = rarity() * (isSmall ? weights.small : 1) * (finds.length ? 1 : weights.nowhere);
			for (const answer of ofWord.touched) {
				touch(ofReading, answer);
				ofReading.sum[answer] += rare * ofWord.best[answer] * worth;
				ofReading.held[answer] += rare * Math.pow(ofWord.counts[answer], weights.bent);
				ofReading.titled[answer] += rare * Math.pow(ofWord.titled[answer], weights.bent);
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
					for (const name of NAMES) ofPiece[name][answer] = ofReading[name][answer];
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
		// Rounded, so that a last digit of a logarithm decides nothing.
		return ofAll.touched.map((answer) => {
			const cover = total ? ofAll.held[answer] / total : 0;
			const titled = total ? ofAll.titled[answer] / total : 0;
			const gain = 1 + weights.whole * Math.pow(cover, weights.wholly) + weights.full * Math.pow(titled, weights.fuller);
			return {
				answer, cover, score: Math.round(ofAll.sum[answer] * Math.pow(cover, weights.cover) * gain * 1e6) / 1e6,
				languages: ofAll.languages[answer], isSimilar: !ofAll.isSure[answer],
				readings: chosen.map((choice) => choice[answer]),
			};
		}).filter(({ cover, score }) => score > 0 && cover >= weights.least)
			.sort((a, b) => b.score - a.score || a.answer - b.answer);
	};
})();
