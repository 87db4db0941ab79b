import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RepairScores } from '../../src/modules/lti/index.js';
import { ScoresRepository } from '../../src/modules/lti/data/scores.repository.js';
import type { ScoredRecord } from '../../src/modules/lti/domain/desired-score.js';
import { DesireScores } from '../../src/modules/lti/use-cases/grades/desire-scores.js';
import type { ScoredRecords } from '../../src/modules/lti/use-cases/grades/scored-records.js';
import { SendScore } from '../../src/modules/lti/use-cases/grades/send-score.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { awaitFact } from '../support/badges.js';
import type { Grade, LineItem, Person } from '../support/fake-lms/model.js';
import { correct, toPass } from '../support/grading.js';
import { type Gradebook, startGradebook } from '../support/lti-grades.js';
import { mark, PASS, RETURN } from '../support/riverside-edition.js';
import { type Learner, makeAdministrator, type Riverside, startRiverside } from '../support/worlds.js';

const LONG = 60_000;

interface ScoreRow {
  desired: number;
  sent: number;
  attempts: number;
  parked: string | null;
  lastProblem: string | null;
  /** It is a grade; otherwise work that waits for one. */
  decided: boolean;
}

/** Notices a grade that is wiped. */
class WatchedGrades extends Map<string, Grade> {
  wiped = 0;
  override set(id: string, grade: Grade): this {
    const before = this.get(id)?.points ?? null;
    if (before !== null && grade.points === null) this.wiped += 1;
    return super.set(id, grade);
  }
}

