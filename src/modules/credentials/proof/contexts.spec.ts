import { describe, expect, it } from '@jest/globals';
import { CONTEXT_PINS, CREDENTIALS_V2, MICROCREDENTIAL_V1, MICROCREDENTIAL_V2 } from './context-pins.js';
import { contextBytes, isKnownContext, loadContext, readPinnedContext, UnknownContextError } from './contexts.js';

describe('the pinned contexts', () => {
  it('are all there, byte for byte', () => {
    for (const pin of CONTEXT_PINS) expect(contextBytes(pin.url)?.length).toBeGreaterThan(0);
  });

  it('refuse to load when a single byte differs', () => {
    const [pin] = CONTEXT_PINS;
    if (!pin) throw new Error('no pins');
    const altered = Buffer.concat([contextBytes(pin.url) ?? Buffer.alloc(0), Buffer.from('\n')]);
    expect(() => readPinnedContext(pin, () => altered)).toThrow(/is pinned for https:\/\/www\.w3\.org\/ns\/credentials\/v2/);
  });

  it('are served frozen, so that no reader can change what the next one sees', async () => {
    const { document } = await loadContext(CREDENTIALS_V2);
    expect(() => Object.assign(document, { '@context': {} })).toThrow(TypeError);
  });

  it('hold our own words for every installation that names them, and for nothing that only looks like it', () => {
    for (const url of [
      'https://cairn.example/contexts/microcredential-v1.json',
      'http://localhost:3000/a/contexts/microcredential-v1.json',
    ])
      expect(contextBytes(url)).toBe(contextBytes(MICROCREDENTIAL_V1));
    expect(contextBytes('https://cairn.example/contexts/microcredential-v2.json')).toBe(contextBytes(MICROCREDENTIAL_V2));
    for (const url of [
      'https://evil.example/?x=/contexts/microcredential-v1.json',
      'https://evil.example/#/contexts/microcredential-v1.json',
      'https://evil.example/contexts/microcredential-v1.json?x',
      'https://evil.example/contexts/microcredential-v3.json',
      'urn:x/contexts/microcredential-v1.json',
    ])
      expect([url, isKnownContext(url)]).toEqual([url, false]);
  });

  it('are all there is: any other URL is refused, not fetched', async () => {
    expect(isKnownContext('https://evil.example/context')).toBe(false);
    await expect(loadContext('https://evil.example/context')).rejects.toThrow(UnknownContextError);
  });
});
