import { describe, expect, it } from '@jest/globals';
import { isChosen, isNobody, NOBODY, ticked } from './chosen';

describe('What is chosen', () => {
  it('grows and shrinks by ticks', () => {
    const one = ticked(NOBODY, 'a');
    expect([isChosen(one, 'a'), isChosen(one, 'b'), isNobody(one)]).toEqual([true, false, false]);
    expect(isNobody(ticked(one, 'a'))).toBe(true);
    expect(isNobody(NOBODY)).toBe(true);
  });

  it('can be everybody, known or not', () => {
    expect([isChosen({ all: true }, 'x'), isNobody({ all: true })]).toEqual([true, false]);
  });
});
