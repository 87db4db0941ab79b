import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { PASS, RETURN } from '../support/riverside-edition.js';
import { publishStudy, type StudyEdition } from '../support/study-world.js';
import { holds, startWebWorld, type WebWorld } from '../support/web-world.js';
import type { Member, Riverside } from '../support/worlds.js';

// Two cores, a browser and axe on fifteen screens.
const PATIENCE_MS = 300_000;

/** What the screens say to whoever has just come, and of one that does not exist. */
const NOTHING_YET = {
  badges: 'Your first badge will stand here',
  notes: 'You have no notes yet',
  notifications: 'Nothing to tell you yet',
  calendar: 'Nothing has a date yet',
  'such-screen': 'This page does not exist, or is not open to you.',
};

describe('A learner in the browser', () => {
  let web: WebWorld;
  let world: Riverside;
  let page: Page;
  let edition: StudyEdition;
  let amara: Member;
  const faults: string[] = [];

  beforeAll(async () => {
    web = await startWebWorld();
    ({ world } = web);
    edition = await publishStudy(world);
    await world.offer(edition.id, {
      title: 'Winter run',
      endsAt: new Date(Date.now() + 90 * 86_400_000).toISOString(),
      projectDue: { type: 'days-after-start', days: 30, timeZone: null },
    });
    amara = await world.member('Amara', ['learner']);
    page = await web.visit(amara, '/app/');
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      // What the network refuses while it is cut is told by the browser, not by us.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text());
    });
  }, PATIENCE_MS);
  afterAll(() => web?.close());

  const sees = (text: string | RegExp) => page.getByText(text).first().waitFor();
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  /** As a keyboard does: the focus first, then Enter. */
  const enter = async (target: Locator) => {
    await target.focus();
    await page.keyboard.press('Enter');
  };
  const link = (name: string | RegExp) => page.getByRole('link', { name }).first();
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();

  const look = async (name: string) => expect(await web.look(page, `learner-${name}`)).toEqual([]);

  it(
    'finds nothing yet, enrols from the public page and sees the whole way',
    async () => {
      await page.goto(`/app/`);
      await sees('You are not enrolled in anything yet');
      await look('empty');
      for (const [screen, text] of Object.entries(NOTHING_YET)) {
        await page.goto(`/app/${screen}`);
        await sees(text);
        await look(`no-${screen}`);
      }
      await page.goto(`/micro-credentials/riverside/${edition.slug}`);
      await enter(link('Enrol in “Winter run”'));
      await heading('Enrol in Data for the curious');
      await sees('about 25 hours');
      await look('enroll');
      await enter(button('Enrol'));
      await heading('Data for the curious');
      await sees('Finish “Asking questions” first.');
      await look('journey');
      await enter(link('My learning'));
      await sees('Up next');
      await look('home');
      await enter(link('Data for the curious'));
      await sees('Finish “Asking questions” first.');
    },
    PATIENCE_MS,
  );

  it(
    'studies by keyboard, and is back where they were after coming again',
    async () => {
      await enter(link('Begin'));
      await heading('What a number answers');
      await sees('Turn a worry into a question.');
      await look('page');
      await page.getByRole('heading', { level: 1 }).focus();
      await page.keyboard.press('ArrowRight');
      await heading('Where numbers come from');
      await page.keyboard.press('ArrowLeft');
      await heading('What a number answers');
      const saved = page.waitForResponse((answer) => answer.url().endsWith('/position') && scrolled(answer.request().postData()));
      await page.keyboard.press('End');
      await saved;
      await page.reload();
      await heading('What a number answers');
      await holds(page, 'window.scrollY > 200');
      await enter(button('Done, go on'));
      await heading('Where numbers come from');
      expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
      await enter(button('Done, go on'));
      await heading('Try your question');
      await sees('30 min for an attempt');
      await look('quiz');
    },
    PATIENCE_MS,
  );

  it(
    'fails the quiz, reads why, and passes it after the network was away in the middle of an answer',
    async () => {
      await enter(button('Begin the quiz'));
      await sees('Question 1 of 7');
      await page.getByLabel('Who is to blame').check();
      await enter(button('Flag for later'));
      await look('quiz-run');
      await enter(button('Hand in'));
      await sees('6 questions have no answer');
      await look('quiz-dialog');
      await enter(button('Hand in all the same'));
      await sees('60% are needed');
      await sees('Nobody is, yet.');
      await look('quiz-review');

      await enter(button('Try again'));
      await sees('Question 1 of 7');
      await page.getByLabel('What else changed').check();
      await page.getByLabel('A new door').check();
      await page.getByLabel('A broken sensor').check();
      await page.getByLabel('True').check();
      await page
        .getByText(/^Saved/)
        .first()
        .waitFor();
      await page.context().setOffline(true);
      await page.getByLabel('Your answer', { exact: true }).fill('the bus');
      await sees('You are offline');
      await sees('Not saved yet');
      await page.getByLabel('Your answer (buses)').fill('0');
      await page.getByLabel('Line', { exact: true }).selectOption('Time');
      await page.context().setOffline(false);
      await page
        .getByText(/^Saved/)
        .first()
        .waitFor();
      // Another tab knows it too: it is on the server.
      await page.reload();
      await holds(page, "[...document.querySelectorAll('input')].some((input) => input.value === 'the bus')");
      await enter(button('Hand in'));
      await enter(button('Hand in all the same'));
      await sees(/Passed with/);
      await enter(link(/Next: Axes/));
      await heading('Axes');
    },
    PATIENCE_MS,
  );

  it(
    'keeps a finished page while the network is away, and sends it when it is back',
    async () => {
      await sees('Begin at zero');
      await page.context().setOffline(true);
      await enter(button('Done, go on'));
      await sees('You are offline');
      await page.context().setOffline(false);
      await page.getByText('Project: One-page brief').first().waitFor();
      await enter(link('Open the project'));
      await heading('Project: One-page brief');
      await sees('for the library board');
    },
    PATIENCE_MS,
  );

  it(
    'hands in with a file, is returned, hands in again and opens the badge',
    async () => {
      await page.getByLabel(/^Text/).fill('Visits fell because the bus stopped running.');
      await enter(button('Add a link'));
      await page.getByLabel('Link 1').first().fill('https://work.example/amara/brief');
      const visits = join(await mkdtemp(join(tmpdir(), 'cairn-work-')), 'visits.csv');
      await writeFile(visits, 'month,visits\nMarch,611\n');
      // The line breaks once the upload was opened, and the page is loaded anew before it is back.
      await page.route('**/api/v1/uploads/*', (route) => route.abort('internetdisconnected'));
      await page.setInputFiles('input[type=file]', visits);
      await sees('No connection. It goes on by itself when there is one.');
      await enter(button('Pause visits.csv'));
      await page.getByText('Paused', { exact: true }).waitFor();
      await look('project-upload-paused');
      await page.reload();
      await sees('Choose the same file again');
      await look('project-upload-lost');
      await page.unroute('**/api/v1/uploads/*');
      await page.getByLabel('Choose the file again: visits.csv').first().setInputFiles(visits);
      await page.getByRole('link', { name: 'visits.csv' }).waitFor();
      await page.context().setOffline(true);
      await page.setInputFiles('input[aria-label="Add files"]', {
        name: 'notes.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('a'),
      });
      await sees('No connection. It goes on by itself when there is one.');
      await page.context().setOffline(false);
      await page.getByRole('link', { name: 'notes.txt' }).waitFor();
      await page
        .getByText(/^Saved/)
        .first()
        .waitFor();
      await look('project');
      await enter(button('Hand in'));
      await sees('visits.csv');
      await look('project-dialog');
      await enter(button('Hand it in'));
      await sees('It is handed in.');
      await look('project-submitted');

      await world.assess(world.ada, await latestAttempt(), RETURN);
      await page.goto(`/app/`);
      await sees('“One-page brief” came back with feedback');
      await look('home-returned');
      await enter(link('Read the feedback'));
      await sees('Returned: 2 things to change');
      await look('project-returned');
      await page.getByLabel(/^Text/).fill('Visits fell by half in March, when bus 12 did not run.');
      await enter(button('Hand in'));
      await enter(button('Hand it in'));
      await sees('It is handed in.');

      await world.assess(world.ada, await latestAttempt(), PASS);
      await page.reload();
      await sees('Your badge is issued.');
      await look('project-passed');
      await page.goto(`/app/`);
      await sees('Your badges');
      await look('home-passed');
      await enter(page.getByRole('main').getByRole('link', { name: 'Data for the curious' }).first());
      await sees('You earned this badge.');
      await look('journey-passed');
      await enter(link('See your badge'));
      await sees('What it says');
      await page.goto(`/app/`);
      await enter(link('“One-page brief” passed').or(link('Read the feedback')).first());
      await sees('Your badge is issued.');
      await enter(link('See the badge'));
      await page
        .getByRole('heading', { name: /Data for the curious/ })
        .first()
        .waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/credentials\//);
    },
    PATIENCE_MS,
  );

  it('met no error of ours on the way', () => {
    expect(faults).toEqual([]);
  });

  const latestAttempt = async (): Promise<string> => {
    const [row] = await world.rows<{ id: string }>('select id from attempt where person_id = $1 order by number desc limit 1', [
      amara.personId,
    ]);
    return row?.id ?? '';
  };
});

function scrolled(body: string | null): boolean {
  const { place } = JSON.parse(body ?? '{}') as { place?: { scroll?: number } };
  return (place?.scroll ?? 0) > 0.2;
}
