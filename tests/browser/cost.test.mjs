// What the first results cost a reader of the real content: requests and packed bytes from an empty cache.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { site } from "../tools/project.mjs";
import { costOf, queries } from "../tools/cost.mjs";

// Where one of these must grow, a reader pays for it.
const REQUESTS = 5;
const BYTES = 24 * 1024;
const NEXT = 15 * 1024;

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

for (const [lang, [query, next]] of Object.entries(queries["one word"])) {
	test(`one word in ${lang}: ${query}`, async () => {
		const cost = await costOf(browser, site, lang, query, next);
		assert.ok(cost.requests <= REQUESTS, cost.names.join("\n"));
		assert.ok(cost.bytes <= BYTES, `${cost.bytes} bytes: ${cost.names.join(" ")}`);
		assert.ok(cost.next.bytes <= NEXT, `${cost.next.bytes} bytes: ${cost.next.names.join(" ")}`);
	});
}
