// The letter to support: composed on the page, shown as it will be sent, opened in mail or copied; nothing stored, nothing sent.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { fromFolder, overHttp, ownWays } from "./sites.mjs";
import { axeFinds, sideways, tabTo, visit } from "./visit.mjs";
import { none } from "../tools/none.mjs";
import { languages, siteUrl, baseUrl } from "../tools/project.mjs";

const answer = "digital-id/under-18.html";
const phone = { viewport: { width: 360, height: 640 } };
const mail = "support@digital-id.freshdesk.com";
const labels = {
	kk: ["Өңір", "ЖСН", "Браузер", "Телефон нөмірі", "Қатенің сипаттамасы"],
	ru: ["Регион", "ИИН", "Браузер", "Номер телефона", "Описание ошибки"],
	en: ["Region", "IIN", "Browser", "Phone number", "Description of the error"],
};

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

async function compose(page) {
	await page.click(".compose a");
	await page.waitForSelector(".letter");
}

async function opened(t, { file = `ru/${answer}`, open = overHttp, script, ...options } = {}) {
	const { url } = await open(t);
	const page = await visit(t, browser, { ...phone, ...options });
	page.requests = [];
	page.on("request", (request) => page.requests.push(request.url()));
	if (script)
		await page.addInitScript(script);
	await page.goto(url + file);
	return page;
}

const preview = (page) => page.inputValue("#letter-text");
const text = (page, selector) => page.$eval(selector, (e) => e.textContent);

// What a mail application makes of the link.
async function decoded(page) {
	const href = await page.getAttribute(".letter .open", "href");
	const [, address, query] = /^mailto:([^?]*)\?(.*)$/.exec(href);
	const part = (name) => decodeURIComponent(new RegExp(`(?:^|&)${name}=([^&]*)`).exec(query)?.[1] ?? "");
	return { href, address: decodeURIComponent(address), subject: part("subject"), body: part("body") };
}

const value = { region: "Акмолинская область", iin: "990101300122", phone: "+7 701 000 00 00", text: "Камера & «свет»?\n50% + #1 = ё" };

async function fill(page, lang = "ru") {
	const [region, iin, , tel, words] = labels[lang];
	await page.selectOption(`.letter select:below(:text("${region}"))`, { index: 5 });
	await page.getByLabel(iin, { exact: true }).fill(value.iin);
	await page.getByLabel(tel, { exact: true }).fill(value.phone);
	await page.getByLabel(words, { exact: true }).fill(value.text);
}

for (const lang of languages) {
	test(`the letter in ${lang}: the five fields, the page, the day; the mail is what is shown`, async (t) => {
		const page = await opened(t, { file: `${lang}/${answer}` });
		await compose(page);
		const found = await page.$$eval(".letter label:not([for=letter-text])", (all) => all.map((e) => e.textContent));
		assert.deepEqual(found, labels[lang]);
		await fill(page, lang);
		const shown = await preview(page);
		for (const said of [value.iin, value.phone, value.text, page.url()])
			assert.ok(shown.includes(said), `${said} is not in\n${shown}`);
		assert.match(shown, /: Chrome \d+, \S.*\n/, "the browser is filled in");
		assert.match(shown, /: \d{4}-\d\d-\d\d$/, "the day of the answer's update");
		assert.equal(shown.split("\n").findIndex((line) => line === ""), 6, "a line each, the description has two");
		const letter = await decoded(page);
		assert.equal(letter.address, mail);
		assert.equal(letter.body.replaceAll("\r\n", "\n"), shown);
		assert.ok(!/[^\r]\n/.test(letter.body), "lines of a mail end with CRLF");
		assert.ok(letter.subject.includes(await text(page, "h1")));
		assert.ok((await text(page, ".letter .head")).includes(letter.subject), "the subject is shown");
		none(page.complaints);
	});
}

for (const [where, open] of ownWays) {
	test(`nothing is stored and nothing is sent, ${where}`, async (t) => {
		const page = await opened(t, { open });
		await compose(page);
		const before = page.requests.length;
		const kept = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
		const stored = await kept();
		await fill(page);
		await page.keyboard.press("Tab");
		assert.equal(page.requests.length, before);
		assert.equal(await kept(), stored);
		assert.ok(!(await kept()).includes(value.iin));
		none(page.complaints);
	});
}

