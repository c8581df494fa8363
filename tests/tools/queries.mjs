// Queries as people might type them, out of texts and a source of numbers: with faults of all kinds, and strings that nobody
// types.
const swap = (from, to) => {
	const map = new Map(Array.from(from, (letter, i) => [letter, Array.from(to)[i]]));
	return (text) => Array.from(text, (letter) => map.get(letter) ?? letter).join("");
};

const keys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./";
const onRussian = "ёйцукенгшщзхъфывапролджэячсмитьбю.";
const plain = swap("әіңғүұқөһӘІҢҒҮҰҚӨҺ", "аингуукохАИНГУУКОХ");
const inEnglish = swap(`${onRussian}әіңғүұқөһ`, `${keys}234567890`.slice(0, onRussian.length) + "234590-=0");
const inRussian = swap(keys, onRussian);
const latin = swap("абвгдежзийклмнопрстуфхцыэіүұқғңөәһ", "abvgdejziyklmnoprstufhcyeiuuqgnoah");
const sounds = { ж: "zh", ч: "ch", ш: "sh", щ: "shch", я: "ya", ю: "yu", ё: "yo", х: "kh", ц: "ts", ң: "ng", ғ: "gh", ь: "", ъ: "" };
const letters = "абвгдежзийклмнопрстуфхцчшыіңғүұқөabcdefghijklmnopqrstuvwxyz";

function misspelt(text, random) {
	const all = Array.from(text);
	const at = random(all.length || 1);
	const letter = letters[random(letters.length)];
	const kind = random(4);
	if (kind === 0) all.splice(at, 1);
	else if (kind === 1) all.splice(at, 0, letter);
	else if (kind === 2) all[at] = letter;
	else all.splice(at, 2, ...all.slice(at, at + 2).reverse());
	return all.join("");
}

const ways = [
	(text) => text,
	(text) => text.toUpperCase(),
	plain,
	(text) => inEnglish(text.toLowerCase()),
	(text) => inRussian(text.toLowerCase()),
	(text) => latin(text.toLowerCase()),
	(text) => latin(Array.from(text.toLowerCase(), (letter) => sounds[letter] ?? letter).join("")),
	misspelt,
	(text, random) => misspelt(misspelt(text, random), random),
	(text, random) => misspelt(plain(text), random),
	(text, random) => misspelt(latin(text.toLowerCase()), random),
	(text, random) => text.slice(0, 1 + random(text.length || 1)),
	(text, random) => text.split(" ").slice(random(3), 1 + random(6)).join(" "),
	(text, random) => text.split(" ").sort(() => random(3) - 1).join(" "),
	(text, random) => text.replace(/ /g, () => " -\u00a0–,/"[random(6)]),
];

// A query out of a text, in one of the ways above.
export const typed = (text, random) => ways[random(ways.length)](text, random);

const odd = [
	..."abIiİıßſẞéйеёіӘқҢ019x×хХ'’ʼ`-_.@ \u00a0\u00ad\u0301\u0306\u0308\u0483\u200b\u2028\ufeff\ufffdŞşÇç;[]",
	"\ud800", "\udbff", "\udc00", "\udfff", "\u{10000}", "\u{10428}", "\u{1f600}", "\u{323b0}", "\u{10ffff}", "중", "ὰ",
	"__proto__", "constructor", "ация", "лар", "sch", "iya",
];

// Signs that are hard, and any others.
export function nonsense(random) {
	const sign = () => (random(5) ? odd[random(odd.length)] : String.fromCharCode(1 + random(0xffff)));
	return Array.from({ length: random(24) }, sign).join("").replace(/[\n\0]/g, " ");
}
