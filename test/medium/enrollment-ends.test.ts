import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChangeOffering } from '../../src/modules/enrollment/use-cases/change-offering.js';
import { EnrollLearner } from '../../src/modules/enrollment/use-cases/enroll-learner.js';
import { ExpireEnrollments } from '../../src/modules/enrollment/use-cases/expire-enrollments.js';
import { ExtendDeadline } from '../../src/modules/enrollment/use-cases/extend-deadline.js';
import { WithdrawEnrollment } from '../../src/modules/enrollment/use-cases/withdraw-enrollment.js';
import { refusal } from '../support/catalog.js';
import { countStatements } from '../support/statements.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

const DAY = 24 * 60 * 60 * 1_000;

describe('the end of an offering', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
  });
  afterAll(() => world.close());

  const day = (days: number) => new Date(world.clock.now().getTime() + days * DAY).toISOString();
  const endsTomorrow = (changes: object = {}) => world.offer(world.edition.id, { endsAt: day(1), ...changes });
  const enroll = async (offeringId: string, who: Member) =>
    (await world.get(EnrollLearner).run(world.olga.actor, offeringId, who.personId)).id;
  const expire = () => world.get(ExpireEnrollments).run();
  const states = async (offeringId: string) =>
    (
      await world.rows<{ state: string }>('select state from enrollment where offering_id = $1 order by created_at', [offeringId])
    ).map(({ state }) => state);

  it('ends the places of who still learns or waits, once, and is on record', async () => {
    const offeringId = await endsTomorrow({ seats: 2, waitlist: true });
    const [amara, jonas, lea] = [
      await world.member('Amara', ['learner']),
      await world.member('Jonas', ['learner']),
      await world.member('Lea', ['learner']),
    ];
    const places = [await enroll(offeringId, amara), await enroll(offeringId, jonas), await enroll(offeringId, lea)];
    await world.rows(`update enrollment set state = 'completed' where id = $1`, [places[0]]);
    expect(await expire()).toBe(0);
    world.clock.advance(2 * DAY);
    expect(await expire()).toBe(2);
    expect(await states(offeringId)).toEqual(['completed', 'expired', 'expired']);
    expect(await expire()).toBe(0);
    const events = await world.rows<{ type: string; particulars: { from: string } }>(
      `select type, particulars from event where type = 'enrollment.expired' and subject_id = any($1) order by id`,
      [places],
    );
    expect(events.map(({ particulars }) => particulars.from).sort()).toEqual(['active', 'waitlisted']);
  });

  it('gives nobody a place any more: nobody moves up, and who asks is told', async () => {
    const offeringId = await endsTomorrow({ seats: 1, waitlist: true });
    const [amara, jonas] = [await world.member('Amara', ['learner']), await world.member('Jonas', ['learner'])];
    const place = await enroll(offeringId, amara);
    await enroll(offeringId, jonas);
    world.clock.advance(2 * DAY);
    await world.get(WithdrawEnrollment).run(world.olga.actor, place);
    expect(await states(offeringId)).toEqual(['withdrawn', 'waitlisted']);
    expect(await refusal(enroll(offeringId, await world.member('Lea', ['learner'])))).toMatchObject({
      code: 'enrollment.refused',
    });
    await expire();
    expect(await states(offeringId)).toEqual(['withdrawn', 'expired']);
  });

  it('leaves who was given more time their time', async () => {
    const offeringId = await endsTomorrow({ projectDue: { type: 'fixed', at: day(0.5), timeZone: null } });
    const place = await enroll(offeringId, await world.member('Amara', ['learner']));
    await enroll(offeringId, await world.member('Jonas', ['learner']));
    await world.get(ExtendDeadline).run(world.olga.actor, place, new Date(day(10)), 'In hospital');
    world.clock.advance(5 * DAY);
    expect(await expire()).toBe(1);
    expect(await states(offeringId)).toEqual(['active', 'expired']);
    world.clock.advance(6 * DAY);
    expect(await expire()).toBe(1);
    expect(await states(offeringId)).toEqual(['expired', 'expired']);
  });

  it('may be put off while nobody has been shown out', async () => {
    const offeringId = await endsTomorrow();
    await enroll(offeringId, await world.member('Amara', ['learner']));
    const endsAt = new Date(day(30));
    await world.get(ChangeOffering).run(world.olga.actor, offeringId, 1, { endsAt });
    world.clock.advance(2 * DAY);
    expect(await expire()).toBe(0);
  });

  it('ends each place once, though two schedulers look at the same moment', async () => {
    const offeringId = await endsTomorrow();
    for (let count = 0; count < 30; count += 1) await enroll(offeringId, await world.member(`Learner${count}`, ['learner']));
    world.clock.advance(2 * DAY);
    const counts = await Promise.all([expire(), expire(), expire()]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(30);
    const events = await world.rows(`select from event where type = 'enrollment.expired' and particulars ->> 'offeringId' = $1`, [
      offeringId,
    ]);
    expect(events).toHaveLength(30);
  });

  it('costs no more to look for when many offerings are long over', async () => {
    const alone = await countStatements(expire);
    for (let count = 0; count < 5; count += 1) await endsTomorrow();
    world.clock.advance(2 * DAY);
    expect(await countStatements(expire)).toBe(alone);
  });
});
