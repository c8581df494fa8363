// The texts of a content as MiniSearch takes them: one document a question.
import fs from "node:fs";
import path from "node:path";

import { listFiles } from "../../tools/files.mjs";

const value = (head, key) => new RegExp(`^${key}: *(.*)$`, "m").exec(head)?.[1].replace(/^"|"$|^\[|\]$/g, "") ?? "";
const plain = (markdown) => markdown.replace(/\]\([^)]*\)/g, "]").replace(/[[\]#>*!]|^\d+\.|^- /gm, " ").replace(/\s+/g, " ").trim();

export function documentsOf(content, language) {
	const names = listFiles(content).filter((name) => new RegExp(`/[^_/]+\\.${language}\\.md$`).test(name));
	return names.map((name, id) => {
		const [, head, ...body] = fs.readFileSync(path.join(content, name), "utf8").split("---\n");
		return {
			id, address: name.replace(/\.\w+\.md$/, ".html"), title: value(head, "title"), summary: value(head, "summary"),
			keywords: value(head, "keywords"), body: plain(body.join("---\n")),
		};
	});
}
