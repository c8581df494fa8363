(function (root) {
	var usual = { text: "100", contrast: "device", spacing: "normal", theme: "device" };
	var now = {};

	function use(chosen) {
		for (var name in usual) {
			now[name] = String((chosen && chosen[name]) || usual[name]);
			if (now[name] === usual[name]) delete root.dataset[name];
			else root.dataset[name] = now[name];
		}
		var all = document.querySelectorAll(".reading input");
		for (var i = 0; i < all.length; i++) all[i].checked = all[i].value === now[all[i].name];
	}

	function read() {
		var kept = now;
		try {
			kept = JSON.parse(localStorage.getItem("komek.reading"));
		} catch (none) {}
		use(kept);
	}

	function choose(event) {
		var target = event.target;
		var isReset = event.type === "click";
		if (!target.closest(isReset ? ".reading button" : ".reading")) return;
		if (!isReset) now[target.name] = target.value;
		use(isReset ? {} : now);
		try {
			localStorage.setItem("komek.reading", JSON.stringify(now));
		} catch (none) {}
	}

	if (!("noModule" in document.createElement("script"))) return;
	root.dataset.script = "";
	read();
	addEventListener("change", choose);
	addEventListener("click", choose);
	addEventListener("DOMContentLoaded", read);
	addEventListener("pageshow", read);
	addEventListener("storage", read);
})(document.documentElement);
