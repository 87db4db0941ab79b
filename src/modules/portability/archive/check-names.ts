import { LIMITS, type Limits } from './limits.js';
import type { ArchiveProblemCode } from './package-files.js';

/** Control characters, and those that turn text around, so that a name reads as another. */
const CONTROL = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Everything that is wrong with a path by itself. */
export function pathProblems(path: string, limits: Limits = LIMITS): ArchiveProblemCode[] {
  const problems: ArchiveProblemCode[] = [];
  const parts = path.replace(/\/$/, '').split('/');
  if (/^(?:\/|[a-z]:)/i.test(path)) problems.push('name-absolute');
  if (path.includes('\\')) problems.push('name-backslash');
  if (CONTROL.test(path)) problems.push('name-control');
  if (parts.some((part) => part === '..' || part === '.')) problems.push('name-climbs');
  if (!path.startsWith('/') && parts.includes('')) problems.push('name-empty');
  if (parts.length > limits.depth) problems.push('too-deep');
  if (Buffer.byteLength(path) > limits.pathBytes || parts.some((part) => Buffer.byteLength(part) > limits.nameBytes))
    problems.push('name-too-long');
  return problems;
}

/** Remembers names the way the least distinguishing file system would: without regard to case or to how accents are composed. */
export class SeenNames {
  private readonly files = new Set<string>();
  private readonly folders = new Set<string>();

  /** What is wrong with a path beside those seen before. A folder may be named twice. */
  add(path: string): ArchiveProblemCode | null {
    const isFolder = path.endsWith('/');
    const parts = fold(path.replace(/\/$/, '')).split('/');
    const name = parts.join('/');
    const above = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'));
    const clash = above.some((folder) => this.files.has(folder)) || (isFolder ? this.files.has(name) : this.folders.has(name));
    const repeated = !isFolder && this.files.has(name);
    for (const folder of above) this.folders.add(folder);
    (isFolder ? this.folders : this.files).add(name);
    if (repeated) return 'name-repeated';
    return clash ? 'name-file-and-folder' : null;
  }
}

function fold(path: string): string {
  // Lower case of upper case: ẞ, ſ and the like have no other way to meet their twins.
  return path.toUpperCase().toLowerCase().normalize('NFC');
}
