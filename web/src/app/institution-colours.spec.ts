import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { contrast, ownTokens, readableAccent } from './institution-colours';

const CSS = readFileSync('web/src/ui/tokens.css', 'utf8');
const colours = fc.integer({ min: 0, max: 0xff_ff_ff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

/** What the style sheet says of a token, by mode. */
function token(name: string, mode: 'light' | 'dark'): string {
  const block = CSS.split('{').find((_, at, all) => all[at - 1]?.includes(`:root[data-theme='${mode}']`)) ?? '';
  const [, value] = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block) ?? [];
  if (!value) throw new Error(`tokens.css has no --${name} in ${mode}`);
  return value;
}

describe('The accent of an institution', () => {
  it.each(['light', 'dark'] as const)('can be read in %s, whatever colour it has', (mode) => {
    fc.assert(
      fc.property(colours, (colour) => {
        const own = ownTokens(colour);
        const [accent, hover, ink, wash] = (['accent', 'accent-hover', 'accent-ink', 'accent-wash'] as const).map(
          (name) => own[`--own-${name}-${mode}`],
        ) as [string, string, string, string];
        const grounds = ['paper', 'sheet', 'raised'].map((name) => token(name, mode));
        const pairs = [
          ...[...grounds, wash].flatMap((ground) => [
            [accent, ground],
            [hover, ground],
          ]),
          [ink, accent],
          [ink, hover],
          [token('ink', mode), wash],
          [token('quiet', mode), wash],
        ] as [string, string][];
        for (const [one, other] of pairs) expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 500 },
    );
  });

  it('is the colour itself where that can be read, and says where it is not', () => {
    expect(ownTokens('#0b3d5c')['--own-accent-light']).toBe('#0b3d5c');
    expect(readableAccent('#0B3D5C', 'light')).toBeNull();
    expect(readableAccent('#ffd54a', 'light')).toMatch(/^#[0-9a-f]{6}$/);
    expect(readableAccent('#ffd54a', 'dark')).toBeNull();
  });
});
