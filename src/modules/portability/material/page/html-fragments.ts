export interface Converted {
  markdown: string;
  /** Names of tags that have no place on a page. */
  leftOut: string[];
  pictures: { url: string; hasAlt: boolean }[];
}

const TOKEN = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z\d]*)\b((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi;
const ATTRIBUTE = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi;

/** Tags that pages know, without attributes. */
const KEPT = new Set(['kbd', 'sub', 'sup', 'mark', 'br']);
/** Tags that only group or paint: their content says it all. */
const FRAMES = new Set([
  'p',
  'div',
  'span',
  'center',
  'section',
  'figure',
  'figcaption',
  'font',
  'small',
  'u',
  'tbody',
  'thead',
  'table',
  'tr',
]);
const MARKS = new Map([
  ['b', '**'],
  ['strong', '**'],
  ['i', '*'],
  ['em', '*'],
  ['code', '`'],
  ['hr', '\n\n---\n\n'],
]);
/** All else that a browser would act on. A name beyond these (`<your-name>`) is a word in brackets and stays. */
const OTHERS = new Set(
  (
    'a abbr article aside audio blockquote button canvas caption cite dd del details dl dt embed footer form h1 h2 h3 h4 h5 h6 header iframe ' +
    'input ins label li link main math meta nav object ol option picture pre q s samp script select source style summary svg template ' +
    'textarea td th tt ul var video'
  ).split(' '),
);

/** Longer pieces are no part of a lesson, and the patterns below would take long over them. */
const MAX_CHARACTERS = 50_000;

/** A piece of raw HTML in Markdown as a page can show it: pictures, tables, emphasis, keys; comments and scripts go. */
export function htmlToMarkdown(html: string): Converted {
  if (html.length > MAX_CHARACTERS) return { markdown: '', leftOut: ['a piece too long to read'], pictures: [] };
  const found: Found = { leftOut: new Set(), pictures: [] };
  const markdown = convert(html, found);
  return {
    markdown: markdown.replaceAll(/^[ \t]+$/gm, '').replaceAll(/\n{3,}/g, '\n\n'),
    leftOut: [...found.leftOut],
    pictures: found.pictures,
  };
}

interface Found {
  leftOut: Set<string>;
  pictures: Converted['pictures'];
}

function convert(html: string, found: Found): string {
  return html
    .replaceAll(/<table\b[\s\S]*?<\/table\s*>/gi, (table) => tableToMarkdown(table, found))
    .replaceAll(TOKEN, (token, raw: string | undefined, slash: string, tag = '', attributes = '') =>
      convertTag(token, (raw ?? tag).toLowerCase(), slash, attributes, found),
    );
}

function convertTag(token: string, tag: string, slash: string, attributes: string, found: Found): string {
  if (token.startsWith('<!--')) return '';
  if (KEPT.has(tag)) return `<${slash}${tag}>`;
  if (tag === 'img') return pictureToMarkdown(attributes, found);
  const mark = MARKS.get(tag);
  if (mark !== undefined) return mark;
  if (OTHERS.has(tag)) found.leftOut.add(tag);
  else if (!FRAMES.has(tag)) return token;
  return '';
}

function pictureToMarkdown(attributes: string, found: Found): string {
  const values = new Map(
    [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      (double ?? single ?? bare ?? '').replaceAll(/\s+/g, ' '),
    ]),
  );
  const [url = '', alt, width = ''] = [values.get('src'), values.get('alt'), values.get('width')];
  found.pictures.push({ url, hasAlt: alt !== undefined });
  const isPlain = alt !== undefined && !/[[\]\\`*_$<>&!]/.test(alt);
  const more = [
    ...(alt === undefined || isPlain ? [] : [`alt="${alt.replaceAll(/["\\]/g, String.raw`\$&`)}"`]),
    ...(/^\d{1,4}%?$/.test(width) ? [`width=${width}`] : []),
  ];
  const address = /^[^\s<>()]+$/.test(url) ? url : `<${url.replaceAll(/[<>]/g, '')}>`;
  return `![${isPlain ? alt : ''}](${address})${more.length > 0 ? `{${more.join(' ')}}` : ''}`;
}

function tableToMarkdown(table: string, found: Found): string {
  const rows = [...table.matchAll(/<tr\b[^>]*>([\s\S]*?)(?=<tr\b|<\/tr|<\/table)/gi)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh]\b[^>]*>([\s\S]*?)(?=<t[dh]\b|<\/t[dh]|$)/gi)].map(([, cell = '']) => cellToMarkdown(cell, found)),
  );
  const [head, ...body] = rows.filter((cells) => cells.length > 0);
  if (!head) return '';
  return ['', asRow(head), asRow(head.map(() => '---')), ...body.map(asRow), ''].join('\n');
}

function asRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cellToMarkdown(cell: string, found: Found): string {
  return convert(cell, found)
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', String.raw`\|`)
    .trim();
}
