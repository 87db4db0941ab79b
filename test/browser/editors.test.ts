import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Answer } from '../support/browser.js';
import { okay } from '../support/chosen-badges.js';
import { png } from '../support/png.js';
import { startWebWorld, type WebWorld } from '../support/web-world.js';
import type { Riverside } from '../support/worlds.js';

interface PageActivity {
  title: string;
  version: number;
  body: { markdown: string; assets: Record<string, string> };
}

interface QuizActivity {
  body: { quiz: { pools: { questions: { type: string }[] }[] } };
}

describe('The editors of an instructor', () => {
  let web: WebWorld;
  let world: Riverside;
  let page: Page;
  const paths = { page: '', quiz: '', project: '' };
  const activities = { page: '', quiz: '' };
  let microCredentialId = '';

  const ines = () => world.ines.browser;
  const created = async (answer: Promise<Answer>) => okay(await answer).json<{ id: string }>().id;
  const read = async <Body>(path: string) => okay(await ines().get(path)).json<Body>();
  const open = async (path: string) => {
    page = await page.context().newPage();
    await page.goto(path);
    await page.waitForSelector('h1');
  };
  const text = () => page.getByLabel('Text', { exact: true });
  /** What `ask` answers once it satisfies; the last answer, to be looked at, where it never does. */
  const eventually = async <Found>(ask: () => Promise<Found>, satisfies: (found: Found) => boolean): Promise<Found> => {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const found = await ask();
      if (satisfies(found) || Date.now() > deadline) return found;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const kept = (path: string, words: string) =>
    eventually(
      () => read<unknown>(path),
      (found) => JSON.stringify(found).includes(words),
    );
  const shown = (words: string) => page.getByText(words).first().waitFor();

  beforeAll(async () => {
    web = await startWebWorld();
    ({ world } = web);
    const courseId = await created(ines().post('/api/v1/courses', { title: 'Honest charts', summary: '', language: 'en' }));
    const add = (title: string, body: object) =>
      created(ines().post(`/api/v1/courses/${courseId}/activities`, { title, minutes: 5, required: true, body }));
    activities.page = await add('Axes', { kind: 'page', markdown: '', assets: {}, objectives: [] });
    const quiz = { introduction: '', passMark: 0.6, attemptLimit: null, timeLimitSeconds: null, shuffleQuestions: false };
    activities.quiz = await add('Check', { kind: 'quiz', quiz: { ...quiz, reveal: 'after-attempt', pools: [] } });
    const draft = { title: 'Charts', courseIds: [courseId] };
    microCredentialId = await created(ines().post('/api/v1/micro-credentials', draft));
    const studio = `/app/studio/${microCredentialId}`;
    paths.page = `${studio}/activities/${activities.page}`;
    paths.quiz = `${studio}/activities/${activities.quiz}`;
    paths.project = `${studio}/project`;
    page = await web.visit(world.ines, '/app/studio');
  }, 120_000);
  afterAll(() => web?.close());

  it('take a page with a picture, by keyboard and toolbar, and show it as learners will see it', async () => {
    await open(paths.page);
    await page.getByRole('button', { name: 'Markdown', exact: true }).click();
    await text().focus();
    await page.keyboard.type('- Start at ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('zero');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Name the unit');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await text().inputValue()).toBe('- Start at **zero**\n- Name the unit\n');
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Picture or file' }).click();
    await (await choosing).setFiles({ name: 'cut axis.png', mimeType: 'image/png', buffer: png() });
    await page.getByRole('button', { name: 'Put it into the text' }).click();
    await shown('Describe the picture');
    await page.getByLabel('Description').fill('A chart whose axis begins at 40');
    await page.keyboard.press('Enter');
    const { body } = (await kept(`/api/v1/activities/${activities.page}`, 'cut-axis.png)')) as PageActivity;
    expect(body.markdown).toBe('- Start at **zero**\n- Name the unit\n![A chart whose axis begins at 40](files/cut-axis.png)');
    expect(Object.keys(body.assets)).toEqual(['files/cut-axis.png']);
    const preview = page.getByRole('region', { name: 'As learners see it' });
    await preview.getByRole('img', { name: 'A chart whose axis begins at 40' }).waitFor();
    expect(await preview.locator('strong').innerText()).toBe('zero');
  });

  it('have the sentence again in whose middle the tab was killed', async () => {
    await page.route('**/api/v1/activities/*', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await text().press('Control+End');
    await page.keyboard.type(' An axis that begins at forty makes of a small');
    const inBrowser = () => page.evaluate<string>('JSON.stringify(localStorage)');
    expect(await eventually(inBrowser, (found) => found.includes('makes of a small'))).toContain('makes of a small');
    await page.close({ runBeforeUnload: false });
    await open(paths.page);
    await shown('What you typed last time is back');
    expect(await text().inputValue()).toMatch(/makes of a small$/);
    const { body } = (await kept(`/api/v1/activities/${activities.page}`, 'makes of a small')) as PageActivity;
    expect(body.markdown).toMatch(/makes of a small$/);
  });

  it('show a colleague’s change beside one’s own, and let the author choose', async () => {
    const path = `/api/v1/activities/${activities.page}`;
    const before = await read<PageActivity>(path);
    const theirs = { ...before.body, markdown: 'Rewritten by a colleague.' };
    okay(await ines().patch(path, { body: theirs }, { 'if-match': `"v${before.version}"` }));
    await text().press('Control+End');
    await page.keyboard.type(' difference a large one.');
    await shown('Somebody else changed this meanwhile');
    expect(await page.locator('ins', { hasText: 'Rewritten by a colleague.' }).isVisible()).toBe(true);
    expect((await read<PageActivity>(path)).body.markdown).toBe('Rewritten by a colleague.');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    const { body } = (await kept(path, 'a large one.')) as PageActivity;
    expect(body.markdown).toMatch(/a small difference a large one\.$/);
  });

  it('take a page as it will look, by keyboard alone, and keep it in Markdown', async () => {
    const path = `/api/v1/activities/${activities.page}`;
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.getByRole('button', { name: 'Rich text', exact: true }).first().click();
    await page.locator('[contenteditable]').first().focus();
    await press('Control+a', 'Delete');
    await page.keyboard.type('## Honest axes');
    await press('Enter');
    await page.keyboard.type('- Start at **zero**');
    await press('Enter', 'Enter');
    await page.keyboard.type('/call');
    await press('Enter');
    await page.keyboard.type('Beware');
    await press('Enter');
    await page.keyboard.type('Check $x^2$ twice');
    await press('Control+End');
    await page.keyboard.type('/tab');
    await press('Enter');
    await page.keyboard.type('Year');
    await press('Tab');
    await page.keyboard.type('Visits');
    const { body } = (await kept(path, 'Visits')) as PageActivity;
    const written =
      '## Honest axes\n\n- Start at **zero**\n\n:::callout[Beware]\nCheck $x^2$ twice\n:::\n\n' +
      '| Year | Visits |\n| - | - |\n| Cell 1 | Cell 2 |';
    expect(body.markdown).toBe(written);
    const preview = page.getByRole('region', { name: 'As learners see it' });
    await preview.getByRole('columnheader', { name: 'Visits' }).waitFor();
    expect(await preview.locator('.block-callout math').count()).toBe(1);
    await page.locator('[contenteditable] [data-tex] math').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await web.look(page, 'editor-rich')).toEqual([]);
    await page.getByRole('button', { name: 'Markdown', exact: true }).click();
    expect(await text().inputValue()).toBe(written);
  }, 120_000);

  it('take a quiz with two kinds of questions, and say at the very option what is missing', async () => {
    await page.goto(paths.quiz);
    await page.getByRole('button', { name: 'Add question' }).click();
    await page.getByRole('textbox', { name: 'Question', exact: true }).fill('Where does an honest axis begin?');
    await page.getByLabel('Option 1', { exact: true }).fill('At zero');
    await shown('Write a text, or remove it.');
    await page.getByLabel('Option 2', { exact: true }).fill('At forty');
    await page.getByLabel('Kind of the next question').selectOption('numeric');
    await page.getByRole('button', { name: 'Add question' }).click();
    await page.getByRole('textbox', { name: 'Question', exact: true }).fill('How many percent is $\\frac{1}{4}$?');
    await page.getByLabel('Right answer').fill('25');
    await page.getByLabel('May differ by').fill('0.5');
    await page.getByLabel('Unit').fill('%');
    await shown('24.5 to 25.5 is right.');
    await page.getByRole('row', { name: /^2\./ }).getByText('Number').waitFor();

    // The keyboard carries the second question before the first.
    await page.getByRole('button', { name: /^Move 2\./ }).focus();
    await page.keyboard.press('Enter');
    const aimed = async () => {
      const place = await page.evaluate<string>('document.activeElement?.getAttribute("aria-label") ?? ""');
      if (!place.startsWith('Insert before 1.')) await page.keyboard.press('ArrowUp');
      return place;
    };
    expect(await eventually(aimed, (place) => place.startsWith('Insert before 1.'))).toMatch(/^Insert before 1\./);
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /^1\. How many/ }).waitFor();
    await page.getByText('to mend').first().waitFor({ state: 'detached' });
    const { body } = await eventually(
      () => read<QuizActivity>(`/api/v1/activities/${activities.quiz}`),
      (found) => found.body.quiz.pools[0]?.questions[0]?.type === 'numeric',
    );
    expect(body.quiz.pools).toMatchObject([
      {
        draw: null,
        questions: [
          { type: 'numeric', answer: 25, tolerance: 0.5, unit: '%' },
          {
            type: 'single',
            options: [
              { text: 'At zero', correct: true },
              { text: 'At forty', correct: false },
            ],
          },
        ],
      },
    ]);
  });

  it('take a project with a rubric that can be tried, and do not ask when a colleague changed something else', async () => {
    const path = `/api/v1/micro-credentials/${microCredentialId}`;
    await page.goto(paths.project);
    await page.getByRole('button', { name: 'Describe the project' }).click();
    const { version } = (await kept(path, '"maxFiles"')) as { version: number };
    okay(await ines().patch(path, { summary: 'Theirs.' }, { 'if-match': `"v${version}"` }));
    await page.getByRole('textbox', { name: 'Title' }).fill('One honest page');
    await page.getByRole('textbox', { name: 'Brief' }).fill('Draw *one* honest chart.');
    await page.getByRole('button', { name: 'Add a criterion' }).click();
    await page.getByLabel('What is looked at').fill('Axis');
    await page.getByLabel('Weak work here can be made up elsewhere').uncheck();
    await page.getByRole('spinbutton', { name: 'Points that this criterion must reach' }).fill('2');
    await shown('“Axis” must reach 2 points');
    await page.getByLabel('Axis', { exact: true }).selectOption({ label: 'Partly (1 point)' });
    await shown('It does not pass');
    await page.getByLabel('Axis', { exact: true }).selectOption({ label: 'Fully (3 points)' });
    await shown('It passes');
    await page.getByRole('link', { name: 'Studio' }).first().click();
    await page.waitForURL('/app/studio');
    expect(await read(path)).toMatchObject({
      summary: 'Theirs.',
      project: { title: 'One honest page', brief: 'Draw *one* honest chart.' },
      rubric: { passPoints: 1.5, criteria: [{ title: 'Axis', mustPassPoints: 2, ratings: { length: 4 } }] },
    });
  });

  it.each(['page', 'quiz', 'project'] as const)(
    'have no barrier that axe can find, and nothing hangs over: %s',
    async (name) => {
      await open(paths[name]);
      await page.getByRole('region', { name: 'As learners see it' }).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await web.look(page, `editor-${name}`)).toEqual([]);
    },
    120_000,
  );

  it('are not for learners', async () => {
    const amara = await world.member('Amara', ['learner']);
    const visited = await web.visit(amara, paths.page);
    await visited.getByText('Your roles do not open this page.').waitFor();
    await visited.context().close();
  });
});
