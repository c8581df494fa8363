document.addEventListener("DOMContentLoaded", function () {
	"use strict";
	var found = /^(.*?\/)(kk|ru|en)\//.exec(location.pathname);
	var all = document.querySelectorAll("[data-path]");
	for (var i = 0; i < all.length; i++) {
		var isForm = all[i].tagName === "FORM";
		var name = isForm ? "action" : "href";
		if (found && !all[i].hasAttribute(name)) all[i].setAttribute(name, found[1] + all[i].getAttribute("data-path"));
		var works = all[i].hasAttribute(name) && (!isForm || "noModule" in HTMLScriptElement.prototype);
		(isForm ? all[i] : all[i].parentNode).hidden = !works;
	}
	var own = found && document.querySelector(".lost[lang=" + found[2] + "]");
	if (own) own.parentNode.insertBefore(own, own.parentNode.firstChild);
});
