import { describe, expect, it } from '@jest/globals';
import { blamesItem, retryConflicts } from './database-faults.js';

const fault = (code: string) => Object.assign(new Error(code), { code });

describe('a fault of the database', () => {
  it('is one item’s where a row breaks a rule', () => {
    expect(['23503', '22P02', 'P0001'].map((code) => blamesItem(fault(code)))).toEqual([true, true, true]);
    expect(blamesItem(new TypeError('a rule stumbled'))).toBe(true);
  });

  it('is nobody’s where the database is away, full or busy', () => {
    const codes = ['08006', '57P01', '57014', '53300', 'ECONNREFUSED', 'ECONNRESET', '40P01'];
    expect(codes.map((code) => blamesItem(fault(code)))).toEqual(codes.map(() => false));
    expect(blamesItem(new Error('timeout exceeded when trying to connect'))).toBe(false);
    expect(blamesItem(new Error('Connection terminated unexpectedly'))).toBe(false);
  });

  it('is tried again where two transactions only met', async () => {
    let tries = 0;
    const written = await retryConflicts(async () => {
      tries += 1;
      if (tries < 3) throw fault('40P01');
      return 'written';
    });
    expect([written, tries]).toEqual(['written', 3]);
  });

  it('is told after three tries, and at once where trying again is no use', async () => {
    let tries = 0;
    const failing = (code: string) =>
      retryConflicts(async () => {
        tries += 1;
        throw fault(code);
      });
    await expect(failing('40001')).rejects.toThrow('40001');
    expect(tries).toBe(3);
    await expect(failing('23505')).rejects.toThrow('23505');
    expect(tries).toBe(4);
  });
});
