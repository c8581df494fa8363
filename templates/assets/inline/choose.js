// The two pages that speak every language have the settings in each: the reader's own stay. The language that was read last is
// shown first (by the sheet, before anything is drawn; komek.js then puts it first).
(function () {
	"use strict";
	var root = document.documentElement;
	var wanted = [].concat(navigator.languages || navigator.language || []);
	try {
		root.setAttribute("data-language", localStorage.getItem("komek.language"));
		wanted.unshift(root.getAttribute("data-language"));
	} catch (e) {
		// What the browser says will do.
	}
	document.addEventListener("DOMContentLoaded", function () {
		var all = document.querySelectorAll(".reading");
		var own = 0;
		function offered(language) {
			for (var i = 0; i < all.length; i++) if (String(language).slice(0, 2) === (all[i].lang || root.lang)) return i;
			return -1;
		}
		for (var i = wanted.length - 1; i >= 0; i--) if (offered(wanted[i]) >= 0) own = offered(wanted[i]);
		for (var j = 0; j < all.length; j++) if (j !== own) all[j].parentNode.removeChild(all[j]);
	});
})();
