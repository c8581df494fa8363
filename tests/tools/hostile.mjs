// What a search must survive: queries and titles that are meant to break it, and such as happen by accident.
export const queries = {
	markup: "</script><img src=x onerror=alert(1)><script>alert(1)</script> <svg/onload=alert(1)>",
	quotes: "\"'`><svg onload=alert(1)>\\ \\' ${x} {{x}}",
	"names of JavaScript": "__proto__ constructor toString hasOwnProperty prototype valueOf",
	"one name of JavaScript": "__proto__",
	"regular expressions": ".* (a+)+$ [ ( ) ] { } ? ^ | \\d",
	controls: Array.from({ length: 32 }, (_, i) => String.fromCharCode(i)).join("a"),
	"line separators": "смс\u2028код\u2029",
	"half pairs": "\ud800смс\udc00 \udc00a \udbff",
	"half pairs alone": "\udc00\ud800",
	"turned about": "\u202eсмс\u2066код\u200f\u200b\ufeff",
	address: "javascript:alert(1) data:text/html,<script>alert(1)</script>",
	"what sorts before and behind all": "\u0000 0 \uffff \u{10ffff} \uf900 \u{20000}",
	"letters that grow when their case changes": "İSTANBUL ŉ ǰ ΐ ﬃ ẞ",
	"the first letter of many words": "а",
	"100,000 letters": "я".repeat(100000),
	"100,000 words": "смс ".repeat(25000),
	"100,000 different words": Array.from({ length: 17000 }, (_, i) => `w${i}`).join(" ").slice(0, 100000),
	"100,000 misspelt words": "каммера нисмокод удостверение ".repeat(3400).slice(0, 100000),
	"100,000 quotes": "a'".repeat(50000),
	"100,000 letters of later planes": "\u{20000}".repeat(50000),
	"100,000 spaces": " ".repeat(100000),
};

// Chromium alone needs half a minute to lay these out in a box: only for what runs without one.
export const marks = { "100,000 marks": `и${"\u0306".repeat(100000)}` };

// Titles that an editor may write, and a word that each must be found by. The last two are long.
export const titles = [
	["</script><img src=x onerror=alert(1)>\"'`&amp;<!-- разметка", "разметка"],
	["__proto__", "__proto__"],
	["constructor", "constructor"],
	["toString hasOwnProperty", "hasownproperty"],
	["Строка\u2028две\u2029три", "две"],
	["javascript:alert(1) адрес", "адрес"],
	["${x} {{y}} %3Cscript%3E подстановка", "подстановка"],
	["\u{1f600} улыбка \u{20000}", "улыбка"],
	["]]> <![CDATA[ --> раздел", "раздел"],
	[`длинное ${"щ".repeat(1000)}`, "длинное"],
	[`много ${"слов ".repeat(400)}конец`, "много"],
];
