// The tables in tests/shared: rows of cells between tabs, {U+0306} is that code point.
import fs from "node:fs";
import path from "node:path";

import { root } from "./project.mjs";

const unescape = (cell) => cell.replace(/\{U\+([0-9A-F]+)\}/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16)));

export function table(name) {
	const lines = fs.readFileSync(path.join(root, "tests/shared", name), "utf8").split("\n");
	return lines.filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t").map(unescape));
}
