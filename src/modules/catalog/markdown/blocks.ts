import type { Heading, PhrasingContent, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { BlockWords } from './block-words.js';
import { ID_PREFIX, takeExplicitId } from './headings.js';

interface Shape {
  /** `details` opens when asked; its title is its handle. */
  element: 'section' | 'details';
  /** Which word stands as the title where the author gave none. */
  word: keyof BlockWords | null;
}

/** The blocks that a page may hold. */
const SHAPES: Record<string, Shape> = {
  callout: { element: 'section', word: null },
  note: { element: 'section', word: 'note' },
  warning: { element: 'section', word: 'warning' },
  objectives: { element: 'section', word: 'objectives' },
  questions: { element: 'section', word: 'questions' },
  keypoints: { element: 'section', word: 'keypoints' },
  prereq: { element: 'section', word: 'prereq' },
  discussion: { element: 'section', word: 'discussion' },
  challenge: { element: 'section', word: 'challenge' },
  solution: { element: 'details', word: 'solution' },
  hint: { element: 'details', word: 'hint' },
  spoiler: { element: 'details', word: 'spoiler' },
};

/** A block of another name keeps its content, in a frame without a meaning. */
const UNKNOWN: Shape = { element: 'section', word: null };

/** Class names that blocks are given. */
export const BLOCK_CLASSES = ['block', 'block-other', ...Object.keys(SHAPES).map((name) => `block-${name}`)];

/** Gives each `:::name` block its element, its class and its title. */
export function shapeBlocks(tree: Root, words: BlockWords): void {
  visit(tree, 'containerDirective', (block) => {
    const known = Object.hasOwn(SHAPES, block.name);
    const shape = (known ? SHAPES[block.name] : undefined) ?? UNKNOWN;
    const title = takeTitle(block, shape.word ? words[shape.word] : null);
    block.data = { hName: shape.element, hProperties: { className: ['block', `block-${known ? block.name : 'other'}`] } };
    lowerHeadings(block);
    if (title) block.children.unshift(shape.element === 'details' ? asSummary(title, block) : title);
  });
}

/** The title is the label (`:::note[Title]`), the `title` attribute, or a heading that opens the block. */
function takeTitle(block: ContainerDirective, fallback: string | null): Heading | null {
  const [first] = block.children;
  if (first?.type === 'paragraph' && first.data?.directiveLabel) {
    block.children.shift();
    return asHeading(first.children);
  }
  const attribute = block.attributes?.title;
  if (attribute) return asHeading([{ type: 'text', value: attribute }]);
  if (first?.type === 'heading') {
    block.children.shift();
    return asHeading(first.children);
  }
  return fallback === null ? null : asHeading([{ type: 'text', value: fallback }]);
}

function asHeading(children: PhrasingContent[]): Heading {
  return { type: 'heading', depth: 1, children };
}

function asSummary(title: Heading, block: ContainerDirective): RootContent & { type: 'paragraph' } {
  const id = takeExplicitId(title);
  if (id) block.data = { ...block.data, hProperties: { ...block.data?.hProperties, id: ID_PREFIX + id } };
  return { type: 'paragraph', data: { hName: 'summary' }, children: title.children };
}

/** Leaves the highest level to the title, so that the block's other headings stand below it. */
function lowerHeadings(block: ContainerDirective): void {
  const headings = block.children.filter((child) => child.type === 'heading');
  const highest = Math.min(...headings.map((heading) => heading.depth));
  for (const heading of headings) heading.depth = Math.min(heading.depth - highest + 2, 6) as Heading['depth'];
}
