import { describe, expect, it } from '@jest/globals';
import type { View } from '../../../api/client';
import { standingVerdict } from './standing-verdict';

const verdict = (version: number, final: boolean) => ({ version, final }) as View<'VerdictView'>;

describe('The verdict that counts', () => {
  it('is the newest final one, in whatever order they come', () => {
    expect(standingVerdict({ verdicts: [verdict(1, false), verdict(3, true), verdict(2, true)] })?.version).toBe(3);
  });

  it('is none while nothing is final', () => {
    expect(standingVerdict({ verdicts: [verdict(1, false)] })).toBeNull();
    expect(standingVerdict({ verdicts: [] })).toBeNull();
  });
});
