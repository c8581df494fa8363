// The two pages that speak every language have the settings in each: the reader's own stay.
document.addEventListener("DOMContentLoaded", function () {
	"use strict";
	var all = document.querySelectorAll(".reading");
	var wanted = [].concat(navigator.languages || navigator.language || []);
	var own = 0;
	try {
		wanted.unshift(localStorage.getItem("komek.language"));
	} catch (e) {
		// What the browser says will do.
	}
	function offered(language) {
		for (var i = 0; i < all.length; i++)
			if (String(language).slice(0, 2) === (all[i].lang || document.documentElement.lang)) return i;
		return -1;
	}
	for (var i = wanted.length - 1; i >= 0; i--) if (offered(wanted[i]) >= 0) own = offered(wanted[i]);
	for (var j = 0; j < all.length; j++) if (j !== own) all[j].parentNode.removeChild(all[j]);
});
