import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { VerifyDocument } from '../../src/modules/credentials/index.js';
import { badgeOf, badgesOf, issue, passed, plan, publishLists, repair, revoke, withheld } from '../support/badges.js';
import { PASS } from '../support/riverside-edition.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

const MINUTE = 60_000;

describe('The repair of what got lost', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
  });
  afterAll(() => world.close());
  beforeEach(() => world.rows('delete from outbox'));

  const queued = () =>
    world.rows<{ job: string; payload: { enrollmentId: string; assessmentId: string } }>(
      `select job, payload from outbox where job in ('issue-credential', 'publish-status-list')`,
    );
  const lose = () => world.rows('delete from outbox');

  it('finds a pass whose job is gone, once, and leaves young ones alone', async () => {
    const { personId, enrollmentId, assessmentId } = await passed(world);
    await lose();
    expect(await repair(world)).toBe(0);
    world.clock.advance(21_000);
    expect([await repair(world), await repair(world)]).toEqual([1, 0]);
    const [row] = await queued();
    expect(row).toMatchObject({ job: 'issue-credential', payload: { enrollmentId, assessmentId } });
    await issue(world, { enrollmentId, assessmentId });
    await lose();
    expect(await repair(world)).toBe(0);
    expect(await badgesOf(world, { personId })).toMatchObject([{ state: 'issued' }]);
  });

  it('finishes what was decided and never signed, as it was decided', async () => {
    const amara = await passed(world);
    const intent = await plan(world, amara);
    await lose();
    world.clock.advance(21_000);
    expect(await repair(world)).toBe(1);
    await issue(world, amara);
    expect(await badgeOf(world, amara)).toMatchObject({ id: intent?.id, public_id: intent?.publicId });
  });

  it('leaves a pass alone whose job is still open, and takes up one that was set aside', async () => {
    const amara = await passed(world);
    world.clock.advance(21_000);
    expect(await repair(world)).toBe(0);
    await world.rows(`update outbox set dead_at = now() where job = 'issue-credential'`);
    expect(await repair(world)).toBe(1);
    await issue(world, amara);
  });

  it('signs a status list that shows less than it should', async () => {
    const amara = await passed(world);
    await issue(world, amara);
    const badge = await badgeOf(world, amara);
    const verified = async () => (await world.get(VerifyDocument).run(JSON.parse(badge.signed))).verified;
    expect(await verified()).toBe(true);
    await revoke(world, badge.id);
    await lose();
    world.clock.advance(4_000);
    expect(await repair(world)).toBe(1);
    await repair(world);
    expect(await queued()).toMatchObject([{ job: 'publish-status-list' }]);
    await publishLists(world);
    expect(await verified()).toBe(false);
    await lose();
    expect(await repair(world)).toBe(0);
  });

  it('gives who passes anew after a revocation their badge too', async () => {
    const amara = await passed(world);
    await issue(world, amara);
    await revoke(world, (await badgeOf(world, amara)).id);
    await publishLists(world);
    const again = await world.enroll(amara, await world.offer(world.edition.id));
    await world.study(again);
    const second = await passed(world, again);
    await lose();
    world.clock.advance(21_000);
    expect(await repair(world)).toBe(1);
    expect(await queued()).toMatchObject([{ payload: { assessmentId: second.assessmentId } }]);
    await issue(world, second);
    expect(await badgesOf(world, amara)).toMatchObject([{ state: 'revoked' }, { state: 'issued' }]);
  });

  it('asks again each hour for what was withheld for a time, and never for what was refused for good', async () => {
    const amara = await passed(world);
    const suspend = (at: Date | null) =>
      world.rows('update membership set suspended_at = $2 where person_id = $1', [amara.personId, at]);
    await suspend(world.clock.now());
    await issue(world, amara);
    const lea = await world.ready('Lea');
    const { id } = await world.handIn(lea);
    await lea.browser.post(`${lea.path}/withdrawal`);
    const verdict = (await world.assess(world.ada, id, PASS)).json<{ attempt: { verdicts: { id: string }[] } }>();
    await issue(world, { ...lea, assessmentId: verdict.attempt.verdicts[0]?.id ?? '' });
    await lose();
    expect([await withheld(world, amara), await withheld(world, lea)]).toEqual([
      ['wait: learner-suspended'],
      ['refuse: enrollment-withdrawn'],
    ]);
    world.clock.advance(30 * MINUTE);
    expect(await repair(world)).toBe(0);
    world.clock.advance(31 * MINUTE);
    expect(await repair(world)).toBe(1);
    await suspend(null);
    await issue(world, amara);
    expect(await badgesOf(world, amara)).toHaveLength(1);
  });
});
