import { describe, expect, it } from '@jest/globals';
import { ROW_STATES, workOf } from './row-states';

const NONE = { bad: 0, already: 0, seat: 0, waitlist: 0, working: 0, enrolled: 0, waitlisted: 0, refused: 0 };

describe('The work that a file of people is', () => {
  it('is what can become a place, before it is confirmed', () => {
    expect(workOf({ counts: { ...NONE, bad: 3, already: 2, seat: 5, waitlist: 1 } })).toEqual({ done: 0, all: 6 });
  });

  it('is done row by row, whatever became of each', () => {
    expect(workOf({ counts: { ...NONE, working: 3, enrolled: 4, waitlisted: 2, refused: 1 } })).toEqual({ done: 7, all: 10 });
  });

  it('knows every state that a row can be in', () => {
    expect([...ROW_STATES].toSorted()).toEqual(Object.keys(NONE).toSorted());
  });
});
