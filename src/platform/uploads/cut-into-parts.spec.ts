import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CutIntoParts } from './cut-into-parts.js';

async function* sent(chunks: readonly string[], failsAfter = chunks.length) {
  for (const chunk of chunks.slice(0, failsAfter)) yield Buffer.from(chunk);
  if (failsAfter < chunks.length) throw new Error('the sender went away');
}

async function parts(source: CutIntoParts, most: number): Promise<Buffer[]> {
  const all: Buffer[] = [];
  while (await source.hasMore()) {
    const pieces: Buffer[] = [];
    for await (const piece of source.part(most)) pieces.push(piece);
    all.push(Buffer.concat(pieces));
  }
  return all;
}

describe('CutIntoParts', () => {
  it.each([
    ['across chunks', ['abc', 'de', 'fgh'], 4, ['abcd', 'efgh']],
    ['within a chunk', ['abcdefgh'], 3, ['abc', 'def', 'gh']],
    ['with nothing in it', [], 3, []],
    ['past empty chunks', ['', 'a', '', '', 'b'], 3, ['ab']],
  ])('cuts %s', async (_, chunks, most, expected) => {
    expect((await parts(new CutIntoParts(sent(chunks)), most)).map(String)).toEqual(expected);
  });

  it('gives what has come of a sender that goes away, and says so', async () => {
    const source = new CutIntoParts(sent(['abc', 'd', 'lost'], 2));
    expect((await parts(source, 3)).map(String)).toEqual(['abc', 'd']);
    expect([source.bytes, source.isCut]).toEqual([4, true]);
  });

  it('loses and doubles nothing, however it comes and is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string()), fc.integer({ min: 1, max: 9 }), async (chunks, most) => {
        const source = new CutIntoParts(sent(chunks));
        const cut = await parts(source, most);
        expect(Buffer.concat(cut)).toEqual(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))));
        expect(cut).toHaveLength(Math.ceil(source.bytes / most));
      }),
    );
  });
});
