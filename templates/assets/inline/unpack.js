// Explorer in Windows opens a page inside an archive alone, without the files beside it. Where komek.js has not come by the
// time all is loaded, and no server could have sent it later, the reader is told to unpack first. (komek.js removes the words.)
addEventListener("load", function () {
	"use strict";
	var words = document.getElementById("unpack");
	if (words && !/^http/.test(location.protocol)) words.hidden = false;
});
