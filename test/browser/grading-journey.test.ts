import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { choose, handInAll, okay } from '../support/chosen-badges.js';
import { holds, startWebWorld, type WebWorld } from '../support/web-world.js';
import type { Learner, Member, Riverside } from '../support/worlds.js';

// Room for queue, work and rubric beside each other.
const viewport = { width: 1_360, height: 900 };
const FOCUSED = `(() => { const at = document.activeElement; return at?.getAttribute('aria-label') || at?.textContent || ''; })()`;

let web: WebWorld;
let world: Riverside;
const learners: Learner[] = [];
const attempts: string[] = [];

beforeAll(async () => {
  web = await startWebWorld();
  ({ world } = web);
  for (const name of ['Amara', 'Jonas', 'Lea']) {
    const learner = await world.ready(name);
    const text = `${name} says that visits *fell* because the bus stopped.`;
    attempts.push(name === 'Lea' ? await handInPdf(learner) : (await world.handIn(learner, text)).id);
    // Without a name on it there is none to correct.
    okay(await choose(learner, 0, { showName: true }));
    learners.push(learner);
  }
}, 120_000);
afterAll(() => web?.close());

async function handInPdf(learner: Learner): Promise<string> {
  const document = await PDFDocument.create();
  document.addPage().drawText('Visits fell because the bus stopped.');
  const bytes = Buffer.from(await document.save());
  return (await handInAll(learner, [], { name: 'brief.pdf', bytes })).attemptId;
}

/** A browser of somebody, open at a screen. */
const open = async (person: Member, path: string): Promise<Page> => {
  const page = await web.visit(person, `/app${path}`, { viewport });
  page.setDefaultTimeout(15_000);
  return page;
};

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const says = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

