// On every page: adds to each step and each part of an answer a button that copies the link to it. The button is no stop of
// the Tab key, and nothing is heard of it, until its step is the one that the reader is at.
(function () {
	"use strict";
	var told = document.querySelector(".told");
	var buttons = [];
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
		buttons.push(button);
	}

	// The sheet shows the button of the step that has the pointer or the focus, or that the address names. For other readers
	// the current step is the one that was touched, has the selection (of a search in the page, too), or was scrolled to with
	// the keyboard; from its button the arrows lead to the others.
	function makeCurrent(node) {
		var element = node && (node.closest ? node : node.parentNode);
		var place = element && element.closest ? element.closest("main [id]") : null;
		if (!place || place === current || !place.querySelector(".copy")) return;
		if (current) current.classList.remove("current");
		current = place;
		current.classList.add("current");
	}

	function firstInSight() {
		for (var i = 0; i < buttons.length; i++) {
			var top = buttons[i].parentNode.getBoundingClientRect().top;
			if (top >= 0 && top < window.innerHeight) return buttons[i].parentNode;
		}
		return null;
	}

	function keydown(event) {
		var at = buttons.indexOf(event.target);
		var next = buttons[at + (event.key === "ArrowDown" ? 1 : -1)];
		if (event.key === "Escape" && told.querySelector("input")) closeField();
		if (at < 0 || !next || !/^Arrow(Up|Down)$/.test(event.key)) return;
		event.preventDefault();
		makeCurrent(next);
		next.focus();
	}

	// Once the page has moved.
	function keyup(event) {
		if (/^(Arrow(Up|Down)|Page(Up|Down)|Home|End| )$/.test(event.key) && !event.target.closest("a, button, input, select, textarea"))
			makeCurrent(firstInSight());
	}

	function click(event) {
		var button = event.target.closest(".copy");
		makeCurrent(event.target);
		if (button) copy(button);
	}

	function addCopies() {
		var places = document.querySelectorAll("main [id]");
		for (var i = 0; i < places.length; i++) if (/(^|-)(step|part)-\d/.test(places[i].id)) addCopy(places[i]);
		document.addEventListener("click", click);
		document.addEventListener("keydown", keydown);
		document.addEventListener("keyup", keyup);
		document.addEventListener("selectionchange", function () {
			var selection = getSelection();
			if (!selection.isCollapsed) makeCurrent(selection.anchorNode);
		});
	}

	if (told && "noModule" in HTMLScriptElement.prototype) addCopies();
})();
