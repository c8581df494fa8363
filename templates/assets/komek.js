// On every page: remembers the language that was read last. On the root page: offers that language first, and takes away
// the words for who opened the page alone, inside an archive: this script would not be there.
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

	if (kind === "root") {
		removeUnpack();
		offerFirst(remembered());
	} else remember(document.documentElement.lang);
})();
