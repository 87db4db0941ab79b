import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompleteSignedForms, CompromiseKey, KeyRing } from '../../src/modules/credentials/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { badgeOf, issue, passed, type StoredBadge } from '../support/badges.js';
import { choose, makeForms } from '../support/vc-jwts.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

const MINUTE_MS = 60_000;

/** Looking for missing forms is done every minute; it must cost a look at what is new, and miss nothing for that. */
describe('The VC-JWT forms of an institution', () => {
  let world: Riverside;
  let first: StoredBadge;

  const badgeFor = async (name: string) => {
    const learner = await passed(world, await world.ready(name));
    await issue(world, learner);
    return badgeOf(world, learner);
  };
  const complete = async () => {
    // The histories of keys are not what is looked at here.
    await world.rows('update signing_key_history set signed_version = version');
    return world.get(CompleteSignedForms).run();
  };
  const minutesAgo = (moment: Date | undefined) => Math.round((world.clock.now().getTime() - Number(moment)) / MINUTE_MS);
  const known = async () => {
    const [row] = await world.rows<{ algorithms: string[]; until: Date }>(
      'select algorithms, issued_until as until from vc_jwt_completion where institution_id = $1',
      [world.institutionId],
    );
    return row;
  };
  /** The work is gone, as when somebody clears what was set aside, and an hour has passed since. */
  const loseWork = async () => {
    await world.rows(`delete from outbox where job = 'make-vc-jwts' and done_at is null`);
    world.clock.advance(MINUTE_MS);
  };
  const lose = async ({ id }: StoredBadge) => world.rows('delete from vc_jwt where credential_id = $1', [id]);

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    first = await badgeFor('Amara');
    await makeForms(world);
  });
  afterAll(() => world.close());

  it('are known to be complete only as far back as no credential can still turn up', async () => {
    world.clock.advance(MINUTE_MS);
    expect(await complete()).toBe(0);
    expect(minutesAgo((await known())?.until)).toBe(10);
    await lose(first);
    expect(await complete()).toBe(1);
    await makeForms(world);
  });

  it('are not looked at again once they are known', async () => {
    world.clock.advance(20 * MINUTE_MS);
    expect(await complete()).toBe(0);
    const { algorithms, until } = (await known()) ?? {};
    expect([algorithms, minutesAgo(until)]).toEqual([['RS256'], 10]);
    world.clock.advance(20 * MINUTE_MS);
    expect(await complete()).toBe(0);
    // Nothing was issued since, so nothing was written either.
    expect((await known())?.until).toEqual(until);
  });

  it('are found missing of a badge that is newer than what is known', async () => {
    const second = await badgeFor('Bo');
    await loseWork();
    expect(await complete()).toBe(1);
    expect(await makeForms(world)).toBe(1);
    expect(await complete()).toBe(0);
    expect(await world.rows('select from vc_jwt where credential_id = $1', [second.id])).toHaveLength(1);
  });

  it('stay unknown from the oldest one on that lacks a form, however long its work fails', async () => {
    const third = await badgeFor('Cy');
    for (const _ of [1, 2]) {
      await loseWork();
      world.clock.advance(60 * MINUTE_MS);
      expect(await complete()).toBe(1);
    }
    const [row] = await world.rows<{ at: Date }>('select issued_at as at from credential where id = $1', [third.id]);
    expect((await known())?.until).toEqual(row?.at);
    await makeForms(world);
  });

  it('are looked at from the beginning when another one is offered', async () => {
    await choose(world, ['RS256', 'ES256']);
    expect(await complete()).toBe(3);
    expect(await makeForms(world)).toBe(3);
    expect(await complete()).toBe(0);
    expect((await known())?.algorithms).toEqual(['RS256', 'ES256']);
    await choose(world, ['ES256']);
    world.clock.advance(20 * MINUTE_MS);
    // What is offered is known to be complete, and the newest badge is older than that.
    expect(await complete()).toBe(0);
  });

  it('are looked at from the beginning when a key was compromised that made some', async () => {
    const key = await world
      .get(UnitOfWork)
      .run({ institutionId: world.institutionId }, (tx) => world.get(KeyRing).active(tx, world.institutionId, 'ES256'));
    await world
      .get(CompromiseKey)
      .run({ institutionId: world.institutionId }, key.id, { reason: 'A backup was lost.', actorId: null });
    expect((await known())?.algorithms).toEqual([]);
    await loseWork();
    expect(await complete()).toBe(3);
    expect(await makeForms(world)).toBe(3);
    expect(await complete()).toBe(0);
  });
});
