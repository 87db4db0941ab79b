import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ToldFact } from '../../src/modules/learning/domain/admit-facts.js';
import { EditionStore } from '../../src/modules/catalog/index.js';
import { ProgressRepository } from '../../src/modules/learning/data/progress.repository.js';
import { EditionOutlines } from '../../src/modules/learning/use-cases/edition-outlines.js';
import { RecordFacts } from '../../src/modules/learning/use-cases/record-facts.js';
import { WriteTellings } from '../../src/modules/learning/use-cases/write-tellings.js';
import { Sql } from '../../src/platform/database/sql.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TellFacts } from '../../src/modules/learning/use-cases/tell-facts.js';
import { newId } from '../../src/platform/ids.js';
import { refusal } from '../support/catalog.js';
import {
  course,
  type EnrollmentWish,
  type LearningWorld,
  type Member,
  page,
  quiz,
  startLearningWorld,
} from '../support/learning.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Two courses, one after the other: the shell (files, pipes, and coffee if you like) and git (commits, a test). */
const parts = {
  files: page('Files', { minutes: 30 }),
  pipes: page('Pipes'),
  coffee: page('Coffee', { required: false }),
  commits: page('Commits'),
  test: quiz('Test'),
};
const shell = course('The Unix Shell', [parts.files, parts.pipes, parts.coffee]);
const git = course('Version Control', [parts.commits, parts.test]);

