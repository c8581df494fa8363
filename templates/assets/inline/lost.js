// The page for what is not found is served at any depth: the root is what stands before the first language in the address.
document.addEventListener("DOMContentLoaded", function () {
	"use strict";
	var found = /^(.*?\/)(?:kk|ru|en)\//.exec(location.pathname);
	var links = document.querySelectorAll("p.home[hidden] a[data-path]");
	for (var i = 0; found && i < links.length; i++) {
		links[i].href = found[1] + links[i].getAttribute("data-path");
		links[i].parentNode.hidden = false;
	}
});
