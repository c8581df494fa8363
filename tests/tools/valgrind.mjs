// No leak and no wrong access in a build, of the real content and of every golden case:
// node tests/tools/valgrind.mjs KOMEK
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { allCases, prepare } from "../cases/case.mjs";
import { parallel, run } from "./process.mjs";
import { content, templates } from "./project.mjs";

const komek = path.resolve(process.argv[2] ?? "build/komek");
const found = 9;
const kinds = "definite,indirect,possible";
const options = [
	"--quiet", "--leak-check=full", `--errors-for-leak-kinds=${kinds}`, `--show-leak-kinds=${kinds}`,
	`--error-exitcode=${found}`, komek, "build",
];

// Resolves to what valgrind said, or to nothing where it found nothing.
async function examine(name, folder, args) {
	const result = await run("valgrind", [...options, ...args], { cwd: folder, seconds: 600 });
	const clean = result.status !== found && !result.signal;
	console.log(`${clean ? "ok" : "FAILED"} ${name}`);
	return clean ? null : `${name}\n${result.err}`;
}

async function realContent() {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), "komek-valgrind-"));
	const args = ["--content", content, "--templates", templates, "--output", path.join(folder, "public")];
	const said = await examine("the real content", folder, args);
	fs.rmSync(folder, { recursive: true, force: true });
	return said;
}

async function goldenCase(name) {
	const copy = prepare(name);
	const said = await examine(name, copy, []);
	fs.rmSync(copy, { recursive: true, force: true });
	return said;
}

const results = [
	await realContent(),
	...await parallel(allCases(), os.cpus().length, goldenCase),
];
const failures = results.filter(Boolean);
failures.forEach((text) => console.log(`\n${text}`));
console.log(`${results.length - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
