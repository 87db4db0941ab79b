import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { help as german } from '../../i18n/de/help';
import { help as english } from '../../i18n/en/help';
import { HELP_OF_ROUTE } from './help-of-route';

// What is not for people who use Cairn.
const WITHOUT = ['/dev/ui'];

const FEATURES = fileURLToPath(new URL('..', import.meta.url));
const paths = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('routes.ts'))
  .flatMap((file) => [...readFileSync(join(FEATURES, file), 'utf8').matchAll(/path: '([^']+)'/gu)].map(([, path = '']) => path));

describe('The help', () => {
  it('says something about every screen, and about none that is not there', () => {
    expect(paths.length).toBeGreaterThan(60);
    expect(Object.keys(HELP_OF_ROUTE).toSorted()).toEqual(paths.filter((path) => !WITHOUT.includes(path)).toSorted());
  });

  it('leads only to screens that are there', () => {
    const next = Object.values(HELP_OF_ROUTE).flatMap(({ next: to }) => to ?? []);
    expect(next.filter((to) => !paths.includes(to) || to.includes('$'))).toEqual([]);
  });

  it.each([
    ['English', english],
    ['German', german],
  ])('takes three to six sentences in %s, and has no topic that no screen shows', (_, { topics }) => {
    const sentences = (text: string) => text.match(/[.!?](?=\s|$)/gu)?.length ?? 0;
    const long = Object.entries(topics).map(([topic, text]) => [topic, sentences(text)] as const);
    expect(long.filter(([, count]) => count < 3 || count > 6)).toEqual([]);
    const shown = new Set<string>(Object.values(HELP_OF_ROUTE).map(({ topic }) => topic));
    expect(Object.keys(topics).filter((topic) => !shown.has(topic))).toEqual([]);
  });
});
