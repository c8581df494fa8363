// A site with one answer that holds every form that a text can have, in each language, beside an answer that lacks two
// translations. For tests of how forms look and sound; the real content need not have them all.
import fs from "node:fs";
import path from "node:path";

import { write, temporary } from "../tools/files.mjs";
import { mustBuild } from "../tools/process.mjs";
import { content, languages } from "../tools/project.mjs";

const head = (title) => `---\ntitle: ${title}\nsummary: Короткий ответ одним предложением, в котором есть длинное слово видеоидентификация.\nupdated: 2026-11-23\nreview: 2027-05-23\n---\n`;

const body = `
Абзац со **важным**, *особым*, \`кодом\` и [ссылкой](odd.ru.md) внутри предложения.

## Шаги

1. Первый шаг.
2. Второй шаг, в котором есть [ссылка](odd.ru.md).

   Второй абзац второго шага.

   - Список внутри шага.
   - Ещё одна строка.
3. Третий шаг.

Дальше по порядку:

4. Четвёртый шаг.
5. Пятый шаг.

### Требования

- Лицо в кадре.
- Высококвалифицированнейшее частнопредпринимательское законодательство.

Читайте также:

- [Как быть, если ничего не помогло?](odd.ru.md)
- [Второй ответ](odd.ru.md)

> [!NOTE]
> Примечание.

> [!TIP]
> Совет, в котором есть [ссылка](odd.ru.md).

> [!WARNING]
> Предупреждение.
>
> 1. Шаг внутри него.

> [!LAW]
> Пункт 1 статьи 22.

> [!CAUSE]
> Причина.

> [!SOLUTION]
> Решение.

> [!SOLUTION]
> Решение без причины.

> Обычная цитата.

\`\`\`
очень-длинная-строка-кода-которая-не-помещается-на-экране-телефона-и-не-должна-его-раздвигать
\`\`\`

![Кнопка камеры внизу экрана](screen.svg)

| Документ | Как долго | Цена |
| --- | :---: | ---: |
| **Паспорт** | 15 дней | 3 000 ₸ |
| [Удостоверение](odd.ru.md) | | 500 ₸ |

| | Видеоидентификация | Высококвалифицированнейшее | Предпринимательство |
| --- | --- | --- | --- |
| Удостоверение | Видеоидентификация | Высококвалифицированнейшее | ![Схема](scheme.svg) |

---

Конец.
`;

// A screenshot of a phone, higher than any page shows it, and something small.
const drawing = (width, height) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path fill="#00566b" d="M0 0h${width}v${height}H0z"/></svg>\n`;

// Resolves to the folder of the built site and the answer's address in it.
export async function siteOfForms(t) {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	const output = path.join(folder, "public");
	fs.cpSync(path.join(content, "site.yaml"), path.join(from, "site.yaml"));
	for (const lang of languages) {
		write(path.join(from, `_index.${lang}.md`), head("Начало") + "\nПервая страница.\n");
		write(path.join(from, `pay/_index.${lang}.md`), head("Раздел") + "\nО чём он.\n");
		write(path.join(from, `pay/forms.${lang}.md`), head("Все виды текста") + body.replaceAll(".ru.md", ".md"));
	}
	write(path.join(from, "pay/screen.svg"), drawing(1080, 2400));
	write(path.join(from, "pay/scheme.svg"), drawing(40, 20));
	write(path.join(from, "pay/odd.ru.md"), head("Как быть, если ничего не помогло?") + "\nТекст.\n");
	await mustBuild(output, { from });
	return { output, files: languages.flatMap((lang) => [`${lang}/pay/forms.html`, `${lang}/pay/odd.html`]) };
}
