import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExpireCredentials } from '../../src/modules/credentials/use-cases/status/expire-credentials.js';
import { badgesOf, issue, passed, type StoredBadge } from '../support/badges.js';
import { okay } from '../support/chosen-badges.js';
import { startWebWorld, type WebWorld } from '../support/web-world.js';
import type { Learner } from '../support/worlds.js';

const MINUTES = 60_000;
const LONG = 2 * MINUTES;
const DAY = 24 * 60 * MINUTES;
const FOR_A_YEAR = { validityMonths: 12, renewable: true, supervision: null, qualityAssuranceUrl: null, stackability: '' };

describe('A badge that ran out and was renewed', () => {
  let web: WebWorld;
  let ida: Learner;
  let first: StoredBadge;
  let second: StoredBadge;

  beforeAll(async () => {
    web = await startWebWorld({ CAIRN_ROLES: 'api' });
    const { world } = web;
    const edition = await world.publish({ awardTerms: FOR_A_YEAR });
    const pass = await passed(world, await world.ready('Ida', await world.offer(edition.id), edition));
    await issue(world, pass);
    ida = pass;
    world.clock.advance(370 * DAY);
    // A session that rested for a year is over.
    await world.rows('update session set last_seen_at = $1', [world.clock.now()]);
    expect(await world.get(ExpireCredentials).run()).toBe(1);
    const again = await world.enroll(ida, await world.offer(edition.id));
    await world.study(again, edition);
    await issue(world, await passed(world, again));
    [first, second] = (await badgesOf(world, ida)) as [StoredBadge, StoredBadge];
  }, LONG);
  afterAll(() => web?.close());

  it(
    'is told from the new one among the learner’s badges, and each leads to the other',
    async () => {
      const page = await web.visit(ida, '/app/badges');
      await page.getByText('You had it once before').waitFor();
      await page.getByText('You have earned it again since').waitFor();
      expect(await web.look(page, 'badges-renewed')).toEqual([]);
      await page.goto(`/app/badges/${first.id}`);
      await page.getByRole('link', { name: 'Open the newer one' }).click();
      await page.waitForURL(`**/badges/${second.id}`);
      await page.getByRole('link', { name: 'Open the earlier one' }).waitFor();
      expect(await web.look(page, 'badge-renewed')).toEqual([]);
    },
    LONG,
  );

  it(
    'is told from the new one in the list of the office, and each leads to the other',
    async () => {
      const page = await web.visit(web.world.olga, '/app/credentials');
      await page.getByText('Awarded once before').waitFor();
      await page.getByText('Awarded again since').waitFor();
      expect(await web.look(page, 'credentials-renewed')).toEqual([]);
      await page.goto(`/app/credentials/${second.id}`);
      await page.getByRole('link', { name: 'The one that the learner had before' }).click();
      await page.waitForURL(`**/credentials/${first.id}`);
      await page.getByRole('link', { name: 'The one that the learner was given since' }).waitFor();
      expect(await web.look(page, 'credential-expired')).toEqual([]);
    },
    LONG,
  );

  it(
    'leads employers from its page to the new one, where the learner made both public',
    async () => {
      for (const { id } of [first, second])
        okay(await ida.browser.put(`/api/v1/credentials/${id}/visibility`, { visibility: 'public' }));
      const page = await web.visit(web.world.olga, `/credentials/${first.public_id}`, { javaScriptEnabled: true });
      expect(await web.look(page, 'public-badge-expired')).toEqual([]);
      await page.getByText('Newer award').waitFor();
      await page.getByRole('link', { name: /^Awarded on/ }).click();
      await page.waitForURL(`**/credentials/${second.public_id}`);
      await page.getByText('Earlier award').waitFor();
      expect(await web.look(page, 'public-badge-renewed')).toEqual([]);
    },
    LONG,
  );
});
