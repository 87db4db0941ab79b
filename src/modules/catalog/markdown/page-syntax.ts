import type { Root } from 'mdast';
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
