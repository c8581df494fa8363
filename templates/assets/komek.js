// On every page: remembers the language that was read last, and shows the search form where search can work. On the root
// page: offers that language first, and takes away the words for who opened the page alone, inside an archive: this script
// would not be there.
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

	// The form is hidden until here, and a link to all questions stands in its place. Browsers without noModule are older
	// than the language that the search is written in.
	function showSearch() {
		var forms = document.querySelectorAll("[data-komek-search]");
		var links = document.querySelectorAll("[data-komek-instead]");
		for (var i = 0; i < forms.length; i++) forms[i].hidden = false;
		for (var j = 0; j < links.length; j++) links[j].hidden = true;
	}

	if ("noModule" in HTMLScriptElement.prototype) showSearch();
	if (kind === "root") {
		removeUnpack();
		offerFirst(remembered());
	} else remember(document.documentElement.lang);
})();
