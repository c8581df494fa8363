// Whole addresses are written only where the site knows its own, and each of them is that of a page which exists.
import assert from "node:assert/strict";
import { test } from "node:test";

import { htmlFiles, isFile, read } from "../tools/files.mjs";
import { elements, meta } from "../tools/html.mjs";
import { baseUrl, languages, site, siteUrl } from "../tools/project.mjs";

const isCanonical = ({ tag, attrs }) => tag === "link" && attrs.rel === "canonical";
const isAlternate = ({ tag, attrs }) => tag === "link" && attrs.rel === "alternate" && attrs.hreflang !== undefined;

// An address as a file of the site; a folder's address counts as its index.
function fileAt(address) {
	assert.ok(address.startsWith(baseUrl), `${address} is not below ${baseUrl}`);
	const name = decodeURIComponent(address.slice(baseUrl.length));
	return name === "" || name.endsWith("/") ? `${name}index.html` : name;
}

function listed() {
	return [...read(siteUrl, "sitemap.xml").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
}

test("without a base URL no page writes a whole address of the site", () => {
	for (const name of htmlFiles(site)) {
		const page = elements(read(site, name));
		const addresses = page.filter((e) => isCanonical(e) || isAlternate(e));
		assert.deepEqual(addresses.map((e) => e.attrs.href), [], name);
		assert.equal(page.find((e) => e.attrs.property === "og:url"), undefined, name);
	}
	assert.ok(!isFile(site, "sitemap.xml"), "there is a sitemap");
});

test("with a base URL each page names its own address and its translations", () => {
	for (const name of htmlFiles(siteUrl).filter((each) => languages.includes(each.split("/")[0]))) {
		const page = elements(read(siteUrl, name));
		if (/noindex/.test(meta(page, "robots") ?? "")) {
			assert.equal(page.filter((e) => isCanonical(e) || isAlternate(e)).length, 0, `${name} asks to be found`);
			continue;
		}
		assert.deepEqual(page.filter(isCanonical).map((e) => fileAt(e.attrs.href)), [name]);
		const alternates = page.filter(isAlternate).map(({ attrs }) => [attrs.hreflang, fileAt(attrs.href)]);
		const named = Object.fromEntries(alternates);
		for (const lang of languages)
			assert.equal(named[lang], name.replace(/^\w\w/, lang), `${name}: hreflang ${lang}`);
	}
});

const noSitemap = isFile(siteUrl, "sitemap.xml") ? false : "no sitemap is written";

test("the sitemap holds each page that may be found, once", { skip: noSitemap }, () => {
	const addresses = listed();
	assert.equal(new Set(addresses).size, addresses.length, "an address stands twice");
	addresses.forEach((address) => assert.ok(isFile(siteUrl, fileAt(address)), `${address} does not exist`));
	const inSitemap = new Set(addresses.map(fileAt));
	const robots = (name) => meta(elements(read(siteUrl, name)), "robots") ?? "";
	const entries = htmlFiles(siteUrl).filter((name) => name !== "404.html" && name !== "index.html");
	for (const name of entries.filter((each) => !/noindex/.test(robots(each))))
		assert.ok(inSitemap.has(name), `${name} is missing`);
	assert.ok(!inSitemap.has("404.html"));
});
