// node tests/tools/query.mjs SITE: reads lines {"id", "lang", "query"} and writes lines {"id", "results": ["section/slug", ...]},
// ten at most, found by the very scripts and index files of the built site.
import readline from "node:readline";

import { searchOf } from "./search-site.mjs";

const [site] = process.argv.slice(2);
if (!site) {
	console.error("usage: node tests/tools/query.mjs SITE < QUERIES");
	process.exit(2);
}

const { komek } = searchOf(site);
for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
	if (!line.trim())
		continue;
	const { id, lang, query } = JSON.parse(line);
	const results = await komek.search(query, { lang, limit: 10 });
	console.log(JSON.stringify({ id, results: Array.from(results, (result) => result.id) }));
}
