// The search page: asks the index and shows what it found. All text goes in as text, never as markup.
(function () {
	"use strict";

	const form = document.querySelector("main form[data-komek-search]");
	if (!form) return;
	const input = form.querySelector("input[type=search]");
	const results = document.querySelector("[data-komek-results]");
	const status = document.querySelector("[role=status]");
	const lang = document.documentElement.lang;
	const SHOWN = 20;
	const QUIET = 400; // milliseconds without a key before the count is said and the address follows
	const LONGEST = 1000; // signs of a query that the address keeps

	function element(name, className, ...children) {
		const made = document.createElement(name);
		if (className) made.className = className;
		made.append(...children);
		return made;
	}

	// A text as nodes, with <mark> around the marked pieces.
	function marked(text, marks) {
		const nodes = [];
		let at = 0;
		for (const [from, to] of marks) {
			nodes.push(text.slice(at, from), element("mark", "", text.slice(from, to)));
			at = to;
		}
		return [...nodes, text.slice(at)];
	}

	// ---- one result ----

	function resultOf(hit, { analysis, words }) {
		const link = element("a", "", ...marked(hit.title, komek.marks(analysis, hit.title, words)));
		link.href = hit.url;
		const item = element("li", "", link);
		if (hit.lang !== lang) {
			link.lang = hit.lang;
			const name = element("span", "language", hit.name);
			name.lang = hit.lang;
			item.append(" ", name);
		}
		item.append(element("p", "where", hit.section));
		item.setAttribute("data-komek-result", "");
		item.setAttribute("data-id", hit.id);
		return item;
	}

	// The summary; or, where the words stand only further below, the piece of the text that holds them.
	async function snippetOf(hit, { analysis, words }) {
		const inTitle = komek.marks(analysis, hit.title, words).length > 0;
		const marks = komek.marks(analysis, hit.summary, words);
		if (!hit.isThere || (hit.summary && (inTitle || marks.length))) return marked(hit.summary, marks);
		const text = await komek.reading(hit).catch(() => "");
		const inText = komek.marks(analysis, text, words);
		if (!inText.length) return marked(hit.summary, marks);
		const piece = komek.cut(text, inText);
		return marked(piece.text, piece.marks);
	}

	function show(found) {
		results.textContent = "";
		for (const hit of found.hits) {
			const item = resultOf(hit, found);
			const snippet = element("p", "snippet", hit.summary);
			if (hit.lang !== lang) snippet.lang = hit.lang;
			item.append(snippet);
			results.append(item);
			snippetOf(hit, found).then((nodes) => {
				snippet.textContent = "";
				snippet.append(...nodes);
			});
		}
	}

	// ---- what is said beside the results ----

	function countOf(n) {
		const forms = { one: results.dataset.one, few: results.dataset.few };
		const form = Intl.PluralRules ? new Intl.PluralRules(lang).select(n) : "many"; // Safari has it from 13 on
		return n ? (forms[form] || results.dataset.many).replace("#", n) : results.dataset.none;
	}

	// The address, so that the query survives a reload and a way back; the same query in the other languages.
	function follow(query) {
		const search = query ? `?q=${encodeURIComponent(wellFormed(query.slice(0, LONGEST)))}` : "";
		try {
			history.replaceState(null, "", search || location.pathname);
		} catch (e) {
			// Some browsers refuse it for files, or when it comes too often: the results stand all the same.
		}
		for (const link of document.querySelectorAll(".languages a[hreflang]"))
			link.href = link.getAttribute("href").replace(/\?.*|$/, search);
	}

	// encodeURIComponent throws at half a pair of surrogates.
	const wellFormed = (text) => Array.from(text, (sign) => /^[\ud800-\udfff]$/.test(sign) ? "\ufffd" : sign).join("");

	// ---- the flow ----

	let number = 0; // of the newest query: the answer to an older one is dropped
	let quiet = 0;

	async function answer(query) {
		const mine = ++number;
		const isBlank = !query.trim();
		let said = "";
		clearTimeout(quiet);
		if (!isBlank && !results.hasChildNodes()) status.textContent = results.dataset.loading;
		try {
			const found = await komek.find(query, { lang, limit: SHOWN });
			if (mine !== number) return;
			show(found);
			said = isBlank ? "" : countOf(found.hits.length);
		} catch (e) {
			if (mine !== number) return;
			results.textContent = "";
			said = results.dataset.failed;
		}
		results.dataset.query = query;
		if (status.textContent === results.dataset.loading) status.textContent = said;
		quiet = setTimeout(() => {
			status.textContent = said;
			follow(query);
		}, QUIET);
	}

	form.addEventListener("submit", (event) => {
		event.preventDefault();
		answer(input.value);
	});
	input.addEventListener("input", () => answer(input.value));

	const asked = new URLSearchParams(location.search).get("q") || "";
	if (asked) input.value = asked;
	answer(input.value);
})();
