// The runner's arguments. Imported before all else: the environment that it sets tells project.mjs, here and in the
// test processes, which program and which site are tested.
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

function parse(words) {
	const chosen = { build: "build", only: null };
	for (let i = 0; i < words.length; i += 2) {
		const name = words[i].replace(/^--/, "");
		if (!(name in chosen) || words[i + 1] === undefined)
			throw new Error(`what is ${words[i]}? known: --build DIR, --only TIER,TIER`);
		chosen[name] = words[i + 1];
	}
	return { build: path.resolve(root, chosen.build), only: chosen.only?.split(",") };
}

export const { build, only } = parse(process.argv.slice(2));

process.env.KOMEK = path.join(build, "komek");
process.env.KOMEK_SITE = path.join(build, "tests/site");
process.env.KOMEK_SITE_URL = path.join(build, "tests/site-url");
