import { same } from './same';

describe('same', () => {
  it('looks at what is said and not at the order of keys', () => {
    expect(same({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: undefined }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
  ])('tells %j and %j apart', (one, other) => {
    expect(same(one, other)).toBe(false);
  });
});
