addEventListener("load", function () {
	"use strict";
	var words = document.getElementById("unpack");
	if (words && !/^http/.test(location.protocol)) words.hidden = false;
});
