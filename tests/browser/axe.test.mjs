// No accessibility violation, and nothing that axe leaves to a person, on one page of each kind: in every language as it comes
// and on the narrowest phone, in one language after the other in each other look (KOMEK_ALL_LOOKS=1: in all). Text has the
// contrast of the strictest level, 7:1.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { siteOfForms } from "./forms.mjs";
import { choose, looks, wear } from "./looks.mjs";
import { serve } from "./server.mjs";
import { none } from "../tools/none.mjs";
import { samplePages } from "../tools/pages.mjs";
import { languages, site } from "../tools/project.mjs";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const options = {
	runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
	rules: { "color-contrast-enhanced": { enabled: true } },
	resultTypes: ["violations", "incomplete"],
};
const inAll = ["light", "the narrowest phone"];
const samples = samplePages(site);

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

// Runs in the page.
async function complaints(how) {
	const { violations, incomplete } = await globalThis.axe.run(document, how);
	const lines = (found, what) => found.flatMap(({ id, help, nodes }) => nodes.map((node) => ({ what, id, help, node })));
	return [...lines(violations, "wrong"), ...lines(incomplete, "to be looked at")].map(({ what, id, help, node }) => {
		const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
		return `${what}: ${id}: ${help}: ${node.html}: ${why}`;
	});
}

// Where the system sets the colours they are the reader's own; axe takes the sheet's, which the browser does not draw, for
// text on what is filled. tests/tools/screenshots.mjs shows that look.
const rulesOf = ({ media = {} }) => (media.forcedColors
	? { "color-contrast": { enabled: false }, "color-contrast-enhanced": { enabled: false } } : options.rules);

// Each kind in one language, another one from look to look.
const inTurn = (turn) => {
	const kinds = [...new Set(samples.map(({ kind }) => kind))];
	return samples.filter(({ kind, lang }) => samples.filter((each) => each.kind === kind).length === 1
		|| lang === languages[(turn + kinds.indexOf(kind)) % languages.length]);
};

async function look(t, how, url, files) {
	// The page's own policy would refuse axe; links.test.mjs opens the pages with it in force.
	const context = await browser.newContext({ bypassCSP: true });
	t.after(() => context.close());
	const page = await context.newPage();
	await wear(page, how);
	for (const file of files) {
		await t.test(file, async () => {
			await page.goto(url + file);
			await choose(page, how);
			await page.evaluate(axe);
			none(await page.evaluate(complaints, { ...options, rules: rulesOf(how) }));
		});
	}
}

test("every form that a text can have", async (t) => {
	const { output, files } = await siteOfForms(t);
	const { url } = await serve(output, "/some/sub/path/", (end) => t.after(end));
	for (const [name, how] of Object.entries(looks))
		await t.test(name, (t2) => look(t2, how, url, files.slice(0, 2)));
});

Object.entries(looks).forEach(([name, how], turn) => test(name, async (t) => {
	const { url } = await serve(site, "/some/sub/path/", (end) => t.after(end));
	const all = process.env.KOMEK_ALL_LOOKS || inAll.includes(name);
	await look(t, how, url, (all ? samples : inTurn(turn)).map(({ file }) => file));
}));

test("there is a page of each kind in each language", () => {
	assert.ok(samples.length > 0, "the site has no page");
});
