// On every page: remembers the language that was read last, keeps the step or part that is being read when the language
// is switched (its id is the same in every language), and shows the search form where search can work. On the root page:
// offers the last language first, and takes away the words for who opened the page alone, inside an archive: this script
// would not be there. Closes the reading settings, adds what copies the link to a step, and loads what composes a letter.
(function () {
	"use strict";
	var KEY = "komek.language";
	var kind = document.querySelector('meta[name="komek:kind"]').content;

	// Some browsers throw where storage is switched off.
	function remembered() {
		try {
			return localStorage.getItem(KEY);
		} catch (e) {
			return null;
		}
	}

	function remember(language) {
		try {
			localStorage.setItem(KEY, language);
		} catch (e) {
			// Nothing depends on it.
		}
	}

	function offerFirst(language) {
		var list = document.getElementById("languages");
		var items = list.querySelectorAll("[data-language]");
		for (var i = 0; i < items.length; i++)
			if (items[i].getAttribute("data-language") === language) list.insertBefore(items[i], list.firstChild);
	}

	function removeUnpack() {
		var words = document.getElementById("unpack");
		if (words) words.parentNode.removeChild(words);
	}

	// Ids that are the same in every language.
	function isPlace(element) {
		return element.className === "entry" || /(^|-)(step|part)-\d/.test(element.id);
	}

	// The step, part or answer at the top of the window, where the sheet lets anchors land; before anybody has scrolled
	// away from what the address names, that.
	function readingAt() {
		var parts = document.querySelectorAll("main [id]");
		var found = "";
		for (var i = 0; i < parts.length && window.pageYOffset > 0; i++) {
			var y = isPlace(parts[i]) ? parts[i].getBoundingClientRect().top : Infinity;
			var named = "#" + parts[i].id === location.hash && y >= 0 && y < window.innerHeight;
			if (named) return location.hash;
			if (y < (parseFloat(getComputedStyle(parts[i]).scrollMarginTop) || 0) + 16) found = parts[i].id;
		}
		return found ? "#" + found : location.hash;
	}

	function keepPlace(event) {
		var link = event.target.closest ? event.target.closest(".languages a") : null;
		if (link) link.hash = readingAt();
	}

	// The script of the search comes when a reader turns to the form: no page pays for it before.
	function loadOnFocus(form) {
		var address = form.getAttribute("data-komek-search");
		function load() {
			var script = document.createElement("script");
			form.removeEventListener("focusin", load);
			script.src = address;
			script.onerror = function () {
				document.head.removeChild(script);
				form.addEventListener("focusin", load); // the next focus tries again
			};
			document.head.appendChild(script);
		}
		if (address) form.addEventListener("focusin", load);
	}

	// The form is hidden until here, and a link to all questions stands in its place. Browsers without noModule are older
	// than the language that the search is written in.
	function showSearch() {
		var forms = document.querySelectorAll("[data-komek-search]");
		var links = document.querySelectorAll("[data-komek-instead]");
		for (var i = 0; i < forms.length; i++) {
			forms[i].hidden = false;
			loadOnFocus(forms[i]);
		}
		for (var j = 0; j < links.length; j++) links[j].hidden = true;
	}

	// ---- the reading settings: what is chosen keeps assets/inline/reading.js ----

	function settings() {
		return document.querySelector("header .reading[open]");
	}

	// They lie over the text, so they go when the reader turns to anything else.
	function leaveSettings(event) {
		var open = settings();
		if (open && !open.contains(event.target)) open.open = false;
	}

	function escape(event) {
		var open = settings();
		if (event.key !== "Escape") return;
		if (open) {
			open.open = false;
			open.firstElementChild.focus();
		} else if (told && told.querySelector("input")) closeField();
	}

	// ---- the link to a step or a part ----

	var told = document.querySelector(".told");
	var current = null;
	var asked = null;
	var fading = 0;

	function tell(nodes) {
		clearTimeout(fading);
		told.textContent = "";
		for (var i = 0; i < nodes.length; i++) told.appendChild(nodes[i]);
	}

	function make(name, attributes, text) {
		var element = document.createElement(name);
		for (var key in attributes) element.setAttribute(key, attributes[key]);
		if (text) element.textContent = text;
		return element;
	}

	function closeField() {
		tell([]);
		if (asked) asked.focus();
	}

	// Where there is no clipboard (plain http, a browser inside another application).
	function offerField(url) {
		var label = make("label", {}, told.getAttribute("data-field") + " ");
		var field = make("input", { type: "text", readonly: "", value: url });
		var close = make("button", { type: "button" }, told.getAttribute("data-close"));
		close.addEventListener("click", closeField);
		label.appendChild(field);
		tell([label, close]);
		field.focus();
		field.select();
	}

	function sayCopied() {
		tell([make("p", {}, told.getAttribute("data-done"))]);
		fading = setTimeout(tell, 8000, []);
	}

	function copy(button) {
		var url = location.href.replace(/[?#].*/, "") + "#" + button.parentNode.id;
		asked = button;
		if (!navigator.clipboard || !navigator.clipboard.writeText) return offerField(url);
		navigator.clipboard.writeText(url).then(sayCopied, function () {
			offerField(url);
		});
	}

	// A chain of two links.
	function sign() {
		var space = "http://www.w3.org/2000/svg";
		var svg = document.createElementNS(space, "svg");
		var path = document.createElementNS(space, "path");
		svg.setAttribute("viewBox", "0 0 24 24");
		svg.setAttribute("aria-hidden", "true");
		path.setAttribute("d", "M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1");
		svg.appendChild(path);
		return svg;
	}

	function nameOf(place) {
		var step = /(?:^|-)step-(?:\d+-)?(\d+)$/.exec(place.id);
		return told.getAttribute(step ? "data-step" : "data-part").replace("#", function () {
			return step ? step[1] : place.textContent.trim();
		});
	}

	function addCopy(place) {
		var name = nameOf(place);
		var button = make("button", { type: "button", class: "copy", "aria-label": name, title: name });
		if (place.closest("[lang]") !== document.documentElement) button.lang = document.documentElement.lang;
		button.appendChild(sign());
		place.appendChild(button);
	}

	// The sheet shows the button of the step that has the pointer or the focus. A finger has neither, nor has the reader who
	// came here by searching in the page: there the step that was touched or has the selection is the current one.
	function makeCurrent(node) {
		var element = node && (node.closest ? node : node.parentNode);
		var place = element && element.closest ? element.closest("main [id]") : null;
		if (!place || place === current || !place.querySelector(".copy")) return;
		if (current) current.classList.remove("current");
		current = place;
		current.classList.add("current");
	}

	function addCopies() {
		var places = document.querySelectorAll("main [id]");
		for (var i = 0; i < places.length; i++) if (/(^|-)(step|part)-\d/.test(places[i].id)) addCopy(places[i]);
	}

	function click(event) {
		var button = event.target.closest(".copy");
		leaveSettings(event);
		makeCurrent(event.target);
		if (button) copy(button);
	}

	// ---- the letter to support: a link to mail until its scripts have come ----

	function load(url, failed) {
		var script = make("script", { src: url });
		script.async = false;
		script.onerror = failed;
		document.head.appendChild(script);
	}

	function openLetter(event) {
		var link = event.currentTarget;
		var script = link.getAttribute("data-komek-letter");
		var letter = document.querySelector(".letter");
		var open = link.getAttribute("aria-expanded") === "false";
		function mail() {
			location.href = link.href;
		}
		event.preventDefault();
		link.setAttribute("aria-expanded", open);
		if (letter) letter.hidden = !open;
		else if (script) {
			link.removeAttribute("data-komek-letter");
			load(script, mail);
			load(link.getAttribute("data-words"), mail);
		}
	}

	// What opens something on the page is a button, to the ear and to the keyboard.
	function prepareLetter(link) {
		link.setAttribute("role", "button");
		link.setAttribute("aria-expanded", "false");
		link.addEventListener("click", openLetter);
		link.addEventListener("keydown", function (event) {
			if (event.key === " ") openLetter(event);
		});
	}

	function addConveniences() {
		var letters = document.querySelectorAll("[data-komek-letter]");
		for (var i = 0; i < letters.length; i++) prepareLetter(letters[i]);
		if (told) addCopies();
		document.addEventListener("click", click);
		document.addEventListener("focusin", leaveSettings);
		document.addEventListener("keydown", escape);
		document.addEventListener("selectionchange", function () {
			var selection = getSelection();
			if (!selection.isCollapsed) makeCurrent(selection.anchorNode);
		});
	}

	document.addEventListener("click", keepPlace);
	if ("noModule" in HTMLScriptElement.prototype) {
		showSearch();
		addConveniences();
	}
	if (kind === "root") {
		removeUnpack();
		offerFirst(remembered());
	} else remember(document.documentElement.lang);
})();
