import { afterFault, isSameFile, pauseBefore, shareOf } from './transfer';

describe('isSameFile', () => {
  const kept = { name: 'report.pdf', bytes: 7, lastModified: 5 };

  it.each([
    [{ name: 'report.pdf', size: 7, lastModified: 5 }, true],
    [{ name: 'report.pdf', size: 8, lastModified: 5 }, false],
    [{ name: 'report.pdf', size: 7, lastModified: 6 }, false],
    [{ name: 'other.pdf', size: 7, lastModified: 5 }, false],
  ])('of %j is %s', (file, same) => {
    expect(isSameFile(kept, file)).toBe(same);
  });
});

describe('afterFault', () => {
  it.each([
    [null, undefined, 'try-again'],
    [503, undefined, 'try-again'],
    [409, 'upload.offset', 'try-again'],
    [429, 'request.too_many', 'try-again'],
    [409, 'upload.too_many', 'give-up'],
    [413, 'file.too_large', 'give-up'],
    [401, 'access.not_signed_in', 'give-up'],
    [422, 'file.type_mismatch', 'give-up'],
  ] as const)('%s %s: %s', (status, code, then) => {
    expect(afterFault(status, code)).toBe(then);
  });
});

describe('pauseBefore', () => {
  it('grows up to half a minute', () => {
    expect([0, 1, 2, 5, 50].map(pauseBefore)).toEqual([1_000, 2_000, 4_000, 30_000, 30_000]);
  });
});

describe('shareOf', () => {
  it('is never more than all', () => {
    expect([shareOf({ sent: 1, bytes: 4 }), shareOf({ sent: 9, bytes: 4 }), shareOf({ sent: 0, bytes: 0 })]).toEqual([
      0.25, 1, 0,
    ]);
  });
});
