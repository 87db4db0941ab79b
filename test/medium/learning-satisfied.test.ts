import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LearningRecord } from '../../src/modules/learning/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids.js';
import { addManyPasses, type ManyPass } from '../support/many-passes.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

describe('Who has all that comes before the verdict', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
  });
  afterAll(() => world.close());

  const among = (enrollmentIds: readonly string[]) =>
    world
      .get(UnitOfWork)
      .run({ institutionId: world.institutionId }, (tx) => world.get(LearningRecord).satisfiedAmong(tx, enrollmentIds));
  const oneByOne = async (enrollmentIds: readonly string[]) => {
    const satisfied = await Promise.all(enrollmentIds.map(async (id) => ((await among([id])).has(id) ? [id] : [])));
    return satisfied.flat().toSorted();
  };
  const ids = (passes: readonly ManyPass[]) => passes.map(({ enrollmentId }) => enrollmentId);
  const leaveOut = ({ enrollmentId }: ManyPass, activityId: string | undefined) =>
    world.rows('delete from activity_progress where enrollment_id = $1 and activity_id = $2', [enrollmentId, activityId]);

  it('is told of many as of each alone: of two editions, who did all, some or none of it, and more than asked', async () => {
    const other = await world.publish();
    const [here, there] = [await addManyPasses(world, 8), await addManyPasses(world, 5, other)];
    const [lacksOne, lacksAnother, didNothing, didMore, begunOnly] = here as [ManyPass, ManyPass, ManyPass, ManyPass, ManyPass];
    await leaveOut(lacksOne, world.edition.activityIds[0]);
    // A course that was completed elsewhere counts.
    await leaveOut(lacksAnother, world.edition.activityIds[1]);
    await world.rows(
      `insert into course_completion (id, institution_id, person_id, course_id, enrollment_id, completed_at, recorded_at)
       select gen_random_uuid(), institution_id, $1, id, $2, now(), now() from course`,
      [lacksAnother.personId, lacksAnother.enrollmentId],
    );
    for (const activityId of world.edition.activityIds) await leaveOut(didNothing, activityId);
    await world.rows('update activity_progress set completed_at = null where enrollment_id = $1', [begunOnly.enrollmentId]);
    await world.rows(
      `insert into activity_progress (institution_id, enrollment_id, activity_id, value, completed_at, waived, updated_at)
       values ($1, $2, $3, 1, now(), false, now())`,
      [world.institutionId, didMore.enrollmentId, newId()],
    );
    const all = [...ids(here), ...ids(there), newId()];
    const satisfied = [...(await among(all))].toSorted();
    expect(satisfied).toEqual(await oneByOne(all));
    expect(satisfied).toEqual(ids([...here.slice(5), lacksAnother, didMore, ...there]).toSorted());
    expect([...(await among([]))]).toEqual([]);
  });
});