test("from a folder the letter does not tell where the reader keeps it", async (t) => {
	const page = await opened(t, { open: fromFolder });
	await compose(page);
	const shown = await preview(page);
	assert.match(shown, new RegExp(`: ru/${answer}\n`));
	assert.doesNotMatch(shown, /file:|tmp/);
});

test("where the site knows its address, the letter names the page's public one", async (t) => {
	const page = await opened(t, { open: (own) => overHttp(own, siteUrl) });
	await compose(page);
	assert.ok((await preview(page)).includes(`${baseUrl}ru/${answer}`));
});

test("a letter too long for a link: it is said, the link opens an empty letter, copying is the way", async (t) => {
	const page = await opened(t);
	await compose(page);
	const field = page.getByLabel("Описание ошибки", { exact: true });
	let longest = 0;
	for (let length = 0; length <= 400; length += 20) {
		await field.fill("ж".repeat(length));
		const { href, body } = await decoded(page);
		assert.ok(href.length <= 2000, `${length}: ${href.length}`);
		const isLong = (await text(page, ".letter .long")) !== "";
		assert.equal(body === "", isLong);
		assert.equal(await text(page, ".letter .open"), isLong ? "Открыть пустое письмо" : "Открыть в почте");
		longest = isLong ? longest : href.length;
	}
	assert.ok(longest > 1850, `the link could have held more than ${longest}`);
	assert.ok((await preview(page)).includes("ж".repeat(400)), "what is copied is whole");
	assert.equal(await page.getAttribute(".letter .long", "role"), "status");
	await field.fill("");
	assert.equal(await text(page, ".letter .long"), "");
});

test("signs that are no text do not stop it", async (t) => {
	const page = await opened(t);
	await compose(page);
	await page.evaluate(() => {
		const field = document.querySelector(".letter textarea");
		field.value = "\ud83d x \ude00\ude00 😀 \u0000 <b>";
		field.dispatchEvent(new Event("input", { bubbles: true }));
	});
	assert.ok((await decoded(page)).body.includes("\ufffd x \ufffd\ufffd 😀"));
	none(page.complaints);
});

test("the hint to the IIN: after leaving the field, never in the way", async (t) => {
	const page = await opened(t);
	await compose(page);
	const field = page.getByLabel("ИИН", { exact: true });
	const hint = async () => page.$eval(`#${await field.getAttribute("aria-describedby")}`, (e) => e.textContent);
	const rows = [
		["990101300122", /^12 цифр$/], ["9901 0130 0122", /^12 цифр$/], ["", /^12 цифр$/],
		["990101300123", /опечатка/], ["991301300122", /опечатка/], ["90010130001", /пока 11/], ["90010130001O", /пока 11/],
		["9901013001221", /пока 13/],
	];
	for (const [typed, wanted] of rows) {
		await field.fill(typed);
		await field.blur();
		assert.match(await hint(), wanted, typed);
		assert.ok((await preview(page)).includes(`ИИН: ${typed}\n`), "it is sent as it was typed");
	}
	await field.fill("");
	await field.blur();
	await field.pressSequentially("9001");
	assert.match(await hint(), /^12 цифр$/, "nobody is corrected while typing");
});

test("by the keyboard alone", async (t) => {
	const page = await opened(t);
	assert.ok(await tabTo(page, ".compose a", 60));
	const at = () => page.evaluate(() => [document.activeElement.getAttribute("role"), document.activeElement.getAttribute("aria-expanded")]);
	assert.deepEqual(await at(), ["button", "false"]);
	await page.keyboard.press("Space");
	await page.waitForSelector(".letter");
	assert.deepEqual(await at(), ["button", "true"], "the focus stays");
	await page.keyboard.press("Tab");
	for (let i = 0; i < 5; i++)
		await page.keyboard.press("ArrowDown");
	for (const typed of ["990101300122", null, "+77010000000", "Камера не открывается"]) {
		await page.keyboard.press("Tab");
		if (typed)
			await page.keyboard.type(typed);
	}
	assert.match(await preview(page), /^Регион: Акмолинская область\nИИН: 990101300122\nБраузер: Chrome .*\nНомер телефона: \+77010000000\nОписание ошибки: Камера не открывается\n/);
	for (const wanted of ["#letter-text", ".letter .open", ".letter button", ".letter button"]) {
		await page.keyboard.press("Tab");
		assert.ok(await page.evaluate((selector) => document.activeElement.matches(selector), wanted), wanted);
	}
	assert.ok(await page.isVisible(".letter"));
	await page.focus(".compose a");
	await page.keyboard.press("Enter");
	assert.ok(await page.isHidden(".letter"), "it can be put away");
	await page.keyboard.press("Enter");
	assert.ok((await preview(page)).includes("Камера не открывается"), "and comes back as it was");
	none(page.complaints);
});

