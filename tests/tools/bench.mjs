// What a build costs, whole processes: node tests/tools/bench.mjs KOMEK [COPIES ...]
// The real content, and the same with each question so many times over: the cost of a page must not grow with the site.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

if (process.argv[2])
	process.env.KOMEK = path.resolve(process.argv[2]);
const { mustBuild } = await import("./process.mjs");
const { content, languages, templates } = await import("./project.mjs");
const { htmlFiles, listFiles } = await import("./files.mjs");

const times = 7;
const copies = process.argv.slice(3).map(Number);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "komek-bench-"));

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

// The middle of several runs in milliseconds; `before` makes each run's work anew and is not counted.
async function measure(before, run) {
	const taken = [];
	for (let i = 0; i < times; i++) {
		before(i);
		const started = performance.now();
		await run();
		taken.push(performance.now() - started);
	}
	return median(taken);
}

const questionFiles = (from) => listFiles(from).filter((name) => /^[^/]+\/[^_/][^/]*\.md$/.test(name));

// Each question `count` times, under other names; only the first of each is among the most asked.
function multiplied(count) {
	const copy = path.join(folder, `content-${count}`);
	fs.cpSync(content, copy, { recursive: true });
	for (const name of questionFiles(copy)) {
		const text = fs.readFileSync(path.join(copy, name), "utf8").replace(/^featured:.*\n/m, "");
		for (let i = 2; i <= count; i++)
			fs.writeFileSync(path.join(copy, name.replace(/\./, `-${i}.`)), text);
	}
	return copy;
}

async function bench(count) {
	const from = multiplied(count);
	const output = path.join(folder, `public-${count}`);
	const word = questionFiles(from).find((name) => name.endsWith(`.${languages[1]}.md`));
	const build = (args) => () => mustBuild(output, { from, args });
	const empty = () => fs.rmSync(output, { recursive: true, force: true });
	const change = (i) => fs.appendFileSync(path.join(from, word), `\n${i}\n`);
	const first = await measure(empty, build([]));
	const alone = await measure(empty, build(["--jobs", "1"]));
	const again = await measure(() => {}, build([]));
	const edited = await measure(change, build([]));
	const pages = htmlFiles(output).length;
	const ms = (number) => `${number.toFixed(0)} ms`;
	console.log(`${pages} pages: first build ${ms(first)} (one thread ${ms(alone)}), nothing changed ${ms(again)}, `
		+ `one word changed ${ms(edited)}; ${(first / pages * 1000).toFixed(0)} microseconds a page`);
}

// Ten megabytes of Kazakh text: the site's own, or TEXT's lines, as answers of 60 KB.
function megabytes() {
	const own = listFiles(content).filter((name) => name.endsWith(".kk.md"))
		.map((name) => fs.readFileSync(path.join(content, name), "utf8").split("---\n").at(-1)).join("\n");
	const paragraphs = process.env.TEXT ? fs.readFileSync(process.env.TEXT, "utf8").split("\n") : own.split("\n\n");
	const texts = paragraphs.filter((line) => /^[^#>*+=|~`<!(\[\d\s-]/.test(line));
	const copy = path.join(folder, "megabytes", "pay");
	fs.mkdirSync(copy, { recursive: true });
	fs.writeFileSync(path.join(copy, "_index.kk.md"), "---\ntitle: Бөлім\nsummary: Қысқаша\n---\n");
	let next = 0;
	for (let page = 0, size = 0; size < 10e6; page++) {
		let text = `---\ntitle: Сұрақ ${page}\nsummary: Қысқаша\n---\n`;
		while (text.length < 32000)
			text += `\n${texts[next++ % texts.length]}\n`;
		fs.writeFileSync(path.join(copy, `page-${page}.kk.md`), text);
		size += Buffer.byteLength(text);
	}
	return path.dirname(copy);
}

function benchLetters() {
	const tool = path.join(path.dirname(process.env.KOMEK), "tests/bench/letters_bench");
	const result = spawnSync(tool, [megabytes(), templates, path.join(folder, "cache")], { encoding: "utf8" });
	console.log(result.stdout.trim() || `letters_bench: status ${result.status}`);
}

benchLetters();
for (const count of copies.length ? copies : [1, 10, 100])
	await bench(count);
fs.rmSync(folder, { recursive: true, force: true });
