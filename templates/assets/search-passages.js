// Passages: of a result whose title and summary show no word of the query, the piece of its text that shows most. Loaded when the
// typing rests, or with the first result that has no summary.
(function () {
	"use strict";

	const { marks, marked } = komek;
	const MOST = 4; // results for which a text is loaded

	const texts = new Map(); // what can be read of a hit, as far as it was loaded

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
	function cut(text, marks, most = LONG) {
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
	}

	// The passage of a hit, {text, marks}; null where its text is not here or shows nothing.
	function of(hit, found, most) {
		const text = texts.get(hit.url);
		const inText = text === undefined ? [] : marks(text, hit, found);
		return inText.length ? cut(text, inText, most) : null;
	}

	// Loads the texts of the first hits that have none. A text that cannot be loaded is missed by nobody.
	const load = (hits, then = () => undefined) =>
		Promise.all(hits.filter(({ url }) => !texts.has(url)).slice(0, MOST).map((hit) =>
			komek.reading(hit).then((text) => {
				texts.set(hit.url, text);
				then(hit);
			}).catch(() => undefined)));

	// Loads the texts of results that are drawn, {hit, item}, and puts their passages into the place that the summaries had:
	// nothing moves under a reader's finger. What has no summary keeps no place: its passage comes with the next drawing.
	function show(views, found, isCurrent) {
		load(views.map(({ hit }) => hit), (hit) => {
			const passage = isCurrent() && hit.summary && of(hit, found, hit.summary.length);
			if (!passage) return;
			const node = views.find((view) => view.hit === hit).item.querySelector(".snippet");
			node.style.height = `${node.getBoundingClientRect().height}px`;
			node.textContent = "";
			node.append(...marked(passage.text, passage.marks));
		});
	}

	// In a window of another size lines end elsewhere.
	addEventListener("resize", () => document.querySelectorAll(".snippet").forEach((node) => (node.style.height = "")));

	komek.part("passages", { cut, of, load, show });
})();
