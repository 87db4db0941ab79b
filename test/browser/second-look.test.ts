import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { publishStudy, type StudyEdition } from '../support/study-world.js';
import { holds, startWebWorld, type WebWorld } from '../support/web-world.js';

const MINUTES = 60_000;
const LONG = 2 * MINUTES;

describe('An author’s second look', () => {
  let web: WebWorld;
  let page: Page;
  let study: StudyEdition;
  beforeAll(async () => {
    web = await startWebWorld({ CAIRN_ROLES: 'api' });
    study = await publishStudy(web.world);
    page = await web.visit(web.world.ines, `/app/studio/${study.microCredentialId}`);
  }, LONG);
  afterAll(() => web?.close());

  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const standAs = (label: string) => page.getByLabel('As somebody who').selectOption({ label });
  const tab = (name: string) => page.getByRole('link', { name, exact: true }).click();

  it(
    'is the draft on the learner’s own screens, where nothing is kept',
    async () => {
      await page.getByRole('link', { name: 'Preview as a learner' }).click();
      await heading('Data for the curious');
      await page.getByRole('complementary', { name: 'Preview of the draft' }).waitFor();
      await page.getByText('Nothing that you do here is kept.').waitFor();
      expect(await web.look(page, 'preview-journey')).toEqual([]);
      await page.getByRole('link', { name: 'What a number answers' }).first().click();
      await heading('What a number answers');
      await page.getByText('A number is an answer.').waitFor();
      await page.getByRole('button', { name: /Done/ }).click();
      await page
        .getByText(/^This is a preview: nothing is kept/)
        .first()
        .waitFor();
      await standAs('has only the project left');
      await page.getByRole('link', { name: 'Try your question' }).first().click();
      await heading('Try your question');
      await page.getByRole('button', { name: 'Begin the quiz' }).click();
      await page.getByText('Visits fell in').waitFor();
      await page.getByLabel('What else changed').check();
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Hand in all the same' }).click();
      await page.getByRole('alert').getByText('nothing is kept and nothing is handed in').waitFor();
      expect(await web.look(page, 'preview-quiz')).toEqual([]);
    },
    LONG,
  );

  it(
    'shows the project before it and after a verdict, and writes nothing',
    async () => {
      await page.goto(`/app/learning/preview-project-left-${study.microCredentialId}/project`);
      await heading(/One-page brief/);
      await page.getByLabel('Text', { exact: true }).fill('Half a thought');
      await page.getByText('Not saved yet').waitFor();
      await standAs('got the project back');
      await page
        .getByText(/Returned/)
        .first()
        .waitFor();
      expect(await web.look(page, 'preview-returned')).toEqual([]);
      await standAs('ran out of time');
      await page.getByText('Your place takes no more work.').waitFor();
      const kept = await web.world.rows(`select e.id from enrollment e join edition on edition.id = e.edition_id
         where edition.micro_credential_id = '${study.microCredentialId}'`);
      expect(kept).toEqual([]);
      await page.getByRole('link', { name: 'Back to the studio' }).click();
      await heading('Data for the curious');
      expect(await page.getByRole('complementary', { name: 'Preview of the draft' }).count()).toBe(0);
    },
    LONG,
  );

  it(
    'tells what the draft changes, word by word, and whom it would touch',
    async () => {
      const { browser } = web.world.ines;
      const path = `/api/v1/micro-credentials/${study.microCredentialId}`;
      const { version } = (await browser.get(path)).json<{ version: number }>();
      await browser.patch(path, { summary: 'Tell what data say, and stop there.' }, { 'if-match': `"v${version}"` });
      const [quiz] = await web.world.rows<{ id: string; version: number; body: { quiz: object } }>(
        `select id, version, body from activity where title = 'Try your question'`,
      );
      const body = { ...quiz?.body, quiz: { ...quiz?.body.quiz, passMark: 0.8 } };
      await browser.patch(`/api/v1/activities/${quiz?.id}`, { body }, { 'if-match': `"v${quiz?.version}"` });
      const offeringId = await web.world.offer(study.id);
      for (const name of ['Amara', 'Jonas', 'Lea']) await web.world.enroll(await web.world.member(name, ['learner']), offeringId);

      await page.goto(`/app/studio/${study.microCredentialId}`);
      await tab('Changes');
      await page.getByText('The rules get stricter').waitFor();
      await page.getByText('Pass mark of “Try your question”: 60% → 80%').waitFor();
      await page.getByText('On the first of the two: 3 learning.').waitFor();
      expect(await page.locator('ins', { hasText: 'stop there.' }).count()).toBe(1);
      expect(await web.look(page, 'editions')).toEqual([]);
    },
    LONG,
  );

  it(
    'finds where learners are, and who they are',
    async () => {
      await tab('Learners');
      await page
        .getByRole('rowheader', { name: /What a number answers/ })
        .getByText('Most are here')
        .waitFor();
      await page.getByRole('link', { name: /3 learners at What a number answers/ }).press('Enter');
      await page.getByRole('rowheader', { name: 'Amara' }).waitFor();
      expect(await web.look(page, 'learners')).toEqual([]);
    },
    LONG,
  );

  it(
    'leads everywhere from one field, by keyboard alone',
    async () => {
      await page.keyboard.press('Control+k');
      const field = page.getByRole('combobox', { name: 'A screen, a name or an action' });
      await field.fill('numbers come');
      await page.getByRole('option', { name: /Where numbers come from/ }).waitFor();
      expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('combobox');
      expect(await web.look(page, 'palette')).toEqual([]);
      await field.press('Enter');
      await heading('Where numbers come from');
      await page.getByRole('button', { name: 'Find', exact: true }).click();
      await field.fill('nothing of the sort');
      await page.getByText('Nothing that you may open is called “nothing of the sort”.').waitFor();
      await page.keyboard.press('Escape');
      expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Find');
    },
    LONG,
  );

  it(
    'does from the same field what can be done from anywhere',
    async () => {
      const field = page.getByRole('combobox', { name: 'A screen, a name or an action' });
      const doIt = async (name: string) => {
        await page.keyboard.press('Control+k');
        await field.fill(name);
        await page.getByRole('option', { name }).waitFor();
        await field.press('Enter');
        await field.waitFor({ state: 'detached' });
      };
      await doIt('Appearance: Dark');
      await holds(page, `document.documentElement.dataset.theme === 'dark'`);
      await doIt('Appearance: As the device');
      await holds(page, `document.documentElement.dataset.theme === undefined`);
      await doIt('New micro-credential');
      await page.getByRole('dialog', { name: 'A new micro-credential' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name: 'A new micro-credential' }).waitFor({ state: 'detached' });
    },
    LONG,
  );

  it(
    'begins another one from a copy, and copies courses and activities from their menus',
    async () => {
      await page.goto(`/app/studio/${study.microCredentialId}`);
      const copy = async (of: string, made: string) => {
        await page.getByRole('button', { name: `Actions for ${of}`, exact: true }).click();
        await page.getByRole('menuitem', { name: 'Duplicate' }).click();
        await page.getByRole('row', { name: made }).first().waitFor();
      };
      await copy('Axes', 'Axes (copy)');
      await copy('Honest charts', 'Honest charts (copy)');
      await page.getByRole('link', { name: 'Studio' }).first().click();
      await page.getByRole('button', { name: 'Duplicate Data for the curious' }).click();
      await heading('Data for the curious (copy)');
    },
    LONG,
  );
});
