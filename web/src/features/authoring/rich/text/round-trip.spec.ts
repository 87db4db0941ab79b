import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { renderPage } from '../../../../../../src/modules/catalog/markdown/render-page';
import { readPage } from './read-page';
import { styleOf } from './written-style';
import { writePage } from './write-page';

const page = { asset: (path: string) => `/files/${path}`, link: (path: string) => `/learn/${path}` };
/** Which of two marks on the very same words is outside cannot be seen. */
const MARKS = /(?:<(?:em|strong|del|kbd|sub|sup|mark|a [^>]*)>){2,}|(?:<\/(?:em|strong|del|kbd|sub|sup|mark|a)>){2,}/g;
const sorted = (tags: string) =>
  tags
    .split(/(?<=>)/)
    .sort()
    .join('');
const shown = (markdown: string) => renderPage(markdown, page).html.replaceAll(/\s+/g, ' ').replaceAll(MARKS, sorted);

/** The page after the blocks of which `touched` holds were written anew. */
function written(markdown: string, touched: (index: number) => boolean): string {
  const { blocks, gaps } = readPage(markdown);
  const now = blocks.map(({ node }, index) => ({ node, original: touched(index) ? null : index }));
  return writePage(now, { originals: blocks, gaps, style: styleOf(markdown) });
}

const CONTENT = fileURLToPath(new URL('../../../../../../demo/content', import.meta.url));
const pages = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => [name, readFileSync(join(CONTENT, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')] as const);

describe('a page of the demo that goes through the editor', () => {
  it.each(pages)('%s stays as it is, byte for byte', (_, markdown) => {
    expect(written(markdown, () => false)).toBe(markdown);
  });

  it.each(pages)('%s says the same to learners when every block is written anew', (_, markdown) => {
    const anew = written(markdown, () => true);
    expect(shown(anew)).toBe(shown(markdown));
    expect(written(anew, () => true)).toBe(anew);
  });
});

describe('any text that goes through the editor', () => {
  const pieces = [
    'word',
    ' ',
    ' ',
    '\n',
    '\n',
    '\n\n',
    '\n\n',
    '*',
    '**',
    '_',
    '`',
    '~~',
    '# ',
    '## ',
    '- ',
    '* ',
    '1. ',
    '2) ',
    '> ',
    '    ',
    '```\n',
    '$',
    '$$\n',
    '|',
    '| a | b |\n|---|:-:|\n| c | d |\n',
    '---\n',
    '![alt](fig/x.svg "cap"){width=40%}\n\n',
    '![a](b)',
    '[link](https://a.example "t")',
    '[ref]',
    '[ref]: https://b.example\n',
    '[^1]',
    '[^1]: note\n',
    '<kbd>',
    '</kbd>',
    '<br>',
    '<div>\n',
    '<!-- x -->',
    ':::note[Title]\n',
    '::::challenge\n',
    ':::\n',
    ':::solution\n',
    '\\',
    '$5',
    'https://c.example',
    '&amp;',
    '<',
    ':',
    '- [ ] ',
    '- [x] ',
    '{#id}',
    '!',
    '\t',
    '===\n',
    'a_b',
    '5',
    '.',
    ')',
    '(',
    '[',
    ']',
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));

  const words = fc
    .array(
      fc.constantFrom(
        'word',
        'snake_case',
        '*slanted*',
        '_slanted_',
        '**strong**',
        '***both***',
        '**strong *and* slanted**',
        '~~gone~~',
        '`code`',
        '`` a`b ``',
        '$x^2$',
        '$5',
        'a * b',
        '[1]',
        '#1',
        '<kbd>Ctrl</kbd>',
        'H<sub>2</sub>O',
        'List<String>',
        '[link](activity:scale "Scale")',
        '[**strong** link](https://a.example)',
        '<https://b.example>',
        'https://c.example/a_b',
        '![icon](fig/i.png)',
        '![a](fig/x.png "cap"){width=40%}',
        'note[^1]',
        '&amp; &lt;',
        'a|b',
        '10:30',
        String.raw`\*star\*`,
        '<!-- comment -->',
        'line<br>break',
        '1.',
        '-',
        '+',
        'end.',
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((some) => `So ${some.join(' ')}`);
  const lines = fc.array(words, { minLength: 1, maxLength: 3 }).map((some) => some.join('\n'));
  const leaf = fc.oneof(
    lines,
    words.map((text) => `## ${text}`),
    words.map((text) => `> ${text}\n> again`),
    fc.array(words, { minLength: 1, maxLength: 3 }).map((some) => some.map((text) => `* ${text}`).join('\n')),
    fc.array(words, { minLength: 1, maxLength: 3 }).map((some) => some.map((text) => `1. ${text}\n\n   more`).join('\n\n')),
    words.map((text) => `- [x] ${text}\n- [ ] two\n  - three\n\n    \`\`\`sh\n    ls\n    \`\`\``),
    words.map((text) => `${text.replaceAll('|', '')}\n===`),
    words.map((text) => `| a | ${text.replaceAll('|', String.raw`\|`)} |\n|:--|--:|\n| c | d |\n| e |`),
    fc.constantFrom(
      '```js title="x"\nlet a;\n\n:::\n```',
      '    indented\n    code',
      '$$\n\\frac{1}{2}\n$$',
      '---',
      '<div>\nraw\n</div>',
      '![a](fig/a.png)',
    ),
  );
  const block = fc.oneof(
    { weight: 4, arbitrary: leaf },
    fc
      .tuple(
        fc.constantFrom('note', 'solution', 'spam'),
        fc.constantFrom('', '[A *title*]', '{title="Told"}'),
        fc.array(leaf, { maxLength: 2 }),
      )
      .map(([name, label, inside]) => `:::${name}${label}\n${inside.join('\n\n')}\n:::`),
  );
  const document = fc
    .array(block, { minLength: 1, maxLength: 6 })
    .map((blocks) => [...blocks, '[^1]: A footnote.\n'].join('\n\n'));

  it('is the same, byte for byte, where nothing was touched', () => {
    fc.assert(
      fc.property(text, (markdown) => expect(written(markdown, () => false)).toBe(markdown)),
      { numRuns: 150 },
    );
  });

  it('says the same to learners when every block is written anew', () => {
    fc.assert(
      fc.property(document, (markdown) => expect(shown(written(markdown, () => true))).toBe(shown(markdown))),
      { numRuns: 150 },
    );
  });

  it('keeps every other block byte for byte when one is written anew, and says the same', () => {
    fc.assert(
      fc.property(document, fc.nat(8), (markdown, touched) => {
        const now = written(markdown, (index) => index === touched);
        expect(shown(now)).toBe(shown(markdown));
        const { blocks } = readPage(markdown);
        for (const { source } of blocks.filter((_, index) => index !== touched)) expect(now).toContain(source);
      }),
      { numRuns: 150 },
    );
  });
});
