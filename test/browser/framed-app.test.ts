import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { freePort, launchChromium, launchChromiumThatRefusesCookies } from '../support/chromium.js';
import { startWebWorld, type WebWorld } from '../support/web-world.js';
import type { Learner } from '../support/worlds.js';

const MINUTES = 60_000;
const PASSWORD = 'stone by stone by stone';

/** A page of another site, such as an LMS, that shows ours in a frame. */
async function siteThatFrames(port: number, address: string): Promise<Server> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      `<title>Course</title><h1>Course</h1><iframe title="Cairn" src="${address}" width="100%" height="800"></iframe>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

// The same machine under two names: to a browser, two sites.
describe('In a frame on a page of another site, in a browser that keeps third-party cookies back', () => {
  let web: WebWorld;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let frame: FrameLocator;
  let amara: Learner;
  let listed: Server;
  let unlisted: Server;
  const ports = { listed: 0, unlisted: 0 };

  beforeAll(async () => {
    ports.listed = await freePort();
    web = await startWebWorld({ CAIRN_ROLES: 'api', CAIRN_FRAME_ORIGINS: `http://localhost:${ports.listed}` });
    amara = await web.world.enroll(await web.world.member('Amara', ['learner']));
    await amara.browser.put('/api/v1/me/password', { newPassword: PASSWORD });
    ports.unlisted = await freePort();
    [listed, unlisted] = await Promise.all([
      siteThatFrames(ports.listed, `${web.origin}/app`),
      siteThatFrames(ports.unlisted, `${web.origin}/app`),
    ]);
    browser = await launchChromium(['--test-third-party-cookie-phaseout']);
    context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce' });
    page = await context.newPage();
    frame = page.frameLocator('iframe');
  }, 2 * MINUTES);
  afterAll(async () => {
    await browser?.close();
    listed?.close();
    unlisted?.close();
    await web?.close();
  });

  it(
    'a learner signs in and studies without leaving it',
    async () => {
      await page.goto(`http://localhost:${ports.listed}`);
      await frame.getByLabel('E-mail address').fill(amara.email);
      await frame.getByLabel('Password').fill(PASSWORD);
      await frame.getByRole('button', { name: 'Sign in' }).click();
      await frame.getByRole('link', { name: 'Begin' }).first().click();
      await frame.getByRole('heading', { level: 1, name: 'Asking questions' }).waitFor();
      await frame.getByRole('button', { name: 'Done, go on' }).click();
      await frame.getByRole('heading', { level: 1, name: 'Honest charts' }).waitFor();
      expect(await frame.getByRole('navigation', { name: 'Main' }).count()).toBe(0);
      const facts = await web.world.rows(
        'select 1 from activity_progress where enrollment_id = $1 and completed_at is not null',
        [amara.enrollmentId],
      );
      expect(facts).toHaveLength(1);
    },
    MINUTES,
  );

  it(
    'they are still there when they come back, and nowhere else',
    async () => {
      await page.reload();
      await frame.getByRole('heading', { level: 1, name: 'My learning' }).waitFor();
      const cookies = (await context.cookies(web.origin)).filter(({ name }) => name.startsWith('cairn'));
      expect(cookies).toMatchObject([{ name: 'cairn-framed', httpOnly: true, secure: true, sameSite: 'None' }]);
      expect(cookies[0]).toHaveProperty('partitionKey', expect.stringContaining('http://localhost'));
      const top = await context.newPage();
      await top.goto(`${web.origin}/app`);
      await top.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
      await top.close();
    },
    MINUTES,
  );

  it(
    'who would sign in where a browser keeps not even what is kept apart is offered a window of their own',
    async () => {
      const within = `http://localhost:${ports.listed}`;
      const strict = await launchChromiumThatRefusesCookies({ of: web.origin, within });
      try {
        const refused = await strict.newPage({ locale: 'en' });
        await refused.goto(within);
        const tool = refused.frameLocator('iframe');
        await tool.getByRole('heading', { name: 'Your browser keeps no cookies of this site' }).waitFor();
        expect(await tool.getByRole('button', { name: 'Sign in' }).count()).toBe(0);
        const [window] = await Promise.all([
          refused.waitForEvent('popup'),
          tool.getByRole('link', { name: 'Try it in a window of its own' }).click(),
        ]);
        await window.getByLabel('E-mail address').fill(amara.email);
        await window.getByLabel('Password').fill(PASSWORD);
        await window.getByRole('button', { name: 'Sign in' }).click();
        await window.getByRole('heading', { level: 1, name: 'My learning' }).waitFor();
      } finally {
        await strict.close();
      }
    },
    MINUTES,
  );

  it(
    'a page that is not on the list shows nothing of ours',
    async () => {
      const other = await context.newPage();
      await other.goto(`http://localhost:${ports.unlisted}`);
      await other.waitForLoadState('networkidle');
      expect(
        await other
          .frameLocator('iframe')
          .getByText(/Sign in|My learning/)
          .count(),
      ).toBe(0);
      await other.close();
    },
    MINUTES,
  );
});