describe('telling facts', () => {
  let world: LearningWorld;
  let amara: Member;
  let editionId: string;
  let offeringId: string;

  beforeAll(async () => {
    world = await startLearningWorld();
    amara = await world.member('Amara', ['learner']);
    editionId = await world.edition({ courses: [shell, git] });
    offeringId = await world.offering(editionId);
  });
  afterAll(() => world.close());

  /** A learner of their own for each test: what is completed stays completed. */
  const place = async (wish: EnrollmentWish = {}, learner?: Member) => {
    const who = learner ?? (await world.member('Jonas', ['learner']));
    const enrollmentId = await world.enroll(offeringId, who, wish);
    const tell = (...facts: ToldFact[]) => world.get(TellFacts).run(who.actor, enrollmentId, facts);
    const outcomes = async (...facts: ToldFact[]) => (await tell(...facts)).map(({ outcome }) => outcome);
    const known = () =>
      world.rows<{ activity_id: string; value: number; completed_at: Date | null }>(
        'select activity_id, value, completed_at from activity_progress where enrollment_id = $1',
        [enrollmentId],
      );
    return { who, enrollmentId, tell, outcomes, known };
  };
  const daysAgo = (days: number) => new Date(world.clock.now().getTime() - days * DAY);
  const did = (what: keyof typeof parts, changes: Partial<ToldFact> = {}): ToldFact => ({
    id: newId(),
    activityId: parts[what].id,
    kind: 'completed',
    value: 1,
    effectiveAt: daysAgo(1),
    ...changes,
  });
  const read = (what: keyof typeof parts, value: number): ToldFact => did(what, { kind: 'progressed', value });
  const events = (enrollmentId: string) =>
    world.rows<{ type: string; actor_id: string | null; particulars: Record<string, unknown> }>(
      'select type, actor_id, particulars from event where subject_id = $1 order by type, id',
      [enrollmentId],
    );

  it('records each once, however often and in whatever company it is told', async () => {
    const { outcomes, enrollmentId } = await place();
    const [files, pipes] = [did('files'), did('pipes')];
    expect(await outcomes(files)).toEqual(['recorded']);
    expect(await outcomes(files, pipes, pipes)).toEqual(['duplicate', 'recorded', 'duplicate']);
    const stored = await world.rows('select from progress_fact where enrollment_id = $1', [enrollmentId]);
    expect(stored).toHaveLength(2);
  });

  it('records one fact once that is told by many at the same moment', async () => {
    const { outcomes } = await place();
    const files = did('files');
    const told = (await Promise.all(Array.from({ length: 20 }, () => outcomes(files)))).flat();
    expect(told.filter((outcome) => outcome === 'recorded')).toHaveLength(1);
    expect(told.filter((outcome) => outcome === 'duplicate')).toHaveLength(19);
  });

  it('keeps the furthest value and the earliest completion, in whatever order they come', async () => {
    const { outcomes, known } = await place();
    await outcomes(read('files', 0.8), did('files', { effectiveAt: daysAgo(2) }));
    await outcomes(did('files', { effectiveAt: daysAgo(5) }), read('files', 0.3));
    await outcomes(did('files', { effectiveAt: daysAgo(3) }));
    const [files] = await known();
    expect(files).toMatchObject({ value: 1 });
    expect(files?.completed_at?.getTime()).toBeCloseTo(daysAgo(5).getTime(), -4);
  });

  it('takes a whole journey told offline, last things first', async () => {
    const { outcomes, enrollmentId } = await place();
    expect(await outcomes(did('commits'), did('pipes'), did('files'))).toEqual(['recorded', 'recorded', 'recorded']);
    expect((await events(enrollmentId)).filter(({ type }) => type === 'course.completed')).toMatchObject([
      { particulars: { courseId: shell.id } },
    ]);
  });

  it('refuses what is locked, what a quiz decides and what the edition does not have, and records the rest', async () => {
    const { tell } = await place();
    const told = await tell(did('commits'), did('test'), did('files', { activityId: newId() }), did('coffee'));
    expect(told.map((one) => (one.outcome === 'refused' ? one.key : one.outcome))).toEqual([
      'course_locked',
      'quiz_completes_by_passing',
      'activity_unknown',
      'recorded',
    ]);
  });

  it('brings the future back to now, and the time before the start to the start', async () => {
    const startedAt = daysAgo(7);
    const { tell, known } = await place({ startedAt });
    await tell(did('files', { effectiveAt: daysAgo(-400) }), did('pipes', { effectiveAt: daysAgo(400) }));
    const completed = new Map((await known()).map((one) => [one.activity_id, one.completed_at]));
    expect(completed.get(parts.files.id)?.getTime()).toBeLessThanOrEqual(world.clock.now().getTime());
    expect(completed.get(parts.pipes.id)).toEqual(startedAt);
  });

  it('tells what was done as events, once', async () => {
    const { who, tell, enrollmentId } = await place();
    const files = did('files');
    await tell(files, read('pipes', 0.5));
    await tell(files, did('files'), did('pipes'), did('coffee'));
    const completed = (activityId: string) => ({
      type: 'activity.completed',
      actor_id: who.personId,
      particulars: { activityId, courseId: shell.id, waived: false },
    });
    const told = await events(enrollmentId);
    expect(told).toHaveLength(4);
    expect(told).toEqual(
      expect.arrayContaining([
        completed(parts.files.id),
        completed(parts.pipes.id),
        completed(parts.coffee.id),
        expect.objectContaining({ type: 'course.completed' }),
      ]),
    );
  });

  it('completes a course once when its last two activities are told to two processes at once', async () => {
    const other = secondProcess(world);
    for (let round = 0; round < 10; round++) {
      const { who, enrollmentId, tell } = await place();
      const outcomes = await Promise.all([tell(did('files')), other.run(who.actor, enrollmentId, [did('pipes')])]);
      expect(outcomes.flat().map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded']);
      expect((await events(enrollmentId)).filter(({ type }) => type === 'course.completed')).toHaveLength(1);
    }
  });

  it('never lets two processes that tell about the same learners wait for each other for ever', async () => {
    const other = secondProcess(world);
    const places = await Promise.all(Array.from({ length: 12 }, () => place()));
    const tellings = places.flatMap(({ who, enrollmentId, tell }) => [
      tell(did('files'), did('pipes')),
      other.run(who.actor, enrollmentId, [did('pipes'), did('files'), did('coffee')]),
    ]);
    const outcomes = (await Promise.all(tellings)).flat();
    expect(outcomes.every(({ outcome }) => outcome === 'recorded')).toBe(true);
  });

  it('is for the learner alone', async () => {
    const { enrollmentId } = await place({}, amara);
    const jonas = await world.member('Jonas', ['learner']);
    const nils = await world.member('Nils', ['learner'], world.lakeside);
    for (const somebody of [jonas, nils]) {
      expect(await refusal(world.get(TellFacts).run(somebody.actor, enrollmentId, [did('files')]))).toMatchObject({
        status: 404,
      });
    }
    expect(await refusal(world.get(TellFacts).run(amara.actor, newId(), [did('files')]))).toMatchObject({ status: 404 });
  });

  it.each(['waitlisted', 'invited', 'withdrawn'] as const)('is not for a place that is %s', async (state) => {
    const { tell, known } = await place({ state });
    expect(await refusal(tell(did('files')))).toMatchObject({ code: 'learning.place_not_open', status: 409 });
    expect(await known()).toEqual([]);
  });

  it('still takes what was done before a place expired', async () => {
    const { outcomes } = await place({ state: 'expired', endedAt: daysAgo(2) });
    expect(await outcomes(did('files', { effectiveAt: daysAgo(3) }), did('pipes', { effectiveAt: daysAgo(1) }))).toEqual([
      'recorded',
      'refused',
    ]);
  });

  it('goes on after the micro-credential is completed', async () => {
    const { outcomes } = await place({ state: 'completed' });
    expect(await outcomes(did('coffee'))).toEqual(['recorded']);
  });

  it('counts a course in every micro-credential that uses it, and completes it once', async () => {
    const statistics = course('Statistics', [page('Means')]);
    const second = await world.offering(await world.edition({ courses: [shell, statistics] }));
    const { who, outcomes, enrollmentId } = await place();
    const elsewhere = await world.enroll(second, who);
    const told = () =>
      world.get(TellFacts).run(who.actor, elsewhere, [did('files', { activityId: statistics.activities[0]?.id ?? '' })]);
    expect((await told()).map(({ outcome }) => outcome)).toEqual(['refused']);
    await outcomes(did('files'), did('pipes'));
    expect((await told()).map(({ outcome }) => outcome)).toEqual(['recorded']);

    await world.get(TellFacts).run(who.actor, elsewhere, [did('files'), did('pipes')]);
    const completions = await world.rows<{ enrollment_id: string }>(
      'select enrollment_id from course_completion where person_id = $1 and course_id = $2',
      [who.personId, shell.id],
    );
    expect(completions).toEqual([{ enrollment_id: enrollmentId }]);
    expect((await events(elsewhere)).filter(({ type }) => type === 'course.completed')).toHaveLength(1);
  });

  it('writes what two institutions tell at once, each for itself', async () => {
    const lake = course('Lakes', [page('Depth')]);
    const lakeOffering = await world.offering(await world.edition({ courses: [lake] }, world.lakeside), world.lakeside);
    const nils = await world.member('Nils', ['learner'], world.lakeside);
    const nilsPlace = await world.enroll(lakeOffering, nils);
    const { tell } = await place();
    const depth = () => did('files', { activityId: lake.activities[0]?.id ?? '' });
    const there = () => world.get(TellFacts).run(nils.actor, nilsPlace, [depth()]);
    // The first flush takes one of them; all others wait together for the next.
    const told = await Promise.all([tell(did('files')), there(), tell(did('pipes')), there(), tell(did('coffee')), there()]);
    expect(told.flat().map(({ outcome }) => outcome)).toEqual(told.map(() => 'recorded'));
  });

  it('lets a telling fail alone that the database refuses', async () => {
    const cursed = await place();
    await world.rows(
      `create function refuse_cursed() returns trigger language plpgsql as $$
       begin if new.enrollment_id = '${cursed.enrollmentId}' then raise exception 'cursed'; end if; return new; end $$`,
    );
    await world.rows('create trigger cursed before insert on progress_fact for each row execute function refuse_cursed()');
    try {
      const others = await Promise.all(Array.from({ length: 6 }, () => place()));
      const tellings = [...others, cursed, ...others].map(({ outcomes }) => outcomes(did('files')));
      const settled = await Promise.allSettled(tellings);
      expect(settled.map(({ status }) => status)).toEqual(settled.map((_, index) => (index === 6 ? 'rejected' : 'fulfilled')));
    } finally {
      await world.rows('drop function refuse_cursed() cascade');
    }
  });

  it('keeps all that it acknowledged when connections are cut again and again', async () => {
    const places = await Promise.all(Array.from({ length: 8 }, () => place()));
    const acknowledged: string[] = [];
    let cuts = 0;
    const cutter = (async () => {
      for (let round = 0; round < 15; round++) {
        const cut = await world.rows(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and application_name like 'cairn-%' and query like '%progress%'`,
        );
        cuts += cut.length;
      }
    })();
    const tellings = places.map(async ({ tell }) => {
      for (let number = 0; number < 20; number++) {
        const fact = did('files');
        // What a device does that hears nothing: it tells again.
        while (!(await tell(fact).catch(() => null)));
        acknowledged.push(fact.id);
      }
    });
    await Promise.all([cutter, ...tellings]);
    const stored = await world.rows('select from progress_fact where id = any($1)', [acknowledged]);
    expect(stored).toHaveLength(160);
    expect(cuts).toBeGreaterThan(0);
  });

  it('answers all that waits when the process ends, and takes nothing more', async () => {
    const ending = secondProcess(world);
    const { who, enrollmentId } = await place();
    const waiting = [did('files'), did('pipes')].map((fact) => ending.run(who.actor, enrollmentId, [fact]));
    await ending.beforeApplicationShutdown();
    expect((await Promise.all(waiting)).flat().map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded']);
    expect(await refusal(ending.run(who.actor, enrollmentId, [did('coffee')]))).toMatchObject({ status: 503 });
  });
});

/** Facts as another process of the same Cairn takes them: with a queue and a memory of its own. */
function secondProcess(world: LearningWorld): TellFacts {
  const outlines = new EditionOutlines(world.get(EditionStore));
  const writeTellings = new WriteTellings(world.get(ProgressRepository), outlines, world.get(RecordFacts), world.clock);
  return new TellFacts(world.get(Sql), world.get(UnitOfWork), outlines, writeTellings);
}
