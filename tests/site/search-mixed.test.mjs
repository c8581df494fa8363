// Queries as people type them, in two languages at once: how many of tests/search/mixed.jsonl find their answer first, and
// among the first three. The figures are what the search reaches; a change that lowers them is to be meant.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";

import { read } from "../tools/files.mjs";
import { root, site } from "../tools/project.mjs";
import { searchOf } from "../tools/search-site.mjs";

const queries = read(path.join(root, "tests/search"), "mixed.jsonl").trim().split("\n").map((line) => JSON.parse(line));
const FIRST = 0.9;
const THIRD = 1;

test("words of two languages in one query, Kazakh endings on Russian words and abbreviations", async () => {
	const { komek } = searchOf(site);
	assert.ok(queries.length >= 60);
	const ranks = [];
	for (const { query, lang, relevant } of queries) {
		const ids = Array.from(await komek.search(query, { lang }), ({ id }) => id);
		ranks.push({ query, rank: ids.findIndex((id) => relevant.includes(id)), found: ids[0] });
	}
	const share = (most) => ranks.filter(({ rank }) => rank >= 0 && rank < most).length / ranks.length;
	const wrong = ranks.filter(({ rank }) => rank).map(({ query, rank, found }) => `${rank + 1}: ${query} (${found})`).join("\n");
	assert.ok(share(1) >= FIRST, `${share(1)} first\n${wrong}`);
	assert.ok(share(3) >= THIRD, `${share(3)} of the first three\n${wrong}`);
});
