// What the form of a letter knows by itself: which browser this is, and which twelve digits are no person's number. The
// vectors of the number are those of the generator's own check.
import assert from "node:assert/strict";
import { test } from "node:test";
import path from "node:path";
import fs from "node:fs";
import vm from "node:vm";

import { root, templates } from "../tools/project.mjs";

const context = vm.createContext({});
vm.runInContext(fs.readFileSync(path.join(templates, "assets/letter.js"), "utf8"), context);
const { komek } = context;

const agents = [
	["Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36", "Chrome 120, Android 10"],
	["Mozilla/5.0 (Linux; Android 13; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36", "Samsung Internet 23, Android 13"],
	["Mozilla/5.0 (Linux; arm_64; Android 12; Redmi) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/118.0.0.0 YaBrowser/23.11.1.100 Mobile Safari/537.36", "Yandex Browser 23, Android 12"],
	["Mozilla/5.0 (Linux; Android 9; X Build/P; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/119.0.0.0 Mobile Safari/537.36", "Android WebView 119, Android 9"],
	["Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1", "Safari 16.6, iOS 16.6"],
	["Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/119.0.6045.41 Mobile/15E148 Safari/604.1", "Chrome 119, iOS 17.0"],
	["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0", "Firefox 115, Windows 10/11"],
	["Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36 OPR/95.0.0.0", "Opera 95, Windows NT 6.1"],
	["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0", "Edge 120, Windows 10/11"],
	["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Safari/605.1.15", "Safari 17.1, macOS 10.15.7"],
	["Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox 128, Linux"],
	["Something/1", "Something/1"],
	["", ""],
];

test("browsers by the names that people know", () => {
	for (const [agent, name] of agents)
		assert.equal(komek.browserName(agent), name, agent);
});

test("a person's number is judged as the generator judges it", () => {
	const text = fs.readFileSync(path.join(root, "tests/unit/letters_person_test.c"), "utf8");
	const rows = [...text.matchAll(/"(\d{12})",\s*(true|false)/g)];
	assert.ok(rows.length > 5, "no vectors were found");
	for (const [, digits, isPerson] of rows)
		assert.equal(komek.isPerson(digits), isPerson === "true", digits);
});
