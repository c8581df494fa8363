(function () {
	"use strict";
	var root = document.documentElement;
	var wanted = [].concat(navigator.languages || navigator.language || []);
	try {
		root.setAttribute("data-language", localStorage.getItem("komek.language"));
		wanted.unshift(root.getAttribute("data-language"));
	} catch (none) {}
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