test("copying: the clipboard, or the text selected", async (t) => {
	const page = await opened(t, { script: () => Object.defineProperty(navigator, "clipboard", {
		configurable: true,
		value: {
			writeText: async (copied) => {
				window.copied = copied;
			},
		},
	}) });
	await compose(page);
	await fill(page);
	await page.click("text=Скопировать текст");
	assert.equal(await page.evaluate(() => window.copied), await preview(page));
	assert.match(await text(page, ".letter .result"), /^Текст скопирован/);
	await page.click("text=Скопировать адрес");
	assert.equal(await page.evaluate(() => window.copied), mail);
	await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
	await page.click("text=Скопировать текст");
	const chosen = () => page.evaluate(() => {
		const { value: all, selectionStart, selectionEnd } = document.activeElement;
		return selectionStart === undefined ? String(getSelection()) : all.slice(selectionStart, selectionEnd);
	});
	assert.equal(await chosen(), await preview(page));
	assert.match(await text(page, ".letter .result"), /^Выделено/);
	await page.click("text=Скопировать адрес");
	assert.equal(await chosen(), mail);
	none(page.complaints);
});

test("where the form does not load, the link opens mail", async (t) => {
	const page = await opened(t);
	await page.route(/letter.*\.js$/, (route) => route.abort());
	const link = await page.getAttribute(".compose a", "href");
	assert.match(link, /^mailto:support@/);
	const asked = page.waitForEvent("request", (request) => request.url().startsWith("mailto:")).catch(() => null);
	await page.evaluate(() => {
		window.went = [];
		navigation.addEventListener("navigate", (event) => window.went.push(event.destination.url));
	});
	await page.click(".compose a");
	await page.waitForFunction(() => window.went.some((url) => url.startsWith("mailto:"))).catch(() => asked);
	assert.equal(await page.locator(".letter").count(), 0);
});

test("without scripts: the address with a letter to fill in, and the list of what to give", async (t) => {
	const page = await opened(t, { javaScriptEnabled: false });
	assert.ok(await page.isHidden(".compose"));
	assert.equal(await page.locator(".support li").count(), 5);
	const href = await page.getAttribute(".support a[href^=mailto]", "href");
	const body = decodeURIComponent(/body=([^&]*)/.exec(href)[1]);
	for (const label of labels.ru)
		assert.ok(body.toLowerCase().includes(label.toLowerCase()), `${label} is not in the template`);
});

for (const look of [{ colorScheme: "light" }, { colorScheme: "dark" }, { contrast: "more" }, { forcedColors: "active" }]) {
	test(`no barrier: ${Object.values(look)}`, async (t) => {
		const page = await opened(t, { bypassCSP: true });
		await page.emulateMedia(look);
		await page.setViewportSize({ width: 360, height: 6000 });
		await compose(page);
		await page.getByLabel("ИИН", { exact: true }).fill("1");
		await page.getByLabel("Описание ошибки", { exact: true }).fill("ж".repeat(400));
		none(await axeFinds(page, ".support"));
	});
}

test("no sideways scroll at 320 px with the largest text; targets are 44 px", async (t) => {
	const page = await opened(t);
	await compose(page);
	const small = await page.$$eval(".letter input, .letter select, .letter button, .letter .open, .compose a", (all) => all
		.filter((e) => e.getBoundingClientRect().height < 44).map((e) => e.outerHTML));
	none(small);
	await page.setViewportSize({ width: 320, height: 640 });
	for (const lang of languages) {
		await page.goto(page.url().replace(/\/(kk|ru|en)\//, `/${lang}/`));
		await page.evaluate(() => {
			document.documentElement.setAttribute("data-text", "200");
			document.documentElement.setAttribute("data-spacing", "wide");
		});
		await compose(page);
		assert.equal(await sideways(page), 0, lang);
	}
});
