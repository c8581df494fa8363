// Ten queries as people type them for every question and language (tests/search/real.jsonl): whole questions and halves of
// them, endings, slips, no Kazakh letters, Latin letters, the wrong keyboard, two languages at once. They were written before
// the search had seen them. The figures are what a reader is promised.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";

import { read } from "../tools/files.mjs";
import { root, site } from "../tools/project.mjs";
import { searchOf } from "../tools/search-site.mjs";

const queries = read(path.join(root, "tests/search"), "real.jsonl").trim().split("\n").map((line) => JSON.parse(line));
const FIRST = 0.95;

test("the right answer first, and always among the first three", async () => {
	const { komek } = searchOf(site);
	assert.equal(queries.length, 450);
	const wrong = [];
	for (const { query, lang, relevant } of queries) {
		const ids = Array.from(await komek.search(query, { lang }), ({ id }) => id);
		const rank = ids.findIndex((id) => relevant.includes(id)) + 1;
		if (rank !== 1) wrong.push({ query, rank, found: ids[0] });
	}
	const said = (list) => list.map(({ query, rank, found }) => `${rank}: ${query} (${found})`).join("\n");
	assert.ok(wrong.length <= (1 - FIRST) * queries.length, `${wrong.length} not first\n${said(wrong)}`);
	const lost = wrong.filter(({ rank }) => rank < 1 || rank > 3);
	assert.equal(lost.length, 0, said(lost));
});
