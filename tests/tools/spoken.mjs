// What a screen reader finds on a page, in reading order, from Chromium's accessibility tree:
// node tests/tools/spoken.mjs SITE FILE   (FILE below the site, such as kk/index.html)
// A line each: role "name", states, the language where it changes. Deeper things are indented.
import path from "node:path";
import { fileURLToPath } from "node:url";

// Nothing is said of them; what they hold is.
const silent = new Set(["none", "generic", "InlineTextBox", "LineBreak", "RootWebArea", "ListMarker", "Section"]);
const states = ["level", "expanded", "checked", "disabled", "required", "invalid", "roledescription"];

const property = (node, name) => node.properties?.find((each) => each.name === name)?.value?.value;

function stateOf(node) {
	const said = states.map((name) => [name, property(node, name)]);
	const isLevel = (name) => name === "level" && node.role.value === "listitem";
	return said.filter(([name, value]) => ![undefined, false, "false"].includes(value) && !isLevel(name))
		.map(([name, value]) => `${name} ${value}`);
}

// The name is not said twice where the text below is all of it.
const isOwnText = (node, parent) => node.role?.value === "StaticText" && parent?.name?.value?.trim() === node.name?.value?.trim();

function line(node, lang) {
	const name = node.name?.value?.trim();
	return [node.role.value, ...(name ? [JSON.stringify(name)] : []), ...stateOf(node), ...(lang ? [`[${lang}]`] : [])].join(" ");
}

// The languages of the elements: the tree does not tell them.
async function languagesOf(session) {
	const { root } = await session.send("DOM.getDocument", { depth: -1 });
	const langs = new Map();
	const walk = (node, lang) => {
		const attributes = node.attributes ?? [];
		const at = attributes.indexOf("lang");
		const own = at >= 0 && at % 2 === 0 ? attributes[at + 1] : lang;
		langs.set(node.backendNodeId, own);
		node.children?.forEach((child) => walk(child, own));
	};
	walk(root, "");
	return langs;
}

// Lines of what is said on an open page of playwright's Chromium.
export async function spoken(page) {
	const session = await page.context().newCDPSession(page);
	const langs = await languagesOf(session);
	const { nodes } = await session.send("Accessibility.getFullAXTree");
	await session.detach();
	const byId = new Map(nodes.map((node) => [node.nodeId, node]));
	const lines = [`page ${JSON.stringify(nodes[0].name?.value ?? "")}`];
	let last = "";
	const walk = (node, depth, parent) => {
		const role = node.role?.value;
		const quiet = node.ignored || silent.has(role) || isOwnText(node, parent);
		if (!quiet) {
			// What has no words of its own is said in no language.
			const lang = node.name?.value ? langs.get(node.backendDOMNodeId) ?? last : last;
			lines.push("  ".repeat(depth) + line(node, lang === last ? "" : lang));
			last = lang;
		}
		for (const id of node.childIds ?? [])
			if (byId.has(id))
				walk(byId.get(id), depth + (quiet ? 0 : 1), quiet ? parent : node);
	};
	walk(nodes[0], 0, null);
	return lines;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const { launch } = await import("../browser/chromium.mjs");
	const { serve } = await import("../browser/server.mjs");
	const [folder, file] = process.argv.slice(2);
	if (!file) {
		console.error("usage: node tests/tools/spoken.mjs SITE FILE");
		process.exit(2);
	}
	const closing = [];
	const browser = await launch();
	const { url } = await serve(path.resolve(folder), "/some/sub/path/", (end) => closing.push(end));
	const page = await browser.newPage();
	await page.goto(url + file);
	console.log((await spoken(page)).join("\n"));
	await browser.close();
	closing.forEach((end) => end());
}
