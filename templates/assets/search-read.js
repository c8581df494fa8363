// What the words of a query may mean: as typed, typed with another keyboard layout on, Latin letters for Cyrillic ones.
// Pure: nothing here knows the page or the network.
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
})();
