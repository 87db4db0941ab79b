import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CAST, DEMO_PASSWORD } from '../../demo/people.js';
import { signInChooser } from '../../demo/sign-in-chooser.js';
import { SIGN_IN_ASIDE } from '../../src/modules/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));

describe('The chooser of the demo’s sign-in page', () => {
  let demo: TestApp;
  let ordinary: TestApp;
  beforeAll(async () => {
    demo = await startTestApp({ CAIRN_ROLES: 'api' }, [signInChooser]);
    ordinary = await startTestApp({ CAIRN_ROLES: 'api' });
  });
  afterAll(async () => {
    await demo.close();
    await ordinary.close();
  });

  it('offers everybody of the cast with one click, and goes on to where they wanted', async () => {
    const { text } = await new TestBrowser(demo.app).get('/sign-in?next=%2Fapp%2Fstudio');
    for (const { name } of Object.values(CAST)) expect(text).toContain(`<button>${name}</button>`);
    expect(text.match(/name="next" value="\/app\/studio"/gu)).toHaveLength(1 + Object.keys(CAST).length);
  });

  it('is no part of Cairn as it is started elsewhere: no words, no provider, no route, no import', async () => {
    const { text } = await new TestBrowser(ordinary.app).get('/sign-in');
    expect(text).not.toMatch(/demo|Ines/u);
    expect(text).not.toContain(DEMO_PASSWORD);
    expect(() => ordinary.app.get(SIGN_IN_ASIDE, { strict: false })).toThrow('SignInAside');
    expect(ordinary.routes.toSorted()).toEqual(demo.routes.toSorted());
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const importers = files.filter((name) =>
      /from '[^']*\/demo\/(sign-in-chooser|people)/u.test(readFileSync(join(SOURCE, name), 'utf8')),
    );
    expect(importers).toEqual([]);
  });
});
