import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { canParseUrl } from './can-parse-url.js';

const SOURCES = fileURLToPath(new URL('..', import.meta.url));
// The engine compiles what is called so often.
const OFTEN = 50_000;

describe('Whether a text is an address', () => {
  it('is answered as browsers do, also with letters beyond ASCII and when it was asked often', () => {
    let refused = 0;
    for (let time = 0; time < OFTEN; time += 1) if (!canParseUrl('https://bücher.example/über')) refused += 1;
    expect(refused).toBe(0);
    expect(['https://', 'no address', ''].filter((text) => canParseUrl(text))).toEqual([]);
    expect([canParseUrl('/über', 'https://bücher.example'), canParseUrl('/über')]).toEqual([true, false]);
  });

  it('is asked nowhere of Node itself', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
      (path) => /(?<!\.spec)\.ts$/.test(path) && !path.endsWith('can-parse-url.ts'),
    );
    expect(files.filter((path) => /URL\.canParse\(/.test(readFileSync(join(SOURCES, path), 'utf8')))).toEqual([]);
  });
});
