import type { BlockContent, Heading, ListItem, RootContent, Table } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { RichNode } from './rich-node';
import { writeInline } from './write-inline';

/** A block of the editor as Markdown's tree; `null` for one that says nothing. */
export function writeBlock(node: RichNode): RootContent | null {
  const content = node.content ?? [];
  const attrs = node.attrs ?? {};
  switch (node.type) {
    case 'paragraph': {
      const children = writeInline(content);
      return children.length > 0 ? { type: 'paragraph', children } : null;
    }
    case 'heading':
      return { type: 'heading', depth: attrs['level'] as Heading['depth'], children: writeInline(content, 'one') };
    case 'blockquote':
      return { type: 'blockquote', children: writeBlocks(content) };
    case 'bulletList':
    case 'orderedList':
      return {
        type: 'list',
        ordered: node.type === 'orderedList',
        start: node.type === 'orderedList' ? Number(attrs['start'] ?? 1) : null,
        spread: attrs['spread'] === true,
        children: content.map(writeItem),
      };
    case 'codeBlock':
      return {
        type: 'code',
        lang: word(attrs['language']),
        meta: attrs['language'] ? word(attrs['meta']) : null,
        value: wordsOf(node),
      };
    case 'mathBlock':
      return { type: 'math', meta: word(attrs['meta']), value: wordsOf(node) };
    case 'horizontalRule':
      return { type: 'thematicBreak' };
    case 'table':
      return writeTable(content);
    case 'directive':
      return writeDirective(node);
    case 'footnote': {
      const label = word(attrs['label']) ?? '';
      return { type: 'footnoteDefinition', identifier: label.toLowerCase(), label, children: writeBlocks(content) };
    }
    case 'sourceBlock': {
      const value = wordsOf(node);
      return value.trim() === '' ? null : { type: 'html', value };
    }
    default:
      throw new Error(`No Markdown for the block ${node.type}`);
  }
}

function writeBlocks(nodes: readonly RichNode[]): BlockContent[] {
  return nodes.map(writeBlock).filter((block) => block !== null) as BlockContent[];
}

function writeItem(node: RichNode): ListItem {
  const children = writeBlocks(node.content ?? []);
  const checked = node.attrs?.['checked'];
  const isTask = typeof checked === 'boolean' && children[0]?.type === 'paragraph';
  const spread = node.attrs?.['spread'] === true || children.some((child, index) => index > 0 && !interrupts(child));
  return { type: 'listItem', checked: isTask ? checked : null, spread, children };
}

/** Whether a block can follow a paragraph without an empty line between them. */
function interrupts(block: BlockContent): boolean {
  if (block.type === 'list') return (block.start ?? 1) === 1 && (block.children[0]?.children.length ?? 0) > 0;
  return ['blockquote', 'code', 'heading', 'math'].includes(block.type);
}

function writeTable(rows: readonly RichNode[]): Table {
  return {
    type: 'table',
    align: (rows[0]?.content ?? []).map(({ attrs }) => (attrs?.['align'] ?? null) as null),
    children: rows.map((row) => ({
      type: 'tableRow',
      children: (row.content ?? []).map((cell) => ({ type: 'tableCell', children: writeInline(cellWords(cell), 'one', true) })),
    })),
  };
}

/** A cell holds one paragraph; should there ever be more, their words stay. */
function cellWords(cell: RichNode): RichNode[] {
  return (cell.content ?? []).flatMap(({ content = [] }, index) => (index > 0 ? [{ type: 'hardBreak' }, ...content] : content));
}

function writeDirective({ attrs, content = [] }: RichNode): ContainerDirective {
  const [title, ...rest] = content;
  const words = writeInline(title?.content ?? [], 'one');
  const label = { type: 'paragraph' as const, data: { directiveLabel: true }, children: words };
  return {
    type: 'containerDirective',
    name: word(attrs?.['name']) ?? 'callout',
    attributes: (attrs?.['attributes'] ?? {}) as Record<string, string>,
    children: [...(words.length > 0 ? [label] : []), ...writeBlocks(rest)],
  };
}

function wordsOf(node: RichNode): string {
  return (node.content ?? []).map(({ text }) => text ?? '').join('');
}

function word(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
