// The tokens of the style sheets: text has 7:1 on every ground it stands on, signs and frames that mean something 3:1, in every
// look, computed from the sheet as a browser does it.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { none } from "../tools/none.mjs";
import { templates } from "../tools/project.mjs";

const folder = path.join(templates, "assets/style");
const sheet = fs.readdirSync(folder).sort().map((name) => fs.readFileSync(path.join(folder, name), "utf8")).join("\n").replace(/\/\*[^]*?\*\//g, "");

// Of all rules of exactly this selector: what few pages need stands in their sheet.
function declared(selector) {
	const blocks = sheet.split("}").map((rule) => rule.split("{")).filter((rule) => rule.at(-2)?.trim() === selector);
	assert.notEqual(blocks.length, 0, `the sheets have no rule ${selector}`);
	const declarations = blocks.map((rule) => rule.at(-1)).join("");
	return Object.fromEntries([...declarations.matchAll(/(--[\w-]+):([^;]*);/g)].map(([, name, value]) => [name, value.trim()]));
}

const blank = "";
const look = (light, usual) => ({
	"--l": light ? "initial" : blank, "--d": light ? blank : "initial",
	"--n": usual ? "initial" : blank, "--m": usual ? blank : "initial",
});
const looks = {
	light: look(true, true),
	dark: look(false, true),
	"light with contrast": look(true, false),
	"dark with contrast": look(false, false),
	paper: declared(":root:root"),
};

// The end of the var(...) that begins at `from`.
function close(text, from) {
	let depth = 0;
	for (let i = from; i < text.length; i++) {
		depth += { "(": 1, ")": -1 }[text[i]] ?? 0;
		if (text[i] === ")" && depth === 0)
			return i;
	}
	throw new Error(`no end of ${text.slice(from)}`);
}

// A token's value; null where it is "initial" and nothing stands in for it.
function value(tokens, text) {
	const at = text.indexOf("var(");
	if (at < 0)
		return text.trim();
	const end = close(text, at);
	const [, name, instead] = /^\s*(--[\w-]+)\s*(?:,([^]*))?$/.exec(text.slice(at + 4, end));
	const own = tokens[name] === "initial" || tokens[name] === undefined ? null : value(tokens, tokens[name]);
	const put = own ?? (instead === undefined ? null : value(tokens, instead));
	assert.notEqual(put, null, `${name} has no value in ${text}`);
	return value(tokens, text.slice(0, at) + put + text.slice(end + 1));
}

function colour(tokens, name) {
	const text = value(tokens, `var(${name})`);
	const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
	const hex = short ? `#${short.slice(1).map((digit) => digit + digit).join("")}` : text;
	assert.match(hex, /^#[\da-f]{6}$/i, `${name} is "${text}", which is not one colour`);
	return [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
}

const luminance = (rgb) => rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
	.reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);

function contrast(a, b) {
	const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

const cross = (first, second) => first.flatMap((a) => second.map((b) => [a, b]));
// Text on what it stands on; the ground's colour is also that of text on what is filled.
const texts = [
	...cross(["--text", "--soft", "--accent", "--warn", "--good"], ["--ground", "--raised"]),
	...cross(["--ground"], ["--accent", "--text"]),
	["--on-band", "--band"],
];
// Frames of what can be filled in, the ring of the focus.
const signs = [...cross(["--accent", "--soft"], ["--ground", "--raised"]), ["--on-band", "--band"]];

for (const [name, switches] of Object.entries(looks)) {
	test(name, () => {
		const tokens = { ...declared(":root"), ...switches };
		const low = (pairs, least) => pairs.map(([a, b]) => [a, b, contrast(colour(tokens, a), colour(tokens, b))])
			.filter(([, , ratio]) => ratio < least).map(([a, b, ratio]) => `${a} on ${b}: ${ratio.toFixed(2)} of ${least}`);
		none([...low(texts, 7), ...low(signs, 3)]);
	});
}

test("more contrast is more", () => {
	for (const [usual, more] of [["light", "light with contrast"], ["dark", "dark with contrast"]]) {
		const of = (look, [a, b]) => {
			const tokens = { ...declared(":root"), ...looks[look] };
			return contrast(colour(tokens, a), colour(tokens, b));
		};
		for (const pair of texts)
			assert.ok(of(more, pair) > of(usual, pair), `${pair.join(" on ")}: ${of(more, pair)} is not over ${of(usual, pair)}`);
	}
});

test("colours are written in the tokens only", () => {
	const rest = sheet.replace(/:root(?::root)? \{[^}]*\}/g, "");
	none(rest.match(/#[\da-f]{3,8}\b(?![^{}]*\{)/gi) ?? []);
});

test("what the oldest browsers do not know is only used where nothing depends on it", () => {
	// Chromium 80, Safari 13.1: the property is lost and the layout with it.
	const young = /^\s*(inset|inset-inline[\w-]*|inset-block[\w-]*|padding-inline|padding-block|margin-inline|margin-block|gap|column-gap|row-gap|aspect-ratio)\s*:/gm;
	none([...sheet.matchAll(young)].map(([text]) => text.trim()));
	none(sheet.match(/:(?:is|where)\(/g) ?? []);
});
