import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { CairnProcess } from '../chaos/support/cairn-process.js';
import { freePort, launchChromium } from '../support/chromium.js';

const MINUTES = 60_000;
const TITLE = 'Charts that do not lie';
const PASSWORD = 'stone by stone by stone';

/** One who never saw Cairn goes by what the screens say: from the link that the first start prints to the badge of a learner. */
describe('A stranger', () => {
  let folder: string;
  let cairn: CairnProcess;
  let browser: Browser;
  let origin: string;
  let founder: Page;
  let learner: Page;

  const profile = async (): Promise<Page> => {
    const context = await browser.newContext({ baseURL: origin, locale: 'en', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(12_000);
    return page;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-stranger-'));
    const port = String(await freePort());
    origin = `http://localhost:${port}`;
    [cairn, browser] = await Promise.all([CairnProcess.start({ PORT: port, CAIRN_DATA_DIR: folder }), launchChromium()]);
    founder = await profile();
    learner = await profile();
  }, 2 * MINUTES);
  afterAll(async () => {
    await browser?.close();
    await cairn?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const press = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
  const field = (page: Page | Locator, label: string | RegExp) => page.getByLabel(label).first();
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

  it(
    'opens the link that the program printed, and takes up all roles',
    async () => {
      const link = /http\S+\/sign-in\/link\/\S+/.exec(cairn.output)?.[0] ?? '';
      await founder.goto(link);
      await press(founder, 'Sign in');
      await heading(founder, 'First steps');
      await follow(founder, 'Go: Give people their roles');
      await press(founder, /^Roles of/);
      for (const role of ['Instructor', 'Assessor', 'Office']) {
        await founder.getByRole('dialog').getByLabel(role).click();
        await sees(founder, new RegExp(`is ${role} now`));
      }
      await founder.keyboard.press('Escape');
    },
    MINUTES,
  );

  it(
    'writes two short courses and a project, and publishes them',
    async () => {
      await follow(founder, 'Studio');
      await press(founder, 'New micro-credential');
      await field(founder, 'Title').fill(TITLE);
      await press(founder, 'Create and lay out');
      await heading(founder, TITLE);
      const studio = new URL(founder.url()).pathname;
      for (const [course, text] of [
        ['Reading charts', 'Look at the axis first.'],
        ['Drawing charts', 'Begin at zero.'],
      ] as const) {
        await field(founder, 'Title of the next course').fill(course);
        await press(founder, 'Add course');
        await founder.getByRole('row', { name: course }).getByRole('button', { name: 'Add activity' }).click();
        await founder.getByRole('menuitem', { name: 'Page' }).click();
        await founder.getByLabel('Title', { exact: true }).fill(`${course}, a page`);
        await founder.getByLabel('Minutes').fill('10');
        await founder.getByRole('button', { name: 'Add', exact: true }).click();
        await founder
          .getByRole('row', { name: `${course}, a page` })
          .getByRole('link')
          .first()
          .click();
        await founder.getByLabel('Text', { exact: true }).fill(text);
        await sees(founder, /^Saved/);
        await founder.goto(studio);
      }
      await follow(founder, 'Publish');
      await founder.getByRole('heading', { name: /before you can publish/ }).waitFor();
      await follow(founder, 'Project');
      await press(founder, 'Describe the project');
      await field(founder, 'Title').fill('One honest page');
      await founder.getByRole('textbox', { name: 'Brief' }).fill('Draw one chart of your own town.');
      await press(founder, 'Add a criterion');
      await field(founder, 'What is looked at').fill('The axis');
      await sees(founder, /^Saved/);
      await founder.goto(`${studio}/details`);
      await field(founder, 'Summary').fill('Draw charts that tell the truth.');
      await press(founder, 'Add an outcome');
      await founder.getByRole('textbox', { name: 'Outcome 1' }).fill('Draw an honest chart.');
      await press(founder, 'Add a skill');
      await founder.getByRole('textbox', { name: 'Skill 1' }).fill('Draw charts');
      await field(founder, 'Workload in hours').fill('2');
      await field(founder, 'What one does to earn the badge').fill('Draws one honest chart.');
      await sees(founder, /^Saved/);
      await follow(founder, 'Publish');
      await founder.getByRole('heading', { name: 'Ready to publish' }).waitFor();
      await press(founder, 'Publish edition 1');
      await sees(founder, 'Edition 1 is published.');
    },
    3 * MINUTES,
  );

  it(
    'opens an offering, takes its assessor’s place, and invites a learner',
    async () => {
      await follow(founder, 'Offerings');
      await follow(founder, 'New offering');
      await field(founder, 'Title').fill('This winter');
      await press(founder, 'Open the offering');
      await heading(founder, 'This winter');
      await press(founder, 'Add staff');
      await press(founder.getByRole('dialog'), /^Add /);
      await sees(founder, /is added/);
      await founder.keyboard.press('Escape');
      await follow(founder, 'People');
      await press(founder, 'Invite somebody');
      const dialog = founder.getByRole('dialog');
      await field(dialog, 'Name').fill('Lea');
      await field(dialog, 'E-mail address').fill('lea@example.org');
      await press(dialog, 'Send the invitation');
      await follow(founder, 'Open the mailbox');
      await heading(founder, 'Mailbox');
    },
    MINUTES,
  );

  it(
    'as a learner in another profile: comes in, finds what there is, studies and hands in',
    async () => {
      const letter = await founder.locator('.letter', { hasText: 'invit' }).first().innerText();
      await learner.goto(/http\S+/.exec(letter)?.[0] ?? '');
      await field(learner, 'Choose a password').fill(PASSWORD);
      await press(learner, 'Accept');
      await sees(learner, 'You are not enrolled in anything yet');
      expect(await learner.getByText('Your work is here').count()).toBe(0);
      await follow(learner, 'Look in the catalogue');
      await follow(learner, TITLE);
      await follow(learner, 'Enrol in “This winter”');
      await press(learner, 'Enrol');
      await heading(learner, TITLE);
      await follow(learner, 'Begin');
      await sees(learner, 'Look at the axis first.');
      await press(learner, 'Done, go on');
      await sees(learner, 'Begin at zero.');
      await press(learner, 'Done, go on');
      await heading(learner, 'Project: One honest page');
      await sees(learner, 'Draw one chart of your own town.');
      await field(learner, /^Text/).fill('A chart of our library, from zero up.');
      await press(learner, 'Hand in');
      await press(learner, 'Hand it in');
      await sees(learner, 'It is handed in.');
    },
    2 * MINUTES,
  );

  it(
    'grades it',
    async () => {
      await founder.goto('/app');
      await follow(founder, 'Grading');
      await press(founder, 'Take next');
      await heading(founder, 'Lea, attempt 1');
      await founder.getByRole('radio').last().check();
      await sees(founder, 'By the rubric this work passes.');
      await founder.keyboard.press('g');
      await press(founder.getByRole('dialog'), /^Release/);
      await founder.getByRole('dialog').waitFor({ state: 'detached' });
    },
    MINUTES,
  );

  it(
    'and the learner has a badge, which anybody can check',
    async () => {
      await learner.goto('/app');
      await follow(learner, 'Read the feedback');
      await sees(learner, 'Your badge is issued.');
      await follow(learner, 'See the badge');
      await learner.getByRole('heading', { name: TITLE }).first().waitFor();
      const stranger = await profile();
      await stranger.goto(learner.url());
      await stranger.getByRole('heading', { name: TITLE }).first().waitFor();
      const { status, body } = await stranger.evaluate<{ status: number; body: string }>(
        `fetch(location.pathname + '/credential.json').then(async (answer) => ({ status: answer.status, body: await answer.text() }))`,
      );
      expect(status).toBe(200);
      const { origin: issuer } = new URL(origin);
      expect(body).toContain(issuer);
    },
    MINUTES,
  );
});
