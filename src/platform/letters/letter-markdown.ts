/** A stretch of a line. `value` and `link.to.value` name placeholders. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'value'; name: string }
  | { type: 'strong' | 'emphasis'; children: Inline[] }
  | { type: 'link'; to: { address: string } | { value: string }; children: Inline[] };

export type Block = { type: 'paragraph' | 'list'; lines: Inline[][] } | { type: 'heading'; lines: Inline[][] };

const HOLE = /\{\{\s*([^{}]*?)\s*\}\}/gu;
const INLINE =
  /\\(?<escaped>[\\*[\]{}])|\{\{\s*(?<value>[^{}]*?)\s*\}\}|\[(?<words>[^\]\n]+)\]\(\s*(?:\{\{\s*(?<toValue>[^{}]*?)\s*\}\}|(?<address>[^()\s]+))\s*\)|\*\*(?<strong>[^*\n]+)\*\*|\*(?<emphasis>[^*\n]+)\*/gu;

/**
 * Reads the Markdown of letters: paragraphs, `- ` lists, `# ` headings, `**bold**`, `*italic*`, `[words](https://…)` and
 * `[words]({{link}})`. What placeholders stand for is put in later and never read, so a name cannot become a link.
 */
export function readLetter(markdown: string): Block[] {
  const blocks = markdown.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/u);
  return blocks.flatMap((block): Block[] => {
    const lines = block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length === 0) return [];
    if (lines.every((line) => line.startsWith('- ')))
      return [{ type: 'list', lines: lines.map((line) => readLine(line.slice(2))) }];
    const [first = ''] = lines;
    if (lines.length === 1 && /^#{1,3} /u.test(first))
      return [{ type: 'heading', lines: [readLine(first.replace(/^#+ /u, ''))] }];
    return [{ type: 'paragraph', lines: lines.map(readLine) }];
  });
}

/** A subject: nothing but text and placeholders. */
export function readSubject(subject: string): Inline[] {
  return split(subject, HOLE, ([, name = '']) => ({ type: 'value', name }));
}

/** All placeholders of it, in their order. */
export function namesIn(lines: readonly (readonly Inline[])[]): string[] {
  return lines.flat().flatMap((inline) => {
    if (inline.type === 'value') return [inline.name];
    if (inline.type === 'text') return [];
    const inside = namesIn([inline.children]);
    return inline.type === 'link' && 'value' in inline.to ? [...inside, inline.to.value] : inside;
  });
}

export function linksIn(lines: readonly (readonly Inline[])[]): Extract<Inline, { type: 'link' }>['to'][] {
  return lines.flat().flatMap((inline) => {
    if (inline.type === 'text' || inline.type === 'value') return [];
    return inline.type === 'link' ? [inline.to] : linksIn([inline.children]);
  });
}

function readLine(line: string): Inline[] {
  return split(line, INLINE, ({ groups = {} }): Inline => {
    const { escaped, value, words, toValue, address = '', strong, emphasis } = groups;
    if (escaped !== undefined) return { type: 'text', text: escaped };
    if (value !== undefined) return { type: 'value', name: value };
    if (words !== undefined)
      return { type: 'link', to: toValue === undefined ? { address } : { value: toValue }, children: readSubject(words) };
    if (strong !== undefined) return { type: 'strong', children: readLine(strong) };
    return { type: 'emphasis', children: readLine(emphasis ?? '') };
  });
}

function split(text: string, pattern: RegExp, read: (match: RegExpExecArray) => Inline): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) found.push({ type: 'text', text: text.slice(at, match.index) });
    found.push(read(match));
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ type: 'text', text: text.slice(at) });
  return found;
}
