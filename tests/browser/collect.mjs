// Opens each page once and takes down what the tests ask about.

// Runs in the page: what a reader could follow, and what the browser loads by itself.
function inPage() {
	const addresses = (name, tags) => [...document.querySelectorAll(tags)].filter((e) => e.hasAttribute(name))
		.map((e) => ({ raw: e.getAttribute(name), full: e[name] }));
	return {
		links: [...addresses("href", "a, area, link"), ...addresses("src", "img, script, source, iframe")],
		kind: document.querySelector("meta[name='komek:kind']")?.content,
		lang: document.documentElement.lang,
		ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
	};
}

// Links to other hosts, mail addresses and telephones are the concern of the generator's own checks.
function isOurs({ full }, url) {
	if (/^(?:mailto|tel|data):/.test(full))
		return false;
	return !/^https?:/.test(full) || full.startsWith(new URL(url).origin);
}

// A link as {raw, target, fragment}: target is the file it names below the site, null where it climbs out of it.
function resolve({ raw, full }, url) {
	const where = new URL(full, url);
	const fragment = decodeURIComponent(where.hash.slice(1));
	where.hash = "";
	where.search = "";
	const inside = where.href.startsWith(url);
	return { raw, target: inside ? decodeURIComponent(where.href.slice(url.length)) : null, fragment };
}

function listen(page, url, complaints) {
	const at = () => page.url().slice(url.length) || "(first page)";
	page.on("console", (message) => complaints.push(`${at()}: console: ${message.text()}`));
	page.on("pageerror", (error) => complaints.push(`${at()}: error: ${error.message}`));
	// An icon may still be on its way when the next page opens; what is not there the host notes.
	page.on("requestfailed", (request) => {
		const reason = request.failure()?.errorText ?? "";
		if (!/ABORTED/.test(reason))
			complaints.push(`${at()}: failed: ${request.url()} ${reason}`);
	});
	page.on("request", (request) => {
		if (!request.url().startsWith(url) && !request.url().startsWith("data:"))
			complaints.push(`${at()}: request to ${request.url()}`);
	});
}

// Resolves to {pages, complaints}: pages by file, each with its links, ids, kind and language.
// The page is one of playwright's or puppeteer's: what is asked of it here both have.
export async function collect(page, url, files) {
	const complaints = [];
	const pages = new Map();
	listen(page, url, complaints);
	for (const file of files) {
		await page.goto(url + file.split("/").map(encodeURIComponent).join("/"), { waitUntil: "load" });
		const found = await page.evaluate(inPage);
		const links = found.links.filter((link) => isOurs(link, url)).map((link) => resolve(link, url));
		pages.set(file, { ...found, file, links });
	}
	return { pages, complaints };
}
