import type { PhrasingContent, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

/**
 * `remark-directive` without its text and leaf forms: `10:30`, `:wq` and `foo:bar` in a sentence
 * are words, and no setting of the plugin says so.
 */
function remarkContainerDirective(this: Processor): void {
  remarkDirective.call(this);
  const syntax = this.data().micromarkExtensions?.at(-1);
  const constructs = syntax?.flow?.[COLON];
  if (!syntax || !Array.isArray(constructs)) throw new Error('remark-directive no longer registers its syntax as expected');
  syntax.text = {};
  syntax.flow = { [COLON]: constructs.slice(0, 1) };
}

const COLON = 58;

const plain = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze();
const parser = plain().use(remarkContainerDirective).freeze();

/** A page's syntax tree. */
export function parsePage(markdown: string): Root {
  return parser.parse(markdown);
}

/** A page's syntax tree in which the fences of blocks are ordinary text. */
export function parseWithoutBlocks(markdown: string): Root {
  return plain.parse(markdown);
}

/** A piece of a sentence as nodes, with the white space at its ends that a paragraph would lose. */
export function parseInline(source: string): PhrasingContent[] {
  const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(source) ?? [];
  // Behind a mark, so that a dash, a number or a quotation sign that comes first begins no list and no block.
  const mark = before ? '} ' : '}';
  const [first] = parsePage(mark + text).children;
  const nodes: PhrasingContent[] = first?.type === 'paragraph' ? withoutMark(first.children, mark) : asText(text);
  return [...asText(before), ...nodes, ...asText(after)];
}

function withoutMark([first, ...rest]: PhrasingContent[], mark: string): PhrasingContent[] {
  return first?.type === 'text' ? [...asText(first.value.slice(mark.length)), ...rest] : rest;
}

function asText(value: string): PhrasingContent[] {
  return value ? [{ type: 'text', value }] : [];
}
