// On every page: remembers the language that was read last, and keeps the step or part that is being read when the
// language is switched (its id is the same in every language). On the root page: offers the last language first.
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

	document.addEventListener("click", keepPlace);
	if (kind === "root") offerFirst(remembered());
	else remember(document.documentElement.lang);
})();
