// On every page: remembers the language that was read last, keeps the step or part that is being read when the language
// is switched (its id is the same in every language), and shows the search form where search can work. On the root page:
// offers the last language first, and takes away the words for who opened the page alone, inside an archive: this script
// would not be there. Closes the reading settings.
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

	// The scripts of the search and of its suggestions come when a reader turns to the form: no page pays for them before. The
	// second runs after the first.
	function loadOnFocus(form) {
		var address = form.getAttribute("data-komek-search");
		function add(source) {
			var script = document.createElement("script");
			script.async = false;
			script.src = source;
			script.onerror = function () {
				document.head.removeChild(script);
				form.addEventListener("focusin", load); // the next focus tries again
			};
			document.head.appendChild(script);
		}
		function load() {
			form.removeEventListener("focusin", load);
			if (!(window.komek && window.komek.find)) add(address);
			add(address.replace("search.js", "box.js"));
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

	function closeSettings(event) {
		var open = settings();
		if (!open || event.key !== "Escape") return;
		open.open = false;
		open.firstElementChild.focus();
	}

	function watchSettings() {
		document.addEventListener("click", leaveSettings);
		document.addEventListener("focusin", leaveSettings);
		document.addEventListener("keydown", closeSettings);
	}

	document.addEventListener("click", keepPlace);
	if ("noModule" in HTMLScriptElement.prototype) {
		showSearch();
		watchSettings();
	}
	if (kind === "root") {
		removeUnpack();
		offerFirst(remembered());
	} else remember(document.documentElement.lang);
})();
