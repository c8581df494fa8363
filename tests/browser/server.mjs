// A static host on the loopback, as a mirror is: one folder below one path, 404.html for all else.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";

const types = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml",
	".png": "image/png",
	".jpg": "image/jpeg",
	".webp": "image/webp",
	".xml": "application/xml",
	".txt": "text/plain; charset=utf-8",
};

// The file for an address, or null. No name may climb out of the folder.
function find(folder, below, address) {
	const where = decodeURIComponent(new URL(address, "http://host").pathname);
	if (!where.startsWith(below))
		return null;
	const file = path.join(folder, where.slice(below.length));
	if (!file.startsWith(folder))
		return null;
	const inside = where.endsWith("/") ? path.join(file, "index.html") : file;
	return fs.statSync(inside, { throwIfNoEntry: false })?.isFile() ? inside : null;
}

// Serves until after() closes it. Resolves to {url, missed}: where the site is, and every address that had no file.
export async function serve(folder, below, after) {
	const missed = [];
	const server = http.createServer((request, response) => {
		const file = find(folder, below, request.url);
		if (!file)
			missed.push(request.url);
		const body = file ?? path.join(folder, "404.html");
		const type = types[path.extname(body)] ?? "application/octet-stream";
		response.writeHead(file ? 200 : 404, { "content-type": type });
		response.end(fs.readFileSync(body));
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	after(() => {
		server.closeAllConnections();
		server.close();
	});
	return { url: `http://127.0.0.1:${server.address().port}${below}`, missed };
}
