import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { walk, type WalkResult } from '../../demo/walk.js';
import { PrepareFirstAdministrator } from '../../src/modules/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { injectTransport } from '../support/inject-transport.js';

describe('the main job: from an instructor’s material to badges that others verify', () => {
  let cairn: TestApp;
  let result: WalkResult;

  beforeAll(async () => {
    cairn = await startTestApp();
    const signInPath = await cairn.app.get(PrepareFirstAdministrator, { strict: false }).run();
    result = await walk({ transport: injectTransport(cairn.app), signInPath: signInPath ?? '', onStep: () => undefined });
  }, 180_000);
  afterAll(() => cairn.close());

  it('shows the micro-credential to anybody, with no link that leads nowhere', async () => {
    const { items } = (await cairn.app.inject('/api/v1/catalogue')).json<{ items: { slug: string }[] }>();
    const page = await cairn.app.inject(`/micro-credentials/riverside/${items[0]?.slug}`);
    expect(page.body).toContain('Data Storytelling');
    expect(page.body).not.toContain('href=""');
  });

  it('issues a badge to Amara and to Jonas, who passed, and none to Lea, who did not', () => {
    expect(result.badges.map(({ learner }) => learner)).toEqual(['Amara Diallo', 'Jonas Weber']);
  });

  it('issues badges that the unmodified @digitalbazaar/vc verifies', () => {
    expect(result.verified).toBe(2);
  });

  it('leaves no word of a badge changeable: tampered copies are refused', () => {
    expect(result.tamperedRefused).toBe(2);
  });
});
