import { describe, expect, it } from '@jest/globals';
import { blamesRow } from './blames-row.js';

describe('A transaction that could not even be rolled back', () => {
  it('is no row’s fault, whatever it failed of: its connection is gone', () => {
    const violation = Object.assign(new Error('duplicate key'), { code: '23505' });
    expect(blamesRow(violation)).toBe(true);
    expect(blamesRow(new AggregateError([violation, new Error('Connection terminated')]))).toBe(false);
  });
});
