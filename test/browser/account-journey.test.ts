import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { StartDueErasures } from '../../src/modules/portability/index.js';
import { awaitBadge, awaitFact, badgesOf, passed, type StoredBadge } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { okay, talkativeBadge } from '../support/chosen-badges.js';
import { goByTopBar, holds, openOwnCorner, startWebWorld, type WebWorld } from '../support/web-world.js';
import type { Learner } from '../support/worlds.js';

const MINUTES = 60_000;
// A look takes axe three times over a whole page.
const LONG = 2 * MINUTES;
const PASSWORD = 'four brave little herons';

describe('A learner’s account and badges in the browser', () => {
  let web: WebWorld;
  let page: Page;
  let amara: Learner;
  let badge: StoredBadge;
  beforeAll(async () => {
    web = await startWebWorld();
    ({ amara, badge } = await talkativeBadge(web.world));
    page = await web.visit(amara, '/app/account');
  }, 2 * MINUTES);
  afterAll(() => web?.close());

  const heading = (name: string) => page.getByRole('heading', { name }).first();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });
  /** Another device of theirs. */
  const signIn = async (): Promise<TestBrowser> => {
    const device = new TestBrowser(web.world.app);
    okay(await device.post('/api/v1/session', { email: amara.email, password: PASSWORD }));
    return device;
  };
  /** What the API answers whoever has nothing but the address. */
  const statusAt = async (address: string) => {
    const url = new URL(address).pathname;
    return (await web.world.app.inject({ method: 'GET', url, headers: { accept: 'text/html' } })).statusCode;
  };

  it(
    'is called as they say, and keeps what was typed',
    async () => {
      await page.getByLabel('Name').fill('Amara Okafor');
      await page.getByLabel('Time zone').selectOption('Europe/Vienna');
      expect(await web.look(page, 'account')).toEqual([]);
      await page.reload();
      expect(await page.getByLabel('Name').inputValue()).toBe('Amara Okafor');
      await button('Save').click();
      await page.locator('summary', { hasText: 'Amara Okafor' }).waitFor();
      expect((await amara.browser.get('/api/v1/me')).json()).toMatchObject({ name: 'Amara Okafor', timeZone: 'Europe/Vienna' });
    },
    LONG,
  );

  it(
    'chooses a password, signs out a lost phone, and hears at the field what is wrong',
    async () => {
      await page.getByRole('link', { name: 'Signing in' }).click();
      await page.getByLabel('New password').fill('short');
      await button('Save the password').click();
      await page.locator('input[aria-invalid]').waitFor();
      expect(await web.look(page, 'account-password-refused')).toEqual([]);
      await page.getByLabel('New password').fill(PASSWORD);
      await button('Save the password').click();
      await page.getByLabel('Current password').waitFor();
      await signIn();
      await page.reload();
      await button('Sign out everywhere else').click();
      await inDialog('Sign out everywhere else').click();
      await button('Sign out everywhere else').waitFor({ state: 'detached' });
      const live = 'select count(*)::int as live from session where person_id = $1 and revoked_at is null';
      expect(await web.world.rows(live, [amara.personId])).toEqual([{ live: 1 }]);
      await page.getByLabel('New e-mail address').fill('amara@elsewhere.example');
      await page.getByLabel('Your password').fill(PASSWORD);
      await button('Change the address').click();
      await page.getByText('Look at the mail of amara@elsewhere.example').waitFor();
      expect(await web.look(page, 'account-security')).toEqual([]);
    },
    LONG,
  );

  it(
    'gives a program a token, which is shown once, and takes it back',
    async () => {
      await page.getByRole('link', { name: 'Programs' }).click();
      await button('Make a token').click();
      await page.getByLabel('What it is for').fill('My site');
      await inDialog('Make a token').click();
      await page.getByText('Choose at least one.').waitFor();
      await page.getByLabel('Credentials: read').check();
      await inDialog('Make a token').click();
      const token = await page.getByRole('dialog').getByLabel('Token').inputValue();
      expect(token).toMatch(/^\S{20,}$/);
      expect(await web.look(page, 'account-token')).toEqual([]);
      await button('I have copied it').click();
      expect(await page.content()).not.toContain(token);
      await button('Revoke My site').click();
      await inDialog('Revoke').click();
      await page.getByText('You have no token.').waitFor();
    },
    LONG,
  );

  it(
    'collects all that is held about them, and fetches it',
    async () => {
      await page.getByRole('link', { name: 'Privacy' }).click();
      await button('Collect my data').click();
      const download = page.getByRole('link', { name: /^Download the data of/ });
      await download.waitFor();
      expect(await web.look(page, 'account-privacy')).toEqual([]);
      const archive = await page.request.get((await download.getAttribute('href')) ?? '');
      expect((await archive.body()).subarray(0, 2).toString()).toBe('PK');
      await page.getByRole('button', { name: /^Delete the data of/ }).click();
      await page.getByText('You have not asked for it yet.').waitFor();
    },
    LONG,
  );

  it(
    'opens their badge to one person, and to nobody else',
    async () => {
      await goByTopBar(page, 'My badges');
      await page.getByRole('link', { name: 'Data Storytelling' }).waitFor();
      expect(await web.look(page, 'badges')).toEqual([]);
      await page.getByRole('link', { name: 'Data Storytelling' }).click();
      await heading('What it says').waitFor();
      await page.getByLabel('Nobody, unless I make a link for them').check();
      await button('Save').click();
      await page.getByText('While nobody may see it').waitFor();
      await button('Make a link').click();
      await page.getByLabel('For whom it is').fill('Stadtwerke');
      await inDialog('Make a link').click();
      const address = await page.getByRole('dialog').getByLabel('Link').inputValue();
      const own = `${web.origin}/credentials/${badge.public_id}`;
      expect([await statusAt(address), await statusAt(own)]).toEqual([200, 404]);
      await button('I have copied it').click();
      await button('End the link for Stadtwerke').click();
      await inDialog('End').click();
      await page.getByText('ended', { exact: false }).first().waitFor();
      await awaitFact(async () => (await statusAt(address)) === 404);
      await page.getByLabel('Everybody').check();
      await button('Save').click();
      await page.getByRole('link', { name: 'Certificate' }).waitFor();
      expect(await statusAt(own)).toBe(200);
    },
    LONG,
  );

  it(
    'takes it into a wallet, withdraws their work, and asks for their name to be put right',
    async () => {
      await button('Put into a wallet').click();
      await inDialog('Show the code').click();
      await page.getByRole('img', { name: 'A QR code for your wallet' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Withdraw report\.txt/ }).click();
      await inDialog('Withdraw').click();
      await page.getByText('report.txt is withdrawn.').waitFor();
      await button('Ask for a correction').click();
      await page.getByLabel('How it should read').fill('Amara Okafor');
      await button('Ask for a correction').click();
      await page.getByText('It has not decided yet.').waitFor();
      expect(await web.look(page, 'badge')).toEqual([]);
    },
    LONG,
  );

  it(
    'changes what it says, and is led to the form that counts',
    async () => {
      const before = page.url();
      await button('Choose what it says of you').click();
      await page.getByRole('dialog').getByLabel('Show my results').uncheck();
      await inDialog('Save').click();
      await page.getByText('It does not show them').waitFor();
      expect(page.url()).not.toBe(before);
      await page.goto(before);
      await page.getByRole('link', { name: 'Open the newest form' }).click();
      await page.getByText('It does not show them').waitFor();
    },
    LONG,
  );

  it(
    'arranges a portfolio by keyboard, and finds both versions when another window was faster',
    async () => {
      const edition = await web.world.publish({ title: 'Open Licensing' });
      const place = await web.world.enroll({ ...amara, browser: await signIn() }, await web.world.offer(edition.id));
      await web.world.study(place, edition);
      await passed(web.world, place);
      await awaitFact(async () => (await badgesOf(web.world, amara)).filter(({ state }) => state === 'issued').length === 2);
      await page.goto('/app/portfolio');
      for (const name of ['Data Storytelling', 'Open Licensing']) await button(`Add ${name}`).press('Enter');
      await button('Move Open Licensing up').press('Enter');
      await holds(page, `document.activeElement?.getAttribute('aria-label') === 'Move Open Licensing down'`);
      await page.getByLabel('Publish the page').check();
      await page.getByLabel('A few words').fill('What I learned.');
      const faster = { title: 'Faster', introduction: '', showName: false, published: false, credentialIds: [] };
      okay(await place.browser.put('/api/v1/portfolio', faster, { 'if-match': '"v0"' }));
      await button('Save').click();
      await page.getByText('You changed this somewhere else meanwhile').waitFor();
      expect(await web.look(page, 'portfolio')).toEqual([]);
      await button('Keep this one').click();
      await button('Save').click();
      const open = page.getByRole('link', { name: 'Open the page' });
      await open.waitFor();
      await open.click();
      await page.getByText('What I learned.').waitFor();
      // The other badge is not public, and so it is not shown.
      expect(await page.locator('main h2').allInnerTexts()).toEqual(['Data Storytelling']);
    },
    LONG,
  );

  it(
    'reads it all in German',
    async () => {
      await page.goto('/app/badges');
      await openOwnCorner(page);
      await page.getByLabel('Language').selectOption('de');
      await page.getByRole('link', { name: 'Data Storytelling' }).click();
      await heading('Was es sagt').waitFor();
      // One choice holds for the pages that the server makes, too.
      await page.goto('/verify');
      await heading('Ein Badge prüfen').waitFor();
    },
    LONG,
  );

  it(
    'shows others nothing of it',
    async () => {
      const olgas = await web.visit(web.world.olga, new URL(`/app/badges/${badge.id}`, web.origin).pathname);
      await olgas.getByText('This page does not exist, or is not open to you.').waitFor();
      await olgas.goto('/app/badges');
      await olgas.getByText('Your first badge will stand here').waitFor();
      await olgas.context().close();
    },
    LONG,
  );

  it(
    'asks to be erased, thinks better of it, asks again, and is gone after two weeks; the badge stays genuine',
    async () => {
      const bela = await passed(web.world, await web.world.ready('Bela'));
      const { public_id: publicId } = await awaitBadge(web.world, bela);
      const changed = okay(await bela.browser.put('/api/v1/me/password', { newPassword: PASSWORD }));
      bela.browser.cookie = changed.setCookie?.split(';')[0] ?? '';
      const hers = await web.visit(bela, '/app/account/privacy');
      const ask = async (password: string) => {
        await hers.getByRole('button', { name: 'Erase my data', exact: true }).click();
        await hers.getByLabel('Your password, once more').fill(password);
        await hers.getByRole('button', { name: 'Erase my data in 14 days' }).click();
      };
      await hers.getByRole('heading', { name: 'Have your data erased' }).waitFor();
      expect(await web.look(hers, 'erasure')).toEqual([]);
      await ask('not this one');
      await hers.getByText('Enter the password that you sign in with.').first().waitFor();
      expect(await web.look(hers, 'erasure-asked')).toEqual([]);
      await hers.getByLabel('Your password, once more').fill(PASSWORD);
      await hers.getByRole('button', { name: 'Erase my data in 14 days' }).click();
      await hers.getByText(/^Your data will be erased on /).waitFor();
      expect(await web.look(hers, 'erasure-waiting')).toEqual([]);
      await hers.getByRole('button', { name: 'Keep my data' }).click();
      await hers.getByText('Nothing is erased.').waitFor();
      await ask(PASSWORD);
      await hers.getByText(/^Your data will be erased on /).waitFor();
      const office = await web.visit(web.world.olga, '/app/people/erasures');
      await office.getByRole('rowheader', { name: /^Bela/ }).first().waitFor();
      expect(await web.look(office, 'erasures')).toEqual([]);
      await office.context().close();

      // Not by the clock: the queue goes by the database's own.
      await web.world.rows(`update erasure set due_at = due_at - interval '14 days' where cancelled_at is null`);
      await web.world.get(StartDueErasures).run();
      await awaitFact(async () => (await web.world.rows('select from erasure where finished_at is not null')).length === 1);
      await hers.goto('/sign-in');
      await hers.getByLabel('E-mail address').fill(bela.email);
      await hers.getByLabel('Password').fill(PASSWORD);
      await hers.getByRole('button', { name: 'Sign in' }).click();
      await hers.getByText('This e-mail address and password do not fit').first().waitFor();
      await hers.goto(`/credentials/${publicId}`);
      await hers.getByText('Genuine').first().waitFor();
      await hers.context().close();
    },
    LONG,
  );
});
