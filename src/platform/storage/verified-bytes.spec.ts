import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { VerifiedBytes } from './verified-bytes.js';

const received = Buffer.from('The weir at Riverside is 2.4 m high.');
const file = { id: 'report', bytes: received.length, sha256: createHash('sha256').update(received).digest('hex') };

async function read(stored: Buffer, pieces: number) {
  const size = Math.max(1, Math.ceil(stored.length / pieces));
  const chunks = Array.from({ length: Math.ceil(stored.length / size) }, (_, index) =>
    stored.subarray(index * size, (index + 1) * size),
  );
  const verified = Readable.from(chunks).pipe(new VerifiedBytes(file));
  const seen: Buffer[] = [];
  try {
    for await (const chunk of verified as AsyncIterable<Buffer>) seen.push(chunk);
    return { ended: 'well', bytes: Buffer.concat(seen) };
  } catch (error) {
    return { ended: (error as Error).name, bytes: Buffer.concat(seen) };
  }
}

describe('VerifiedBytes', () => {
  it.each([1, 2, 7])('passes on what was received, in %i pieces', async (pieces) => {
    expect(await read(received, pieces)).toEqual({ ended: 'well', bytes: received });
  });

  it.each([
    ['one bit is flipped', Buffer.concat([Buffer.from([received[0]! ^ 1]), received.subarray(1)])],
    ['the end is missing', received.subarray(0, -1)],
    ['there is more', Buffer.concat([received, Buffer.from('!')])],
    ['there is nothing', Buffer.alloc(0)],
  ])('fails before the end when %s', async (_, stored) => {
    for (const pieces of [1, 2, 7]) {
      const { ended, bytes } = await read(stored, pieces);
      expect(ended).toBe('DamagedFileError');
      expect(bytes.length).toBeLessThan(Math.max(1, received.length));
    }
  });
});
