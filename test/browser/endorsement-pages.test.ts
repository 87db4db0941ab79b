import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { awaitBadge, awaitFact, passed } from '../support/badges.js';
import { okay } from '../support/chosen-badges.js';
import { freePort, launchChromium } from '../support/chromium.js';
import { foreignEndorsement } from '../support/foreign-endorsement.js';
import { lookAt, lookMagnified, USUAL } from '../support/look-at.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

const DAY = 86_400_000;

interface Given {
  id: string;
  url: string;
  state: string;
}

describe('Where a programme and its issuer are endorsed by several', () => {
  let world: Riverside;
  let browser: Browser;
  let page: Page;
  let nils: Member;
  const urls = { badge: '', issuer: '', endorsement: '', withdrawn: '' };

  const give = async (subject: string, comment: string): Promise<Given> => {
    const validUntil = new Date(world.clock.now().getTime() + 300 * DAY).toISOString();
    const wish = { subject, comment, validUntil };
    const { id } = okay(await nils.browser.post('/api/v1/endorsements', wish)).json<Given>();
    const read = async () => (await nils.browser.get(`/api/v1/endorsements/${id}`)).json<Given>();
    await awaitFact(async () => (await read()).state === 'given');
    return read();
  };
  const received = async () =>
    (await world.olga.browser.get('/api/v1/received-endorsements')).json<{ items: { id: string }[] }>().items;

  beforeAll(async () => {
    browser = await launchChromium();
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    world = await startRiverside({ CAIRN_PUBLIC_URL: origin });
    await world.app.listen(port, '127.0.0.1');
    nils = await world.member('Nils', ['office'], world.lakesideId);
    const badge = await awaitBadge(world, await passed(world, await world.ready('Amara')));
    const { issuer, credentialSubject } = JSON.parse(badge.signed) as {
      issuer: { id: string };
      credentialSubject: { achievement: { id: string } };
    };
    const achievement = credentialSubject.achievement.id;
    const programme = await give(
      achievement,
      'We **hire** on it:\n\n- the brief is what committees read\n- the charts tell the truth',
    );
    await give(issuer.id, 'A house of our trust.');
    const gone = await give('https://guild.example/achievements/1', 'Not for long.');
    okay(await nils.browser.post(`/api/v1/endorsements/${gone.id}/withdrawal`));
    okay(await world.olga.browser.post('/api/v1/received-endorsements', await foreignEndorsement(achievement)));
    await awaitFact(async () => (await received()).length === 3);
    for (const { id } of await received()) okay(await world.olga.browser.post(`/api/v1/received-endorsements/${id}/acceptance`));
    urls.badge = `${origin}/credentials/${badge.public_id}`;
    urls.issuer = `${origin}/issuers/riverside`;
    urls.endorsement = programme.url;
    urls.withdrawn = gone.url;
    page = await (await browser.newContext({ viewport: USUAL, reducedMotion: 'reduce', locale: 'en' })).newPage();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it.each<[keyof typeof urls, string]>([
    ['badge', 'Guild of Statisticians'],
    ['issuer', 'A house of our trust.'],
    ['endorsement', 'Endorsement by Lakeside College'],
    ['withdrawn', 'This endorsement was withdrawn'],
  ])('the page of the %s has no barrier that axe can find, and fits however it is magnified', async (name, shows) => {
    await page.goto(urls[name]);
    expect(await page.innerText('main')).toContain(shows);
    expect(await lookAt(page, { name: `endorsed-${name}` })).toEqual([]);
    expect(await lookMagnified(page, { name: `endorsed-${name}` })).toEqual([]);
  });

  it('what each says stands beside its term and not in the place of the next one', async () => {
    await page.goto(urls.badge);
    const said = await page.locator('dl.facts').first().locator('dd').all();
    const lefts = await Promise.all(said.map(async (one) => (await one.boundingBox())?.x));
    expect(said.length).toBeGreaterThan(5);
    expect(new Set(lefts).size).toBe(1);
  });

  it('leads whoever asks from the badge to the page that checks the endorsement', async () => {
    await page.goto(urls.badge);
    await page.locator(`a[href="${new URL(urls.endorsement).pathname}"]`).click();
    await page.getByRole('heading', { level: 1, name: 'Endorsement by Lakeside College' }).waitFor();
    expect(await page.innerText('main')).toContain('Genuine and valid');
  });
});
