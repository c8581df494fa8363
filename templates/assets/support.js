// On every page: the link to mail in the block of support opens the form of a letter (letter.js), which is loaded then.
// Where its scripts do not come, the link stays what it is.
(function () {
	"use strict";

	function load(url, failed) {
		var script = document.createElement("script");
		script.src = url;
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

	var letters = "noModule" in HTMLScriptElement.prototype ? document.querySelectorAll("[data-komek-letter]") : [];
	for (var i = 0; i < letters.length; i++) prepareLetter(letters[i]);
})();
