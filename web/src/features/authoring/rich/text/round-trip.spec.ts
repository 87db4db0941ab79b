import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { renderPage } from '../../../../../../src/modules/catalog/markdown/render-page';
import { readPage } from './read-page';
import { styleOf } from './written-style';
import { writePage } from './write-page';

const page = { asset: (path: string) => `/files/${path}`, link: (path: string) => `/learn/${path}` };
const shown = (markdown: string) => renderPage(markdown, page).html.replaceAll(/\s+/g, ' ');

/** The page after the blocks of which `touched` holds were written anew. */
function written(markdown: string, touched: (index: number) => boolean): string {
  const { blocks, gaps } = readPage(markdown);
  const now = blocks.map(({ node }, index) => ({ node, original: touched(index) ? null : index }));
  return writePage(now, { originals: blocks, gaps, style: styleOf(markdown) });
}

const CONTENT = new URL('../../../../../../demo/content', import.meta.url).pathname;
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

  it('is the same, byte for byte, where nothing was touched', () => {
    fc.assert(
      fc.property(text, (markdown) => expect(written(markdown, () => false)).toBe(markdown)),
      { numRuns: 150 },
    );
  });

  it('says the same to learners when every block is written anew', () => {
    fc.assert(
      fc.property(text, (markdown) => expect(shown(written(markdown, () => true))).toBe(shown(markdown))),
      { numRuns: 150 },
    );
  });

  it('keeps every other block byte for byte when one is written anew, and says the same', () => {
    fc.assert(
      fc.property(text, fc.nat(20), (markdown, touched) => {
        const now = written(markdown, (index) => index === touched);
        expect(shown(now)).toBe(shown(markdown));
        const { blocks } = readPage(markdown);
        const others = blocks.filter(({ isIndented, isOpen }, index) => index !== touched && !isIndented && !isOpen);
        for (const { source } of others) expect(now).toContain(source);
      }),
      { numRuns: 150 },
    );
  });
});
