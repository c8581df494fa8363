// Suggestions under the search box of a page, after the pattern of a combobox with a list: the focus stays in the text, the
// arrows point at a suggestion. The search page has no such box: there the results themselves follow what is typed.
(function () {
	"use strict";

	const input = document.querySelector("input[role=combobox]");
	if (!input || !window.komek || !komek.find) return; // the search itself did not come: the next focus asks for both again
	const { element, marked, marks, address } = komek;
	const { lang } = document.documentElement;
	const { form } = input;
	const MOST = 6;
	const QUIET = 700; // milliseconds without a key before the number of suggestions is said

	const list = element("div", "suggestions");
	list.id = "suggestions";
	list.hidden = true;
	list.setAttribute("role", "listbox");
	list.setAttribute("aria-label", form.dataset.suggestions);
	const status = element("p", "heard");
	status.setAttribute("role", "status");
	// Next to the input: who explores by touch finds the suggestions behind it.
	input.after(list, status);
	input.setAttribute("aria-controls", list.id);

	let number = 0; // of the newest query: the answer to an older one is dropped
	let quiet = 0;
	let active = -1; // the suggestion that is pointed at

	function point(i) {
		if (active >= 0) list.children[active].setAttribute("aria-selected", "false");
		active = i;
		if (i < 0) return input.removeAttribute("aria-activedescendant");
		const option = list.children[i];
		option.setAttribute("aria-selected", "true");
		input.setAttribute("aria-activedescendant", option.id);
		const { top, bottom } = option.getBoundingClientRect();
		if (top < 0 || bottom > window.innerHeight) option.scrollIntoView(false);
	}

	function open(isOpen) {
		list.hidden = !isOpen;
		input.setAttribute("aria-expanded", String(isOpen));
	}

	function say(text) {
		clearTimeout(quiet);
		status.textContent = "";
		if (text) quiet = setTimeout(() => (status.textContent = text), QUIET);
	}

	function close() {
		number++;
		say("");
		point(-1);
		open(false);
	}

	// A link, so that it can be opened in another tab, too.
	function optionOf(url, children, i) {
		const option = element("a", "", ...children);
		option.id = `suggestion-${i + 1}`;
		option.href = url;
		option.tabIndex = -1;
		option.setAttribute("role", "option");
		option.setAttribute("aria-selected", "false");
		return option;
	}

	function suggestionOf(hit, found, i) {
		const title = element("span", "", ...marked(hit.title, marks(hit.title, hit, found)));
		if (hit.lang === lang) return optionOf(hit.url, [title], i);
		const name = element("span", "language", hit.name);
		title.lang = name.lang = hit.lang;
		return optionOf(hit.url, [title, " ", name], i);
	}

	function show(query, found) {
		point(-1);
		list.textContent = "";
		const [before, behind] = form.dataset.all.split("#");
		list.append(
			...found.hits.map((hit, i) => suggestionOf(hit, found, i)),
			optionOf(form.action + address(query), [before, element("b", "", query.slice(0, 100)), behind], found.hits.length));
		open(true);
		say(`${form.dataset.suggestions}: ${found.hits.length}`);
	}

	async function ask() {
		const mine = ++number;
		const query = input.value.trim();
		let found = { hits: [] };
		try {
			if (query) found = await komek.find(query, { lang, limit: MOST });
		} catch (e) {
			// The form works without suggestions.
		}
		if (mine !== number) return;
		if (found.hits.length) show(query, found);
		else close();
	}

	// From the text through the suggestions and back to the text.
	async function step(by) {
		if (list.hidden) await ask();
		const count = list.hidden ? 0 : list.children.length + 1;
		if (count) point(((active + 1 + by + count) % count) - 1);
	}

	function escape() {
		if (list.hidden) input.value = "";
		close();
	}

	const keys = {
		ArrowDown: () => step(1),
		ArrowUp: () => step(-1),
		Escape: escape,
		Enter: () => list.children[active].click(),
	};

	input.addEventListener("keydown", (event) => {
		const { key } = event;
		if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
		if (/^(?:Home|End|ArrowLeft|ArrowRight)$/.test(key)) point(-1);
		else if (keys.hasOwnProperty(key) && (key !== "Enter" || active >= 0)) {
			event.preventDefault();
			keys[key]();
		}
	});
	input.addEventListener("input", ask);
	// A press on a suggestion leaves the focus in the text. Not the loss of focus closes the list, but what is turned to instead:
	// who puts away the keyboard of a phone wants to see more of it.
	list.addEventListener("mousedown", (event) => event.preventDefault());
	const leave = ({ target }) => {
		if (target !== input && !list.contains(target)) close();
	};
	document.addEventListener("focusin", leave);
	document.addEventListener("mousedown", leave);
	window.addEventListener("pagehide", close);

	if (document.activeElement === input) ask();
})();
