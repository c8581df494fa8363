// Runs files of node's own test runner and counts the tests in them, not the files.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { run } from "node:test";

export function testFiles(folder) {
	const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
	return names.filter((name) => name.endsWith(".test.mjs")).sort().map((name) => path.join(folder, name));
}

// What went wrong, without the runner's own frames.
function reason(error) {
	const cause = error.cause ?? error;
	const text = cause.stack ?? cause.message ?? String(cause);
	return text.split("\n").filter((line) => !/\(?node:/.test(line)).join("\n") + "\n";
}

// Some versions of node report each file as a test around its tests; it says nothing of its own, unless it did not run.
function isOnlyAWrapper(event, files) {
	const { name, details } = event;
	const isFile = files.some((file) => file === name || file.endsWith(`/${name}`));
	const ofChildren = details?.error?.failureType === "subtestsFailed" || details?.type === "suite";
	return details?.error ? ofChildren : isFile || ofChildren;
}

export async function runNodeTests(files) {
	const count = { passed: 0, skipped: 0, failures: [] };
	const output = [];
	if (files.length === 0)
		return count;
	const stream = run({ files, concurrency: Math.min(files.length, os.cpus().length) });
	stream.on("test:pass", (event) => {
		if (isOnlyAWrapper(event, files))
			return;
		if (event.skip !== undefined || event.todo !== undefined)
			count.skipped++;
		else
			count.passed++;
	});
	stream.on("test:fail", (event) => {
		const name = `${path.basename(event.file ?? "")}: ${event.name}`;
		if (!isOnlyAWrapper(event, files))
			count.failures.push({ name, text: reason(event.details.error) });
	});
	stream.on("test:stderr", (event) => output.push(event.message));
	stream.on("test:diagnostic", (event) => {
		if (!/^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(event.message))
			output.push(`${event.message}\n`);
	});
	for await (const event of stream)
		void event;
	return { ...count, said: output.join("") };
}
