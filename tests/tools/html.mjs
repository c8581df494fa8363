// HTML as a flat list of tokens: enough to see what stands in a page that the generator wrote, no more.
const entities = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", nbsp: "\u00a0" };
const rawText = new Set(["script", "style"]);
const voidTags = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

export function decode(text) {
	return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name) => {
		if (name[0] !== "#")
			return entities[name] ?? whole;
		const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
		return String.fromCodePoint(code);
	});
}

function attributes(text) {
	const list = {};
	const pattern = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
	for (const [, name, double, single, bare] of text.matchAll(pattern))
		list[name.toLowerCase()] = decode(double ?? single ?? bare ?? "");
	return list;
}

// Tokens are {type: "open", tag, attrs}, {type: "close", tag} and {type: "text", text}; comments and the doctype are
// dropped, the text of scripts and styles is taken as it is.
export function tokens(html) {
	const found = [];
	const pattern = /<!--[^]*?-->|<![^>]*>|<(\/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</g;
	let match;
	while ((match = pattern.exec(html))) {
		const [whole, slash, name, rest] = match;
		if (whole.startsWith("<!"))
			continue;
		if (!name) {
			found.push({ type: "text", text: decode(whole) });
			continue;
		}
		const tag = name.toLowerCase();
		found.push(slash ? { type: "close", tag } : { type: "open", tag, attrs: attributes(rest) });
		if (!slash && rawText.has(tag)) {
			const end = html.toLowerCase().indexOf(`</${tag}`, pattern.lastIndex);
			found.push({ type: "text", text: html.slice(pattern.lastIndex, end), raw: true });
			pattern.lastIndex = end;
		}
	}
	return found;
}

// The elements in document order, each with its text, its own attributes, the elements around it and its language.
export function elements(html) {
	const all = [];
	const open = [];
	for (const token of tokens(html)) {
		if (token.type === "open") {
			const element = { tag: token.tag, attrs: token.attrs, text: "", around: [...open] };
			element.lang = token.attrs.lang ?? open.at(-1)?.lang ?? "";
			all.push(element);
			if (!voidTags.has(token.tag))
				open.push(element);
		} else if (token.type === "close") {
			const at = open.map((element) => element.tag).lastIndexOf(token.tag);
			if (at >= 0)
				open.length = at;
		} else {
			for (const element of open)
				element.text += token.text;
		}
	}
	return all;
}

export const clean = (text) => text.replace(/\s+/g, " ").trim();

export const meta = (page, name) => page.find((e) => e.tag === "meta" && e.attrs.name === name)?.attrs.content;
