// The order of results, from numbers alone.
import assert from "node:assert/strict";
import { test } from "node:test";

import { site } from "../tools/project.mjs";
import { searchOf } from "../tools/search-site.mjs";

const { komek } = searchOf(site);
const { weights } = await komek.index.ready();
const LANGUAGES = 3;
// A find of a word: [answer, language, weight] each.
const find = (...texts) => ({ counts: 1, isStrong: true, texts: texts.flatMap(([answer, language, weight]) => [answer * LANGUAGES + language, weight]) });
// Each word of the query is a piece of its own, with one reading.
const piece = (finds, more = {}) => [{ worth: 1, words: [{ finds, isSmall: false, ...more }] }];
const ranked = (pieces, reader = 0) => Array.from(komek.rank(pieces, { answers: 10, languages: LANGUAGES, reader, weights }).best(10));
const rank = (groups, reader) => ranked(groups.map((finds) => piece(finds)), reader);
const order = (groups, reader) => rank(groups, reader).map(({ answer }) => answer);

test("nothing asked, nothing found", () => {
	assert.deepEqual(order([]), []);
	assert.deepEqual(order([[], []]), []);
});

test("the heavier text first", () => {
	assert.deepEqual(order([[find([0, 0, 10], [1, 0, 50], [2, 0, 30])]]), [1, 2, 0]);
});

test("more of the words before somewhat heavier ones", () => {
	assert.deepEqual(order([[find([0, 0, 30], [1, 0, 20])], [find([1, 0, 20])], [find([2, 0, 30])]]), [1, 2, 0]);
});

test("a rare word counts for more than a common one", () => {
	const common = find(...[0, 1, 2, 3, 4, 5, 6].map((answer) => [answer, 0, 20]));
	assert.equal(order([[common], [find([9, 0, 20])]])[0], 9);
});

test("the same: the site's order", () => {
	assert.deepEqual(order([[find([7, 0, 20], [3, 0, 20], [5, 0, 20])]]), [3, 5, 7]);
});

test("as many as asked for, of those that are wanted", () => {
	const answers = [7, 3, 5, 1, 8];
	const all = komek.rank([piece([find(...answers.map((answer, i) => [answer, 0, 20 + 5 * i]))])], { answers: 10, languages: LANGUAGES, reader: 0, weights });
	const best = (...how) => Array.from(all.best(...how), ({ answer }) => answer);
	assert.deepEqual(Array.from(all.found).sort(), [1, 3, 5, 7, 8]);
	assert.deepEqual(best(5), [8, 1, 5, 3, 7]);
	assert.deepEqual(best(2), [8, 1]);
	assert.deepEqual(best(2, (answer) => answer < 8), [1, 5]);
	assert.deepEqual(best(0), []);
});

test("a text in the reader's language before the same in another; an answer is there once", () => {
	const finds = [find([0, 1, 20], [0, 2, 20], [1, 0, 20])];
	assert.deepEqual(order([finds], 0), [1, 0]);
	assert.deepEqual(order([finds], 1), [0, 1]);
});

test("the words of a query may stand in different languages", () => {
	assert.equal(order([[find([4, 0, 20], [5, 0, 63])], [find([4, 1, 20])]])[0], 4);
});

test("a beginning counts for less than the word", () => {
	const beginning = { ...find([0, 0, 30]), counts: 0.6 };
	assert.deepEqual(order([[beginning, find([1, 0, 30])]]), [1, 0]);
});

test("an answer knows in which languages it was found, and scores fall", () => {
	const found = rank([[find([0, 0, 20], [0, 2, 20])], [find([1, 1, 20])]]);
	assert.deepEqual(found.map(({ answer, languages }) => [answer, languages]), [[0, 0b101], [1, 0b010]]);
	for (let i = 1; i < found.length; i++)
		assert.ok(found[i - 1].score >= found[i].score);
});

test("a small word counts for less than a large one", () => {
	const small = piece([find([0, 0, 60])], { isSmall: true });
	assert.deepEqual(ranked([small, piece([find([1, 0, 30])])])[0].answer, 1);
});

test("of several readings of a word each answer has its best", () => {
	const reading = (worth, ...finds) => ({ worth, words: [{ finds, isSmall: false }] });
	const found = ranked([[reading(1, find([0, 0, 20])), reading(0.9, find([0, 0, 60], [1, 0, 20]))]]);
	assert.deepEqual(found.map(({ answer }) => answer), [0, 1]);
	assert.ok(found[0].score > 2 * found[1].score);
});

test("a reading of which nothing is found takes nothing from the others", () => {
	const good = { worth: 0.9, words: [{ finds: [find([1, 0, 20])], isSmall: false }] };
	const empty = { worth: 1, words: [{ finds: [], isSmall: false }] };
	assert.equal(ranked([[empty, good]])[0].score, ranked([[good]])[0].score);
});

test("an answer whose title holds the words comes before one whose text does, however often", () => {
	const title = 40;
	assert.deepEqual(order([[find([0, 0, title - 1], [1, 0, title])], [find([0, 0, title - 1], [1, 0, title])]]), [1, 0]);
	const [first, second] = rank([[find([0, 0, title - 1], [1, 0, title])]]);
	assert.ok(first.score > 1.3 * second.score);
});

test("several forms of a word in one text count for more than one", () => {
	assert.deepEqual(order([[find([0, 0, 30], [1, 0, 30]), find([1, 0, 20])]]), [1, 0]);
});

test("an answer that holds too little of a query is not shown", () => {
	const lone = [find([0, 0, 60])];
	assert.deepEqual(order([lone, ...Array.from({ length: 200 }, () => [])]), []);
	assert.deepEqual(order([lone, []]), [0]);
});

test("edits: what a word must be changed by until it begins with a stem", async () => {
	const { edits } = await komek.index.later("near");
	const cases = [
		["паспорт", "паспорт", 1, [0, 0]],
		["паспорт", "паспорттар", 1, [0, 3]],
		["паспорт", "паспрот", 1, [1, 0]],
		["паспорт", "паспрт", 1, [1, 0]],
		["паспорт", "пасспорт", 1, [1, 0]],
		["паспорт", "паспонт", 1, [1, 0]],
		["паспорт", "пзспонт", 1, null],
		["паспорт", "пзспонт", 2, [2, 0]],
		["балабакша", "биалабакшалар", 1, [1, 3]],
		["паспорт", "пас", 2, null],
	];
	for (const [stem, word, most, want] of cases) {
		const got = edits(stem, word, most);
		assert.deepEqual(got && Array.from(got), want, `${stem} ${word}`);
	}
});

test("one word, and nothing but words that are little like it: nothing is shown", () => {
	const far = { ...find([0, 0, 60]), counts: 0.25, isStrong: false };
	assert.deepEqual(order([[far]]), []);
	assert.deepEqual(order([[far], [far]]), [0]);
});

test("an answer that only holds words like those asked says so", () => {
	const like = { ...find([0, 0, 60]), counts: 0.4, isStrong: false };
	assert.deepEqual(ranked([piece([like])]).map(({ isSimilar }) => isSimilar), [true]);
	assert.deepEqual(ranked([piece([find([0, 0, 20])])]).map(({ isSimilar }) => isSimilar), [false]);
	assert.deepEqual(ranked([piece([like]), piece([find([0, 0, 20])], { isSmall: true })]).map(({ isSimilar }) => isSimilar), [true]);
});
