// Which words of a text are marked, which passage is shown, and what an address says of a query.
import assert from "node:assert/strict";
import { test } from "node:test";

import { site } from "../tools/project.mjs";
import { searchOf } from "../tools/search-site.mjs";

const { komek } = searchOf(site);
const { analysis } = await komek.find("");
const passages = await komek.index.later("passages");

const marksOf = (text, words, found = []) => komek.marks(text, { words: found }, { analysis, words });
const marked = (...given) => Array.from(marksOf(...given), ([from, to]) => given[0].slice(from, to));

test("marked are the words of the query, and words that begin like its last one", () => {
	assert.deepEqual(marked("SMS-код, смс-коды, КОДЫ, кодекс", ["sms", "коды"]), ["SMS", "коды", "КОДЫ"]);
	assert.deepEqual(marked("SMS-код, смс-коды, КОДЫ, кодекс", ["коды", "sms", "код"]), ["SMS", "код", "коды", "КОДЫ", "кодекс"]);
	assert.deepEqual(marked("Жеке куәліктің", ["жеке", "куәлік"]), ["Жеке", "куәліктің"]);
	assert.deepEqual(marked("Жеке куәліктің", ["куәлік", "жеке"]), ["Жеке"]);
	assert.deepEqual(marked("к каждому", ["к"]), ["к"], "one letter begins too many words");
	assert.deepEqual(marked("anything", []), []);
});

test("and the words that the hit was found by, inflected and mistyped ones", () => {
	assert.deepEqual(marked("Замените удостоверение", ["удоставеренем"], ["удостоверение"]), ["удостоверение"]);
	assert.deepEqual(marked("constructor __proto__", ["x"], ["constructor"]), ["constructor"]);
});

const block = (n) => Array.from({ length: n }, (_, i) => `слово${i}`).join(" ");
const cut = (text, words, found) => {
	const marks = marksOf(text, words, found);
	assert.notEqual(marks.length, 0);
	const piece = passages.cut(text, marks);
	assert.ok(piece.text.length <= 300, `${piece.text.length} signs`);
	const shown = Array.from(piece.marks, ([from, to]) => piece.text.slice(from, to));
	return { text: piece.text, shown };
};

test("a passage lies within its block, cut at spaces, with its marks", () => {
	const cases = {
		"at its beginning": [`Цель ${block(100)}`, /^Цель .* …$/],
		"near its beginning": [`В начале цель ${block(100)}`, /^В начале цель .* …$/],
		"in the middle": [`${block(50)} цель ${block(50)}\nещё`, /^… слово.* цель .* …$/],
		"at its end": [`нет\n${block(50)} цель`, /^… слово.* цель$/],
		"without a space": [`${"х".repeat(300)}-цель-${"х".repeat(300)}`, /цель/],
	};
	for (const [reason, [text, want]] of Object.entries(cases)) {
		const piece = cut(text, ["цел"]);
		assert.match(piece.text, want, reason);
		assert.deepEqual(piece.shown.map((word) => word.toLowerCase()), ["цель"], reason);
	}
});

test("a short block brings what follows it", () => {
	assert.equal(cut(`Первый.\nКакая цель?\n${"Ответ на это. ".repeat(6).trim()}\nТретий.`, ["цель"]).text,
		`Какая цель?\n${"Ответ на это. ".repeat(6).trim()}`);
	assert.equal(cut("Первый.\nКакая цель?", ["цель"]).text, "Какая цель?");
});

test("the best passage shows most of what was asked, and long words more than short ones", () => {
	const text = `Код один. ${block(40)}\nКод код код код. ${block(40)}\nНе пришёл код по телефону. ${block(40)}`;
	assert.match(cut(text, ["код", "телефон"], ["код", "телефону"]).text, /^Не пришёл/);
	assert.match(cut(`Не да не.\n${block(60)}\nУдостоверение ${block(60)}`, ["не", "да", "удостоверение"]).text, /^Удостоверение/);
});

test("an address keeps any query, and never all of a long one", () => {
	assert.equal(komek.address("смс & #1"), `?q=${encodeURIComponent("смс & #1")}`);
	assert.equal(komek.address("\ud800a\udc00"), `?q=${encodeURIComponent("\ufffda\ufffd")}`);
	assert.equal(komek.address("я".repeat(100000)).length, 3 + 1000 * 6);
});
