import type { ReadBlock, RichNode } from './rich-node';
import { writeBlock } from './write-block';
import { writeSource } from './write-source';
import type { WrittenStyle } from './written-style';

/** A block of the editor, and which block of the text it is that it still equals. */
export interface PageBlock {
  node: RichNode;
  /** Its place among the blocks that were read; `null` for one that is new or changed. */
  original: number | null;
}

type Original = Pick<ReadBlock, 'source' | 'isIndented' | 'isOpen'>;

/** What a page was read from, and how it is written. */
export interface Written {
  originals: readonly Original[];
  gaps: readonly string[];
  style: WrittenStyle;
}

/**
 * Puts a page together. Blocks that were not touched are written byte for byte as they were, and so is what stands between them;
 * the others in the style of the page.
 */
export function writePage(blocks: readonly PageBlock[], page: Written): string {
  const { originals, gaps } = page;
  const pieces: Piece[] = [];
  const telling = blocks.filter(({ node }) => !isBlank(node));
  for (const [index, { node, original }] of telling.entries()) {
    const neighbours = { before: pieces.at(-1), after: telling[index + 1] };
    const text = keptSource({ node, original }, neighbours, page) ?? newSource(node, neighbours, page);
    if (text !== '') pieces.push({ text, type: node.type, original });
  }
  if (originals.length === 0) return pieces.length === 0 ? (gaps[0] ?? '') : pieces.map(({ text }) => text).join('\n\n');
  if (pieces.length === 0) return '';
  const gap = gapsBetween(pieces, gaps);
  const first = pieces[0]?.original === 0 ? (gaps[0] ?? '') : '';
  return first + pieces.map(({ text }, index) => (index > 0 ? gap(index) : '') + text).join('') + (gaps.at(-1) ?? '');
}

interface Piece {
  text: string;
  type: string;
  original: number | null;
}

interface Neighbours {
  before: Piece | undefined;
  after: PageBlock | undefined;
}

function isBlank({ type, content = [] }: RichNode): boolean {
  return content.length === 0 && (type === 'paragraph' || type === 'sourceBlock');
}

/** The text that a block was read from, if it can stand where it stands now. */
function keptSource({ node, original }: PageBlock, { before, after }: Neighbours, { originals }: Written): string | null {
  const kept = original === null ? undefined : originals[original];
  if (original === null || !kept) return null;
  const isBehindItsOwn = (before?.original ?? (before ? null : -1)) === original - 1;
  const joinsBefore = isList(node) && before?.type === node.type && markerOf(before.text) === markerOf(kept.source);
  const isSwallowed = kept.isIndented && ['bulletList', 'orderedList', 'footnote'].includes(before?.type ?? '');
  if (!isBehindItsOwn && (isSwallowed || joinsBefore)) return null;
  return kept.isOpen && after ? null : kept.source;
}

function newSource(node: RichNode, { before, after }: Neighbours, { originals, style }: Written): string {
  const block = writeBlock(node);
  if (!block) return '';
  if (!isList(node)) return writeSource(block, style);
  const beside = new Set<string>();
  if (before?.type === node.type) beside.add(markerOf(before.text));
  if (after?.node.type === node.type && after.original !== null) beside.add(markerOf(originals[after.original]?.source ?? ''));
  return writeSource(block, style, beside);
}

function isList(node: RichNode): boolean {
  return node.type === 'bulletList' || node.type === 'orderedList';
}

/** The sign that makes a line an item: two lists with the same one, one below the other, are one list. */
function markerOf(source: string): string {
  return /^[ \t]*(?:\d{1,9}([.)])|([-*+]))/.exec(source)?.slice(1).find(Boolean) ?? '';
}

const EMPTY_LINE = /^[ \t]*(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))+$/;

/** What stood between two blocks stands there again, also where one of them was changed, provided that it keeps them apart. */
function gapsBetween(written: readonly Piece[], gaps: readonly string[]): (index: number) => string {
  const places = placesOf(written);
  return (index) => {
    const [before, after] = [places[index - 1], places[index]];
    if (before === undefined || after === undefined || after !== before + 1) return '\n\n';
    const gap = gaps[after] ?? '';
    const untouched = written[index - 1]?.original === before && written[index]?.original === after;
    return untouched || EMPTY_LINE.test(gap) ? gap : '\n\n';
  };
}

/** Where each block stood; a changed one stands where as many are missing as were changed. */
function placesOf(written: readonly Piece[]): (number | undefined)[] {
  const places = written.map(({ original }) => original ?? undefined);
  for (let index = 0; index < places.length; index += 1) {
    if (places[index] !== undefined) continue;
    let end = index;
    while (end < places.length && places[end] === undefined) end += 1;
    const before = index > 0 ? (places[index - 1] ?? -1) : -1;
    const after = places[end];
    if (after !== undefined && after - before - 1 === end - index) {
      for (let at = index; at < end; at += 1) places[at] = before + 1 + (at - index);
    }
    index = end;
  }
  return places;
}
