// What the search page and the suggestions draw alike: the words of a text that a query found,
// and both as nodes. All text goes in as text, never as markup.
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

	const LONGEST = 1000; // signs of a query that an address keeps

	// The query as an address has it. encodeURIComponent throws at half a pair of surrogates.
	komek.address = function (query) {
		const signs = Array.from(query.slice(0, LONGEST), (sign) => (/^[\ud800-\udfff]$/.test(sign) ? "\ufffd" : sign));
		return `?q=${encodeURIComponent(signs.join(""))}`;
	};
})();
