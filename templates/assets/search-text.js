// The words of a text, as the index has them: the same steps as generator/search/analysis.c, by the rows of letters.def
// that the index carries. Nothing here knows the page or the network.
var komek = komek || {};
(function () {
	"use strict";

	// What one code point becomes: a string of letters, "" where it leaves nothing, null where it ends a word.
	function fold(rows, rest, c) {
		for (const [kind, first, second, distance] of rows) {
			if (c < first) continue;
			if (kind === "ROW") {
				const letter = second[c - first];
				if (letter !== undefined) return letter === " " ? null : letter;
			} else if (kind === "LONG") {
				if (c === first) return second;
			} else if (c <= second) {
				if (kind === "SHIFT") return String.fromCodePoint(c + distance);
				if (kind === "PAIRS") return String.fromCodePoint(c + ((c - first + 1) % 2));
				if (kind === "DROP") return "";
				if (kind === "NONE") return null;
			}
		}
		return c >= rest ? String.fromCodePoint(c) : null;
	}

	const isDigit = (letter) => letter >= "0" && letter <= "9";

	// komek.analysis(tables).words(text) gives [{word, from, to}], from and to in UTF-16 units of the text; letters(code point)
	// what it is compared as: "" where it leaves nothing, null where it ends a word.
	komek.analysis = function (tables) {
		const of = (kind) => tables.letters.filter((row) => row[0] === kind);
		const ranges = tables.letters.filter((row) => !/^(?:JOIN|QUOTE|BETWEEN)$/.test(row[0]))
			.map(([kind, first, second, distance]) => [kind, first, kind === "ROW" ? Array.from(second) : second, distance]);
		const quotes = new Set(of("QUOTE").map((row) => row[1]));
		const joins = new Map(of("JOIN").map(([, letter, mark, result]) => [
			String.fromCodePoint(letter, mark), String.fromCodePoint(result)]));
		const between = new Map(of("BETWEEN").map(([, letter, result]) => [
			String.fromCodePoint(letter), String.fromCodePoint(result)]));
		const known = new Map();

		function folded(c) {
			let letters = known.get(c);
			if (letters === undefined) {
				letters = fold(ranges, tables.rest, c);
				if (c < 0x2100) known.set(c, letters);
			}
			return letters;
		}

		function spelled(letters) {
			for (let i = 1; i + 1 < letters.length; i++)
				if (isDigit(letters[i - 1]) && isDigit(letters[i + 1]) && between.has(letters[i]))
					letters[i] = between.get(letters[i]);
			return letters.join("");
		}

		function words(text) {
			const found = [];
			let letters = [];
			let quoted = false; // a quote stands behind the word so far: a letter must follow
			let from = 0;
			let to = 0;
			let at = 0;

			function end() {
				if (letters.length) found.push({ word: spelled(letters), from, to });
				letters = [];
				quoted = false;
			}

			for (const sign of text) {
				const c = sign.codePointAt(0);
				const letter = folded(c);
				const behind = at + sign.length;
				if (letter === "") {
					if (letters.length && !quoted) {
						const last = letters.length - 1;
						letters[last] = joins.get(letters[last] + sign) || letters[last];
						to = behind;
					}
				} else if (letter !== null) {
					if (!letters.length) from = at;
					quoted = false;
					for (const each of letter)
						if (letters.length < tables.longest) letters.push(each);
					to = behind;
				} else if (letters.length && !quoted && quotes.has(c)) {
					quoted = true;
				} else {
					end();
				}
				at = behind;
			}
			end();
			return found;
		}

		return { words, letters: folded };
	};
})();
