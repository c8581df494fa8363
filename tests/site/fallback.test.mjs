// A question that lacks a language still has its address there, with the words of another language and a notice.
import assert from "node:assert/strict";
import { test } from "node:test";

import { buildWithout } from "./missing.mjs";
import { isFile, read, temporary } from "../tools/files.mjs";
import { none } from "../tools/none.mjs";
import { clean, elements, meta } from "../tools/html.mjs";
import { baseUrl, content, languages, siteUrl } from "../tools/project.mjs";

const question = "digital-id/account-blocked";
const page = (folder, lang) => elements(read(folder, `${lang}/${question}.html`));
const heading = (all) => all.find((e) => e.tag === "h1");
const canonicalOf = (lang) => `${baseUrl}${lang}/${question}.html`;

const alternates = (all) => all.filter((e) => e.tag === "link" && e.attrs.rel === "alternate" && e.attrs.hreflang)
	.map((e) => e.attrs.href);

// Whole elements of the text, the innermost ones, in one language.
function passages(all, lang) {
	const kinds = new Set(["p", "li", "h2", "h3", "dt", "dd", "a"]);
	return all.filter((e) => kinds.has(e.tag) && e.lang === lang && e.around.some((each) => each.tag === "main"))
		.map((e) => clean(e.text)).filter(Boolean);
}

const words = (text) => text.match(/\p{L}{3,}/gu) ?? [];

// The words of an entry's body as its author wrote them, without comments and the targets of links.
function written(lang) {
	const [, , body] = read(content, `${question}.${lang}.md`).split(/^---$/m);
	return words(body.replace(/<!--[^]*?-->/g, "").replace(/\]\([^)]*\)|\]\[[^\]]*\]/g, ""));
}

// Removing `gone` must show the text of `shown` there.
function fallsBack(gone, shown, removed) {
	test(`without ${removed.join(" and ")}: ${gone} shows ${shown}`, async (t) => {
		const files = removed.map((lang) => `${question}.${lang}.md`);
		const { output, said } = await buildWithout(temporary(t), files);
		const all = page(output, gone);
		const h1 = heading(all);

		await t.test("the words are those of the other language, and say so", () => {
			assert.equal(clean(h1.text), clean(heading(page(siteUrl, shown)).text));
			assert.equal(h1.lang, shown);
			const there = new Set(words(passages(all, shown).join(" ")));
			none(written(shown).filter((word) => !there.has(word)));
		});
		await t.test("the page around them is the reader's", () => {
			assert.equal(all.find((e) => e.tag === "html").attrs.lang, gone);
			const usual = new Set(passages(page(siteUrl, gone), gone));
			const notice = passages(all, gone).filter((text) => !usual.has(text));
			assert.notEqual(notice.length, 0, `no notice in ${gone}`);
		});
		await t.test("search engines are kept away", () => {
			assert.match(meta(all, "robots") ?? "", /noindex/);
			for (const lang of languages.filter((each) => !removed.includes(each))) {
				const named = alternates(page(output, lang));
				assert.ok(!named.includes(canonicalOf(gone)), `${lang} names it`);
			}
			const sitemap = isFile(output, "sitemap.xml") ? read(output, "sitemap.xml") : "";
			assert.ok(!sitemap.includes(canonicalOf(gone)), "the sitemap names it");
		});
		await t.test("lists in the reader's language mark the foreign title", () => {
			const list = elements(read(output, `${gone}/digital-id/index.html`));
			const inMain = list.filter((e) => e.around.some((each) => each.tag === "main"));
			const link = inMain.find((e) => e.tag === "a" && e.attrs.href === "account-blocked.html");
			assert.ok(link, "the section does not list it");
			const inLink = inMain.filter((e) => e === link || e.around.includes(link));
			assert.ok(inLink.some((e) => e.lang === shown), `the title is not marked as ${shown}`);
		});
		await t.test("the editor is told", () => {
			assert.match(said, /account-blocked\.\w\w\.md.*warning:.*\[missing-translation\]/);
		});
	});
}

fallsBack("kk", "ru", ["kk"]);
fallsBack("en", "ru", ["en"]);
fallsBack("ru", "kk", ["ru"]);
fallsBack("en", "kk", ["en", "ru"]);

test("translations that are there name each other", () => {
	for (const lang of languages) {
		const named = alternates(page(siteUrl, lang));
		for (const other of languages)
			assert.ok(named.includes(canonicalOf(other)), `${lang} does not name ${other}`);
	}
});
