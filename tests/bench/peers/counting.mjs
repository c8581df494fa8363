// A static host that notes what each request costs: the bytes of the file as gzip -9 sends it, or as it is where that is less.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm" };

// Resolves to {url, take, close}: take() gives {bytes, requests, names} since the last time it was called. `extra` are pages
// that are no files, address to HTML.
export async function counting(folder, extra = {}) {
	let taken = [];
	const server = http.createServer((request, response) => {
		const name = decodeURIComponent(new URL(request.url, "http://host").pathname);
		const file = path.join(folder, name);
		const isThere = name in extra || (file.startsWith(folder) && fs.statSync(file, { throwIfNoEntry: false })?.isFile());
		if (!isThere) {
			response.writeHead(404);
			return response.end();
		}
		const bytes = Buffer.from(extra[name] ?? fs.readFileSync(file));
		taken.push({ name, bytes: Math.min(bytes.length, zlib.gzipSync(bytes, { level: 9 }).length) });
		response.writeHead(200, { "content-type": `${types[path.extname(name)] ?? "application/octet-stream"}; charset=utf-8` });
		response.end(bytes);
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}`,
		take() {
			const all = taken;
			taken = [];
			return { bytes: all.reduce((sum, one) => sum + one.bytes, 0), requests: all.length, names: all.map(({ name }) => name) };
		},
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}
