// What machines read: sitemap, feeds, robots.txt, JSON-LD. All of it is well formed, absolute and about pages that exist.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { siteOf, attack } from "./hostile.mjs";
import { htmlFiles, isFile, listFiles, read } from "../tools/files.mjs";
import { clean, elements, meta } from "../tools/html.mjs";
import { none } from "../tools/none.mjs";
import { run } from "../tools/process.mjs";
import { baseUrl, languages, site, siteUrl } from "../tools/project.mjs";

const schema = fileURLToPath(new URL("sitemap.xsd", import.meta.url));
const fileAt = (address) => decodeURIComponent(address.slice(baseUrl.length));

async function xmllint(...args) {
	const result = await run("xmllint", ["--nonet", "--noout", ...args]);
	assert.equal(result.status, 0, result.err);
}

// The elements of a well-formed file; html.mjs does not know elements that close themselves.
const xml = (folder, name) => elements(read(folder, name).replace(/<([\w:]+)([^<>]*)\/>/g, "<$1$2></$1>"));
const inside = (all, parent, tag) => all.filter((e) => e.tag === tag && e.around.at(-1) === parent);
const one = (all, parent, tag) => {
	const found = inside(all, parent, tag);
	assert.equal(found.length, 1, `${parent.tag} has ${found.length} of ${tag}`);
	return found[0];
};

test("without a base URL nothing is written that needs one", () => {
	none(listFiles(site).filter((name) => /(\.xml|robots\.txt)$/.test(name)));
});

test("robots.txt lets everybody in and names the sitemap", () => {
	assert.equal(read(siteUrl, "robots.txt"), `User-agent: *\nAllow: /\nSitemap: ${baseUrl}sitemap.xml\n`);
});

test("the sitemap is what the protocol asks for", () => xmllint("--schema", schema, path.join(siteUrl, "sitemap.xml")));

test("translations in the sitemap name each other, and the pages say the same", () => {
	const all = xml(siteUrl, "sitemap.xml");
	const places = new Map(all.filter((e) => e.tag === "url").map((url) => {
		const links = inside(all, url, "xhtml:link").map(({ attrs }) => [attrs.hreflang, attrs.href]);
		return [clean(one(all, url, "loc").text), Object.fromEntries(links)];
	}));
	assert.ok(places.size > 0);
	for (const [address, alternates] of places) {
		assert.ok(Object.values(alternates).includes(address), `${address} does not name itself`);
		for (const other of Object.values(alternates))
			assert.deepEqual(places.get(other), alternates, `${other} and ${address} differ`);
		const page = elements(read(siteUrl, fileAt(address)));
		const said = page.filter((e) => e.attrs.rel === "alternate" && e.attrs.hreflang)
			.map(({ attrs }) => [attrs.hreflang, attrs.href]);
		assert.deepEqual(Object.fromEntries(said), alternates, address);
		assert.equal(meta(page, "robots"), undefined, address);
	}
});

function checkFeed(folder, lang) {
	const name = `${lang}/feed.xml`;
	const all = xml(folder, name);
	const feed = all[0];
	assert.equal(feed.tag, "feed");
	assert.equal(feed.attrs.xmlns, "http://www.w3.org/2005/Atom");
	assert.equal(feed.attrs["xml:lang"], lang);
	assert.equal(one(all, feed, "id").text, `${baseUrl}${name}`);
	assert.notEqual(one(all, feed, "title").text.trim(), "");
	assert.notEqual(one(all, one(all, feed, "author"), "name").text.trim(), "");
	assert.ok(inside(all, feed, "link").some(({ attrs }) => attrs.rel === "self" && attrs.href === `${baseUrl}${name}`));
	const entries = inside(all, feed, "entry").map((entry) => ({
		id: one(all, entry, "id").text,
		title: one(all, entry, "title").text,
		updated: one(all, entry, "updated").text,
		link: one(all, entry, "link").attrs.href,
	}));
	assert.ok(entries.length > 0, `${name} has no entry`);
	assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length, "an id stands twice");
	for (const { id, link, updated } of entries) {
		assert.equal(link, id);
		assert.ok(isFile(folder, fileAt(id)), id);
		assert.match(updated, /^\d{4}-\d\d-\d\dT00:00:00Z$/);
	}
	const dates = entries.map(({ updated }) => updated);
	assert.deepEqual(dates, [...dates].sort().reverse(), "the newest does not stand first");
	assert.equal(one(all, feed, "updated").text, dates[0]);
	return entries;
}

