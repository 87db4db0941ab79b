import { describe, expect, it } from '@jest/globals';
import { historicProgress } from './historic-progress';

const NONE = { bad: 0, waiting: 0, issuing: 0, issued: 0, held: 0, withheld: 0 };

describe('A file of awards from before', () => {
  it('waits to be confirmed while it has a good row, and to be corrected when it has none', () => {
    expect(historicProgress({ state: 'checked', total: 3, counts: { ...NONE, bad: 1, waiting: 2 } })).toEqual({
      good: 2,
      toAward: 2,
      settled: 0,
      next: 'confirm',
    });
    expect(historicProgress({ state: 'checked', total: 1, counts: { ...NONE, bad: 1 } }).next).toBe('correct');
  });

  it('offers to award whoever has no badge of it yet, and nothing where everybody has', () => {
    const some = { ...NONE, waiting: 1, held: 2 };
    expect(historicProgress({ state: 'checked', total: 3, counts: some })).toMatchObject({ toAward: 1, next: 'confirm' });
    const all = { ...NONE, held: 2 };
    expect(historicProgress({ state: 'checked', total: 2, counts: all })).toMatchObject({ toAward: 0, next: 'nothing' });
    expect(historicProgress({ state: 'checked', total: 3, counts: { ...all, bad: 1 } }).next).toBe('correct');
  });

  it('has come as far as it is known what became of its good rows, awarded or not', () => {
    const counts = { bad: 5, waiting: 1, issuing: 2, issued: 3, held: 1, withheld: 1 };
    expect(historicProgress({ state: 'running', total: 13, counts })).toEqual({ good: 8, toAward: 6, settled: 5, next: 'wait' });
    expect(historicProgress({ state: 'finished', total: 13, counts }).next).toBe('nothing');
  });
});
