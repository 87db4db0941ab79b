import { describe, expect, it } from '@jest/globals';
import { CONTEXT_PINS, CREDENTIALS_V2 } from './context-pins.js';
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

  it('are all there is: any other URL is refused, not fetched', async () => {
    expect(isKnownContext('https://evil.example/context')).toBe(false);
    await expect(loadContext('https://evil.example/context')).rejects.toThrow(UnknownContextError);
  });
});
