import { readPage } from './read-page';
import type { RichNode } from './rich-node';
import { styleOf } from './written-style';
import { type PageBlock, writePage } from './write-page';

const paragraph = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** A page after its blocks were put together otherwise. */
function after(markdown: string, change: (blocks: PageBlock[]) => PageBlock[]): string {
  const { blocks, gaps } = readPage(markdown);
  const kept = blocks.map(({ node }, original) => ({ node, original }));
  return writePage(change(kept), { originals: blocks, gaps, style: styleOf(markdown) });
}
const added = (text: string) => ({ node: paragraph(text), original: null });

describe('what is written anew', () => {
  it('is written as the author writes the rest', () => {
    const page = '* a\n* b\n\n_slanted_ words\n\n:::note\n\nx\n\n:::\n';
    const anew = after(page, (blocks) => blocks.map(({ node }) => ({ node, original: null })));
    expect(anew).toBe(page);
  });

  it('stands where what it took the place of stood, with the gaps around it', () => {
    expect(after('a\n\n\n\nb\n\n\nc\n', ([a, , c]) => [a, added('B'), c].filter((block) => block !== undefined))).toBe(
      'a\n\n\n\nB\n\n\nc\n',
    );
    expect(after('# a\nb\n', ([a]) => [...(a ? [a] : []), added('B')])).toBe('# a\n\nB\n');
  });

  it('does not become a part of what nothing ends', () => {
    expect(after('```\ncode', (blocks) => [...blocks, added('after')])).toBe('```\ncode\n```\n\nafter');
    expect(after(':::note\nx', (blocks) => [...blocks, added('after')])).toBe(':::note\nx\n:::\n\nafter');
  });

  it('does not take the indented lines behind it for its own', () => {
    const list: RichNode = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('a')] }] };
    const page = after('x\n\n    code\n', ([, code]) => [{ node: list, original: null }, ...(code ? [code] : [])]);
    expect(page).toBe('- a\n\n```\ncode\n```\n');
  });

  it('has no empty paragraphs, and no white space that Markdown cannot hold', () => {
    expect(after('a', (blocks) => [...blocks, { node: { type: 'paragraph' }, original: null }, added(' b ')])).toBe('a\n\nb');
    const bold: RichNode = { type: 'text', text: 'bold ', marks: [{ type: 'bold' }] };
    const words = { ...paragraph(''), content: [{ type: 'text', text: 'a ' }, bold, { type: 'text', text: 'b' }] };
    expect(after('', () => [{ node: words, original: null }])).toBe('a **bold** b');
  });
});
