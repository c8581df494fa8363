// What the words of a query may mean: as typed, typed with another keyboard layout on, Latin letters for Cyrillic ones; and
// how near a misspelt word is to another. Pure: nothing here knows the page or the network.
var komek = komek || {};
(function () {
	"use strict";

	const WAYS = 8; // to read one word in Latin letters

	const isLatin = (text) => /[a-z]/i.test(text);
	const isCyrillic = (text) => /[\u0400-\u052f]/.test(text);

	// komek.reader(tables, analysis, stems).read(query) gives a list of pieces of the query, which spaces part, each a list of
	// its readings {way, text, worth, words: [{word, isSmall, isSkeleton}]}; way is "typed", "layout" or "latin"; the first
	// reading is as typed.
	komek.reader = function (tables, analysis, stems) {
		const layouts = [0, 1].map((layout) => new Map(tables.layouts.filter((row) => row[0] <= layout)
			.flatMap(([, from, to]) => Array.from(from, (sign, i) => [sign, Array.from(to)[i]]))));
		const english = new Map(Array.from(layouts[0], ([sign, letter]) => [letter, sign]).reverse());
		const small = new Set(tables.small.join(" ").split(" "));
		const latin = tables.latin.map(([typed, meant]) => [typed, meant.split("|")]);
		const typed = new Set(latin.map(([letters]) => letters));

		const typedOn = (layout, text) => Array.from(text, (sign) => layout.get(sign) || sign).join("");
		const isSmall = (word) => small.has(stems.skeleton(word)) || small.has(word);

		function wordsOf(text) {
			const found = analysis.words(text);
			// An ending behind a hyphen, as on abbreviations: ИИН-ім.
			const words = found.filter(({ word, from }, i) =>
				!(i > 0 && text.slice(found[i - 1].to, from) === "-" && isEnding(word)));
			return words.map(({ word }) => ({ word, isSmall: isSmall(word) }));
		}

		// What endings alone would be: of a stem that fits them all nothing else is left.
		function isEnding(word) {
			if (word.length > 6 || !isCyrillic(word)) return false;
			return ["каркар", "карка", "керкер", "керке"].some((stem) => stems.key("kk", stem + word) === stems.key("kk", stem));
		}

		// A sign as a small letter without its mark, but for those that a row names.
		function plain(sign) {
			const letters = typed.has(sign) ? null : analysis.letters(sign.codePointAt(0));
			return letters === null ? sign : letters;
		}

		// Latin letters as the skeletons of Cyrillic words.
		function fromLatin(text) {
			let ways = [""];
			let rest = Array.from(text, plain).join("");
			while (rest) {
				const row = latin.find(([letters]) => rest.startsWith(letters));
				const meant = row ? row[1] : [rest[0]];
				ways = ways.flatMap((way) => meant.map((letters) => way + letters)).slice(0, WAYS);
				rest = rest.slice(row ? row[0].length : 1);
			}
			return ways;
		}

		function readingsOf(piece) {
			const readings = [];
			const seen = new Set();
			function add(way, text, isSkeleton) {
				const words = wordsOf(text).map((each) => Object.assign(each, { isSkeleton }));
				const joined = words.map(({ word }) => word).join(" ");
				if (readings.length && (!words.length || seen.has(joined))) return;
				seen.add(joined);
				readings.push({ way, text, worth: way === "typed" ? 1 : tables.weights[way], words });
			}
			add("typed", piece, false);
			// "was" is no вас.
			if (readings[0].words.length && readings[0].words.every((each) => each.isSmall)) return readings;
			if (isLatin(piece) || /[\d[\];',.=/-]/.test(piece)) {
				for (const layout of layouts) {
					const meant = typedOn(layout, piece);
					if (isCyrillic(meant) && /[^\d.,:;!?-]/.test(piece)) add("layout", meant, false);
				}
			}
			if (isLatin(piece) && !isCyrillic(piece))
				for (const way of fromLatin(piece)) add("latin", way, true);
			if (isCyrillic(piece) && !isLatin(piece)) {
				const meant = typedOn(english, piece);
				if (!isCyrillic(meant)) add("layout", meant, false);
			}
			return readings;
		}

		return { read: (query) => query.split(/\s+/).filter((piece) => analysis.words(piece).length || typedOn(layouts[1], piece) !== piece)
			.map(readingsOf).filter((readings) => readings.some(({ words }) => words.length)) };
	};

	// How many letters of one text another lacks, at least: each of them is an edit. Most words are told apart by this alone.
	function lacking(stem, word) {
		let there = 0;
		let missing = 0;
		for (let i = 0; i < word.length; i++) there |= 1 << (word.charCodeAt(i) & 31);
		for (let i = 0; i < stem.length; i++) missing |= 1 << (stem.charCodeAt(i) & 31);
		let n = 0;
		for (missing &= ~there; missing; missing &= missing - 1) n++;
		return n;
	}

	// How many letters must be changed, added, left out or exchanged with their neighbour until a word begins with `stem`:
	// [edits, letters of the word behind it], the cheapest, a letter behind at a quarter of an edit; null where more than
	// `most` must. In UTF-16 units. A letter that has moved further than `most` costs more than that: only the cells within it
	// are filled, with one that costs FAR on either side.
	const LONGEST = 64;
	const FAR = 200;
	const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST + 2));

	komek.edits = function (stem, word, most) {
		const n = stem.length;
		const m = word.length;
		if (n > m + most || n > LONGEST || m > LONGEST) return null;
		if (lacking(stem, word) > most) return null;
		let [before, last, row] = rows;
		for (let k = 0; k <= m && k <= most; k++) row[k] = k;
		row[most + 1] = FAR;
		for (let i = 1; i <= n; i++) {
			[before, last, row] = [last, row, before];
			const letter = stem.charCodeAt(i - 1);
			const from = Math.max(1, i - most);
			const to = Math.min(m, i + most);
			let least = i;
			row[from - 1] = from === 1 ? i : FAR;
			for (let k = from; k <= to; k++) {
				let edits = Math.min(last[k] + 1, row[k - 1] + 1, last[k - 1] + (letter === word.charCodeAt(k - 1) ? 0 : 1));
				if (i > 1 && k > 1 && letter === word.charCodeAt(k - 2) && stem.charCodeAt(i - 2) === word.charCodeAt(k - 1))
					edits = Math.min(edits, before[k - 2] + 1);
				row[k] = edits;
				if (edits < least) least = edits;
			}
			row[to + 1] = FAR;
			if (least > most) return null;
		}
		let best = null;
		for (let k = Math.max(0, n - most); k <= m && k <= n + most; k++)
			if (row[k] <= most && (!best || row[k] + (m - k) / 4 < best[0] + best[1] / 4)) best = [row[k], m - k];
		return best;
	};
})();
