import type { LetterLanguage } from './letter-language.js';
import { escaped } from './write-letter.js';
import { wordsIn } from './words.js';

interface Page {
  language: LetterLanguage;
  subject: string;
  /** As `writeLetter` made it. */
  html: string;
  files: readonly { name: string; words: string }[];
}

// Mail programs read no style sheets of others and few inline ones twice; classes in the head are what most of them know.
const STYLE = `body{margin:0;background:#f5f6f4;color:#1c2321;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.letter{max-width:36rem;margin:0 auto;padding:24px 20px;background:#fff;overflow-wrap:anywhere}
h2{font-size:18px;margin:24px 0 8px}a{color:#0b5d57}
.button{display:inline-block;padding:10px 18px;border-radius:8px;background:#0b5d57;color:#fff;text-decoration:none;font-weight:600}
.signature{margin-top:24px}.footer,.enclosed{margin-top:24px;padding-top:12px;border-top:1px solid #d5dad7;color:#55605c;font-size:14px}
@media (prefers-color-scheme:dark){body{background:#121716;color:#e8edea}.letter{background:#1a201f}a{color:#6fd3c7}
.button{background:#6fd3c7;color:#06231f}.footer,.enclosed{color:#aab5b0;border-color:#36413d}}`;

/** The HTML form of a letter, as it is sent. */
export function mailPage({ language, subject, html, files }: Page): string {
  const { enclosed } = wordsIn(language);
  const list = files.map(({ name, words }) => `<li>${escaped(name)}: ${escaped(words)}</li>`).join('');
  const enclosure = files.length === 0 ? '' : `\n<div class="enclosed"><p>${escaped(enclosed)}</p><ul>${list}</ul></div>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title>
<style>${STYLE}</style></head>
<body><div class="letter">${html}${enclosure}</div></body></html>
`;
}
