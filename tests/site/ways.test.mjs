// Ways to an answer: by clicks from the home page, on one page with all others, by an old address.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { htmlFiles, isFile, read, temporary, write } from "../tools/files.mjs";
import { clean, elements, meta } from "../tools/html.mjs";
import { none } from "../tools/none.mjs";
import { pagesOf } from "../tools/pages.mjs";
import { mustBuild } from "../tools/process.mjs";
import { content, languages, site } from "../tools/project.mjs";

const idsOf = (page) => page.map((e) => e.attrs.id).filter((id) => id !== undefined);
const linksOf = (page) => page.filter((e) => e.tag === "a" && e.attrs.href !== undefined).map((e) => e.attrs.href);
const isOurs = (href) => !/^[a-z]+:/i.test(href);
const target = (file, href) => path.posix.join(path.posix.dirname(file), href.replace(/[?#].*/, "") || path.posix.basename(file));

// How many clicks each page is away from `from`, by links alone: no script runs here.
function clicksFrom(folder, from) {
	const clicks = new Map([[from, 0]]);
	for (const file of clicks.keys()) {
		for (const href of linksOf(elements(read(folder, file))).filter(isOurs)) {
			const to = target(file, href);
			if (!clicks.has(to) && to.endsWith(".html"))
				clicks.set(to, clicks.get(file) + 1);
		}
	}
	return clicks;
}

for (const lang of languages) {
	test(`from the home page in ${lang} each answer is three clicks away at most`, () => {
		const clicks = clicksFrom(site, `${lang}/index.html`);
		const questions = pagesOf(site).filter((page) => page.kind === "question" && page.lang === lang);
		assert.ok(questions.length > 0, "there are no questions");
		none(questions.filter(({ file }) => !(clicks.get(file) <= 3)).map(({ file }) => `${file}: ${clicks.get(file)}`));
	});
}

test("from the first page every page is reached", () => {
	const clicks = clicksFrom(site, "index.html");
	// A form leads to the search, and only where script runs.
	const byForm = (file) => file.endsWith("/search.html");
	none(htmlFiles(site).filter((file) => file !== "404.html" && !byForm(file) && !clicks.has(file)));
});

test("every id of every page is unique", () => {
	const twice = (file) => idsOf(elements(read(site, file))).filter((id, i, all) => all.indexOf(id) !== i);
	none(htmlFiles(site).flatMap((file) => twice(file).map((id) => `${file}: ${id}`)));
});

const slugs = pagesOf(site).filter((page) => page.kind === "question" && page.lang === "ru")
	.map((page) => path.basename(page.file, ".html"));

test("on pages of many answers each id of an answer begins with its slug", () => {
	for (const { file } of pagesOf(site).filter((page) => page.kind === "all")) {
		const page = elements(read(site, file));
		const answers = page.filter((e) => e.attrs.class === "entry");
		assert.ok(answers.length > 0, `${file} has no answer`);
		for (const answer of answers) {
			assert.ok(slugs.includes(answer.attrs.id), `${file}: ${answer.attrs.id}`);
			const inside = idsOf(page.filter((e) => e.around.includes(answer)));
			none(inside.filter((id) => !id.startsWith(`${answer.attrs.id}-`)).map((id) => `${file}: ${id}`));
		}
	}
});

test("pages of many answers hold each answer whole", () => {
	for (const lang of languages) {
		const all = elements(read(site, `${lang}/all.html`));
		for (const slug of slugs) {
			const entry = all.find((e) => e.attrs.id === slug);
			const { file } = pagesOf(site).find((page) => page.lang === lang && page.file.endsWith(`/${slug}.html`));
			const own = elements(read(site, file));
			const words = (page, around) => page.filter((e) => e.tag === "li" && e.around.includes(around))
				.map((e) => clean(e.text));
			assert.deepEqual(words(all, entry), words(own, own.find((e) => e.attrs.class === "answer")), `${lang} ${slug}`);
			assert.ok(words(all, entry).length > 0 || clean(entry.text).length > 100, `${lang} ${slug} is empty`);
		}
	}
});

test("headings go down one level at a time", () => {
	for (const { file } of pagesOf(site).filter((page) => /^(all|index)$/.test(page.kind))) {
		const levels = elements(read(site, file)).filter((e) => /^h[1-6]$/.test(e.tag)).map((e) => Number(e.tag[1]));
		assert.equal(levels[0], 1, file);
		none(levels.filter((level, i) => i > 0 && (level === 1 || level > levels[i - 1] + 1)).map((l) => `${file}: h${l}`));
	}
});

test("the alphabet holds each question once, under its own letter", () => {
	for (const lang of languages) {
		const page = elements(read(site, `${lang}/a-z.html`));
		const letters = page.filter((e) => /^letter-/.test(e.attrs.id ?? "")).map((e) => clean(e.text));
		assert.equal(new Set(letters).size, letters.length, `${lang}: a letter stands twice: ${letters}`);
		const main = page.filter((e) => e.around.some((each) => each.tag === "main"));
		const to = linksOf(main).filter((href) => !href.startsWith("#"));
		assert.deepEqual(to.map((href) => path.basename(href, ".html")).sort(), [...slugs].sort());
	}
});

const head = (title, more = "") => `---\ntitle: ${title}\n${more}---\n\nТекст.\n`;

// A site of `count` questions in one language.
async function sized(t, count) {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	write(path.join(from, "site.yaml"), "name: { ru: Проба }\nlanguages: [ru]\nsource: ru\n");
	write(path.join(from, "_index.ru.md"), head("Главная"));
	for (const section of ["one", "two"])
		write(path.join(from, section, "_index.ru.md"), head(`Раздел ${section}`));
	for (let i = 0; i < count; i++)
		write(path.join(from, i % 2 ? "one" : "two", `q-${i}.ru.md`), head(`Вопрос ${i}`));
	const output = path.join(folder, "public");
	await mustBuild(output, { from });
	return output;
}

for (const [count, holds] of [[200, true], [201, false]]) {
	test(`of ${count} questions all.html ${holds ? "holds the answers" : "leads to the sections' pages"}`, async (t) => {
		const output = await sized(t, count);
		const page = elements(read(output, "ru/all.html"));
		assert.equal(page.filter((e) => e.attrs.class === "entry").length, holds ? count : 0);
		const main = page.filter((e) => e.around.some((each) => each.tag === "main"));
		const sections = linksOf(main).filter((href) => href.endsWith("/all.html"));
		assert.deepEqual(sections, holds ? [] : ["one/all.html", "two/all.html"]);
		const inSections = ["one", "two"].flatMap((name) => elements(read(output, `ru/${name}/all.html`)))
			.filter((e) => e.attrs.class === "entry");
		assert.equal(inSections.length, count);
		const clicks = clicksFrom(output, "ru/index.html");
		none([...clicks].filter(([, n]) => n > 3).map(([file, n]) => `${file}: ${n}`));
	});
}

test("an old address leads on, without script too, and is kept from search engines", async (t) => {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	const output = path.join(folder, "public");
	fs.cpSync(content, from, { recursive: true });
	const alias = (name, list) => {
		const file = path.join(from, name);
		fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/^title:/m, `aliases: [${list}]\n$&`));
	};
	alias("digital-id/under-18.ru.md", "digital-id/too-young, child.html");
	alias("digital-id/_index.kk.md", "did");
	await mustBuild(output, { from, args: ["--base-url", "https://help.example/"] });
	const wanted = {
		"ru/digital-id/too-young.html": "ru/digital-id/under-18.html",
		"ru/child.html": "ru/digital-id/under-18.html",
		"kk/did/index.html": "kk/digital-id/index.html",
	};
	for (const [old, now] of Object.entries(wanted)) {
		const page = elements(read(output, old));
		const refresh = page.find((e) => e.attrs["http-equiv"] === "refresh")?.attrs.content;
		assert.equal(target(old, /^0; url=(.*)$/.exec(refresh)[1]), now);
		const main = page.filter((e) => e.around.some((each) => each.tag === "main"));
		assert.deepEqual(linksOf(main).map((href) => target(old, href)), [now]);
		assert.equal(meta(page, "robots"), "noindex");
		assert.ok(!read(output, "sitemap.xml").includes(old), "the sitemap names it");
		for (const href of linksOf(page).filter(isOurs))
			assert.ok(isFile(output, target(old, href)), `${old}: ${href} leads nowhere`);
	}
	assert.ok(!isFile(output, "kk/digital-id/too-young.html"), "another language has it");
});
