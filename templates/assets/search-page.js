// The search page: asks the index and shows what it found. The field is a plain one: the results below it follow what is typed,
// and suggestions on top of them would say the same twice.
(function () {
	"use strict";

	const results = document.querySelector("[data-komek-results]");
	if (!results) return;
	const { element, marked, marks } = komek;
	const { lang } = document.documentElement;
	const say = results.dataset;
	const form = document.querySelector("main form");
	const input = form.querySelector("input");
	const [status, understood, filter, count, more] = ["[role=status]", ".understood", ".filter", ".found", ".further"]
		.map((selector) => document.querySelector(`main ${selector}`));
	const select = filter.querySelector("select");
	const SHOWN = 10; // results at first, and as many more with each press
	const SEEN = 4; // of them in a phone's window
	const QUIET = 500; // milliseconds without a key before the count is said and the address follows
	const HEARD = 5000; // milliseconds that what is said stands
	const REST = 300; // milliseconds without a key before passages are loaded
	const LATE = 250; // milliseconds that results without a summary wait for it

	let number = 0; // of the query asked last: the answer to an older one is dropped
	let rest = 0; // timer

	// ---- one result ----

	function foreign(node, hit) {
		if (hit.lang !== lang) node.lang = hit.lang;
		return node;
	}

	function resultOf({ hit, title, snippet }) {
		const item = element("li", "", foreign(element("a", "", ...marked(hit.title, title)), hit));
		item.firstChild.href = hit.url;
		if (hit.lang !== lang) item.append(" ", foreign(element("span", "language", hit.name), hit));
		if (hit.section) item.append(element("p", "where", hit.section)); // pages are in none
		item.append(foreign(element("p", "snippet", ...marked(snippet.text, snippet.marks)), hit));
		item.setAttribute("data-komek-result", "");
		item.setAttribute("data-id", hit.id);
		return item;
	}

	let passages = null; // what search-passages.js knows, when it is there
	const withPassages = () => komek.index.later("passages").then((made) => (passages = made));

	// A hit with its marks. Where the words stand neither in title nor summary, the best passage of the text takes the place of
	// the summary.
	function viewOf(hit, found) {
		const title = marks(hit.title, hit, found);
		const inSummary = marks(hit.summary, hit, found);
		const isBare = hit.isThere && !(hit.summary && (title.length || inSummary.length));
		const passage = isBare && passages && passages.of(hit, found);
		return { hit, title, isBare, snippet: passage || { text: hit.summary, marks: inSummary } };
	}

	// From one key to the next many results stay as they are: their nodes do, too, which spares a slow phone most of the work.
	let drawn = new Map(); // what stands in a result -> its node

	function draw(views) {
		const before = drawn;
		drawn = new Map();
		let next = results.firstChild;
		views.forEach((view, i) => {
			const { hit, title, snippet } = view;
			const what = [hit.url, title.join(), snippet.text, snippet.marks.join()].join("\n");
			view.item = before.get(what) || resultOf(view);
			view.item.className = i < SEEN ? "" : "later";
			drawn.set(what, view.item);
			if (view.item === next) next = next.nextSibling;
			else results.insertBefore(view.item, next);
		});
		while (next) {
			const gone = next;
			next = gone.nextSibling;
			gone.remove();
		}
	}

	// Passages are loaded when the typing rests.
	function showPassages(views, found) {
		const mine = number;
		const bare = views.filter(({ isBare }) => isBare);
		if (bare.length) withPassages().then(({ show: put }) => put(bare, found, () => mine === number)).catch(() => undefined);
	}

	// What has no summary to keep the place waits a moment for its text.
	function missing(found) {
		const bare = found.hits.filter((hit) => !hit.summary && hit.isThere);
		if (!bare.length) return undefined;
		return Promise.race([withPassages().then(({ load }) => load(bare)).catch(() => undefined),
			new Promise((resolve) => setTimeout(resolve, LATE))]);
	}

	// ---- what is said beside the results ----

	const plurals = Intl.PluralRules ? new Intl.PluralRules(lang) : { select: () => "many" }; // Safari has it from 13 on
	const countOf = (n) => n ? (say[plurals.select(n)] || say.many).replace("#", n) : say.none;

	// As a list to choose from: it takes one line on a phone and one stop of the keyboard, with two sections or thirty. Nobody
	// chooses between two keys: while they follow each other the list stays as it was.
	function fillFilter(sections, section) {
		select.textContent = "";
		select.append(new Option(say.everywhere, ""), ...sections.map(({ name, first, count: n }) =>
			new Option(`${name} (${n})`, first, false, String(first) === section)));
	}

	function clear() {
		draw([]);
		count.textContent = status.textContent = "";
		understood.hidden = filter.hidden = more.hidden = true;
	}

	function show(found, section) {
		const views = found.hits.map((hit) => viewOf(hit, found));
		draw(views);
		const isDraft = results.classList.contains("draft");
		filter.hidden = found.sections.length < 2;
		if (!isDraft) fillFilter(found.sections, section);
		rest = setTimeout(() => {
			results.classList.remove("draft");
			if (isDraft) fillFilter(found.sections, section);
			showPassages(views, found);
		}, REST);
		if (status.textContent) status.textContent = "";
		more.hidden = found.total <= found.hits.length;
		understood.hidden = !found.understood || !found.hits.length;
		if (!understood.hidden) understood.querySelector("b").textContent = found.understood;
		// Where the query is corrected, the line below says what is shown.
		const nearly = understood.hidden ? say.similar : say.inexact;
		count.textContent = found.isSimilar && found.hits.length ? nearly : countOf(found.total);
	}

	// ---- address and history ----

	// An entry of the history is a draft while it is typed: then the next key replaces it. What was sent off, chosen or
	// followed from elsewhere is kept, and "back" comes to it again.
	const here = () => history.state || {};
	const asked = () => {
		const parameters = new URLSearchParams(location.search);
		return { query: (parameters.get("q") || "").slice(0, input.maxLength), section: parameters.get("section") || "", limit: here().limit || SHOWN };
	};
	const searchOf = ({ query, section }) =>
		(query.trim() ? komek.address(query) + (section ? `&section=${encodeURIComponent(section)}` : "") : "");

	function follow(isDraft) {
		const search = searchOf(now);
		const isNew = search !== location.search;
		const isKept = location.search && !here().isDraft;
		const state = { isDraft: isDraft && (isNew || !isKept), limit: now.limit, y: window.pageYOffset };
		try {
			if (isNew && isKept) history.pushState(state, "", search || location.pathname);
			else history.replaceState(state, "", search || location.pathname);
		} catch (e) {
			// Some browsers refuse it for files, or when it comes too often: the results stand all the same.
		}
		for (const link of document.querySelectorAll(".languages a[hreflang]")) link.search = search;
	}

	// ---- the flow ----

	let now = { query: "", section: "", limit: SHOWN }; // what is asked, or was asked last
	let quiet = 0;

	async function find({ query, section, limit }) {
		const found = await komek.find(query, { lang, limit, section: section ? Number(section) : undefined });
		// A section that holds nothing of a new query is no choice any more.
		if (!section || found.sections.some(({ first }) => String(first) === section)) return found;
		now.section = "";
		return komek.find(query, { lang, limit });
	}

	// Resolves to whether the results are drawn.
	async function answer(wanted, isDraft) {
		const mine = ++number;
		now = wanted;
		clearTimeout(quiet);
		clearTimeout(rest);
		if (!now.query.trim()) clear();
		else if (!results.hasChildNodes()) count.textContent = say.loading;
		try {
			if (now.query.trim()) {
				const found = await find(now);
				await missing(found);
				if (mine !== number) return false;
				show(found, now.section);
			}
		} catch (e) {
			if (mine !== number) return false;
			clear();
			count.textContent = say.failed;
		}
		say.query = now.query;
		quiet = setTimeout(() => {
			status.textContent = `${count.textContent} ${understood.hidden ? "" : understood.textContent}`.trim();
			// Once heard it is gone: who reads on finds the same above the results.
			quiet = setTimeout(() => (status.textContent = ""), HEARD);
			follow(isDraft);
		}, QUIET);
		return true;
	}

	async function restore() {
		const { y } = here();
		const wanted = asked();
		if (wanted.query === now.query && wanted.section === now.section && say.query !== undefined) return;
		input.value = wanted.query;
		results.classList.remove("draft");
		if ((await answer(wanted, here().isDraft)) && y) window.scrollTo(0, y);
	}

	form.addEventListener("submit", async (event) => {
		event.preventDefault();
		if (await answer({ query: input.value, section: now.section, limit: SHOWN }, false)) follow(false);
	});
	input.addEventListener("input", () => {
		results.classList.add("draft");
		answer({ query: input.value, section: now.section, limit: SHOWN }, true);
	});
	select.addEventListener("change", async () => {
		if (await answer({ query: now.query, section: select.value, limit: SHOWN }, false)) follow(false);
	});
	more.addEventListener("click", async () => {
		const before = results.children.length;
		if (!(await answer({ ...now, limit: now.limit + SHOWN }, here().isDraft))) return;
		if (results.children[before]) results.children[before].firstChild.focus();
	});
	// What every page has comes last: the first results do not wait for it.
	function loadRest() {
		const script = element("script");
		script.src = say.script;
		document.head.append(script);
	}

	// Who comes back from an answer finds the same results at the same place.
	document.addEventListener("click", ({ target }) => {
		if (target.closest("a")) follow(here().isDraft);
	});
	window.addEventListener("popstate", restore);

	komek.ready.catch(() => undefined);
	form.hidden = false;
	restore().then(loadRest);
})();
