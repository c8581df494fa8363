// Runs the golden cases: node tests/cases/run.mjs [--bless] [AREA/NAME or a part of it ...]
// --bless rewrites what they want; read the difference before you keep it.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { allCases, check } from "./case.mjs";
import { parallel } from "../tools/process.mjs";

// The difference as diff shows it: people can read that.
function difference({ what, want, got }) {
	if (!want.includes("\n") && !got.includes("\n"))
		return `${what}: wanted ${want || "nothing"}, got ${got || "nothing"}\n`;
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), "komek-diff-"));
	fs.writeFileSync(path.join(folder, "want"), want);
	fs.writeFileSync(path.join(folder, "got"), got);
	const labels = ["--label", `wanted ${what}`, "--label", "got"];
	const shown = spawnSync("diff", ["-u", ...labels, "want", "got"], { cwd: folder });
	fs.rmSync(folder, { recursive: true });
	return shown.stdout.toString();
}

// Resolves to {passed, failures: [{name, text}]}.
export async function runCases({ bless = false, only = [] } = {}) {
	const names = allCases().filter((name) => only.length === 0 || only.some((part) => name.includes(part)));
	const results = await parallel(names, os.cpus().length, async (name) => {
		try {
			return { name, text: (await check(name, bless)).map(difference).join("") };
		} catch (error) {
			return { name, text: `${error.stack}\n` };
		}
	});
	const failures = results.filter((result) => result.text);
	return { passed: results.length - failures.length, failures };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const words = process.argv.slice(2);
	const only = words.filter((word) => !word.startsWith("--"));
	const { passed, failures } = await runCases({ bless: words.includes("--bless"), only });
	for (const { name, text } of failures)
		console.log(`FAILED cases/${name}\n${text}`);
	console.log(`${passed} passed, ${failures.length} failed`);
	process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
}
