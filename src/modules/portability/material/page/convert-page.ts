import type { Note } from '../report.js';
import { danglingReferenceEdits } from './dangling-references.js';
import { definitionListEdits } from './definition-lists.js';
import { findPieces, type Block, type Passage, type Piece } from './div-blocks.js';
import { gridTableEdits } from './grid-tables.js';
import { parseMarkdown, spanOf } from './markdown.js';
import { nodeEdits } from './node-edits.js';
import type { FindTarget } from './page-links.js';
import { applyEdits, blankOut, type Edit } from './source-edits.js';
import { visit } from 'unist-util-visit';
import { say } from '../remarks.js';

export interface ConvertedPage {
  /** In Cairn's page dialect. */
  markdown: string;
  assets: Record<string, string>;
  /** Items of the blocks of objectives, each on one line. */
  objectives: string[];
  staffNotes: string;
  challenges: Challenge[];
}

export interface Challenge {
  title: string;
  line: number;
  /** Each solution with what stands between it and the solution before. */
  parts: { question: string; solution: string }[];
}

/** Blocks that the page dialect has. */
const KNOWN = new Set([
  'callout',
  'note',
  'warning',
  'objectives',
  'questions',
  'keypoints',
  'prereq',
  'discussion',
  'challenge',
  'solution',
  'hint',
  'spoiler',
]);

/** Titles that say no more than the block's own word, which the page shows in the reader's language. */
const PLAIN_TITLES = new Set([
  'objectives',
  'questions',
  'key points',
  'keypoints',
  'prerequisites',
  'challenge',
  'solution',
  'hint',
  'discussion',
]);

const HEADING = /^#{1,6}[ \t]+/;
const LONGEST_TITLE = 300;

/** Turns a page with Pandoc's fenced blocks (as in The Carpentries' lessons) into Cairn's page dialect. */
export function convertPage(body: string, find: FindTarget, note: Note): ConvertedPage {
  const { pieces, fences } = findPieces(body, note);
  const tables = gridTableEdits(body, note);
  const text = blankOut(body, [...fences, ...tables]);
  const tree = parseMarkdown(text);
  const { edits, assets } = nodeEdits(tree, text, find, note);
  const writer = new PageWriter(
    body,
    [...tables, ...definitionListEdits(text), ...edits, ...danglingReferenceEdits(tree, text, note)],
    note,
  );
  const markdown = writer.write(pieces);
  return {
    markdown,
    assets,
    objectives: writer.objectives,
    staffNotes: writer.staffNotes.join('\n\n'),
    challenges: writer.challenges,
  };
}

class PageWriter {
  readonly objectives: string[] = [];
  readonly staffNotes: string[] = [];
  readonly challenges: Challenge[] = [];

  constructor(
    private readonly source: string,
    private readonly edits: readonly Edit[],
    private readonly note: Note,
  ) {}

  write(pieces: readonly Piece[]): string {
    return join(pieces.map((piece) => (piece.kind === 'passage' ? this.passage(piece) : this.block(piece))));
  }

  private passage({ from, to }: Passage): string {
    return withoutBlankEnds(applyEdits(this.source, this.edits, from, to));
  }

  private block(block: Block): string {
    if (block.name === 'instructor') {
      this.note('staff-note', block.line, ...say('kept-for-staff'));
      this.staffNotes.push(this.write(block.children));
      return '';
    }
    if (!KNOWN.has(block.name)) this.note('block-unknown', block.line, block.name);
    const { title, children } = this.takeTitle(block);
    const written = children.map((child) => (typeof child === 'string' ? child : this.block(child)));
    if (block.name === 'challenge') this.challenges.push(asChallenge(title, block.line, children, written));
    if (block.name === 'objectives') this.objectives.push(...listItems(join(written)));
    const content = join(written);
    const fence = ':'.repeat(longestFence(content) + 1);
    const label = title && !PLAIN_TITLES.has(title.toLowerCase()) ? asLabel(title) : { label: '', heading: '' };
    return join([`${fence}${block.name}${label.label}`, label.heading, content, fence]);
  }

  /** The block's title, from its fence or from a heading that opens it, and what is left. */
  private takeTitle(block: Block): { title: string; children: (string | Block)[] } {
    const children = block.children
      .map((child) => (child.kind === 'passage' ? this.passage(child) : child))
      .filter((child) => child !== '');
    if (block.label !== null) return { title: block.label, children };
    const [first, ...rest] = children;
    if (typeof first !== 'string') return { title: '', children };
    const [line = '', ...below] = first.trimStart().split('\n');
    if (!HEADING.test(line) || line.length > LONGEST_TITLE) return { title: '', children };
    const title = line
      .replace(HEADING, '')
      .replace(/(?:^|[ \t])#+[ \t]*$/, '')
      .trim();
    return { title, children: [withoutBlankEnds(below.join('\n')), ...rest].filter((child) => child !== '') };
  }
}

function asChallenge(title: string, line: number, children: readonly (string | Block)[], written: readonly string[]): Challenge {
  const parts: Challenge['parts'] = [];
  let question: string[] = [];
  for (const [index, child] of children.entries()) {
    if (typeof child === 'string') question.push(child);
    else if (child.name === 'solution') {
      parts.push({ question: join(question), solution: withoutFences(written[index] ?? '') });
      question = [];
    }
  }
  return { title, line, parts };
}

function withoutFences(block: string): string {
  return block.split('\n').slice(1, -1).join('\n').trim();
}

/** In brackets after the fence; a title whose brackets do not pair would end the label early and stays a heading. */
function asLabel(title: string): { label: string; heading: string } {
  const opens = title.split('[').length;
  const closes = title.split(']').length;
  return opens === closes && title.indexOf(']') >= title.indexOf('[')
    ? { label: `[${title}]`, heading: '' }
    : { label: '', heading: `## ${title}` };
}

function longestFence(content: string): number {
  return Math.max(2, ...[...content.matchAll(/^\s*(:{3,})/gm)].map(([, colons = '']) => colons.length));
}

function listItems(markdown: string): string[] {
  const items: string[] = [];
  visit(parseMarkdown(markdown), 'listItem', (item) => {
    const [first] = item.children;
    if (first?.type !== 'paragraph') return;
    const { from, to } = spanOf(first);
    items.push(markdown.slice(from, to).replaceAll(/\s+/g, ' '));
  });
  return items;
}

/** Without blank lines at either end. Spaces before the first word stay: they may make it code. */
function withoutBlankEnds(text: string): string {
  const lines = text.trimEnd().split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  return first === -1 ? '' : lines.slice(first).join('\n');
}

function join(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