for (const lang of languages) {
	test(`the feed in ${lang}`, async () => {
		await xmllint(path.join(siteUrl, lang, "feed.xml"));
		checkFeed(siteUrl, lang);
		const home = elements(read(siteUrl, `${lang}/index.html`));
		const link = home.find((e) => e.attrs.type === "application/atom+xml");
		assert.equal(link?.attrs.href, `${baseUrl}${lang}/feed.xml`);
	});
}

const isData = (e) => e.tag === "script" && e.attrs.type === "application/ld+json";

// A page's data as an object, after what holds for all of it.
function dataOf(folder, name) {
	const found = elements(read(folder, name)).filter(isData);
	assert.equal(found.length, 1, `${name} has ${found.length} pieces of data`);
	assert.doesNotMatch(found[0].text, /[<\u2028\u2029]/, name);
	const data = JSON.parse(found[0].text);
	assert.equal(data["@context"], "https://schema.org");
	return data["@graph"];
}

function checkQuestion(page, lang, faq) {
	assert.equal(faq["@type"], "FAQPage");
	assert.equal(faq.inLanguage, lang);
	assert.equal(faq.mainEntity.length, 1);
	const [question] = faq.mainEntity;
	assert.equal(question["@type"], "Question");
	assert.equal(clean(question.name), clean(page.find((e) => e.tag === "h1").text));
	assert.equal(question.acceptedAnswer["@type"], "Answer");
	assert.ok(question.acceptedAnswer.text.length > 40, question.acceptedAnswer.text);
}

function checkCrumbs(folder, name, crumbs) {
	assert.equal(crumbs["@type"], "BreadcrumbList");
	const items = crumbs.itemListElement;
	assert.deepEqual(items.map((item) => item.position), items.map((_, i) => i + 1));
	assert.ok(items.every((item) => item["@type"] === "ListItem" && item.name.trim()));
	items.forEach(({ item }) => assert.ok(isFile(folder, fileAt(item)), item));
	assert.equal(fileAt(items.at(-1).item), name);
}

for (const [folder, what] of [[site, "without a base URL"], [siteUrl, "with a base URL"]]) {
	test(`JSON-LD ${what}`, () => {
		for (const name of htmlFiles(folder)) {
			const page = elements(read(folder, name));
			if (meta(page, "komek:kind") !== "question") {
				assert.equal(page.filter(isData).length, 0, `${name} has data`);
				continue;
			}
			const [faq, crumbs, ...rest] = dataOf(folder, name);
			checkQuestion(page, name.slice(0, 2), faq);
			assert.equal(rest.length, 0);
			assert.equal(crumbs !== undefined, folder === siteUrl, `${name}: crumbs`);
			if (crumbs)
				checkCrumbs(folder, name, crumbs);
		}
	});
}

for (const [what, words] of [["markup", attack], ["line separators", "a\u2028b\u2029c </script> & \" '"]]) {
	test(`words that hold ${what} stay words for machines`, async (t) => {
		const output = await siteOf(t, words);
		for (const lang of languages)
			await xmllint(path.join(output, lang, "feed.xml"));
		await xmllint("--schema", schema, path.join(output, "sitemap.xml"));
		const feed = xml(output, "ru/feed.xml");
		const titles = feed.filter((e) => e.tag === "title" && e.around.at(-1).tag === "entry").map((e) => clean(e.text));
		assert.deepEqual(new Set(titles), new Set([clean(words)]));
		const [faq, crumbs] = dataOf(output, "ru/pay/refund.html");
		assert.equal(faq.mainEntity[0].name, words);
		assert.equal(crumbs.itemListElement[2].name, words);
		assert.ok(faq.mainEntity[0].acceptedAnswer.text.includes(words));
	});
}
