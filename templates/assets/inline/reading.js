(function (root) {
	"use strict";
	var KEY = "komek.reading";
	var usual = { text: "100", contrast: "device", spacing: "normal", theme: "device" };
	var now = {};

	function read() {
		var kept;
		try {
			kept = JSON.parse(localStorage.getItem(KEY));
		} catch (none) {
			kept = now;
		}
		for (var name in usual) now[name] = String((kept && kept[name]) || usual[name]);
	}

	function show() {
		for (var name in usual) {
			if (now[name] === usual[name]) root.removeAttribute("data-" + name);
			else root.setAttribute("data-" + name, now[name]);
		}
		var all = document.querySelectorAll(".reading input");
		for (var i = 0; i < all.length; i++) all[i].checked = all[i].value === now[all[i].name];
	}

	function keep() {
		show();
		try {
			localStorage.setItem(KEY, JSON.stringify(now));
		} catch (none) {}
	}

	function again() {
		read();
		show();
	}

	if (!("noModule" in document.createElement("script"))) return;
	root.setAttribute("data-script", "");
	again();
	document.addEventListener("change", function (event) {
		if (!event.target.closest(".reading")) return;
		now[event.target.name] = event.target.value;
		keep();
	});
	document.addEventListener("click", function (event) {
		if (!event.target.closest(".reading button")) return;
		for (var name in usual) now[name] = usual[name];
		keep();
	});
	document.addEventListener("DOMContentLoaded", show);
	addEventListener("pageshow", again);
	addEventListener("storage", again);
})(document.documentElement);
