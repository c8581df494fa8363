// What the search page and the suggestions draw alike: the words of a text that a query found, the passage that shows most of
// them, and both as nodes. All text goes in as text, never as markup.
var komek = komek || {};
(function () {
	"use strict";

	komek.element = function (name, className, ...children) {
		const made = document.createElement(name);
		if (className) made.className = className;
		made.append(...children);
		return made;
	};

	// The same texts come again with each key.
	const known = new Map();
	function wordsOf(text, analysis) {
		if (!known.has(text)) {
			if (known.size > 500) known.clear();
			known.set(text, analysis.words(text));
		}
		return known.get(text);
	}

	// Where a text holds words that a query found, as [from, to, word]: those of the index that the hit was found by, inflected
	// and mistyped ones too; and what begins like the query's last word, which may not be all typed yet.
	komek.marks = function (text, hit, { analysis, words }) {
		const found = new Set([...words, ...hit.words]);
		const last = words[words.length - 1] || ""; // a letter in another layout may be a sign that is no word
		return wordsOf(text, analysis)
			.filter(({ word }) => found.has(word) || (last.length > 1 && word.startsWith(last)))
			.map(({ word, from, to }) => [from, to, word]);
	};

	// A text as nodes, with <mark> around the marked pieces.
	komek.marked = function (text, marks) {
		const nodes = [];
		let at = 0;
		for (const [from, to] of marks) {
			nodes.push(text.slice(at, from), komek.element("mark", "", text.slice(from, to)));
			at = to;
		}
		return [...nodes, text.slice(at)];
	};

	const LONG = 200; // signs of a passage at most, about
	const BEFORE = 60; // of them before the first mark
	const SHORT = 80; // a block with fewer signs (a heading) brings the next one with it
	const SAME = 5; // words that begin with as many same letters are taken for forms of one

	// The first mark of the passage that shows most: each word once, long words more, since they say more.
	function bestOf(text, marks) {
		let best = marks[0];
		let most = 0;
		marks.forEach(([from], i) => {
			const end = Math.min(from + LONG - BEFORE, lineEnd(text, from));
			const seen = new Set();
			let worth = 0;
			for (let k = i; k < marks.length && marks[k][1] <= end; k++) {
				const start = marks[k][2].slice(0, SAME);
				if (!seen.has(start)) worth += marks[k][2].length;
				seen.add(start);
			}
			if (worth > most) {
				most = worth;
				best = marks[i];
			}
		});
		return best;
	}

	// The end of the line that a place lies in.
	function lineEnd(text, at) {
		const end = text.indexOf("\n", at);
		return end < 0 ? text.length : end;
	}

	// The best passage of a text with one line a block, {text, marks}: cut at spaces, the marks moved with it.
	komek.cut = function (text, marks, most = LONG) {
		const long = Math.max(Math.min(most, LONG), BEFORE + SHORT);
		const [first, firstEnd] = bestOf(text, marks);
		const start = text.lastIndexOf("\n", first) + 1;
		let stop = lineEnd(text, first);
		while (stop - start < SHORT && stop < text.length && most >= LONG) stop = lineEnd(text, stop + 1);
		let from = start;
		let to = stop;
		if (stop - start > long && first - start > BEFORE) {
			const space = text.indexOf(" ", first - BEFORE);
			from = space < 0 || space > first ? first : space + 1;
		}
		if (stop - from > long) to = Math.max(text.lastIndexOf(" ", from + long), firstEnd);
		const before = from > start ? "… " : "";
		return {
			text: before + text.slice(from, to) + (to < stop ? " …" : ""),
			marks: marks.filter((mark) => mark[0] >= from && mark[1] <= to)
				.map((mark) => [mark[0] - from + before.length, mark[1] - from + before.length]),
		};
	};

	const LONGEST = 1000; // signs of a query that an address keeps

	// The query as an address has it. encodeURIComponent throws at half a pair of surrogates.
	komek.address = function (query) {
		const signs = Array.from(query.slice(0, LONGEST), (sign) => (/^[\ud800-\udfff]$/.test(sign) ? "\ufffd" : sign));
		return `?q=${encodeURIComponent(signs.join(""))}`;
	};
})();
