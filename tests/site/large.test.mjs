// A sitemap holds 50,000 addresses at most; a larger site has parts. It takes minutes: only where `make test-long` asks for it.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { isFile, listFiles, read, temporary, write } from "../tools/files.mjs";
import { mustBuild, run } from "../tools/process.mjs";
import { baseUrl } from "../tools/project.mjs";

const schema = fileURLToPath(new URL("sitemap.xsd", import.meta.url));
const skip = process.env.KOMEK_LARGE ? false : "KOMEK_LARGE is not set";
const most = 50000;

const entry = (title) => `---\ntitle: ${title}\n---\n\nТекст.\n`;
const addresses = (folder, name) => [...read(folder, name).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);

async function sized(t, questions) {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	write(path.join(from, "site.yaml"), "name: { ru: Проба }\nlanguages: [ru]\nsource: ru\n");
	write(path.join(from, "_index.ru.md"), entry("Главная"));
	write(path.join(from, "one/_index.ru.md"), entry("Раздел"));
	for (let i = 0; i < questions; i++)
		write(path.join(from, `one/q-${i}.ru.md`), entry(`Вопрос ${i}`));
	const output = path.join(folder, "public");
	await mustBuild(output, { from, args: ["--base-url", baseUrl] });
	for (const name of listFiles(output).filter((each) => /^sitemap/.test(each))) {
		const result = await run("xmllint", ["--nonet", "--noout", "--schema", schema, path.join(output, name)]);
		assert.equal(result.status, 0, result.err);
	}
	return output;
}

// Home, section and alphabet are addresses, too.
test("50,000 addresses are one sitemap", { skip }, async (t) => {
	const output = await sized(t, most - 3);
	assert.equal(addresses(output, "sitemap.xml").length, most);
	assert.ok(!isFile(output, "sitemap-1.xml"));
});

test("50,001 are two, which sitemap.xml names", { skip }, async (t) => {
	const output = await sized(t, most - 2);
	const parts = addresses(output, "sitemap.xml");
	assert.deepEqual(parts, [1, 2].map((n) => `${baseUrl}sitemap-${n}.xml`));
	const all = [1, 2].flatMap((n) => addresses(output, `sitemap-${n}.xml`));
	assert.equal(addresses(output, "sitemap-1.xml").length, most);
	assert.equal(new Set(all).size, most + 1);
});
