// Composes a letter to support on the reader's device: it is shown as it will be sent, and opened in mail or copied.
// Nothing is stored and nothing is sent from here. Loaded when a reader asks for the letter, before the script with the
// words and fields of the page's language (assets/letter-kk.js), which calls komek.letter.
var komek = komek || {};

(function () {
	"use strict";
	// Mail applications and systems may cut off longer addresses; a Cyrillic letter takes six signs of one.
	var MOST = 2000;

	var browsers = [
		[/YaBrowser\/(\d+)/, "Yandex Browser"],
		[/SamsungBrowser\/(\d+)/, "Samsung Internet"],
		[/(?:OPR|OPX|OPT)\/(\d+)/, "Opera"],
		[/(?:Edg|EdgA|EdgiOS|Edge)\/(\d+)/, "Edge"],
		[/MiuiBrowser\/(\d+)/, "Mi Browser"],
		[/HuaweiBrowser\/(\d+)/, "Huawei Browser"],
		[/UCBrowser\/(\d+)/, "UC Browser"],
		[/Instagram (\d+)/, "Instagram"],
		[/FBAV\/(\d+)/, "Facebook"],
		[/(?:Firefox|FxiOS)\/(\d+)/, "Firefox"],
		[/; wv\).*Chrome\/(\d+)/, "Android WebView"],
		[/(?:Chrome|CriOS)\/(\d+)/, "Chrome"],
		[/Version\/(\d+(?:\.\d+)?).*Safari/, "Safari"],
	];

	var systems = [
		[/Android (\d+(?:\.\d+)*)/, "Android"],
		[/(?:iPhone OS|CPU OS) (\d+(?:_\d+)*)/, "iOS"],
		[/Windows NT 10/, "Windows 10/11"],
		[/Windows NT (\d+\.\d+)/, "Windows NT"],
		[/Mac OS X (\d+(?:[._]\d+)*)/, "macOS"],
		[/Android|CrOS|Linux/, ""],
	];

	function firstOf(table, agent) {
		for (var i = 0; i < table.length; i++) {
			var found = table[i][0].exec(agent);
			if (found) return ((table[i][1] || found[0]) + " " + (found[1] || "").replace(/_/g, ".")).trim();
		}
		return "";
	}

	// "Chrome 120, Android 13" of what browsers say at great length.
	komek.browserName = function (agent) {
		var parts = [firstOf(browsers, agent), firstOf(systems, agent)];
		return parts.filter(Boolean).join(", ") || agent.slice(0, 80);
	};

	function isDate(digits) {
		var centuries = [2000, 1800, 1800, 1900, 1900, 2000, 2000];
		var century = centuries[digits[6]];
		var month = +digits.slice(2, 4);
		var day = +digits.slice(4, 6);
		var date = new Date(Date.UTC(century + +digits.slice(0, 2), month - 1, day));
		return century !== undefined && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	}

	function remainder(digits, first) {
		var sum = 0;
		for (var i = 0; i < 11; i++) sum += digits[i] * (((i + first - 1) % 11) + 1);
		return sum % 11;
	}

	// Whether twelve digits can be a person's number: a date of birth, and the sum in the last digit.
	komek.isPerson = function (digits) {
		var check = remainder(digits, 1);
		if (check === 10) check = remainder(digits, 3);
		return check === +digits[11] && isDate(digits);
	};

	function make(name, attributes, children) {
		var element = document.createElement(name);
		for (var key in attributes) element.setAttribute(key, attributes[key]);
		(children || []).forEach(function (child) {
			element.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
		});
		return element;
	}

	function capital(text) {
		return text.charAt(0).toLocaleUpperCase(document.documentElement.lang) + text.slice(1);
	}

	// Half of a sign that takes two would make the address throw.
	function encode(text) {
		var whole = text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, function (sign) {
			return sign.length === 2 ? sign : "\uFFFD";
		});
		return encodeURIComponent(whole);
	}

	// The page's public address where it is known. A file's whole path would tell the name of the reader's account.
	function address() {
		var canonical = document.querySelector("link[rel=canonical]");
		var url = canonical ? canonical.href : location.href.replace(/[?#].*/, "");
		return /^file:/.test(url) ? url.slice(url.lastIndexOf("/" + document.documentElement.lang + "/") + 1) : url;
	}

	// ---- the fields: [kind, name] gives {label, input, hint} ----

	function choice(data) {
		var options = [make("option", { value: "" }, [data.words.choose])];
		data.regions.forEach(function (region) {
			options.push(make("option", {}, [region]));
		});
		return make("select", { autocomplete: "off" }, options);
	}

	function line(attributes) {
		return function () {
			return make("input", Object.assign({ type: "text", autocomplete: "off" }, attributes));
		};
	}

	function browserLine() {
		return line({ value: komek.browserName(navigator.userAgent), spellcheck: "false" })();
	}

	var inputs = {
		region: choice,
		iin: line({ inputmode: "numeric", spellcheck: "false" }),
		browser: browserLine,
		phone: line({ type: "tel", autocomplete: "tel" }),
		line: line({}),
		text: function () {
			return make("textarea", { rows: "5", autocomplete: "off" });
		},
	};

	function judgeIin(value, words) {
		var digits = value.replace(/\s/g, "");
		var count = digits.replace(/\D/g, "").length;
		if (!digits) return words.iin_hint;
		if (count !== 12 || digits.length !== 12) return words.iin_short.replace("#", count);
		return komek.isPerson(digits) ? words.iin_hint : words.iin_wrong;
	}

	// Judged when the reader leaves the field, so that nobody is corrected while typing; after that at once.
	function watchIin(input, hint, words) {
		function judge() {
			var said = judgeIin(input.value, words);
			if (hint.textContent !== said) hint.textContent = said;
			hint.classList.toggle("doubt", said !== words.iin_hint);
		}
		hint.setAttribute("aria-live", "polite");
		input.addEventListener("change", judge);
		input.addEventListener("input", function () {
			if (hint.textContent !== words.iin_hint) judge();
		});
	}

	function field(data, description, number) {
		var kind = description[0];
		var id = "letter-field-" + number;
		var input = inputs[kind](data);
		var words = data.words[kind + "_hint"];
		var parts = [make("label", { for: id }, [capital(description[1])])];
		input.id = id;
		if (words) {
			var hint = make("p", { id: id + "-hint", class: "hint" }, [words]);
			input.setAttribute("aria-describedby", hint.id);
			if (kind === "iin") watchIin(input, hint, data.words);
			parts.push(hint);
		}
		parts.push(input);
		return { name: capital(description[1]), input: input, parts: parts };
	}

	// ---- the letter ----

	function textOf(fields, words) {
		var updated = document.querySelector(".dates time");
		var lines = fields.map(function (one) {
			return one.name + ": " + one.input.value.trim();
		});
		lines.push("", words.page + ": " + address());
		if (updated) lines.push(words.updated + ": " + updated.getAttribute("datetime"));
		return lines.join("\n");
	}

	function select(element) {
		if (element.select) {
			element.focus();
			element.select();
		} else getSelection().selectAllChildren(element);
	}

	function copier(label, element, done, status, words) {
		var button = make("button", { type: "button" }, [label]);
		function selected() {
			select(element);
			status.textContent = words.selected;
		}
		button.addEventListener("click", function () {
			status.textContent = "";
			if (!navigator.clipboard || !navigator.clipboard.writeText) return selected();
			navigator.clipboard.writeText(element.value || element.textContent).then(function () {
				status.textContent = done;
			}, selected);
		});
		return button;
	}

	komek.letter = function (data) {
		var words = data.words;
		var link = document.querySelector("[data-words]");
		var mailto = link.href.split("?")[0];
		var subject = decodeURIComponent(/[?&]subject=([^&]*)/.exec(link.href)[1]);
		var fields = data.fields.map(function (description, i) {
			return field(data, description, i + 1);
		});
		var to = make("bdi", {}, [data.mail]);
		var preview = make("textarea", { id: "letter-text", readonly: "", rows: "3" });
		var long = make("p", { class: "long", role: "status" });
		var open = make("a", { class: "open" });
		var status = make("p", { class: "result", role: "status" });

		function show() {
			var text = textOf(fields, words);
			var start = mailto + "?subject=" + encode(subject);
			var whole = start + "&body=" + encode(text.replace(/\n/g, "\r\n"));
			var isLong = whole.length > MOST;
			preview.value = text;
			preview.style.height = "auto";
			preview.style.height = preview.scrollHeight + 4 + "px";
			open.href = isLong ? start : whole;
			open.textContent = isLong ? words.open_empty : words.open;
			if (long.textContent !== (isLong ? words.long : "")) long.textContent = isLong ? words.long : "";
			status.textContent = "";
		}

		var letter = make("div", { class: "letter", role: "group", "aria-labelledby": "letter-title" }, [
			make("h3", { id: "letter-title" }, [words.title]),
			make("p", { class: "private" }, [words.private]),
		]);
		fields.forEach(function (one) {
			one.parts.forEach(function (part) {
				letter.appendChild(part);
			});
		});
		[
			make("label", { for: "letter-text" }, [words.preview]),
			make("p", { class: "head" }, [words.to + ": ", to, make("br"), words.about + ": " + subject]),
			preview,
			long,
			make("p", { class: "ways" }, [
				open,
				copier(words.copy, preview, words.copied, status, words),
				copier(words.copy_mail, to, words.mail_copied, status, words),
			]),
			status,
		].forEach(function (part) {
			letter.appendChild(part);
		});
		letter.addEventListener("input", show);
		letter.addEventListener("change", show);
		letter.hidden = link.getAttribute("aria-expanded") !== "true";
		link.parentNode.parentNode.insertBefore(letter, link.parentNode.nextSibling);
		show();
	};
})();
