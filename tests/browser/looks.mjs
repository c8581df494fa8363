// The looks that a page can have: what the device asks for (media) and what the reader has chosen (data-* of html).
export const looks = {
	light: {},
	dark: { media: { colorScheme: "dark" } },
	contrast: { media: { contrast: "more" } },
	"dark with contrast": { media: { colorScheme: "dark", contrast: "more" } },
	"dark chosen on a light device": { chosen: { theme: "dark" } },
	"light with contrast chosen on a dark device": { media: { colorScheme: "dark" }, chosen: { theme: "light", contrast: "more" } },
	"forced colours": { media: { colorScheme: "dark", forcedColors: "active" } },
	"text 200 %": { chosen: { text: "200" } },
	"wide spacing": { chosen: { spacing: "wide" } },
	"the narrowest phone": { width: 320 },
	"the narrowest phone, text 200 %, wide spacing": { width: 320, chosen: { text: "200", spacing: "wide" } },
	paper: { media: { media: "print" } },
};

const plain = { colorScheme: "light", contrast: null, forcedColors: null, media: null };

// Before a page is opened: what the device asks for.
export async function wear(page, { media = {}, width = 360 } = {}) {
	await page.setViewportSize({ width, height: 800 });
	await page.emulateMedia({ ...plain, ...media });
}

// After it: what the reader has chosen.
export const choose = (page, { chosen = {} } = {}) =>
	page.evaluate((each) => Object.assign(document.documentElement.dataset, each), chosen);
