import type { Root as Html } from 'hast';
import type { Root } from 'mdast';
import rehypeKatex from 'rehype-katex';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { applyAddressPolicy, type Addresses } from './address-policy.js';
import { balanceFences } from './balance-fences.js';
import { ENGLISH, type BlockWords } from './block-words.js';
import { shapeBlocks } from './blocks.js';
import { finishCodeBlocks } from './code-blocks.js';
import { settleDollarSigns } from './dollar-signs.js';
import { makeFigures } from './figures.js';
import { ID_PREFIX, levelHeadings, nameHeadings } from './headings.js';
import { refuseHugeFormulas } from './maths-limits.js';
import { parsePage } from './page-syntax.js';
import { settleRawHtml } from './raw-html.js';
import { exceedsRenderLimits } from './render-limits.js';
import { PAGE_SCHEMA } from './sanitize-schema.js';

export interface PageContext extends Addresses {
  /** The words the page itself adds, in the course's language; English where left out. */
  words?: Partial<BlockWords>;
}

export interface RenderedPage {
  /** Safe to put into a document as it is: headings from `h2` down, no scripts, no styles, no foreign pictures. */
  html: string;
  /** Pictures the page names that `asset` does not know, each once, in the order they stand. */
  missing: string[];
}

/** `\href` and the like stay off (`trust`); the sizes and expansions a formula may ask for are bounded. */
const KATEX = { output: 'mathml', strict: false, trust: false, maxSize: 20, maxExpand: 500 } as const;

/**
 * Renders a page of a course to HTML.
 *
 * The dialect: GitHub-flavoured Markdown; `$…$` maths; code with a language and `caption="…"`; pictures with a caption
 * (`![alt](fig/x.svg "caption"){width=40%}`); `<kbd>`, `<sub>`, `<sup>`, `<mark>`, `<br>`; and blocks between lines of colons:
 * `:::callout[Title]`, `note`, `warning`, `objectives`, `questions`, `keypoints`, `prereq`, `discussion`, `challenge`,
 * with `solution`, `hint` and `spoiler` folded away. All other HTML shows as the text that was typed.
 */
export function renderPage(markdown: string, context: PageContext): RenderedPage {
  if (exceedsRenderLimits(markdown)) return { html: asTyped(markdown), missing: [] };
  const words = { ...ENGLISH, ...context.words };
  const source = balanceFences(markdown);
  const tree = parsePage(source);
  settleDollarSigns(tree, source);
  refuseHugeFormulas(tree);
  makeFigures(tree, source);
  settleRawHtml(tree);
  shapeBlocks(tree, words);
  levelHeadings(tree);
  nameHeadings(tree);
  const html = toHtml(tree, words);
  const missing = applyAddressPolicy(html, context, words.pictureMissing);
  finishCodeBlocks(html);
  return { html: writer.stringify(writer.runSync(html)), missing };
}

const writer = unified().use(rehypeSanitize, PAGE_SCHEMA).use(rehypeStringify).freeze();

function toHtml(tree: Root, words: BlockWords): Html {
  const options = { clobberPrefix: ID_PREFIX, footnoteLabel: words.footnotes };
  return unified().use(remarkRehype, options).use(rehypeKatex, KATEX).runSync(tree);
}

function asTyped(markdown: string): string {
  return writer.stringify({
    type: 'root',
    children: [{ type: 'element', tagName: 'pre', properties: { tabIndex: 0 }, children: [{ type: 'text', value: markdown }] }],
  });
}
