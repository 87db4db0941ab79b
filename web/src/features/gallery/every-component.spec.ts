import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const GALLERY = fileURLToPath(new URL('.', import.meta.url));
const UI = fileURLToPath(new URL('../../ui', import.meta.url));

describe('the gallery', () => {
  const shown = readdirSync(GALLERY)
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(GALLERY, name), 'utf8'))
    .join('\n');

  it('shows every component', () => {
    const components = readdirSync(UI).filter((name) => name.endsWith('.tsx'));
    expect(components.map((name) => `ui/${name.slice(0, -'.tsx'.length)}'`).filter((name) => !shown.includes(name))).toEqual([]);
  });
});
