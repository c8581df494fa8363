// The language switch keeps the step, part or answer that is being read; paper shows the answer and nothing round it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { overHttp, ways } from "./sites.mjs";
import { none } from "../tools/none.mjs";
import { languages } from "../tools/project.mjs";

const answer = "digital-id/under-18.html";
const steps = Array.from({ length: 9 }, (_, i) => `step-${i + 1}`);
const phone = { viewport: { width: 360, height: 640 } };
const desk = { viewport: { width: 1280, height: 800 } };

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

async function newPage(t, options) {
	const context = await browser.newContext(options);
	t.after(() => context.close());
	context.setDefaultTimeout(5000);
	return context.newPage();
}

const scrollTo = (page, id) => page.evaluate((name) => document.getElementById(name).scrollIntoView(), id);

async function switchTo(page, lang) {
	await Promise.all([page.waitForNavigation(), page.click(`.languages a[hreflang=${lang}]`)]);
}

const hash = (page) => new URL(page.url()).hash;
const inFile = (page, root) => page.url().slice(root.length).replace(/#.*/, "");

// Whether the element's first line is on the screen and under nothing else.
const isSeen = (page, id) => page.evaluate((name) => {
	const { left, top } = document.getElementById(name).getBoundingClientRect();
	const there = document.elementFromPoint(left + 60, top + 12);
	return document.getElementById(name).contains(there);
}, id);

for (const [where, open] of ways) {
	for (const [size, options] of [["a phone", phone], ["a desk", desk]]) {
		test(`the switch keeps step 5, ${where}, on ${size}`, async (t) => {
			const { url } = await open(t);
			const page = await newPage(t, options);
			for (const lang of languages) {
				for (const other of languages.filter((each) => each !== lang)) {
					await page.goto(`${url}${lang}/${answer}`);
					await scrollTo(page, "step-5");
					await switchTo(page, other);
					assert.equal(inFile(page, url), `${other}/${answer}`);
					assert.equal(hash(page), "#step-5", `from ${lang} to ${other}`);
					assert.ok(await isSeen(page, "step-5"), `step 5 is not seen in ${other}`);
				}
			}
		});
	}
}

test("the switch keeps every step, part and named place", async (t) => {
	const { url } = await overHttp(t);
	const page = await newPage(t, phone);
	const lost = [];
	for (const lang of languages) {
		await page.goto(`${url}${lang}/${answer}`);
		const ids = await page.$$eval("main [id]", (all) => all.map((e) => e.id).filter((id) => /^(step|part)-/.test(id)));
		assert.deepEqual(ids.filter((id) => /^step-\d$/.test(id)), steps);
		for (const id of ids) {
			const other = languages[(languages.indexOf(lang) + 1) % languages.length];
			await page.goto(`${url}${lang}/${answer}#${id}`);
			await switchTo(page, other);
			if (hash(page) !== `#${id}` || !await page.$(`#${id}`))
				lost.push(`${lang}#${id} leads to ${other}${hash(page)}`);
		}
	}
	none(lost);
});

test("the switch keeps the answer and its step on the pages of many answers", async (t) => {
	const { url } = await overHttp(t);
	const page = await newPage(t, phone);
	for (const file of ["all.html", "digital-id/all.html"]) {
		for (const id of ["account-blocked", "under-18-step-5"]) {
			await page.goto(`${url}ru/${file}`);
			await scrollTo(page, id);
			await switchTo(page, "kk");
			assert.equal(page.url(), `${url}kk/${file}#${id}`);
			assert.ok(await page.$(`#${id}`), `kk/${file} lacks ${id}`);
		}
	}
});

test("letters of the alphabet are no places: each language has its own", async (t) => {
	const { url } = await overHttp(t);
	const page = await newPage(t, phone);
	await page.goto(`${url}ru/a-z.html`);
	await scrollTo(page, "letter-4");
	await switchTo(page, "kk");
	assert.equal(page.url(), `${url}kk/a-z.html`);
});

test("at the top of the page the switch leads to the top", async (t) => {
	const { url } = await overHttp(t);
	const page = await newPage(t, phone);
	await page.goto(`${url}ru/${answer}`);
	await switchTo(page, "en");
	assert.equal(page.url(), `${url}en/${answer}`);
	assert.equal(await page.evaluate(() => window.pageYOffset), 0);
});

test("without scripts the switch leads to the page's top", async (t) => {
	const { url } = await overHttp(t);
	const page = await newPage(t, { ...phone, javaScriptEnabled: false });
	await page.goto(`${url}ru/${answer}#step-5`);
	await switchTo(page, "kk");
	assert.equal(page.url(), `${url}kk/${answer}`);
});

test("the keyboard reaches the name above the switch in sight", async (t) => {
	const { url } = await overHttp(t);
	const page = await newPage(t, phone);
	await page.goto(`${url}ru/${answer}`);
	await scrollTo(page, "step-5");
	const top = await page.evaluate(() => {
		const name = document.querySelector("header .name");
		name.focus({ preventScroll: true });
		return name.getBoundingClientRect().top;
	});
	assert.ok(top >= 0, `the name is at ${top} px`);
});

const shown = (page, selector) => page.$$eval(selector, (all) => all.filter((e) => e.getClientRects().length > 0).length);

for (const file of [answer, "digital-id/all.html", "all.html"]) {
	test(`on paper: ${file}`, async (t) => {
		const { url } = await overHttp(t);
		const page = await newPage(t, desk);
		await page.emulateMedia({ media: "print" });
		for (const lang of languages) {
			await page.goto(`${url}${lang}/${file}`);
			for (const selector of ["h1", ".answer li", ".summary", "[id$=under-18] .answer, .answer h1"])
				assert.ok(await shown(page, selector) > 0, `${lang}: ${selector} is not printed`);
			assert.equal(await shown(page, ".answer li"), await page.$$eval(".answer li", (all) => all.length));
			for (const selector of [".skip", ".languages", ".reading", ".crumbs", ".related", "footer ul"])
				assert.equal(await shown(page, selector), 0, `${lang}: ${selector} is printed`);
			assert.equal(await page.$eval("header", (e) => getComputedStyle(e).position), "static", "not on every sheet");
		}
		const pdf = await page.pdf({ format: "A4" });
		assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
	});
}
