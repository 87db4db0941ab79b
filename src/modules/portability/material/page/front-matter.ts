export interface SplitPage {
  /** `null` where the page has no front matter. */
  yaml: string | null;
  body: string;
  /** Lines of the file above the YAML and above the body. */
  linesBefore: { yaml: number; body: number };
}

/** Parts a page from the YAML between `---` lines at its top. The YAML keeps its last line end: a text at its end may count it. */
export function splitFrontMatter(text: string): SplitPage {
  const match = /^---[ \t]*\n([\s\S]*?(?:^|\n))---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { yaml: null, body: text, linesBefore: { yaml: 0, body: 0 } };
  const body = text.slice(match[0].length);
  return { yaml: match[1] ?? '', body, linesBefore: { yaml: 1, body: countLines(text) - countLines(body) } };
}

function countLines(text: string): number {
  return text.split('\n').length;
}
