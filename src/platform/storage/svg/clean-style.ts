/** Functions that compute and never fetch. */
const FUNCTIONS = new Set(
  'rgb rgba hsl hsla calc min max clamp matrix translate translatex translatey scale scalex scaley rotate skewx skewy blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia not nth-child nth-of-type'.split(
    ' ',
  ),
);
const LOCAL_REFERENCE = /url\(\s*(["']?)#[\w.:-]+\1\s*\)/gi;
const DECLARATION = /^\s*-?[a-z][a-z-]*\s*:\s*[^:\s][^:]*$/i;
const SELECTOR = /^[\w\s.#,:>*+~()[\]="'-]+$/;

/** Whether a value refers to nothing outside the picture. Escapes are refused, since they can spell anything. */
export function isSelfContained(value: string): boolean {
  if (/[\\<>{}@]/.test(value)) return false;
  const calls = value.replace(LOCAL_REFERENCE, '').matchAll(/([\w-]*)\s*\(/g);
  return [...calls].every(([, name]) => name === '' || FUNCTIONS.has((name ?? '').toLowerCase()));
}

/** The declarations of a style attribute that refer to nothing outside the picture. */
export function cleanDeclarations(text: string): string {
  return withoutComments(text)
    .split(';')
    .filter((declaration) => DECLARATION.test(declaration) && isSelfContained(declaration))
    .map((declaration) => declaration.trim())
    .join(';');
}

/** The plain rules of a style sheet, cleaned; at-rules (@import, @font-face, @media) are left out whole. */
export function cleanStyleSheet(text: string): string {
  const sheet = withoutComments(text);
  const rules: string[] = [];
  let at = 0;
  while (at < sheet.length) {
    const stop = indexOfAny(sheet, '{;', at);
    if (sheet[stop] !== '{') {
      at = stop + 1;
      continue;
    }
    const end = closingBrace(sheet, stop);
    const selector = sheet.slice(at, stop).trim();
    if (SELECTOR.test(selector)) rules.push(`${selector}{${cleanDeclarations(sheet.slice(stop + 1, end))}}`);
    at = end + 1;
  }
  return rules.join('\n');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*.*?(?:\*\/|$)/gs, ' ').replace(/<!--|-->/g, ' ');
}

function indexOfAny(text: string, marks: string, from: number): number {
  for (let at = from; at < text.length; at++) if (marks.includes(text[at] ?? '')) return at;
  return text.length;
}

function closingBrace(text: string, opening: number): number {
  let depth = 0;
  for (let at = opening; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}
