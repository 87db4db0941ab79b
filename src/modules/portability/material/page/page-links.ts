import { mediaTypeOf } from '../media-types.js';

/** Where an address on a page leads. */
export type Target =
  /** Another activity; `href` is what the page links to from now on. */
  | { kind: 'activity'; href: string }
  /** A file of the package, by its path there. */
  | { kind: 'asset'; path: string }
  /** Another site, or a place on the same page: nothing to change. */
  | { kind: 'unchanged' }
  | { kind: 'nothing' };

/** Answers for one page. */
export type FindTarget = (address: string) => Target;

export interface CoursePaths {
  /** The course's folder, empty or ending in `/`. */
  root: string;
  /** All paths of the package. */
  paths: ReadonlySet<string>;
  /** Path of a page → key of the activity it becomes. */
  activities: ReadonlyMap<string, string>;
}

const WEB = /^(?:https?|mailto):/i;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;
const TEXT_FILE = /\.(?:md|ya?ml)$/i;
const DATA_FOLDER = /(?:^|\/)(?:data|files|fig)\//;

/**
 * Looks an address up from a page. Sites built from such folders put all pages side by side, so authors write
 * `data/x.zip` from `learners/` for a file in `episodes/data/`, and `loops.html` for `loops.md`: both are found.
 */
export function findTargets(page: string, course: CoursePaths): FindTarget {
  const folder = page.slice(0, page.lastIndexOf('/') + 1);
  const bases = [folder, `${course.root}episodes/`, `${course.root}learners/`, course.root];
  return (address) => {
    if (WEB.test(address) || (address.startsWith('#') && address.length > 1)) return { kind: 'unchanged' };
    if (SCHEME.test(address) || address.startsWith('//')) return { kind: 'nothing' };
    const [written = '', fragment] = address.split('#', 2);
    const name = decode(written.replace(/\?.*$/, ''));
    for (const base of bases) {
      for (const path of spellings(resolve(base, name))) {
        const key = course.activities.get(path);
        if (key !== undefined) return { kind: 'activity', href: `activity:${key}${fragment ? `#${fragment}` : ''}` };
        if (isOffered(path, course)) return { kind: 'asset', path };
      }
    }
    return { kind: 'nothing' };
  };
}

function isOffered(path: string, course: CoursePaths): boolean {
  if (!course.paths.has(path) || !path.startsWith(course.root)) return false;
  return mediaTypeOf(path) !== null && (!TEXT_FILE.test(path) || DATA_FOLDER.test(path));
}

function spellings(path: string | null): string[] {
  if (path === null) return [];
  return path.endsWith('.html') ? [path, path.replace(/\.html$/, '.md')] : [path];
}

/** `null` for a path that leaves the package. */
function resolve(base: string, name: string): string | null {
  const parts: string[] = [];
  for (const part of `${base}${name}`.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
