import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CONTEXT_PINS, type ContextPin, MICROCREDENTIAL_V1, MICROCREDENTIAL_V2 } from './context-pins.js';

/** A document named a JSON-LD context that is not kept here; what its terms mean, and so what a proof covers, cannot be known. */
export class UnknownContextError extends Error {
  constructor(readonly url: string) {
    super(`The JSON-LD context ${JSON.stringify(url)} is not one of those kept with Cairn; contexts are never fetched.`);
    this.name = 'UnknownContextError';
  }
}

interface PinnedContext {
  readonly bytes: Buffer;
  readonly document: object;
}

/** The pin's document and exact bytes. Throws when the bytes beside the program are not the pinned ones: no proof may rest on them. */
export function readPinnedContext(pin: ContextPin, read: (file: string) => Buffer = readContextFile): PinnedContext {
  const bytes = read(pin.file);
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (digest !== pin.sha256) {
    throw new Error(
      `Context file ${pin.file} has SHA-256 ${digest}, but ${pin.sha256} is pinned for ${pin.url}. Restore the file.`,
    );
  }
  return { bytes, document: deepFreeze(JSON.parse(bytes.toString('utf8')) as object) };
}

function readContextFile(file: string): Buffer {
  return readFileSync(new URL(`./contexts/${file}`, import.meta.url));
}

function deepFreeze<T extends object>(value: T): T {
  for (const child of Object.values(value)) {
    if (typeof child === 'object' && child !== null) deepFreeze(child as object);
  }
  return Object.freeze(value);
}

const pinned: ReadonlyMap<string, PinnedContext> = new Map(CONTEXT_PINS.map((pin) => [pin.url, readPinnedContext(pin)]));

/**
 * Our own contexts are known by their paths: whichever installation names one, the bytes here are what it means, and a proof over
 * other words of that name does not hold.
 */
function find(url: string): PinnedContext | undefined {
  return pinned.get(ownContext(url) ?? url);
}

function ownContext(url: string): string | undefined {
  if (!/^https?:\/\/[^\s?#]+$/.test(url)) return undefined;
  return [MICROCREDENTIAL_V1, MICROCREDENTIAL_V2].find((path) => url.endsWith(path));
}

export function isKnownContext(url: string): boolean {
  return find(url) !== undefined;
}

/** The exact published bytes of a known context, for digests over it; undefined for any other URL. */
export function contextBytes(url: string): Buffer | undefined {
  return find(url)?.bytes;
}

/** JSON-LD document loader over the pinned contexts alone. Rejects with UnknownContextError for every other URL. */
export async function loadContext(url: string): Promise<{ contextUrl: undefined; documentUrl: string; document: object }> {
  const context = find(url);
  if (!context) throw new UnknownContextError(url);
  return { contextUrl: undefined, documentUrl: url, document: context.document };
}
