// What komek.find says of a query: how it was understood, why an answer was found, which words the page may mark.
import assert from "node:assert/strict";
import { test } from "node:test";

import { site } from "../tools/project.mjs";
import { searchOf } from "../tools/search-site.mjs";

const { komek } = searchOf(site);
const find = (query, options = {}) => komek.find(query, { lang: "kk", ...options });
const plain = (value) => JSON.parse(JSON.stringify(value));

test("understood: only where it is another than typed", async () => {
	const rows = [
		["kk", "камера", null, "as typed"],
		["kk", "камераны ашу", null, "other endings"],
		["kk", "номиримди жанарту", null, "no Kazakh letters"],
		["ru", "камера ghbdtn", null, "a piece that says nothing in any reading stays"],
		["ru", "rfvthf", "камера", "another keyboard layout"],
		["ru", "rfvthf yt jnrhsdftncz", "камера не открывается", "... of a whole question"],
		["kk", "kamera", "камера", "Latin letters for a word of all three languages"],
		["kk", "digital", null, "a Latin word of the site"],
		["ru", "ашу", null, "a short word is not the beginning of another keyboard's: fie(ld)"],
		["kk", "shetel", "шетел", "Latin letters"],
		["ru", "заблокиорван", "заблокирован", "letters exchanged"],
		["ru", "камера заблокиорван", "камера заблокирован", "the other pieces stay as typed"],
		["en", "blokced", "block", "an edit in English"],
	];
	for (const [lang, query, want, reason] of rows) {
		const { understood } = await find(query, { lang });
		// The form of the word is the content's.
		assert.ok(want === null ? understood === null : (understood || "").toLowerCase().startsWith(want), `${query}: ${reason}: ${understood}`);
	}
});

test("reasons: what was asked, how it was read, what was found", async () => {
	const reasonOf = async (query, lang = "ru") => plain((await find(query, { lang })).hits[0].reasons);
	assert.deepEqual(await reasonOf("камера"), [{ asked: "камера", reading: "typed", tier: "exact", word: "камера", isShown: true }]);
	assert.deepEqual((await reasonOf("rfvthf")).map(({ asked, reading, tier }) => [asked, reading, tier]), [["камера", "layout", "exact"]]);
	assert.equal((await reasonOf("камерою"))[0].tier, "stem");
	assert.equal((await reasonOf("заблокиорван"))[0].tier, "edit");
	assert.equal((await reasonOf("заблокиро"))[0].tier, "prefix");
	assert.equal((await reasonOf("номир", "kk"))[0].tier, "letters");
	assert.deepEqual((await reasonOf("kamera", "kk")).map(({ reading }) => reading), ["latin"]);
});

test("matched: the forms that stand in the texts shown", async () => {
	const { matched, hits } = await find("камераларыңыз");
	assert.ok(matched.has("камера"));
	assert.ok(!matched.has("камераларыңыз"));
	for (const hit of hits)
		for (const word of hit.words)
			assert.ok(matched.has(word));
});

test("total counts all answers, the limit only those given", async () => {
	const all = await find("камера", { limit: 100 });
	assert.equal(all.hits.length, all.total);
	const one = await find("камера", { limit: 1 });
	assert.equal(one.hits.length, 1);
	assert.equal(one.total, all.total);
	assert.deepEqual(plain(one.hits[0]), plain(all.hits[0]));
});

test("similar: said of the whole where nothing better was found", async () => {
	assert.equal((await find("камера")).isSimilar, false);
	assert.equal((await find("кюъщ")).hits.length, 0);
	assert.equal((await find("кюъщ")).isSimilar, false);
});
