import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { HonestTool } from '../support/fake-lms/honest-tool.js';
import { type FakeLms, startFakeLms } from '../support/fake-lms/index.js';
import type { Course, Link, Person } from '../support/fake-lms/model.js';

const SILENCE_MS = 400;

/** The frame pages of the platform, in a browser that blocks third-party cookies. */
describe('the pages of the fake platform', () => {
  let browser: Browser;
  let lms: FakeLms;
  let tool: HonestTool;
  let context: BrowserContext;
  let page: Page;
  let course: Course;
  let ada: Person;
  let link: Link;

  beforeAll(async () => {
    browser = await launchChromium(['--test-third-party-cookie-phaseout']);
    lms = await startFakeLms({ profile: 'storage' });
    tool = await new HonestTool().listen();
    await tool.register(lms);
    lms.activate();
    course = lms.course();
    ada = lms.addPerson(course, { name: 'Ada Slate', roles: ['Instructor'] });
    link = lms.addLink(course, { title: 'Lay the first course' });
  });

  beforeEach(async () => {
    await context?.close();
    context = await browser.newContext();
    page = await context.newPage();
  });

  afterAll(async () => {
    await browser.close();
    await Promise.all([lms.stop(), tool.stop()]);
  });

  async function toolFrame(url: string, shows = 'Welcome, Ada Slate.'): Promise<Frame> {
    await page.goto(url);
    await page.frameLocator('#tool').getByText(shows).waitFor();
    return page.frame({ name: 'tool' })!;
  }

  /** Sends a message to the platform from inside the tool, and gives what comes back; null where nothing does. */
  function ask(frame: Frame, message: object, sub?: string): Promise<{ origin: string; data: Record<string, unknown> } | null> {
    return frame.evaluate(
      ({ message, sub, wait }) =>
        new Promise((resolve) => {
          // The page is typed as a script of Node is; only these few words of a browser are needed.
          const page = globalThis as unknown as {
            parent: {
              postMessage: (data: object, origin: string) => void;
              frames: Record<string, { postMessage: (data: object, origin: string) => void }>;
            };
            addEventListener: (name: string, heard: (event: { origin: string; data: Record<string, unknown> }) => void) => void;
          };
          page.addEventListener('message', ({ origin, data }) => {
            if (data['message_id'] === 'm1') resolve({ origin, data });
          });
          (sub ? page.parent.frames[sub] : page.parent)?.postMessage({ message_id: 'm1', ...message }, '*');
          setTimeout(() => resolve(null), wait);
        }),
      { message, sub, wait: SILENCE_MS },
    );
  }

  it('show the tool in a frame, as high as it asks for, and in a window of its own', async () => {
    const frame = await toolFrame(`${lms.origin}/course/${course.id}/link/${link.id}?person=${ada.id}`);
    await ask(frame, { subject: 'lti.frameResize', height: 731 });
    expect(await page.locator('#tool').getAttribute('style')).toContain('height: 731px');

    await page.goto(lms.pageFor({ person: ada, link }, { inNewWindow: true }));
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.locator('#open').click()]);
    await popup.getByText('Welcome, Ada Slate.').waitFor();
  });

  it('keep what the tool stores, in the page or in a frame of it', async () => {
    const frame = await toolFrame(lms.pageFor({ person: ada, link, storage: 'parent' }));
    const capabilities = await ask(frame, { subject: 'lti.capabilities' });
    expect(JSON.stringify(capabilities?.data['supported_messages'])).toContain('{"subject":"lti.put_data"}');
    await ask(frame, { subject: 'lti.put_data', key: 'state', value: 's1' });
    expect(await ask(frame, { subject: 'lti.get_data', key: 'state' })).toMatchObject({
      origin: lms.origin,
      data: { subject: 'lti.get_data.response', value: 's1' },
    });
    expect((await ask(frame, { subject: 'lti.get_data', key: 'other' }))?.data['value']).toBeUndefined();

    const other = await toolFrame(lms.pageFor({ person: ada, link, storage: 'frame' }));
    const told = await ask(other, { subject: 'lti.capabilities' });
    expect(JSON.stringify(told?.data['supported_messages'])).toContain('{"subject":"lti.put_data","frame":"lms_storage"}');
    expect(await ask(other, { subject: 'lti.put_data', key: 'state', value: 's2' })).toBeNull();
    await ask(other, { subject: 'lti.put_data', key: 'state', value: 's2' }, 'lms_storage');
    expect((await ask(other, { subject: 'lti.get_data', key: 'state' }, 'lms_storage'))?.data['value']).toBe('s2');
  });

  it('say nothing, fail, or let another origin answer', async () => {
    const silent = await toolFrame(lms.pageFor({ person: ada, link, storage: 'silent' }));
    expect(await ask(silent, { subject: 'lti.capabilities' })).toBeNull();
    const failing = await toolFrame(lms.pageFor({ person: ada, link, storage: 'failing' }));
    expect((await ask(failing, { subject: 'lti.put_data', key: 'state', value: 's' }))?.data['error']).toMatchObject({
      code: 'storage_exhaustion',
    });
    const wrong = await toolFrame(lms.pageFor({ person: ada, link, storage: 'wrong-origin' }));
    await page.frameLocator('[name=lms_storage]').locator('script').waitFor({ state: 'attached' });
    const answer = await ask(wrong, { subject: 'lti.get_data', key: 'state' });
    expect(answer?.origin).toBe(lms.origin.replace('127.0.0.1', 'localhost'));
  });

  it('let a teacher pick, and an administrator register and close', async () => {
    await toolFrame(`${lms.origin}/course/${course.id}/deepLinking?person=${ada.id}`);
    const frame = await toolFrame(lms.registrationPageFor(`${tool.origin}/register`), 'Registered.');
    // The frame is gone before it can wait for an answer.
    await ask(frame, { subject: 'org.imsglobal.lti.close' }).catch(() => null);
    await page.locator('#closed').waitFor();
  });
});
