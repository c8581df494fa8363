// The one runner of all tests: node tests/run.mjs [--build DIR] [--only unit,cases,site,js,browser]
// Each tier prints its failures and one line; the last line of all is "N passed, N failed".
import { build, only } from "./tools/arguments.mjs";

import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { runCases } from "./cases/run.mjs";
import { runUnits } from "./tools/cmocka.mjs";
import { runNodeTests, testFiles } from "./tools/node-tests.mjs";
import { build as buildSite } from "./tools/process.mjs";
import { baseUrl, site, siteUrl } from "./tools/project.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const nodeTier = (folder) => runNodeTests(testFiles(path.join(here, folder)));

const tiers = {
	unit: { run: () => runUnits(path.join(build, "tests/unit")) },
	cases: { run: () => runCases() },
	site: { needsSite: true, run: () => nodeTier("site") },
	js: { needsSite: true, optional: true, run: () => nodeTier("js") },
	browser: { needsSite: true, run: () => nodeTier("browser") },
};

// The real content, once for all tests. What fails here fails once, not in every test that needs a site.
async function buildSites() {
	fs.mkdirSync(path.dirname(site), { recursive: true });
	const results = [await buildSite(site), await buildSite(siteUrl, { args: ["--base-url", baseUrl] })];
	const failures = results.filter((result) => result.status !== 0).map((result) => ({
		name: "the real content",
		text: `the build ended with ${result.status ?? result.signal}\n${result.err}`,
	}));
	return { passed: results.length - failures.length, failures };
}

function indented(text) {
	return text.trimEnd().replace(/^(?=.)/gm, "    ");
}

// Runs one tier, or the build of the sites, and prints what came of it. Resolves to {passed, failed}.
async function report(name, work, optional = false) {
	const started = Date.now();
	const { passed, failures, skipped = 0, said = "" } = await work();
	const none = passed + failures.length + skipped === 0;
	if (none && optional)
		return { passed: 0, failed: 0 };
	if (none)
		failures.push({ name: "nothing", text: "no test was found to run" });
	for (const failure of failures)
		console.log(`FAILED ${name}/${failure.name}\n${indented(failure.text)}\n`);
	if (said.trim())
		console.log(indented(said));
	const seconds = ((Date.now() - started) / 1000).toFixed(1);
	const skips = skipped ? `, ${skipped} skipped` : "";
	console.log(`${name}: ${passed} passed, ${failures.length} failed${skips} (${seconds} s)`);
	return { passed, failed: failures.length };
}

async function main() {
	const names = only ?? Object.keys(tiers);
	const unknown = names.find((name) => !(name in tiers));
	if (unknown !== undefined)
		throw new Error(`there is no tier ${unknown}; known: ${Object.keys(tiers).join(", ")}`);
	const results = [];
	let built = null;
	for (const name of names) {
		const { needsSite, optional, run } = tiers[name];
		if (needsSite && !built)
			results.push(built = await report("build", buildSites));
		if (needsSite && built.failed > 0)
			console.log(`${name}: not run, there is no site`);
		else
			results.push(await report(name, run, optional && !only));
	}
	const sum = (field) => results.reduce((total, result) => total + result[field], 0);
	console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
	process.exitCode = sum("failed") > 0 ? 1 : 0;
}

await main();
