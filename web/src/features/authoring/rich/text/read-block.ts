import type { Definition, List, ListItem, Root, RootContent, Table } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { oneLine, readInline } from './read-inline';
import type { RichNode } from './rich-node';
import { writeSource } from './write-source';

export interface Reading {
  /** What references lead to, by the identifier. */
  definitions: ReadonlyMap<string, Definition>;
  /** The text whose positions the nodes have. */
  source: string;
}

export function definitionsIn(tree: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  const visit = (node: Root | RootContent) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return found;
}

/** A block of the page for the editor; `null` for one that the editor has no form for. */
export function readBlock(block: RootContent, reading: Reading): RichNode | null {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', content: readInline(block.children, reading, block) };
    case 'heading':
      return { type: 'heading', attrs: { level: block.depth }, content: oneLine(readInline(block.children, reading)) };
    case 'blockquote':
      return holding({ type: 'blockquote' }, readBlocks(block.children, reading));
    case 'list':
      return readList(block, reading);
    case 'code':
      return {
        type: 'codeBlock',
        attrs: { language: block.lang ?? null, meta: block.meta ?? null },
        content: verbatim(block.value),
      };
    case 'math':
      return { type: 'mathBlock', attrs: { meta: block.meta ?? null }, content: verbatim(block.value) };
    case 'thematicBreak':
      return { type: 'horizontalRule' };
    case 'table':
      return readTable(block, reading);
    case 'containerDirective':
      return readDirective(block, reading);
    case 'footnoteDefinition':
      return holding(
        { type: 'footnote', attrs: { label: block.label ?? block.identifier } },
        readBlocks(block.children, reading),
      );
    default:
      return null;
  }
}

/** `null` where one of them has no form and cannot be written anew either: then the whole block is shown as its source. */
function readBlocks(blocks: readonly RootContent[], reading: Reading): RichNode[] | null {
  const nodes: RichNode[] = [];
  for (const block of blocks) {
    const node = readBlock(block, reading) ?? asSource(block);
    if (!node) return null;
    nodes.push(node);
  }
  return nodes.length > 0 ? nodes : [{ type: 'paragraph' }];
}

function asSource(block: RootContent): RichNode | null {
  if (block.type === 'html') return { type: 'sourceBlock', content: verbatim(block.value) };
  return block.type === 'definition' ? { type: 'sourceBlock', content: verbatim(writeSource(block)) } : null;
}

function holding(node: RichNode, blocks: RichNode[] | null, first: readonly RichNode[] = []): RichNode | null {
  return blocks && { ...node, content: [...first, ...blocks] };
}

function verbatim(text: string): RichNode[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

/** `null` where a `:::` block stands in it: its fences would be taken for some outside the list once they are written anew. */
function readList(list: List, reading: Reading): RichNode | null {
  const items = list.children.map((item) => readItem(item, reading));
  const content = items.filter((item) => item !== null);
  if (content.length < items.length) return null;
  const spread = list.spread ?? false;
  return list.ordered
    ? { type: 'orderedList', attrs: { start: list.start ?? 1, spread }, content }
    : { type: 'bulletList', attrs: { spread }, content };
}

function readItem(item: ListItem, reading: Reading): RichNode | null {
  const attrs = { checked: item.checked ?? null, spread: item.spread ?? false };
  const blocks = readBlocks(item.children, reading);
  return blocks && !holdsDirective(blocks) ? { type: 'listItem', attrs, content: blocks } : null;
}

function holdsDirective(nodes: readonly RichNode[]): boolean {
  return nodes.some((node) => node.type === 'directive' || holdsDirective(node.content ?? []));
}

/** `null` for a table with more cells in a row than it has columns: learners do not see those, and the author must. */
function readTable(table: Table, reading: Reading): RichNode | null {
  const width = table.children[0]?.children.length ?? 0;
  if (width === 0 || table.children.some((row) => row.children.length > width)) return null;
  const rows = table.children.map((row, rowIndex): RichNode => {
    const cells = Array.from({ length: width }, (_, column): RichNode => ({
      type: rowIndex === 0 ? 'tableHeader' : 'tableCell',
      attrs: { align: table.align?.[column] ?? null },
      content: [{ type: 'paragraph', content: oneLine(readInline(row.children[column]?.children ?? [], reading)) }],
    }));
    return { type: 'tableRow', content: cells };
  });
  return { type: 'table', content: rows };
}

function readDirective(block: ContainerDirective, reading: Reading): RichNode | null {
  const [first, ...rest] = block.children;
  const label = first?.type === 'paragraph' && first.data?.directiveLabel ? first : null;
  const title: RichNode = { type: 'directiveTitle', content: label ? oneLine(readInline(label.children, reading)) : [] };
  const node = { type: 'directive', attrs: { name: block.name, attributes: block.attributes ?? {} } };
  return holding(node, readBlocks(label ? rest : block.children, reading), [title]);
}
