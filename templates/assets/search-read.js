// What the words of a query may mean: as typed, typed with another keyboard layout on, Latin letters for Cyrillic ones; and
// how near a misspelt word is to another. Pure: nothing here knows the page or the network.
var komek = komek || {};
(function () {
	"use strict";

	const WORTH = { typed: 1, layout: 0.92, latin: 0.9 };
	const WAYS = 8; // to read one word in Latin letters

	const isLatin = (text) => /[a-z]/i.test(text);
	const isCyrillic = (text) => /[\u0400-\u052f]/.test(text);

	// komek.reader(tables, analysis, stems).read(query) gives a list of pieces of the query, which spaces part, each a list of
	// its readings {worth, words: [{word, isSmall, isSkeleton}]}.
	komek.reader = function (tables, analysis, stems) {
		const layouts = [0, 1].map((layout) => new Map(tables.layouts.filter((row) => row[0] <= layout)
			.flatMap(([, from, to]) => Array.from(from, (sign, i) => [sign, Array.from(to)[i]]))));
		const english = new Map(Array.from(layouts[0], ([sign, letter]) => [letter, sign]).reverse());
		const small = new Set(tables.small.join(" ").split(" "));
		const latin = tables.latin.map(([typed, meant]) => [typed, meant.split("|")]);

		const typedOn = (layout, text) => Array.from(text, (sign) => layout.get(sign) || sign).join("");
		const isSmall = (word) => small.has(stems.skeleton(word)) || small.has(word);

		function wordsOf(text) {
			const found = analysis.words(text);
			// An ending behind a hyphen, as on abbreviations: ИИН-ім.
			const words = found.filter(({ word, from }, i) =>
				!(i > 0 && text.slice(found[i - 1].to, from) === "-" && isEnding(word)));
			return words.map(({ word }) => ({ word, isSmall: isSmall(word), isSkeleton: false }));
		}

		// What endings alone would be: of a stem that fits them all nothing else is left.
		function isEnding(word) {
			if (word.length > 6 || !isCyrillic(word)) return false;
			return ["каркар", "карка", "керкер", "керке"].some((stem) => stems.key("kk", stem + word) === stems.key("kk", stem));
		}

		// Latin letters as the skeletons of Cyrillic words.
		function fromLatin(text) {
			let ways = [""];
			let rest = text.toLowerCase().replace(/i\u0307|\u0131/g, "i").normalize("NFC");
			while (rest) {
				const row = latin.find(([typed]) => rest.startsWith(typed));
				const meant = row ? row[1] : [plain(rest[0])];
				ways = ways.flatMap((way) => meant.map((letters) => way + letters)).slice(0, WAYS);
				rest = rest.slice(row ? row[0].length : 1);
			}
			return ways;
		}

		// A letter with a mark is read as the letter alone.
		function plain(sign) {
			const letter = sign.normalize("NFD")[0];
			const row = letter !== sign && latin.find(([typed]) => typed === letter);
			return row ? row[1][0] : sign;
		}

		function readingsOf(piece) {
			const readings = [{ worth: WORTH.typed, words: wordsOf(piece) }];
			const seen = new Set([words(readings[0])]);
			function words(reading) { return reading.words.map(({ word }) => word).join(" "); }
			function add(worth, found) {
				const reading = { worth, words: found };
				if (!found.length || seen.has(words(reading))) return;
				seen.add(words(reading));
				readings.push(reading);
			}
			if (isLatin(piece) || /[\d[\];',.=/-]/.test(piece)) {
				for (const layout of layouts) {
					const typed = typedOn(layout, piece);
					if (isCyrillic(typed) && /[^\d.,:;!?-]/.test(piece)) add(WORTH.layout, wordsOf(typed));
				}
			}
			if (isLatin(piece) && !isCyrillic(piece))
				for (const way of fromLatin(piece))
					add(WORTH.latin, wordsOf(way).map((each) => Object.assign(each, { isSkeleton: true })));
			if (isCyrillic(piece) && !isLatin(piece)) {
				const typed = typedOn(english, piece);
				if (!isCyrillic(typed)) add(WORTH.layout, wordsOf(typed));
			}
			return readings;
		}

		return { read: (query) => query.split(/\s+/).filter((piece) => analysis.words(piece).length || typedOn(layouts[1], piece) !== piece)
			.map(readingsOf).filter((readings) => readings.some(({ words }) => words.length)) };
	};

	// How many letters must be changed, added, left out or exchanged with their neighbour until a word begins with `stem`: [edits,
	// letters of the word behind it]; null where more than `most` must.
	komek.edits = function (stem, word, most) {
		if (stem.length > word.length + most) return null;
		let before = [];
		let last = [];
		let row = Array.from({ length: word.length + 1 }, (_, i) => i);
		for (let i = 1; i <= stem.length; i++) {
			before = last;
			last = row;
			row = [i];
			let least = i;
			for (let k = 1; k <= word.length; k++) {
				let n = Math.min(last[k] + 1, row[k - 1] + 1, last[k - 1] + (stem[i - 1] === word[k - 1] ? 0 : 1));
				if (i > 1 && k > 1 && stem[i - 1] === word[k - 2] && stem[i - 2] === word[k - 1]) n = Math.min(n, before[k - 2] + 1);
				row.push(n);
				least = Math.min(least, n);
			}
			if (least > most) return null;
		}
		let best = null;
		for (let k = 0; k <= word.length; k++)
			if (row[k] <= most && (!best || row[k] + (word.length - k) / 4 < best[0] + best[1] / 4)) best = [row[k], word.length - k];
		return best;
	};
})();
