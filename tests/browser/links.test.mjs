// Every page opens without a complaint and every link of it leads somewhere, on a host and from a folder.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { collect } from "./collect.mjs";
import { unpacked } from "../tools/bundle.mjs";
import { isFile, temporary } from "../tools/files.mjs";
import { none } from "../tools/none.mjs";
import { pagesOf } from "../tools/pages.mjs";
import { languages, site } from "../tools/project.mjs";

const below = "/some/sub/path/";
// A folder as people have it: blanks, letters beyond ASCII, signs that mean something in an address.
const awkward = "Көмек орталығы 100% #1";

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

async function overHttp(t) {
	return (await serve(site, below, (end) => t.after(end)));
}

function fromFolder(t) {
	const copy = path.join(temporary(t), awkward);
	fs.cpSync(site, copy, { recursive: true });
	return { url: pathToFileURL(`${copy}${path.sep}`).href, missed: [] };
}

// The languages' own prefixes stripped: "ru/pay/refund.html" and "kk/pay/refund.html" are one place.
const place = (file) => languages.includes(file.split("/")[0]) ? file.slice(file.indexOf("/") + 1) : null;

function deadLinks(pages) {
	const dead = [];
	for (const { file, links } of pages.values()) {
		for (const { raw, target, fragment } of links) {
			const page = pages.get(target);
			if (target === null)
				dead.push(`${file}: ${raw} leaves the site's folder`);
			else if (!page && !isFile(site, target))
				dead.push(`${file}: ${raw} leads to ${target}, which is no file`);
			else if (fragment && !page?.ids.includes(fragment))
				dead.push(`${file}: ${raw} leads to #${fragment}, which ${target} does not have`);
		}
	}
	return dead;
}

// The switch: each page of a language leads to the same place in each other language, and to no other page there.
function lostSwitches(pages) {
	const lost = [];
	for (const { file, links } of pages.values()) {
		if (place(file) === null)
			continue;
		const own = file.split("/")[0];
		for (const other of languages.filter((lang) => lang !== own)) {
			const targets = links.map((link) => link.target);
			const there = targets.filter((target) => target?.startsWith(`${other}/`));
			if (!there.includes(`${other}/${place(file)}`))
				lost.push(`${file}: no link to the same page in ${other}`);
			for (const target of there.filter((name) => name !== `${other}/${place(file)}`))
				lost.push(`${file}: a link to another page in ${other}: ${target}`);
		}
	}
	return lost;
}

function malformed(pages) {
	const wrong = [];
	for (const { file, kind, lang, ids } of pages.values()) {
		const inFolder = file.split("/")[0];
		if (!kind)
			wrong.push(`${file}: does not say its kind`);
		if (languages.includes(inFolder) ? lang !== inFolder : !languages.includes(lang))
			wrong.push(`${file}: html has lang="${lang}"`);
		const double = ids.find((id, i) => ids.indexOf(id) !== i);
		if (double !== undefined)
			wrong.push(`${file}: id "${double}" stands twice`);
	}
	return wrong;
}

async function fromBundle(t) {
	const folder = await unpacked(path.join(temporary(t), awkward));
	return { url: pathToFileURL(`${folder}${path.sep}`).href, missed: [] };
}

const ways = {
	"over http under a path": overHttp,
	"from a folder": fromFolder,
	"from an unpacked bundle": fromBundle,
};

for (const [where, open] of Object.entries(ways)) {
	test(where, async (t) => {
		const { url, missed } = await open(t);
		const files = pagesOf(site).map((page) => page.file);
		assert.notEqual(files.length, 0, "the site has no page");
		const { pages, complaints } = await collect(browser, url, files);
		await t.test("no console message, no error, no request beyond the site", () => {
			none([...complaints, ...missed.map((address) => `asked for ${address}`)]);
		});
		await t.test("every link leads to a page and a place in it", () => none(deadLinks(pages)));
		await t.test("the language switch keeps the page", () => none(lostSwitches(pages)));
		await t.test("kind, language and ids", () => none(malformed(pages)));
	});
}
