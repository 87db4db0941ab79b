import { describe, expect, it } from '@jest/globals';
import { newId, newToken } from './ids.js';

describe('a new id', () => {
  it('is a UUID version 7 of its millisecond', () => {
    const at = Date.UTC(2026, 2, 1, 9, 30);
    const id = newId(at);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(at);
  });

  it('is never given twice, and every bit of it that may vary does', () => {
    const ids = Array.from({ length: 20_000 }, () => newId(0));
    expect(new Set(ids).size).toBe(ids.length);
    for (const place of [15, 17, 19, 20, 22, 24, 35])
      expect(new Set(ids.map((id) => id[place])).size).toBe(place === 19 ? 4 : 16);
  });
});

describe('a new token', () => {
  it('has the bits asked for, safe in addresses, and is never given twice', () => {
    for (const bits of [128, 256] as const) {
      const tokens = Array.from({ length: 5_000 }, () => newToken(bits));
      expect(new Set(tokens).size).toBe(tokens.length);
      for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(bits / 8);
      expect(tokens.join('')).toMatch(/^[\w-]+$/);
    }
  });
});