describe('Scores', () => {
  let world: Riverside;
  let book: Gradebook;
  let microCredentialId: string;
  beforeAll(async () => {
    world = await startRiverside();
    book = await startGradebook(world);
    ({ microCredentialId } = world.edition);
  }, LONG);
  // A new column asks for the scores of everybody who is known.
  const forget = async () => {
    await world.rows('delete from lti_line_item');
    await world.rows('delete from lti_identity');
  };
  afterEach(async () => {
    book.lms.faults.clear();
    await forget();
  });
  afterAll(async () => {
    await book?.close();
    await world?.close();
  });

  const project = () => book.column({ kind: 'project', microCredentialId });
  const scoreOf = async (lineItemId: string, { personId }: Pick<Learner, 'personId'>): Promise<ScoreRow | undefined> =>
    (
      await world.rows<ScoreRow>(
        `select s.desired, s.sent, s.attempts, s.parked, s.last_problem as "lastProblem", s.score ->> 'given' is not null as decided
           from lti_score s join lti_identity i on i.id = s.identity_id where s.line_item_id = $1 and i.person_id = $2`,
        [lineItemId, personId],
      )
    )[0];
  const until = (lineItemId: string, who: Pick<Learner, 'personId'>, holds: (row: ScoreRow) => boolean) =>
    awaitFact(async () => {
      const row = await scoreOf(lineItemId, who);
      return row !== undefined && holds(row);
    });
  const arrived = ({ sent, desired, decided }: ScoreRow) => sent === desired && decided;
  /** Hands in, and waits until the platform has been told so, or has refused to hear it. */
  const handIn = async (learner: Learner, lineItemId: string) => {
    const attempt = await world.handIn(learner);
    await until(lineItemId, learner, ({ sent, desired, parked }) => sent === desired || parked !== null);
    return attempt;
  };
  const shows = (person: Person, item: LineItem, score: number) =>
    awaitFact(() => Promise.resolve(book.lms.finalGrade(person, item)?.score === score));
  it(
    'of work, courses, activities and the whole arrive in their columns as they are decided',
    async () => {
      const learner = await world.enroll(await world.member('Amara', ['learner']));
      const person = await book.joins(learner);
      const [activityId = ''] = world.edition.activityIds;
      const [row] = await world.rows<{ id: string }>('select course_id as id from activity where id = $1', [activityId]);
      const columns = [
        await project(),
        await book.column({ kind: 'course', microCredentialId, nodeId: row?.id ?? '' }),
        await book.column({ kind: 'activity', microCredentialId, nodeId: activityId }),
        await book.column({ kind: 'micro-credential', microCredentialId }),
      ] as const;
      const [work, course, activity, whole] = columns;
      await world.study(learner);
      await until(course.lineItemId, learner, arrived);
      await until(activity.lineItemId, learner, arrived);
      expect(book.lms.finalGrade(person, course.item)).toEqual({ score: 40, maximum: 40, comment: null });
      expect(book.lms.finalGrade(person, whole.item)).toBeNull();
      const { id } = await world.handIn(learner);
      await world.assess(world.ada, id, PASS);
      await until(work.lineItemId, learner, arrived);
      await until(whole.lineItemId, learner, arrived);
      expect(book.lms.finalGrade(person, work.item)).toEqual({ score: 40, maximum: 40, comment: 'Clear and honest.' });
      expect(book.lms.finalGrade(person, whole.item)).toMatchObject({ score: 40 });
      expect(book.lms.refusals).toEqual([]);
      expect(book.lms.requestsTo('token')).toHaveLength(1);
    },
    LONG,
  );

  it(
    'follow a verdict that is corrected, up and down',
    async () => {
      const learner = await world.ready('Jonas');
      const person = await book.joins(learner);
      const [work, whole] = [await project(), await book.column({ kind: 'micro-credential', microCredentialId })];
      const { id } = await world.handIn(learner);
      await world.assess(world.ada, id, RETURN);
      await until(work.lineItemId, learner, arrived);
      expect(book.lms.finalGrade(person, work.item)).toEqual({ score: 10, maximum: 40, comment: 'Start the axis at zero.' });
      expect((await correct(world.ada, id, toPass(1))).status).toBe(201);
      await shows(person, work.item, 40);
      await until(whole.lineItemId, learner, arrived);
      const lower = { ...mark('returned', 'partly', 'partly'), standingVersion: 2, reason: 'The figures are invented.' };
      expect((await correct(world.ada, id, lower)).status).toBe(201);
      await shows(person, work.item, 20);
      await shows(person, whole.item, 0);
    },
    LONG,
  );

  it(
    'say of a project that it was handed in or taken back, until there is a grade, and never wipe one',
    async () => {
      const learner = await world.ready('Ilse');
      const person = await book.joins(learner);
      const { item, lineItemId } = await project();
      const watched = new WatchedGrades();
      item.grades = watched;
      const told = () => book.lms.gradeOf(person, item);
      const first = await handIn(learner, lineItemId);
      expect(told()).toMatchObject({ points: null, activityProgress: 'Submitted', gradingProgress: 'PendingManual' });
      expect((await learner.browser.post(`/api/v1/attempts/${first.id}/withdrawal`, {})).status).toBe(201);
      await awaitFact(() => Promise.resolve(told()?.gradingProgress === 'NotReady'));
      expect(told()).toMatchObject({ points: null, activityProgress: 'InProgress' });
      const second = await world.handIn(learner);
      await awaitFact(() => Promise.resolve(told()?.gradingProgress === 'PendingManual'));
      await world.assess(world.ada, second.id, RETURN);
      await shows(person, item, 10);
      const third = await world.handIn(learner);
      await awaitFact(
        async () => (await world.rows(`select from outbox where job = 'desire-scores' and done_at is null`)).length === 0,
      );
      expect(await scoreOf(lineItemId, learner)).toMatchObject({ decided: true });
      expect(told()).toMatchObject({ points: 10, gradingProgress: 'FullyGraded' });
      await world.assess(world.ada, third.id, PASS);
      await shows(person, item, 40);
      expect(watched.wiped).toBe(0);
      expect(book.lms.refusals).toEqual([]);
    },
    LONG,
  );

  it(
    'say nothing of work that was handed in where a teacher entered a grade, and that its own grade will follow',
    async () => {
      const learner = await world.ready('Kofi');
      const person = await book.joins(learner);
      const { item, lineItemId } = await project();
      book.lms.setGrade(person, item, 30);
      book.lms.faults.next('results', { status: 503 });
      const { id } = await handIn(learner, lineItemId);
      expect(await scoreOf(lineItemId, learner)).toMatchObject({ sent: 0, parked: 'superseded', lastProblem: 'graded_there' });
      expect(book.lms.finalGrade(person, item)).toMatchObject({ score: 30 });
      await makeAdministrator(world, world.olga);
      const ask = async (path: string) => (await world.olga.browser.get(`/api/v1/lti/${path}`)).json();
      expect(await ask(`columns/${lineItemId}/scores?state=awaiting_grade`)).toMatchObject({ items: [{ parked: 'superseded' }] });
      expect(await ask(`platforms/${book.registrationId}/columns`)).toMatchObject({ items: [{ awaitingGrade: 1, parked: 0 }] });
      expect(await ask(`platforms/${book.registrationId}`)).toMatchObject({ troubles: { scoresParked: [{ awaitingGrade: 1 }] } });
      await world.assess(world.ada, id, PASS);
      await shows(person, item, 40);
    },
    LONG,
  );

  it(
    'reach a column and an identity that are known only afterwards',
    async () => {
      const learner = await world.ready('Lea');
      const { id } = await world.handIn(learner);
      await world.assess(world.ada, id, PASS);
      const work = await project();
      const person = await book.joins(learner);
      await until(work.lineItemId, learner, arrived);
      const later = await project();
      await until(later.lineItemId, learner, arrived);
      expect(book.lms.finalGrade(person, later.item)).toMatchObject({ score: 40 });
    },
    LONG,
  );

  it(
    'are asked for anew where a plan was lost, and wait while a platform is switched off',
    async () => {
      const learner = await world.ready('Malik');
      const person = await book.joins(learner);
      const work = await project();
      await world.rows(`update lti_registration set state = 'disabled' where id = $1`, [book.registrationId]);
      const { id } = await world.handIn(learner);
      await world.assess(world.ada, id, PASS);
      await until(work.lineItemId, learner, ({ parked }) => parked === 'paused');
      await world.rows(`update lti_registration set state = 'active' where id = $1`, [book.registrationId]);
      await world.get(RepairScores).run();
      await until(work.lineItemId, learner, arrived);
      await until(work.lineItemId, learner, arrived);
      await world.rows('update lti_score set desired = desired + 1, score = score || $2 where line_item_id = $1', [
        work.lineItemId,
        { given: 4 },
      ]);
      await world.rows(`update lti_score set desired_at = now() - interval '2 minutes' where line_item_id = $1`, [
        work.lineItemId,
      ]);
      await world.get(RepairScores).run();
      await shows(person, work.item, 20);
    },
    LONG,
  );

  /** A passed project whose score meets something at the platform. */
  const meeting = async (name: string, prepare: () => void, options?: { isMember?: boolean }) => {
    await forget();
    const learner = await world.ready(name);
    const person = await book.joins(learner, options);
    const work = await project();
    const { id } = await handIn(learner, work.lineItemId);
    prepare();
    await world.assess(world.ada, id, PASS);
    return { learner, person, ...work };
  };

  it.each([
    ['a reset', 'reset' as const, 'unreachable'],
    ['a page instead of an answer', 'html' as const, 'unreadable'],
    ['500', { status: 500 }, 'unavailable'],
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '7' } }, 'slow_down'],
    ['a lost reply', 'lostReply' as const, 'unreachable'],
  ])(
    'are sent again after %s',
    async (_, fault, lastProblem) => {
      const { learner, person, item, lineItemId } = await meeting('Noor', () => book.lms.faults.next('scores', fault));
      await until(lineItemId, learner, (row) => row.lastProblem !== null);
      expect(await scoreOf(lineItemId, learner)).toMatchObject({ sent: 1, attempts: 1, parked: null, lastProblem });
      await until(lineItemId, learner, arrived);
      expect(book.lms.finalGrade(person, item)).toMatchObject({ score: 40 });
    },
    LONG,
  );

  it(
    'are given up, with the reason, where trying again is of no use',
    async () => {
      const { lms } = book;
      const forbidden = await meeting('Omar', () => lms.faults.next('scores', { status: 403 }));
      await until(forbidden.lineItemId, forbidden.learner, ({ parked }) => parked === 'not_allowed');
      const rejected = await meeting('Pia', () => undefined, { isMember: false });
      await until(rejected.lineItemId, rejected.learner, ({ parked, decided }) => parked === 'rejected' && decided);
      const ungradable = await meeting('Quin', () => lms.faults.next('scores', { status: 404 }));
      await until(ungradable.lineItemId, ungradable.learner, ({ parked }) => parked === 'not_gradable');
      const unauthorized = await meeting('Rosa', () => lms.faults.next('scores', { status: 401 }, { times: 2 }));
      await until(unauthorized.lineItemId, unauthorized.learner, ({ parked }) => parked === 'unauthorized');
    },
    LONG,
  );

  it(
    'ask for a new token once when the old one does not hold any more',
    async () => {
      const before = book.lms.requestsTo('token').length;
      const { learner, person, item, lineItemId } = await meeting('Sami', () => book.lms.expireTokens());
      await until(lineItemId, learner, arrived);
      expect(book.lms.finalGrade(person, item)).toMatchObject({ score: 40 });
      expect(book.lms.requestsTo('token').length).toBe(before + 1);
    },
    LONG,
  );

  it(
    'are taken for sent when the platform refuses the time and shows the same, and given up when it shows another',
    async () => {
      const same = await meeting('Tala', () => undefined);
      await until(same.lineItemId, same.learner, arrived);
      await world.rows('update lti_score set desired = desired + 1 where line_item_id = $1', [same.lineItemId]);
      book.lms.faults.next('scores', { status: 409 });
      await world.rows(`update lti_score set desired_at = now() - interval '2 minutes' where line_item_id = $1`, [
        same.lineItemId,
      ]);
      await world.get(RepairScores).run();
      await until(same.lineItemId, same.learner, arrived);
      const other = await meeting('Uma', () => book.lms.faults.next('scores', { status: 409 }, { times: 2 }));
      await until(other.lineItemId, other.learner, ({ lastProblem }) => lastProblem === 'conflict');
      await until(other.lineItemId, other.learner, ({ parked }) => parked === 'superseded');
    },
    LONG,
  );

  it(
    'move with a column that the platform made anew, all of them',
    async () => {
      const first = await meeting('Vera', () => undefined);
      await until(first.lineItemId, first.learner, arrived);
      const { course, lms } = book;
      const { link } = first;
      course.items.delete(first.item.id);
      const fresh = { ...first.item, id: 'anew', grades: new Map() };
      course.items.set(fresh.id, fresh);
      link.item = fresh;
      const second = await world.ready('Wim');
      const person = await book.joins(second);
      const { id } = await world.handIn(second);
      await world.assess(world.ada, id, PASS);
      await until(first.lineItemId, second, arrived);
      expect(lms.finalGrade(person, fresh)).toMatchObject({ score: 40 });
      await awaitFact(async () => lms.finalGrade(first.person, fresh)?.score === 40);
      course.items.delete(fresh.id);
      link.item = null;
      const third = await world.ready('Xenia');
      await book.joins(third);
      const { id: last } = await world.handIn(third);
      await world.assess(world.ada, last, PASS);
      await until(first.lineItemId, third, ({ parked }) => parked === 'line_item_gone');
    },
    LONG,
  );

  it(
    'are shown to who looks after platforms, with what the platform shows, and sent again when they ask',
    async () => {
      const told = await meeting('Zeno', () => undefined);
      await until(told.lineItemId, told.learner, arrived);
      const stuck = await world.ready('Bea');
      const person = await book.joins(stuck);
      const { id } = await handIn(stuck, told.lineItemId);
      book.lms.faults.next('scores', { status: 403 });
      await world.assess(world.ada, id, PASS);
      await until(told.lineItemId, stuck, ({ parked }) => parked === 'not_allowed');
      const { browser } = world.olga;
      const platform = `/api/v1/lti/platforms/${book.registrationId}`;
      const column = `/api/v1/lti/columns/${told.lineItemId}`;
      expect((await browser.get(`${platform}/columns`)).json()).toEqual({
        items: [
          expect.objectContaining({
            id: told.lineItemId,
            kind: 'project',
            contextTitle: 'Masonry',
            arrived: 1,
            waiting: 0,
            awaitingGrade: 0,
            parked: 1,
          }),
        ],
      });
      expect((await browser.get(`${column}/scores?state=parked`)).json()).toMatchObject({
        items: [{ personName: 'Bea', state: 'parked', parked: 'not_allowed', score: { given: 8, maximum: 8 } }],
        next: null,
      });
      book.lms.setGrade(told.person, told.item, 4);
      expect((await browser.get(`${column}/results`)).json()).toMatchObject({
        problem: null,
        items: [{ personName: 'Zeno', told: { given: 8, maximum: 8 }, shown: { given: 4, maximum: 40 }, differs: true }],
      });
      expect((await browser.post(`${platform}/score-resends`, {})).json()).toEqual({ scores: 1 });
      await until(told.lineItemId, stuck, arrived);
      expect(book.lms.finalGrade(person, told.item)).toMatchObject({ score: 40 });
      const zeno = (await browser.get(`${column}/scores`))
        .json<{ items: { identityId: string; personName: string }[] }>()
        .items.find(({ personName }) => personName === 'Zeno');
      expect((await browser.post(`${column}/score-resends`, { identityId: zeno?.identityId })).json()).toEqual({ scores: 1 });
      await until(told.lineItemId, told.learner, arrived);
      expect(book.lms.finalGrade(told.person, told.item)).toMatchObject({ score: 40 });
      expect((await world.ines.browser.get(`${column}/scores`)).status).toBe(403);
    },
    LONG,
  );

  type Step =
    | { kind: 'decide'; given: number }
    | { kind: 'hand in' | 'take back' }
    | { kind: 'deliver'; times: number }
    | { kind: 'fault'; fault: 'reset' | 'html' | 'lostReply' | { status: number } | { delayMs: number } }
    | { kind: 'lose' | 'forget lease' | 'later' };
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('decide' as const), given: fc.integer({ min: 0, max: 40 }) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('deliver' as const), times: fc.integer({ min: 1, max: 3 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('fault' as const),
        fault: fc.constantFrom<Extract<Step, { kind: 'fault' }>['fault']>(
          'reset',
          'html',
          'lostReply',
          { status: 503 },
          { status: 429 },
          { delayMs: 30 },
        ),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('hand in' as const, 'take back' as const) }) },
    fc.record({ kind: fc.constantFrom('lose' as const, 'forget lease' as const, 'later' as const) }),
  );

  it(
    'end with the platform showing the last grade, and wipe none, however deliveries come, come twice, are lost or overtake each other',
    async () => {
      const { learner, person, item, lineItemId } = await meeting('Yara', () => undefined);
      await until(lineItemId, learner, arrived);
      // From here on nobody but this test decides.
      await awaitFact(
        async () => (await world.rows(`select from outbox where job = 'desire-scores' and done_at is null`)).length === 0,
      );
      const [identity] = await world.rows<{ id: string }>('select id from lti_identity where person_id = $1', [learner.personId]);
      const key = { lineItemId, identityId: identity?.id ?? '' };
      const { institutionId } = world;
      const { length: refusedBefore } = book.lms.refusals;
      // What is recorded of the learner; what follows for the column is worked out as ever.
      let record: ScoredRecord;
      const desire = new DesireScores(
        world.get(UnitOfWork),
        world.get(ScoresRepository),
        { of: (_tx, ids) => Promise.resolve(new Map(ids.map((id) => [id, record]))) } satisfies Pick<
          ScoredRecords,
          'of'
        > as never,
        world.clock,
      );
      const recorded = (changes: Partial<ScoredRecord>) => {
        record = { ...record, ...changes };
        return desire.run({ institutionId }, [{ lineItemId }]);
      };
      const running: Promise<unknown>[] = [];
      const take: { [Kind in Step['kind']]: (one: Extract<Step, { kind: Kind }>) => unknown } = {
        decide: ({ given }) => recorded({ verdict: { verdict: 'returned', points: given, maxPoints: 40, feedback: '' } }),
        'hand in': () => recorded({ handedInAt: world.clock.now() }),
        'take back': () => recorded({ handedInAt: null }),
        deliver: ({ times }) => {
          for (let time = 0; time < times; time += 1)
            running.push(world.get(SendScore).run({ institutionId }, key, new AbortController().signal));
        },
        fault: ({ fault }) => book.lms.faults.next('scores', fault),
        lose: async () => world.rows(`delete from outbox where job = 'send-score' and dispatched_at is null`),
        'forget lease': async () => world.rows('update lti_score set leased_until = null where line_item_id = $1', [lineItemId]),
        later: () => world.clock.advance(1_000),
      };
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 4, maxLength: 14 }),
          fc.integer({ min: 0, max: 40 }),
          async (steps, last) => {
            // As if nothing had ever been told of them.
            record = {
              satisfied: false,
              completedCourses: new Set(),
              completedActivities: new Set(),
              quizzes: new Map(),
              verdict: null,
              handedInAt: null,
            };
            await world.rows('delete from lti_score where line_item_id = $1', [lineItemId]);
            world.clock.advance(5_000);
            const grades = new WatchedGrades();
            item.grades = grades;
            for (const one of [...steps, { kind: 'decide', given: last } as const]) await take[one.kind](one as never);
            await Promise.all(running.splice(0));
            book.lms.faults.clear();
            await awaitFact(async () => {
              const row = await scoreOf(lineItemId, learner);
              if (!row || row.parked !== null) throw new Error(`It is given up: ${row?.parked}`);
              if (arrived(row)) return true;
              // As the duty would, a little later; what it puts into the outbox is due by the clock of the database, which nobody moves.
              await world.rows('update lti_score set leased_until = null where line_item_id = $1', [lineItemId]);
              world.clock.advance(5_000);
              await world.get(SendScore).run({ institutionId }, key, new AbortController().signal);
              return false;
            });
            expect(book.lms.finalGrade(person, item)).toMatchObject({ score: last });
            expect(grades.wiped).toBe(0);
          },
        ),
        { numRuns: 20, endOnFailure: true },
      );
      expect(book.lms.refusals.slice(refusedBefore).filter(({ rule }) => rule !== 'score/not-later')).toEqual([]);
    },
    3 * LONG,
  );
});
