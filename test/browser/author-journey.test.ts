import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { tinyMicroCredential } from '../support/riverside-edition.js';
import { holds, startWebWorld, type WebWorld } from '../support/web-world.js';
import type { Riverside } from '../support/worlds.js';
import { tinyCourse, unzipped, zipOf } from '../support/zips.js';

const TITLE = 'Maps that tell the truth';

interface Draft {
  id: string;
  version: number;
  title: string;
  summary: string;
  courseIds: string[];
  sequence: object;
}
interface OutlineCourse {
  id: string;
  title: string;
  activities: { id: string; title: string; version: number }[];
}

describe('An author’s way from nothing to a published micro-credential', () => {
  let web: WebWorld;
  let world: Riverside;
  let page: Page;
  let id: string;

  beforeAll(async () => {
    web = await startWebWorld();
    ({ world } = web);
    page = await web.visit(world.ines, '/app/studio');
  }, 120_000);
  afterAll(() => web?.close());

  const draft = async () => (await world.ines.browser.get(`/api/v1/micro-credentials/${id}`)).json<Draft>();
  const outline = async () =>
    (await world.ines.browser.get(`/api/v1/micro-credentials/${id}/outline`)).json<{ courses: OutlineCourse[] }>().courses;
  const titles = async () => (await outline()).map((course) => [course.title, course.activities.map((each) => each.title)]);
  const told = (text: string) => page.getByRole('status').getByText(text).waitFor();
  const tab = (name: string) => page.getByRole('link', { name, exact: true }).click();
  const saved = (on = page) => on.getByText(/^Saved \d/).waitFor();

  const addCourse = async (title: string) => {
    await page.getByLabel('Title of the next course').fill(title);
    await page.getByRole('button', { name: 'Add course' }).click();
    await page.getByRole('row', { name: title }).waitFor();
  };
  const addActivity = async (course: string, kind: string, title: string, minutes: string) => {
    await page.getByRole('row', { name: course }).getByRole('button', { name: 'Add activity' }).click();
    await page.getByRole('menuitem', { name: kind }).click();
    await page.getByLabel('Title', { exact: true }).fill(title);
    await page.getByLabel('Minutes').fill(minutes);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('row', { name: title }).waitFor();
  };

  it('begins with a title, and lays out two courses with their activities', async () => {
    await page.goto('/app/studio');
    await page.getByRole('button', { name: 'New micro-credential' }).click();
    await page.getByLabel('Title', { exact: false }).fill(TITLE);
    await page.getByRole('button', { name: 'Create and lay out' }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByText('No courses yet').waitFor();
    await addCourse('Reading maps');
    await addCourse('Drawing maps');
    await addActivity('Reading maps', 'Page', 'Scale', '20');
    await addActivity('Reading maps', 'Page', 'Projection', '25');
    await addActivity('Reading maps', 'Quiz', 'Can you read it?', '10');
    await addActivity('Drawing maps', 'Page', 'Colours', '30');
    await page.getByText('1 hr 25 min').first().waitFor();
    expect(await titles()).toEqual([
      ['Reading maps', ['Scale', 'Projection', 'Can you read it?']],
      ['Drawing maps', ['Colours']],
    ]);
  }, 120_000);

  it('puts things into another order by keyboard alone, and takes it back', async () => {
    await page.getByRole('button', { name: 'Move Projection' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[aria-roledescription="drop indicator"]:focus').waitFor();
    while ((await page.locator(':focus').getAttribute('aria-label')) !== 'Insert between Reading maps and Scale')
      await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await told('Moved “Projection”.');
    expect((await titles())[0]).toEqual(['Reading maps', ['Projection', 'Scale', 'Can you read it?']]);
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await told('Moved “Projection” back.');
    expect((await titles())[0]).toEqual(['Reading maps', ['Scale', 'Projection', 'Can you read it?']]);

    await page.getByRole('button', { name: 'Actions for Drawing maps' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Move up' }).press('Enter');
    await told('Moved “Drawing maps”.');
    expect((await titles()).map(([title]) => title)).toEqual(['Drawing maps', 'Reading maps']);
    const [first, second] = (await draft()).courseIds;
    expect((await draft()).sequence).toEqual({
      type: 'in-order',
      items: [{ type: 'course', courseId: first }, { type: 'course', courseId: second }, { type: 'project' }],
    });
  }, 120_000);

  it('renames in place, and keeps what is typed when the tab is killed', async () => {
    await page.getByRole('button', { name: 'Actions for Colours' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Rename and edit' }).press('Enter');
    await page.getByLabel('Title', { exact: true }).fill('Colours and classes');
    await holds(page, `Object.values(localStorage).some((text) => text.includes('Colours and classes'))`);
    await page.reload();
    // By the mouse: a list that gets the focus for the first time gives it to its first row.
    await page.getByRole('button', { name: 'Actions for Colours' }).click();
    await page.getByRole('menuitem', { name: 'Rename and edit' }).press('Enter');
    await page.locator('[name="title"]:focus').waitFor();
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Colours and classes');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: 'Colours and classes' }).waitFor();
  }, 120_000);

  it('says what unlocks what', async () => {
    await tab('Rules');
    await page.getByRole('button', { name: 'In any order, then the project' }).click();
    await page.getByText('A learner completes (all of “Drawing maps”, “Reading maps” in any order), then the project.').waitFor();
    await saved();
    expect((await draft()).sequence).toMatchObject({ type: 'in-order', items: [{ type: 'all-of' }, { type: 'project' }] });
    expect(await page.getByText('Open at once').count()).toBe(2);
  }, 120_000);

  it('is told what stands against publishing, and led to each of it', async () => {
    await tab('Publish');
    await page.getByRole('heading', { name: /things before you can publish/ }).waitFor();
    expect(await page.getByRole('button', { name: /^Publish edition/ }).count()).toBe(0);
    await page.getByText('Not yet a European micro-credential').waitFor();
    await page.getByRole('link', { name: 'Write a summary' }).click();
    await page.locator('[name="summary"]:focus').waitFor();
    await page.keyboard.type('Draw maps that do not mislead.');
    await page.getByRole('button', { name: 'Add an outcome' }).click();
    await page.getByRole('textbox', { name: 'Outcome 1' }).fill('Choose a projection for a purpose.');
    await page.getByRole('button', { name: 'Add a skill' }).click();
    await page.getByRole('textbox', { name: 'Skill 1' }).fill('Draw maps');
    await page.getByRole('button', { name: 'Tie to a framework' }).click();
    await page.getByLabel('Its entry in the framework').fill('data.europa');
    await page.getByText('Give the whole address').waitFor();
    await page.getByLabel('Its entry in the framework').fill('http://data.europa.eu/esco/skill/1');
    await page.getByLabel('Workload in hours').fill('10');
    await page.getByLabel('How its quality is assured').fill('A second teacher reads every edition.');
    await page.getByLabel('What one does to earn the badge').fill('Draws three maps.');
    await saved();
    await holds(page, `!Object.keys(localStorage).some((key) => key.endsWith('.details'))`);
    expect(await draft()).toMatchObject({
      summary: 'Draw maps that do not mislead.',
      outcomes: ['Choose a projection for a purpose.'],
      skills: [{ name: 'Draw maps', alignment: { targetUrl: 'http://data.europa.eu/esco/skill/1', targetFramework: 'ESCO' } }],
      workload: { hours: 10 },
    });
  }, 120_000);

  it('designs the badge, and sees the very picture', async () => {
    await tab('Badge');
    await page.getByLabel('Shape').selectOption('shield');
    await page.getByLabel('Along the rim').fill('Riverside');
    await page.getByRole('img', { name: `The badge: ${TITLE}, Riverside` }).waitFor();
    await page.getByRole('button', { name: 'Use this badge' }).click();
    await page.getByText('The badge of the draft now').waitFor();
    expect(await draft()).toMatchObject({ badgeImageFileId: expect.any(String) });
  }, 120_000);

  it('publishes as soon as nothing stands against it', async () => {
    const { project, rubric } = tinyMicroCredential();
    const { version } = await draft();
    const change = { project, rubric };
    const changed = await world.ines.browser.patch(`/api/v1/micro-credentials/${id}`, change, { 'if-match': `"v${version}"` });
    expect(changed.status).toBe(200);
    for (const { activities } of await outline())
      for (const each of activities) {
        const body = { kind: 'page', markdown: `# ${each.title}`, assets: {}, objectives: [] };
        await world.ines.browser.patch(`/api/v1/activities/${each.id}`, { body }, { 'if-match': `"v${each.version}"` });
      }
    await page.reload();
    await tab('Publish');
    await page.getByRole('heading', { name: 'Ready to publish' }).waitFor();
    await page.getByLabel('What changed').fill('First of all');
    await page.getByRole('button', { name: 'Publish edition 1' }).click();
    await told('Edition 1 is published.');
    await page.getByRole('rowheader', { name: 'Edition 1' }).waitFor();
    const { items } = (await world.ines.browser.get(`/api/v1/micro-credentials/${id}/editions`)).json<{ items: object[] }>();
    expect(items).toMatchObject([{ number: 1, changeNote: 'First of all', title: TITLE }]);
  }, 120_000);

  it('takes the draft and the edition away as packages', async () => {
    const packageOf = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name, exact: true }).click(),
      ]);
      return { name: download.suggestedFilename(), files: await unzipped(await buffer(await download.createReadStream())) };
    };
    const one = await packageOf('Export');
    expect(one.name).toBe('maps-that-tell-the-truth-draft.zip');
    expect([...one.files.keys()]).toEqual(
      expect.arrayContaining(['README.md', 'micro-credential.yaml', 'badge.png', 'reading-maps/episodes/01-scale.md']),
    );
    expect(one.files.get('micro-credential.yaml')?.toString()).toContain('Draw maps that do not mislead.');
    const edition = await packageOf('Export edition 1');
    expect(edition.name).toBe('maps-that-tell-the-truth-edition-1.zip');
    expect([...edition.files.keys()]).toEqual([...one.files.keys()]);
  }, 120_000);

  it('loses nothing when two authors write at once: what differs is joined, what both wrote is shown to the second', async () => {
    const nils = await web.visit(await world.member('Nils', ['instructor']), `/app/studio/${id}/details`);
    await nils.getByLabel('Summary').waitFor();
    await tab('Details');
    await page.getByLabel('Summary').fill('Ines says so.');
    await saved();
    await nils.getByLabel('What one should bring along').fill('Curiosity.');
    await nils.getByLabel('Summary').fill('Nils says so.');
    const conflict = nils.getByRole('alert').filter({ hasText: 'Somebody else changed this meanwhile' });
    await conflict.waitFor();
    expect(await conflict.innerText()).toContain('Ines says so.');
    expect(await nils.getByLabel('Summary').inputValue()).toBe('Nils says so.');
    expect((await draft()).summary).toBe('Ines says so.');
    await nils.getByRole('button', { name: 'Keep mine' }).click();
    await saved(nils);
    expect(await draft()).toMatchObject({ summary: 'Nils says so.', prerequisites: 'Curiosity.' });
    await nils.context().close();
  }, 120_000);

  it('uploads the file of an activity, and finds it and what was typed again when the tab is killed', async () => {
    const open = async () => {
      await page.goto(`/app/studio/${id}`);
      await page.getByRole('row', { name: 'Reading maps' }).getByRole('button', { name: 'Add activity' }).click();
      await page.getByRole('menuitem', { name: 'File' }).click();
    };
    await open();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('All the maps');
    const file = { name: 'maps.csv', mimeType: 'text/csv', buffer: Buffer.from('map,scale\nParis,1:10000\n') };
    await dialog.locator('input[type=file]').setInputFiles(file);
    await dialog.getByText('maps.csv is uploaded.').first().waitFor();
    await holds(page, `Object.values(localStorage).some((text) => text.includes('maps.csv'))`);
    await page.reload();
    await open();
    expect(await dialog.getByLabel('Title').inputValue()).toBe('All the maps');
    await dialog.getByText('maps.csv is uploaded.').first().waitFor();
    expect(await web.look(page, 'new-file')).toEqual([]);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('row', { name: 'All the maps' }).waitFor();
    expect(await outline()).toMatchObject([
      {},
      { activities: expect.arrayContaining([expect.objectContaining({ kind: 'file' })]) },
    ]);
  }, 120_000);

  it('brings a course along as a package, and reads what is odd in it before anything is made', async () => {
    const archive = await zipOf({
      ...tinyCourse(),
      'charts/episodes/02-colours.md':
        '---\ntitle: Colours\nteaching: 5\nexercises: 0\n---\n\nSee [grids](07-grids.md).\n\n<blink>Look</blink>\n',
    });
    await page.goto('/app/studio/imports');
    await page.getByLabel('Package').setInputFiles({ name: 'charts.zip', mimeType: 'application/zip', buffer: archive });
    await page.getByRole('heading', { level: 1, name: 'Honest charts' }).waitFor();
    await page.getByRole('row', { name: 'A link leads to nothing in the package' }).waitFor();
    expect(await web.look(page, 'import-report')).toEqual([]);
    await page.getByRole('button', { name: 'Import 1 course' }).click();
    await told('1 course imported');
    await page.getByText('Go on in the outline of a micro-credential').waitFor();
    expect(await web.look(page, 'import-done')).toEqual([]);
  }, 120_000);

  const screens = [
    ['studio', () => '/app/studio', 'Maps that tell the truth'],
    ['outline', () => `/app/studio/${id}`, 'Reading maps'],
    ['details', () => `/app/studio/${id}/details`, 'Learning outcomes'],
    ['rules', () => `/app/studio/${id}/rules`, 'What a new learner finds'],
    ['badge', () => `/app/studio/${id}/badge`, 'How it will look'],
    ['publish', () => `/app/studio/${id}/publish`, 'Editions'],
    ['imports', () => '/app/studio/imports', 'Look through a package'],
  ] as const;

  it.each(screens)(
    'has no barrier that axe can find, and nothing hangs over: %s',
    async (name, path, shows) => {
      await page.goto(path());
      await page.getByText(shows).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await web.look(page, name)).toEqual([]);
    },
    120_000,
  );
});
