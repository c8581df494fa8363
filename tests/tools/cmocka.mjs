// Runs the executables of the unit tests and counts each test in them.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { parallel, run } from "./process.mjs";

// One executable's output as {passed, skipped, failures}. A test that began and never ended (a crash) has failed.
export function readCmocka(output) {
	const count = { passed: 0, skipped: 0, failures: [] };
	let running = null;
	let said = [];
	const end = (failed) => {
		if (failed)
			count.failures.push({ name: running, text: `${said.join("\n")}\n` });
		running = null;
		said = [];
	};
	for (const line of output.split("\n")) {
		const [, word, name] = /^\[\s*(RUN|OK|FAILED|SKIPPED)\s*\] (.*)$/.exec(line) ?? [];
		if (word === "RUN") {
			if (running !== null)
				end(true);
			running = name;
		} else if (running !== null && word) {
			count.passed += word === "OK" ? 1 : 0;
			count.skipped += word === "SKIPPED" ? 1 : 0;
			end(word !== "OK" && word !== "SKIPPED");
		} else if (line.trim()) {
			said.push(line);
		}
	}
	if (running !== null)
		end(true);
	return count;
}

async function runOne(file) {
	// One pipe for both streams keeps the messages beside the tests they belong to.
	const result = await run("/bin/sh", ["-c", "exec \"$0\" 2>&1", file], { seconds: 300 });
	const count = readCmocka(result.out);
	if (result.status !== 0 && count.failures.length === 0)
		count.failures.push({ name: "the program itself", text: result.out });
	if (result.signal)
		count.failures.at(-1).text += `ended by ${result.signal}\n`;
	for (const failure of count.failures)
		failure.name = `${path.basename(file)}: ${failure.name}`;
	return count;
}

export async function runUnits(folder) {
	const all = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
	const names = all.filter((name) => name.endsWith("_test")).sort();
	const counts = await parallel(names, os.cpus().length, (name) => runOne(path.join(folder, name)));
	return {
		passed: counts.reduce((sum, count) => sum + count.passed, 0),
		skipped: counts.reduce((sum, count) => sum + count.skipped, 0),
		failures: counts.flatMap((count) => count.failures),
	};
}
