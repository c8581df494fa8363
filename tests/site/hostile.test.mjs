// Words that look like markup stay words, wherever a page shows them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { attack, siteOf } from "./hostile.mjs";
import { htmlFiles, listFiles, read } from "../tools/files.mjs";
import { clean, elements, meta, tokens } from "../tools/html.mjs";

const harmless = "Возврат платежа";

// A page without its words: what could act, and nothing else.
const skeleton = (html) => tokens(html).map((token) => {
	if (token.type === "text")
		return token.raw ? "" : "text";
	return token.type === "close" ? `</${token.tag}>` : `<${[token.tag, ...Object.keys(token.attrs)].join(" ")}>`;
}).filter(Boolean).join("\n").replace(/text(\ntext)+/g, "text");

test("words that look like markup are text", async (t) => {
	const attacked = await siteOf(t, attack);
	const plain = await siteOf(t, harmless);
	// The names of the index follow its words.
	const files = (site) => listFiles(site).filter((name) => !name.startsWith("assets/search/"));
	assert.deepEqual(files(attacked), files(plain));

	for (const name of htmlFiles(plain)) {
		await t.test(`${name} has no other elements or attributes than with harmless words`, () => {
			assert.equal(skeleton(read(attacked, name)), skeleton(read(plain, name)));
		});
	}
	await t.test("the question shows its title and summary as they were written", () => {
		const page = elements(read(attacked, "ru/pay/refund.html"));
		assert.equal(clean(page.find((e) => e.tag === "h1").text), clean(attack));
		assert.ok(page.find((e) => e.tag === "title").text.includes(clean(attack)));
		assert.equal(meta(page, "description"), attack);
		assert.ok(page.some((e) => e.tag === "pre" && e.text.includes(attack)), "the code of the body");
	});
	for (const name of ["ru/pay/index.html", "ru/index.html", "ru/pay/return.html", "kk/pay/refund.html"]) {
		await t.test(`${name} shows the title in a link or a heading`, () => {
			const page = elements(read(attacked, name));
			assert.ok(page.some((e) => /^(?:a|h1)$/.test(e.tag) && clean(e.text).includes(clean(attack))));
		});
	}
	await t.test("data for machines is still data", () => {
		for (const name of htmlFiles(attacked)) {
			const scripts = elements(read(attacked, name)).filter((e) => e.tag === "script");
			for (const { text } of scripts.filter((e) => /json/.test(e.attrs.type ?? "")))
				assert.doesNotThrow(() => JSON.parse(text), name);
		}
	});
	await t.test("an address in the letter to support is one address", () => {
		for (const name of htmlFiles(attacked)) {
			const hrefs = elements(read(attacked, name)).map((e) => e.attrs.href ?? "");
			for (const href of hrefs.filter((each) => each.startsWith("mailto:")))
				assert.doesNotThrow(() => decodeURIComponent(href), `${name}: ${href}`);
		}
	});
});