/** Goes to something as people without a mouse do. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(FOCUSED).then((label) => label === name)) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
};

const inspect = async (page: Page, name: string): Promise<void> => expect(await web.look(page, name)).toEqual([]);

const points = (page: Page, words: string) => page.getByRole('status').getByText(words).waitFor();

describe('An assessor', () => {
  it('grades three projects without the mouse, one of them returned, and loses nothing on the way', async () => {
    const page = await open(world.ada, '/grading');
    await says(page, '3 wait for a verdict');
    // As an earlier version kept it, in the browser.
    const keptHere = `cairn.kept.grading.bank.${world.ada.personId}`;
    await page.evaluate(`localStorage.setItem('${keptHere}', '["From the old bank."]')`);
    await inspect(page, 'grading');
    await tabTo(page, 'Take next');
    await page.keyboard.press('Enter');

    await heading(page, 'Amara, attempt 1');
    await says(page, '2 criteria are still to be rated.');
    await page.keyboard.press('3');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('3');
    await points(page, '8 of 8 points; 6 pass.');
    await points(page, 'By the rubric this work passes.');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await inspect(page, 'grading-keys');
    await page.keyboard.press('Escape');
    await inspect(page, 'grading-room');
    await page.keyboard.press('g');
    await page.getByRole('dialog', { name: 'Pass this work?' }).waitFor();
    await holds(page, `${FOCUSED} === 'Release and take next'`);
    await inspect(page, 'grading-confirm');
    await page.keyboard.press('Enter');

    await heading(page, 'Jonas, attempt 1');
    await holds(page, `document.activeElement?.tagName === 'H1'`);
    await page.keyboard.press('2');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('1');
    await points(page, 'Write in the feedback what to change before you return or fail it.');
    await page.keyboard.press('f');
    await page.keyboard.type('Start the axis at 0 and name your source.');
    await points(page, 'The learner has 2 attempts left.');
    await says(page, /^Saved/);
    await tabTo(page, 'Keep this text: Feedback');
    await page.keyboard.press('Enter');
    await says(page, 'Kept in your comment bank.');

    const ben = await open(world.ben, `/grading/${world.offeringId}/attempts/${attempts[1]}`);
    await says(ben, /Ada is grading it/);
    expect(await ben.getByRole('button', { name: 'Grade this' }).count()).toBe(0);
    expect(await ben.getByRole('radio').first().isDisabled()).toBe(true);
    await inspect(ben, 'grading-held');
    await ben.context().close();

    await page.reload();
    await heading(page, 'Jonas, attempt 1');
    await points(page, '2 of 8 points; 6 pass.');
    expect(await page.getByRole('textbox', { name: 'Feedback', exact: true }).inputValue()).toBe(
      'Start the axis at 0 and name your source.',
    );
    await page.keyboard.press('g');
    await page.getByRole('dialog', { name: 'Return this work?' }).waitFor();
    await holds(page, `${FOCUSED} === 'Release and take next'`);
    await page.keyboard.press('Enter');

    await heading(page, 'Lea, attempt 1');
    await holds(page, `document.activeElement?.tagName === 'H1'`);
    await tabTo(page, 'Show it here');
    const shown = page.waitForResponse(async (answer) => answer.url().includes('/files/') && answer.frame() !== page.mainFrame());
    await page.keyboard.press('Enter');
    expect((await shown).headers()['content-security-policy']).toContain("frame-ancestors 'self'");
    await page.locator('iframe[title="brief.pdf"]').waitFor();
    await inspect(page, 'grading-pdf');
    await holds(page, `${FOCUSED} === 'Hide it again'`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('3');
    await page.keyboard.press('c');
    await page.keyboard.type('A clear claim: 1 sentence.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('2');
    await points(page, '6 of 8 points; 6 pass.');
    await page.keyboard.press('f');
    await tabTo(page, 'Insert a kept comment: Feedback');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Comment bank' }).waitFor();
    await holds(page, `${FOCUSED} === 'Start the axis at 0 and name your source.'`);
    await page.getByRole('button', { name: 'From the old bank.', exact: true }).waitFor();
    expect(await page.evaluate(`localStorage.getItem('${keptHere}')`)).toBeNull();
    await inspect(page, 'grading-bank');
    await world.rows(
      `insert into kept_comment (id, institution_id, person_id, text, shared, uses, created_at, touched_at, version)
       select gen_random_uuid(), $1, $2, 'Older ' || n || '.', false, 0, at, at, 1
         from generate_series(1, 60) n, lateral (select timestamptz '2020-01-01' + make_interval(mins => n)) t (at)`,
      [world.institutionId, world.ada.personId],
    );
    await page.getByRole('dialog').getByRole('searchbox').fill('older');
    await page.getByRole('button', { name: 'Older 11.', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show more' }).focus();
    await page.keyboard.press('Enter');
    await holds(page, `${FOCUSED} === 'Older 10.'`);
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
    await page.getByRole('dialog').getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'Edit: Start the axis at 0 and name your source.' }).click();
    await page.getByRole('checkbox', { name: /^Share with everybody/ }).check();
    await inspect(page, 'grading-bank-edit');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await says(page, 'for this micro-credential · shared');
    await page.getByRole('button', { name: 'Start the axis at 0 and name your source.', exact: true }).focus();
    await page.keyboard.press('Enter');
    await holds(page, `document.querySelector('[data-feedback] textarea').value.startsWith('Start the axis')`);
    await tabTo(page, 'Pass');
    await page.keyboard.press('Enter');
    await holds(page, `${FOCUSED} === 'Release and take next'`);
    await page.keyboard.press('Enter');
    await heading(page, 'Work of Autumn run');
    await says(page, 'Nothing is left here that you could take.');
    await says(page, '3 of 3 graded');
    await page.context().close();
    const bank = await world.ben.browser.get(`/api/v1/offerings/${world.offeringId}/comment-bank`);
    expect(bank.json()).toMatchObject({ items: [{ own: false, authorName: 'Ada', uses: 1 }] });

    const given = await world.rows<{ verdict: string; feedback: string; ratings: { comment: string }[] }>(
      'select verdict, feedback, ratings from assessment where attempt_id = any($1) order by decided_at',
      [attempts],
    );
    expect(given).toMatchObject([
      { verdict: 'passed', feedback: '' },
      { verdict: 'returned', feedback: 'Start the axis at 0 and name your source.' },
      { verdict: 'passed', ratings: [{ comment: 'A clear claim: 1 sentence.' }, { comment: '' }] },
    ]);
  }, 300_000);

  it('puts a verdict right, with a reason', async () => {
    const page = await open(world.ada, `/grading/${world.offeringId}?state=decided`);
    await page.getByRole('link', { name: 'Jonas' }).waitFor();
    expect(await page.locator('nav [aria-current=page]').allInnerTexts()).toEqual(['Grading', 'Graded']);
    await inspect(page, 'grading-queue');
    await page.getByRole('link', { name: 'Jonas' }).click();
    await page.getByRole('button', { name: 'Correct the verdict' }).click();
    await page.keyboard.press('3');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('2');
    await says(page, 'Say why it is corrected.');
    await page.getByLabel('Why is it corrected?').fill('The appendix was overlooked.');
    await inspect(page, 'grading-correction');
    await page.getByRole('button', { name: 'Correct to: passed' }).click();
    await says(page, 'The verdict is corrected.');
    await says(page, 'Because: The appendix was overlooked.');
    await page.context().close();
  }, 180_000);
});

describe('The office', () => {
  it('looks at who completed what, and suspends and reinstates a credential', async () => {
    const page = await open(world.olga, '/completions');
    await page.getByRole('rowheader', { name: /Amara/ }).waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(3);
    await expectIssued();
    await page.reload();
    const row = page.getByRole('row', { name: /Amara/ });
    await row.getByRole('link', { name: 'Valid' }).waitFor();
    await inspect(page, 'completions');
    const csv = await page.request.get(
      `${web.origin}${await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')}`,
    );
    expect((await csv.text()).split('\n').filter((line) => line.includes('Data Storytelling'))).toHaveLength(3);

    await row.getByRole('link', { name: 'Valid' }).click();
    await heading(page, 'Data Storytelling: Amara');
    await inspect(page, 'credential');
    await page.getByRole('button', { name: 'Suspend' }).click();
    const dialog = page.getByRole('dialog', { name: 'Suspend this credential?' });
    await dialog.getByRole('button', { name: 'Suspend' }).click();
    await dialog.getByRole('alert').first().waitFor();
    await inspect(page, 'credential-suspend');
    await dialog.getByLabel('Reason').fill('An appeal is open.');
    await dialog.getByRole('button', { name: 'Suspend' }).click();
    await says(page, 'It is suspended.');
    await page.getByRole('button', { name: 'Reinstate' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reinstate' }).click();
    await says(page, 'It is reinstated, as a new form.');
    await says(page, '2, newer forms replaced the ones before');
    await page.context().close();
  }, 240_000);

  it('finds credentials, and calls a revocation of several off', async () => {
    const page = await open(world.olga, '/credentials');
    await page.getByLabel('Learner or credential').fill('Jonas');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=Jonas/);
    await page.getByRole('link', { name: 'Jonas' }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    await page.goto(`/app/credentials`);
    for (const name of ['Jonas', 'Lea']) await page.getByLabel(`Select Data Storytelling of ${name}`).check();
    await inspect(page, 'credentials');
    await page.getByRole('button', { name: 'Revoke the selected…' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('The wrong edition.');
    await page.getByRole('button', { name: 'Plan the revocation' }).click();
    await heading(page, 'Revocation of 2 credentials');
    await inspect(page, 'revocation');
    await page.getByRole('button', { name: 'Call it off' }).click();
    await says(page, 'It was called off. Nothing was revoked.');
    await page.goto(`/app/credentials/revocations`);
    await says(page, 'Called off');
    await inspect(page, 'revocations');
    await page.context().close();
  }, 180_000);

  it('decides a learner’s request for a correction', async () => {
    const [badge] = await world.rows<{ id: string }>(
      `select id from credential where person_id = $1 and state = 'issued' order by issued_at desc`,
      [learners[2]?.personId],
    );
    const asked = await learners[2]?.browser.post(`/api/v1/credentials/${badge?.id}/correction-requests`, {
      name: 'Lea Moreau-Weber',
      reason: 'I married.',
    });
    expect([asked?.status, asked?.text]).toEqual([201, expect.any(String)]);
    const page = await open(world.olga, '/credentials');
    await page.getByRole('link', { name: 'Corrections (1)' }).click();
    await says(page, 'The name should read “Lea Moreau-Weber”');
    await says(page, 'On Data Storytelling of Lea');
    await inspect(page, 'requests');
    await page.getByRole('button', { name: 'Decline…' }).click();
    await page.getByRole('dialog').getByLabel('Note for the learner').fill('Send us the certificate, please.');
    await page.getByRole('dialog').getByRole('button', { name: 'Decline…' }).click();
    await says(page, 'No request is waiting');
    await page.context().close();
  }, 180_000);

  it('is the only one to whom these screens are open', async () => {
    const page = await open(world.ada, '/credentials');
    await says(page, 'Your roles do not open this page.');
    expect(await page.getByRole('link', { name: 'Completions' }).count()).toBe(0);
    await page.context().close();
  });

  const expectIssued = async () => {
    for (let tries = 0; tries < 100; tries++) {
      const [found] = await world.rows<{ issued: number }>('select count(*)::int as issued from credential');
      if (found?.issued === 3) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('The badges were not issued');
  };
});
