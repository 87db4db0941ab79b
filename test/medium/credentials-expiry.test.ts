import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { VerifyDocument } from '../../src/modules/credentials/index.js';
import { ExpireCredentials } from '../../src/modules/credentials/use-cases/status/expire-credentials.js';
import { SuspendCredential } from '../../src/modules/credentials/use-cases/status/suspend-credential.js';
import { badgeOf, badgesOf, issue, passed, repair, revoke, withheld } from '../support/badges.js';
import { queuedBadges } from '../support/grading.js';
import { type PublishedEdition, type Riverside, startRiverside } from '../support/worlds.js';

const DAY = 24 * 60 * 60 * 1_000;
const FOR_A_YEAR = { validityMonths: 12, renewable: true, supervision: null, qualityAssuranceUrl: null, stackability: '' };

describe('a badge whose time is over', () => {
  let world: Riverside;
  let edition: PublishedEdition;
  beforeEach(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    edition = await world.publish({ awardTerms: FOR_A_YEAR });
  });
  afterEach(() => world.close());

  const expire = () => world.get(ExpireCredentials).run();
  const badged = async (name: string, of = edition) => {
    const learner = await passed(world, await world.ready(name, await world.offer(of.id), of));
    await issue(world, learner);
    return learner;
  };

  it('is marked once and is on record, and neither one that still holds, nor one without an end, nor a suspended one is', async () => {
    const longer = await world.publish({ awardTerms: { ...FOR_A_YEAR, validityMonths: 24 } });
    const [amara, suspended] = [await badged('Amara'), await badged('Jonas')];
    const [endless, later] = [await badged('Omar', world.edition), await badged('Lea', longer)];
    await world.get(SuspendCredential).run(world.olga.actor, (await badgeOf(world, suspended)).id, 'An appeal.');
    world.clock.advance(364 * DAY);
    expect(await expire()).toBe(0);
    world.clock.advance(3 * DAY);
    expect([await expire(), await expire()]).toEqual([1, 0]);
    const states = async () =>
      Promise.all([amara, suspended, endless, later].map(async (who) => (await badgesOf(world, who)).map(({ state }) => state)));
    expect(await states()).toEqual([['expired'], ['suspended'], ['issued'], ['issued']]);
    const { id, signed } = await badgeOf(world, amara);
    expect(
      await world.rows(`select actor_id from event where type = 'credential.expired' and subject_id = $1`, [id]),
    ).toHaveLength(1);
    const { checks } = await world.get(VerifyDocument).run(JSON.parse(signed));
    expect(checks.filter(({ outcome }) => outcome !== 'passed')).toMatchObject([{ check: 'validity', reason: 'expired' }]);
  });

  it('is followed by another that a new assessment earns, and never by one for the same assessment', async () => {
    const first = await badged('Ida');
    const again = await world.enroll(first, await world.offer(edition.id));
    await world.study(again, edition);
    const second = await passed(world, again);
    world.clock.advance(370 * DAY);
    await expire();
    await issue(world, first);
    expect(await badgesOf(world, first)).toMatchObject([{ state: 'expired' }]);
    await issue(world, second);
    expect(await badgesOf(world, first)).toMatchObject([{ state: 'expired' }, { state: 'issued' }]);
  });

  describe('and was renewed in time', () => {
    const HOUR = 60 * 60 * 1_000;
    /** Passed once and has the badge; passed again while that holds. */
    const renewedInTime = async () => {
      const first = await badged('Ida');
      world.clock.advance(350 * DAY);
      await world.rows('update session set last_seen_at = $1', [world.clock.now()]);
      const again = await world.enroll(first, await world.offer(edition.id));
      await world.study(again, edition);
      const second = await passed(world, again);
      await issue(world, second);
      await world.rows('delete from outbox');
      return second;
    };

    it('is followed by the new one as soon as its time is over, and not before', async () => {
      const second = await renewedInTime();
      expect(await withheld(world, second)).toEqual(['wait: earlier-still-valid']);
      world.clock.advance(2 * HOUR);
      await repair(world);
      expect(await queuedBadges(world, second)).toEqual([]);
      world.clock.advance(20 * DAY);
      expect(await expire()).toBe(1);
      await repair(world);
      expect(await queuedBadges(world, second)).toHaveLength(1);
      await issue(world, second);
      const badges = await badgesOf(world, second);
      expect(badges).toMatchObject([{ state: 'expired' }, { state: 'issued' }]);
      const [before, after] = badges.map(({ signed }) => JSON.parse(signed) as { validUntil: string });
      expect(Date.parse(after?.validUntil ?? '') - Date.parse(before?.validUntil ?? '')).toBeGreaterThan(340 * DAY);
    });

    it('is followed by nothing that was passed before, when the office takes it back', async () => {
      const second = await renewedInTime();
      await revoke(world, (await badgeOf(world, second)).id);
      await world.rows('delete from outbox');
      world.clock.advance(2 * HOUR);
      await repair(world);
      expect(await queuedBadges(world, second)).toEqual([]);
    });
  });
});
