import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { ToldFact } from '../../src/modules/learning/domain/admit-facts.js';
import type { ProgressFact } from '../../src/modules/learning/domain/progress-facts.js';
import { progress, type Progress } from '../../src/modules/learning/domain/progress.js';
import { LearningRecord } from '../../src/modules/learning/index.js';
import { TellFacts } from '../../src/modules/learning/use-cases/tell-facts.js';
import { WaiveActivities } from '../../src/modules/learning/use-cases/waive-activities.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids.js';
import { refusal } from '../support/catalog.js';
import { course, type LearningWorld, type Member, page, startLearningWorld } from '../support/learning.js';

const DAY = 24 * 60 * 60_000;
const shell = course('The Unix Shell', [page('Files', { minutes: 30 }), page('Pipes'), page('Coffee', { required: false })]);
const git = course('Version Control', [page('Commits', { minutes: 0 }), page('Branches', { minutes: 45 })]);
const activities = [...shell.activities, ...git.activities];
const sequence = {
  type: 'all-of' as const,
  items: [...[shell, git].map(({ id }) => ({ type: 'course' as const, courseId: id })), { type: 'project' as const }],
};

describe('a learner’s progress', () => {
  let world: LearningWorld;
  let otto: Member;
  let offeringId: string;

  beforeAll(async () => {
    world = await startLearningWorld();
    otto = await world.member('Otto', ['office']);
    offeringId = await world.offering(await world.edition({ courses: [shell, git], sequence }));
  });
  afterAll(() => world.close());

  const place = async () => {
    const amara = await world.member('Amara', ['learner']);
    const enrollmentId = await world.enroll(offeringId, amara);
    const tell = (facts: ToldFact[]) => world.get(TellFacts).run(amara.actor, enrollmentId, facts);
    const waive = (activityId: string) => world.get(WaiveActivities).run(otto.actor, enrollmentId, { activityId }, 'Knows it');
    const seen = () =>
      world.get(UnitOfWork).run(otto.actor, (tx) => world.get(LearningRecord).progressOf(tx, { id: enrollmentId }));
    return { amara, enrollmentId, tell, waive, seen };
  };

  /** Progress computed from nothing but the stored facts, by the rule. */
  const derived = async (enrollmentId: string): Promise<Progress> => {
    const rows = await world.rows<{ activity_id: string; kind: string; value: number; effective_at: Date; recorded_at: Date }>(
      'select activity_id, kind, value, effective_at, recorded_at from progress_fact where enrollment_id = $1 order by id',
      [enrollmentId],
    );
    const facts = rows.map((row): ProgressFact => {
      const when = { source: 'learner' as const, effectiveAt: row.effective_at, recordedAt: row.recorded_at };
      const activityId = row.activity_id;
      if (row.kind === 'progressed') return { ...when, kind: 'progressed', activityId, value: row.value };
      return row.kind === 'waived'
        ? { ...when, kind: 'waived', activityId, reason: '' }
        : { ...when, kind: 'completed', activityId };
    });
    return progress({ courses: [shell, git], sequence }, facts, world.clock.now());
  };

  it('is what the rule makes of the facts, whatever came in which order, and hearing it all again changes nothing', async () => {
    const told = fc.record({
      activity: fc.constantFrom(...activities),
      kind: fc.constantFrom('completed' as const, 'progressed' as const),
      value: fc.double({ min: 0, max: 1, noNaN: true }),
      daysAgo: fc.integer({ min: -3, max: 12 }),
    });
    const tellings = fc.array(fc.array(told, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(tellings, fc.subarray(activities, { maxLength: 2 }), async (wishes, waived) => {
        const { enrollmentId, tell, waive, seen } = await place();
        const now = world.clock.now().getTime();
        const facts = wishes.map((wish) =>
          wish.map(({ activity, kind, value, daysAgo }) => ({
            id: newId(),
            activityId: activity.id,
            kind,
            value: kind === 'completed' ? 1 : value,
            effectiveAt: new Date(now - daysAgo * DAY),
          })),
        );
        await Promise.all(facts.map(tell));
        for (const { id } of waived) await waive(id).catch(() => null);
        const first = await seen();
        expect(first).toEqual(await derived(enrollmentId));

        const again = await Promise.all(facts.map(tell));
        expect(again.flat().every(({ outcome }) => outcome === 'duplicate')).toBe(true);
        expect(await seen()).toEqual(first);
      }),
      { numRuns: 25 },
    );
  });

  it('counts what was waived as done, with who and why on record', async () => {
    const { enrollmentId, seen } = await place();
    const waived = await world.get(WaiveActivities).run(otto.actor, enrollmentId, { courseId: shell.id }, 'Teaches it');
    expect(waived.activityIds).toEqual(shell.activities.slice(0, 2).map(({ id }) => id));
    expect((await seen()).courses[0]).toMatchObject({ courseId: shell.id, completed: true, share: 1 });
    const facts = await world.rows('select kind, source, reason, actor_id from progress_fact where enrollment_id = $1', [
      enrollmentId,
    ]);
    const fact = { kind: 'waived', source: 'waiver', reason: 'Teaches it', actor_id: otto.personId };
    expect(facts).toEqual([fact, fact]);
    const events = await world.rows<{ type: string }>('select type from event where subject_id = $1 order by type', [
      enrollmentId,
    ]);
    expect(events.map(({ type }) => type)).toEqual([
      'activities.waived',
      'activity.completed',
      'activity.completed',
      'course.completed',
    ]);
  });

  it('waives nothing twice, nothing elsewhere and nothing for oneself', async () => {
    const { amara, enrollmentId, waive } = await place();
    const pipes = shell.activities[1]?.id ?? '';
    await waive(pipes);
    expect(await refusal(waive(pipes))).toMatchObject({ code: 'learning.nothing_to_waive' });
    expect(await refusal(waive(newId()))).toMatchObject({ code: 'learning.not_of_edition' });
    const own = { ...amara.actor, roles: new Set(['learner', 'office'] as const) };
    expect(await refusal(world.get(WaiveActivities).run(own, enrollmentId, { courseId: git.id }, 'Me'))).toMatchObject({
      status: 403,
    });
  });

  it('leaves out of a waived course what was done already', async () => {
    const { enrollmentId, tell } = await place();
    const files = shell.activities[0]?.id ?? '';
    await tell([{ id: newId(), activityId: files, kind: 'completed', value: 1, effectiveAt: world.clock.now() }]);
    const { activityIds } = await world.get(WaiveActivities).run(otto.actor, enrollmentId, { courseId: shell.id }, 'Knows it');
    expect(activityIds).toEqual([shell.activities[1]?.id]);
  });

  it('opens the project when everything before it is done', async () => {
    const ordered = await world.offering(await world.edition({ courses: [shell, git] }));
    const jonas = await world.member('Jonas', ['learner']);
    const enrollmentId = await world.enroll(ordered, jonas);
    const unlock = () =>
      world.get(UnitOfWork).run(otto.actor, (tx) => world.get(LearningRecord).projectUnlock(tx, { id: enrollmentId }));
    expect(await unlock()).toMatchObject({
      state: 'locked',
      words: ['Finish “The Unix Shell” first: you have 0 %.', 'Finish “Version Control” first: you have 0 %.'],
    });
    for (const { id } of [shell, git])
      await world.get(WaiveActivities).run(otto.actor, enrollmentId, { courseId: id }, 'Knows it');
    expect(await unlock()).toEqual({ state: 'open', reasons: [], words: [] });
  });
});
