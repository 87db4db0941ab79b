import type { Heading, Parents, Root, RootContent } from 'mdast';

/** The page's title is its `h1`. */
const TOP = 2;
const LOWEST = 6;

/** Keeps ids of a page apart from those of the page around it, so that no heading can stand in for a part of the application. */
export const ID_PREFIX = 'page-';

const EXPLICIT_ID = /\s*\{#([\w-]+)\}\s*$/;

/**
 * Moves headings so that a page's highest is `h2`, and those inside a block stand below the section the block is in.
 * What the author wrote says only which heading is above which.
 */
export function levelHeadings(container: Parents, base = TOP): void {
  const depths = container.children.flatMap((child) => (child.type === 'heading' ? [child.depth] : []));
  const shift = base - Math.min(...depths);
  let current = base - 1;
  for (const child of container.children) {
    if (child.type === 'heading') {
      current = child.depth + shift;
      child.depth = toDepth(current);
    } else if ('children' in child) levelHeadings(child, isAboutPage(child) ? base : Math.min(current + 1, LOWEST));
  }
}

/** These blocks speak of the whole page, not of the section they happen to follow. */
function isAboutPage(node: RootContent): boolean {
  return node.type === 'containerDirective' && ['objectives', 'questions', 'keypoints', 'prereq'].includes(node.name);
}

function toDepth(level: number): Heading['depth'] {
  return Math.min(Math.max(level, TOP), LOWEST) as Heading['depth'];
}

/** Gives every heading an id: its own (`{#name}`), or one made of its words as on code-hosting sites. */
export function nameHeadings(tree: Root): void {
  const taken = new Map<string, number>();
  const name = (node: RootContent | Root): void => {
    if (node.type === 'heading') nameHeading(node, taken);
    if ('children' in node) for (const child of node.children) name(child);
  };
  name(tree);
}

function nameHeading(heading: Heading, taken: Map<string, number>): void {
  const wanted = takeExplicitId(heading) ?? slug(textOf(heading));
  const seen = taken.get(wanted) ?? 0;
  taken.set(wanted, seen + 1);
  const id = ID_PREFIX + (seen === 0 ? wanted : `${wanted}-${seen}`);
  heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
}

/** Removes `{#name}` from a heading's end and returns the name. */
export function takeExplicitId(heading: Heading): string | null {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return null;
  const match = EXPLICIT_ID.exec(last.value);
  if (!match?.[1]) return null;
  last.value = last.value.slice(0, match.index);
  return match[1];
}

function textOf(node: Root | RootContent): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function slug(text: string): string {
  const words = text
    .toLowerCase()
    .trim()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
  return words || 'section';
}
