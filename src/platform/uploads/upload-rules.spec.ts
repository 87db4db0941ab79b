import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expiryFrom, hasRoom, isExpired, MOST_OPEN, MOST_OPEN_BYTES, refuseAppend, type UploadState } from './upload-rules.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const HALF: UploadState = { bytes: 100, received: 50, expiresAt: expiryFrom(NOW), fileId: null };

describe('refuseAppend', () => {
  it.each([
    ['goes on where it stopped', HALF, { offset: 50, length: 50 }, null],
    ['takes less than is missing', HALF, { offset: 50, length: 1 }, null],
    ['takes what does not say how much it is', HALF, { offset: 50, length: null }, null],
    ['refuses what came before', HALF, { offset: 0, length: 50 }, 'offset'],
    ['refuses a gap', HALF, { offset: 51, length: 1 }, 'offset'],
    ['refuses more than was declared', HALF, { offset: 50, length: 51 }, 'beyond_end'],
    ['takes nothing once whole', { ...HALF, received: 100 }, { offset: 100, length: 1 }, 'beyond_end'],
    ['lets a whole one be told so', { ...HALF, received: 100 }, { offset: 100, length: 0 }, null],
    ['refuses one whose time is over', { ...HALF, expiresAt: NOW }, { offset: 50, length: 50 }, 'expired'],
  ] as const)('%s', (_, upload, wish, refusal) => {
    expect(refuseAppend(upload, wish, NOW)).toBe(refusal);
  });

  it('whatever comes in whatever order, nothing is doubled, left out or beyond the end', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ offset: fc.nat(30), length: fc.nat(30) })), (wishes) => {
        const upload = { bytes: 25, received: 0, expiresAt: expiryFrom(NOW), fileId: null };
        const written: number[] = [];
        for (const wish of wishes) {
          if (refuseAppend(upload, wish, NOW)) continue;
          for (let at = wish.offset; at < wish.offset + wish.length; at += 1) written.push(at);
          upload.received += wish.length;
        }
        expect(written).toEqual(Array.from({ length: upload.received }, (_, at) => at));
        expect(upload.received).toBeLessThanOrEqual(upload.bytes);
      }),
    );
  });
});

describe('isExpired', () => {
  it('is never said of one that became a file', () => {
    expect(isExpired({ ...HALF, expiresAt: NOW, fileId: 'a file' }, NOW)).toBe(false);
    expect(isExpired({ ...HALF, expiresAt: NOW }, NOW)).toBe(true);
  });
});

describe('hasRoom', () => {
  it.each([
    [{ count: 0, bytes: 0 }, MOST_OPEN_BYTES, true],
    [{ count: 0, bytes: 1 }, MOST_OPEN_BYTES, false],
    [{ count: MOST_OPEN - 1, bytes: 0 }, 1, true],
    [{ count: MOST_OPEN, bytes: 0 }, 1, false],
  ])('beside %j for %i bytes: %s', (open, bytes, room) => {
    expect(hasRoom(open, bytes)).toBe(room);
  });
});
