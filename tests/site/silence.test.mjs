// What is silenced is published: the page must be sound although the check would have complained.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";

import { read, temporary, write } from "../tools/files.mjs";
import { build } from "../tools/process.mjs";

const body = `
<!-- komek-ignore dead-link -->
Слова [без ссылки](one.ru.md), картинка ![с видом на степь](steppe.png) и [чужая ![картинка](https://example.org/x.png)](https://example.org/).

[Адрес на этом сервере](/other/page.html) <!-- komek-ignore root-relative-link -->

<!-- komek-ignore block-kind -->
> [!WARNIG]
> Текст

<!-- komek-ignore heading-level -->
# Слишком высоко
`;

async function page(t, text, args) {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	write(path.join(from, "site.yaml"), "name: { ru: Проба }\nlanguages: [ru]\nsource: ru\n");
	write(path.join(from, "_index.ru.md"), "---\ntitle: Главная\n---\n\nТекст.\n");
	write(path.join(from, "pay/_index.ru.md"), "---\ntitle: Оплата\n---\n\nТекст.\n");
	write(path.join(from, "pay/card.ru.md"), `---\ntitle: Карта\n---\n${text}`);
	const output = path.join(folder, "public");
	const result = await build(output, { from, args });
	return { ...result, html: result.status === 0 ? read(output, "ru/pay/card.html") : "" };
}

test("silenced errors do not stop a build, not even a strict one", async (t) => {
	const { status, err, html } = await page(t, body, ["--strict"]);
	assert.equal(err, "");
	assert.equal(status, 0);
	assert.match(html, /Слова без ссылки, картинка с видом на степь и <a href="https:\/\/example\.org\/" rel="noopener">чужая картинка<\/a>\./);
	assert.match(html, /<a href="\/other\/page\.html">/);
	assert.doesNotMatch(html, /steppe\.png|x\.png|href=""|src=""|komek-ignore/);
	assert.match(html, /<h2 id="part-1">Слишком высоко<\/h2>|<h1 id="part-1">Слишком высоко<\/h1>/);
});

test("the same without the comments stops it", async (t) => {
	const { status } = await page(t, body.replace(/<!--.*?-->/g, ""), []);
	assert.equal(status, 1);
});
