// Sites to measure with: the real content, or made-up questions, built into build/bench.
import fs from "node:fs";
import path from "node:path";

import { writeCorpus } from "../tools/corpus/corpus.mjs";
import { mustBuild } from "../tools/process.mjs";
import { content, root } from "../tools/project.mjs";

// `questions` a language; 0: the real content. Resolves to {from, output}.
export async function benchSite(questions) {
	const folder = path.join(root, "build/bench", questions ? String(questions) : "real");
	const output = path.join(folder, "public");
	const from = questions ? path.join(folder, "content") : content;
	if (questions) {
		fs.rmSync(from, { recursive: true, force: true });
		writeCorpus(questions, from);
	}
	fs.mkdirSync(folder, { recursive: true });
	await mustBuild(output, { from, args: ["--cache", path.join(root, "build/cache")], seconds: 1800 });
	return { from, output };
}
