import { visit } from 'unist-util-visit';
import { parseWithoutBlocks } from './page-syntax.js';

/** Blocks inside blocks beyond this are no longer blocks: nobody writes them, and each level costs stack and time. */
const MAX_DEPTH = 20;

/** One block between fences; `colons` is what its fences need so that nothing inside can close it. */
interface Block {
  open: number;
  opening: string;
  close: number | null;
  colons: number;
}

const OPENING = /^ {0,3}:{3,}[ \t]*([a-z][\w-]*)(\[.*\])?(?:[ \t]*(\{.*\}))?(?:[ \t]+:*)?$/i;
const ANY_FENCE = /^ {0,3}:{3}/m;
const CLOSING = /^ {0,3}:{3,}$/;
const COLONS = /^\s*(:{3,})\s*$/;

/** Nodes in which HTML stands as a block. */
const HOLDS_BLOCKS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

/**
 * Rewrites the fences of `:::name` blocks so that outer ones are longer than inner ones, line by line.
 * The directive syntax wants authors to count colons; here any three or more open a block,
 * and a line of colons alone closes the innermost one.
 */
export function balanceFences(markdown: string): string {
  if (!ANY_FENCE.test(markdown)) return markdown;
  const lines = markdown.split('\n');
  const { literal, raw } = linesThatAreNoBlocks(markdown);
  const blocks = findBlocks(lines, literal);
  const unclosed: string[] = [];
  for (const block of blocks) {
    const fence = ':'.repeat(block.colons);
    lines[block.open] = fence + block.opening;
    if (block.close !== null) lines[block.close] = fence;
    else if (!raw.has(block.open)) unclosed.unshift(fence);
  }
  return [...lines, ...unclosed].join('\n');
}

function findBlocks(lines: string[], literal: ReadonlySet<number>): Block[] {
  const blocks: Block[] = [];
  const open: Block[] = [];
  for (const [number, untrimmed] of lines.entries()) {
    const line = untrimmed.trimEnd();
    if (literal.has(number)) {
      const colons = COLONS.exec(line)?.[1]?.length ?? 0;
      for (const block of open) block.colons = Math.max(block.colons, colons + 1);
    } else if (CLOSING.test(line)) {
      const block = open.pop();
      if (block) settle(block, open, number);
    } else {
      const opening = openingOf(line);
      if (opening === null) continue;
      const block = { open: number, opening, close: null, colons: 3 };
      if (open.length < MAX_DEPTH) blocks.push(block);
      else lines[number] = `\\${line.trimStart()}`;
      open.push(block);
    }
  }
  while (open.length > 0) {
    const block = open.pop();
    if (block) settle(block, open, null);
  }
  return blocks;
}

function settle(block: Block, open: readonly Block[], line: number | null): void {
  block.close = line;
  const parent = open.at(-1);
  if (parent) parent.colons = Math.max(parent.colons, block.colons + 1);
}

/** `name[label]{attributes}` of an opening fence; `null` for a line that only looks like one. */
function openingOf(line: string): string | null {
  const match = OPENING.exec(line);
  if (!match?.[1]) return null;
  return match[1].toLowerCase() + (match[2] ?? '') + (match[3] ?? '');
}

interface Lines {
  /** Of code, maths and comments, in which colons are only colons. */
  literal: Set<number>;
  /** Of other HTML: a fence that opens there and is never closed is a line of it. */
  raw: Set<number>;
}

/** By their numbers from 0. */
function linesThatAreNoBlocks(markdown: string): Lines {
  const lines: Lines = { literal: new Set(), raw: new Set() };
  visit(parseWithoutBlocks(markdown), (node, _, parent) => {
    const isHtml = node.type === 'html' && !node.value.startsWith('<!--');
    const isLiteral = node.type === 'code' || node.type === 'math' || (node.type === 'html' && !isHtml);
    // Among words, such as those of a title, HTML takes no line for itself.
    if (!node.position || !(isLiteral || (isHtml && parent && HOLDS_BLOCKS.has(parent.type)))) return;
    const { start, end } = node.position;
    for (let line = start.line; line <= end.line; line += 1) lines[isHtml ? 'raw' : 'literal'].add(line - 1);
  });
  return lines;
}
