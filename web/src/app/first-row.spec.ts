import { fittingIn } from './first-row';

const WIDTH = 100;
const places = (...tops: number[]) => tops.map((top) => ({ top, width: WIDTH }));

describe('the first row of a list that wraps', () => {
  it('holds what did not wrap', () => {
    expect(fittingIn(250, places(8, 8, 56, 56))).toBe(2);
  });

  it('holds everything where nothing wrapped', () => {
    expect(fittingIn(400, places(0, 0, 0, 0))).toBe(Number.POSITIVE_INFINITY);
  });

  it('holds nothing where there is not even room for the first', () => {
    expect(fittingIn(99, places(0, 48))).toBe(0);
    expect(fittingIn(100, places(0, 48))).toBe(1);
  });

  it('is unknown while there is no room at all', () => {
    expect(fittingIn(0, places(0, 48))).toBeNull();
    expect(fittingIn(0, places(0, 0))).toBeNull();
    expect(fittingIn(100, [])).toBeNull();
  });
});
